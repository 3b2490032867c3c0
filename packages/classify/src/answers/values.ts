import type { Span } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { isYesNo, wantedBy, wantsFigure } from '../questions/index.ts'
import { fieldAt, fieldsOf, figuresByLetter } from './fields.ts'
import { asksOf, figuresInSentence, labelledFigure, wholeFigure } from './figures.ts'
import type { Context, FoundValue } from './found-value.ts'
import { figuresInOrder } from './in-order.ts'
import { statementsOf } from './statements.ts'
import type { Heading } from './when.ts'

/**
 * The figures that an answer gives. Lists are read line by line; of running text only a figure that can be no other
 * thing than what was asked for, and only the first sentence that has one. A question that wants a yes, a day or a
 * document gets none.
 */
export function valuesIn(
  segments: readonly { readonly span: Span; readonly letter?: string }[],
  context: Context,
): readonly FoundValue[] {
  const wants = wantedBy(context.words)
  const figures = wantsFigure(context.words)
  if (!figures && (isYesNo(context.words) || wants === 'document' || wants === 'date')) return []
  const values: FoundValue[] = []
  let heading: Heading | null = null
  let told = 0
  const fields = fieldsOf(context.text, context.question)
  const parts = partsByLetter(segments, context)
  for (const { span: segment, letter = null } of segments.slice(0, mostSegments)) {
    const field = fieldAt(fields, letter) ?? (fields.length === 0 ? fieldAt(parts, letter) : null)
    if (field) heading = field
    const inOrder = [...figuresByLetter(segment, fields, context), ...figuresInOrder(segment, context)]
    if (inOrder.length > 0) {
      values.push(...inOrder)
      continue
    }
    if (context.tables.some((table) => table.start <= segment.start && segment.start < table.end)) continue
    const inList = isListLine(context.text, segment)
    for (const statement of statementsOf(context.text, segment)) {
      switch (statement.kind) {
        case 'figure':
          values.push(...wholeFigure(statement.span, heading, context))
          break
        case 'labelled':
          if (figures || wants === 'list') values.push(...labelledFigure(statement, heading, context))
          break
        case 'heading':
          heading = headingOf(statement.span, context)
          break
        case 'sentence': {
          if (inList ? !figures && wants !== 'list' : !figures) break
          const found = figuresInSentence(statement.span, heading, inList, context)
          // Once told, prose speaks of other things; but for the same of another time: "In 2020 14 came. In 2021 11 came."
          if (told >= Math.max(1, asksOf(context.words)) && !inList && !isOfAnotherTime(found, values)) break
          if (!inList) told += found.length
          values.push(...found)
          // Prose parts lists: what headed the one above does not head the one below.
          if (!inList && heading?.category) heading = null
          break
        }
        default:
          statement satisfies never
      }
    }
  }
  return values
}

/** Does every figure tell a period of its own, which none before it had, as each of those did? */
function isOfAnotherTime(found: readonly FoundValue[], before: readonly FoundValue[]): boolean {
  return (
    before.every(({ period }) => period.basis === 'answer' && period.from !== null) &&
    found.every(
      ({ period }) =>
        period.basis === 'answer' && period.from !== null && before.every((each) => each.period.from !== period.from),
    )
  )
}

/** No answer has so many lines: what goes on beyond is a file in itself. */
const mostSegments = 500

/** «a) 12 b) 31 c) 44» to a question about three years: as many letters as times. */
function partsByLetter(
  segments: readonly { readonly letter?: string }[],
  { asked }: Context,
): readonly { readonly letter: string; readonly heading: Heading }[] {
  const letters = [...new Set(segments.flatMap(({ letter }) => letter ?? []))]
  if (!asked || letters.length < 2 || letters.length !== asked.parts.length) return []
  return asked.parts.map((period, at) => ({
    letter: letters[at] ?? '',
    heading: { category: null, total: false, period, span: asked.span },
  }))
}

function headingOf(span: Span, { text, requestDate }: Context): Heading {
  const words = text.slice(span.start, span.end).replace(/:$/, '').replace(/\s+/g, ' ').trim()
  const [found] = findPeriods(words, { requestDate }).map(({ value }) => value)
  const total = /^(?:grand |overall )?totals?\b/i.test(words)
  const sentence = words.split(' ').length > longestCategory || found !== undefined
  return { category: total || sentence ? null : words, total, period: found ?? null, span }
}

/** More words than these announce and name no category. */
const longestCategory = 7

function isListLine(text: string, segment: Span): boolean {
  return /^\s*(?:[•·‣▪●○◦∙*–—-]|o|\(?[a-z0-9]{1,3}[.)])\s/.test(text.slice(segment.start, segment.start + 12))
}
