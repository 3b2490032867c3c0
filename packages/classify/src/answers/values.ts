import type { Span } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { isYesNo, wantedBy, wantsFigure } from '../questions/index.ts'
import { figuresInSentence, labelledFigure, wholeFigure } from './figures.ts'
import type { Context, FoundValue } from './found-value.ts'
import { statementsOf } from './statements.ts'
import type { Heading } from './when.ts'

/**
 * The figures that an answer gives. Lists are read line by line; of running text only a figure that can be no other
 * thing than what was asked for, and only the first sentence that has one. A question that wants a yes, a day or a
 * document gets none.
 */
export function valuesIn(segments: readonly Span[], context: Context): readonly FoundValue[] {
  const wants = wantedBy(context.words)
  const figures = wantsFigure(context.words)
  if (!figures && (isYesNo(context.words) || wants === 'document' || wants === 'date')) return []
  const values: FoundValue[] = []
  let heading: Heading | null = null
  let told = false
  for (const segment of segments) {
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
          if (told && !inList && !isOfAnotherTime(found, values)) break
          told ||= found.length > 0 && !inList
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
