import type { Span } from '@disclosed/document'
import { isYesNo, wantedBy, wantsFigure } from '../questions/index.ts'
import { figuresInClauses, goesOn } from './clauses.ts'
import { type Listed, listedIn, valuesOfList } from './entries.ts'
import { fieldAt, fieldsOf, figuresByLetter } from './fields.ts'
import { isAnswerByLabel } from './fit.ts'
import type { Context, FoundValue } from './found-value.ts'
import { headingAt } from './headings.ts'
import { figuresInOrder } from './in-order.ts'
import { asksOf, figuresInSentence, speaksOfOther } from './in-sentence.ts'
import type { Item } from './items.ts'
import { periodsOfFigures } from './replied-period.ts'
import { withoutStacks } from './stacked-heads.ts'
import { type Statement, statementsOf } from './statements.ts'
import { datedBelow, type Heading, type ToldPeriod } from './when.ts'

/**
 * The figures that an answer gives. Lines in the shape of a list are read together; of running text only a figure that can
 * be no other thing than what was asked for, and only the first sentence that has one. A question that wants a yes, a day
 * or a document gets none.
 */
export function valuesIn(segments: readonly Segment[], context: Context): readonly FoundValue[] {
  const wants = wantedBy(context.words)
  const figures = wantsFigure(context.words)
  if (!figures && (isYesNo(context.words) || wants === 'document' || wants === 'date')) return []
  const items = withoutStacks(itemsOf(segments.slice(0, mostSegments), context), context.text)
  const given: FoundValue[] = []
  const list: Listed[] = []
  let heading: Heading | null = null
  const sentences: { readonly span: Span; readonly heading: Heading | null }[] = []
  /** The first words of an answer to a question that does not say that it wants a figure. */
  const plain: { readonly span: Span; readonly heading: Heading | null }[] = []
  let told = 0
  /** The statement before, if it gave figures. */
  let gave: string | null = null
  const wordsOf = ({ start, end }: Span): string => context.text.slice(start, end)
  let below: ToldPeriod | null = null
  for (const [index, item] of items.entries()) {
    if (item.kind === 'given') given.push(...item.values)
    if (item.kind === 'field') heading = item.heading
    if (item.kind !== 'said') continue
    const { statement, inList } = item
    switch (statement.kind) {
      case 'entries':
        if (isListed(items, index) || isAnswer(statement, index, items, context))
          list.push(...listedIn(statement, heading, context))
        told += statement.entries.length
        gave = wordsOf(statement.span)
        below = null
        break
      case 'heading':
        heading = headingAt(statement.span, heading, context)
        break
      case 'label':
        if (leadsToFigures(items, index)) heading = headingAt(statement.span, heading, context)
        break
      case 'sentence': {
        if (inList ? !figures && wants !== 'list' : !figures) {
          if (wants === 'text' && index === 0 && items.length <= 3) plain.push({ span: statement.span, heading })
          break
        }
        sentences.push({ span: statement.span, heading })
        const found = figuresInSentence(statement.span, heading, inList, context)
        const [days, ...more] =
          found.length > 0 ? [] : periodsOfFigures(context.text, statement.span, context.requestDate)
        if (days && more.length === 0) {
          heading = { category: null, total: false, ...days }
          below = days
          break
        }
        const parts: readonly FoundValue[] = goesOn(wordsOf(statement.span), gave)
          ? partsOf(statement.span, found, heading, given.at(-1) ?? null, context)
          : []
        gave = found.length + parts.length > 0 ? wordsOf(statement.span) : null
        if (parts.length > 0) {
          given.push(...parts)
          below = null
          break
        }
        // Once told, prose speaks of other things; but for the same of another time: "In 2020 14 came. In 2021 11 came."
        if (told >= Math.max(1, asksOf(context.words)) && !inList && !isOfAnotherTime(found, given)) break
        if (!inList) told += found.length
        if (found.length > 0) below = null
        given.push(...found)
        // Prose parts lists: what headed the one above does not head the one below.
        if (!inList && heading?.category) heading = null
        break
      }
      default:
        statement satisfies never
    }
  }
  if (given.length === 0 && list.length === 0)
    given.push(...firstClauses(sentences, context), ...plainClauses(plain, context))
  const listed = valuesOfList(figures || isPlainList(list, wants) ? list : list.filter(isBareNumber), context)
  const kept = listed.length > 0 ? withoutWordsForOne(given, context.text) : given
  const values = [...withoutNoughts(kept, listed), ...listed]
    .filter((value) => !isYearAskedAbout(value, context))
    .toSorted((one, other) => one.span.start - other.span.start)
  return below ? values.map((value) => datedBelow(value, below)) : values
}

/** «Table A - 2023 breaches by directorate» to a question about 2023 counts nothing. */
function isYearAskedAbout({ quantity, span }: FoundValue, { text, words }: Context): boolean {
  const written = text.slice(span.start, span.end)
  return quantity.quantity === 'count' && /^(?:19|20)\d\d$/.test(written) && words.includes(written)
}

/** What goes on with the figure before it is of the same time, unless it tells another. */
function partsOf(
  span: Span,
  found: readonly FoundValue[],
  heading: Heading | null,
  before: FoundValue | null,
  context: Context,
): readonly FoundValue[] {
  const said = found.length > 0 ? found : figuresInClauses(span, heading, context)
  return said.map((value): FoundValue => {
    const part = { ...value, rule: 'answers/part' as const }
    return before && value.period.basis !== 'answer' && before.period.basis === 'answer'
      ? { ...part, period: before.period, leansOn: before.leansOn }
      : part
  })
}

/** What the first sentence that has any figures says, where no figure of an answer is plainly what was asked for. */
function firstClauses(
  sentences: readonly { readonly span: Span; readonly heading: Heading | null }[],
  context: Context,
): readonly FoundValue[] {
  if (sentences.some(({ span }) => refuses.test(context.text.slice(span.start, span.end)))) return []
  const read = sentences.map(({ span, heading }) => figuresInClauses(span, heading, context))
  const first = read.findIndex((found) => found.length > 0)
  const opens = sentences.map(({ span }) => beginsWithFigure.test(context.text.slice(span.start, span.end)))
  // Lines that each begin with a figure, or with a year, go on with one another.
  const end = opens[first] ? opens.findIndex((is, at) => at > first && !is) : first + 1
  return first === -1 ? [] : read.slice(first, end === -1 ? read.length : end).flat()
}

const beginsWithFigure = /^\W{0,4}(?:in |for |fy ?)?\d/i

/** «It stays at £100», «There were 13», «169 with 37 vacancies»: an answer that comes straight to its figure, whatever it was asked for. */
function plainClauses(
  sentences: readonly { readonly span: Span; readonly heading: Heading | null }[],
  context: Context,
): readonly FoundValue[] {
  return sentences.flatMap(({ span, heading }) =>
    comesToFigure.test(context.text.slice(span.start, span.end)) && span.end - span.start <= 220
      ? figuresInClauses(span, heading, context)
      : [],
  )
}

const comesToFigure =
  /^\W{0,4}(?:(?:since|in) (?:19|20)\d\d,? )?(?:there (?:is|are|was|were|have been|has been) )?(?:(?:a total of|approximately|around) )?\d[\d,.]{0,12}(?:\s[a-z]|%)|^(?:it|this|the [a-z ]{2,40}|overall [a-z ]{2,30}) (?:is|was|stays|remains|stands)\b[^.]{0,60}(?:£\d|\d%)/i

const refuses =
  /\b(?:appropriate limit|cost limit|cost of complying|section (?:12|1[47]|2\d|3\d|4[0-4])|exempt(?:ion|ed)?|withh\w{2,6}|neither confirm)\b/i

/** «Where an incident came to more than one department» beside a list or a table: a word for one counts nothing there. */
export function withoutWordsForOne(values: readonly FoundValue[], text: string): readonly FoundValue[] {
  return values.filter(
    ({ rule, span }) => !rule.startsWith('answers/sentence') || !wordForOne.test(text.slice(span.start, span.end)),
  )
}

const wordForOne = /^(?:(?:approximately|about|around|only|just|more than|at least)\s{1,4})?one\b/i

/** Figures of several times, or of the things that a list was wanted of, are given whatever the words of the question. */
function isPlainList(list: readonly Listed[], wants: string): boolean {
  return (
    list.length > 1 && (wants === 'list' || list.every(({ entry }) => entry.period !== null && entry.label === null))
  )
}

/** «None.» to «What thought was given to it?» counts nothing; «70,000» is a figure whatever was asked. */
function isBareNumber({ rule, entry }: Listed): boolean {
  return rule === 'answers/whole-figure' && entry.figure.value.number !== 0
}

type Segment = { readonly span: Span; readonly letter?: string }

/** No answer has so many lines: what goes on beyond is a file in itself. */
const mostSegments = 500

function itemsOf(segments: readonly Segment[], context: Context): readonly Item[] {
  const { text, tables, requestDate } = context
  const fields = fieldsOf(text, context.question)
  const parts = partsByLetter(segments, context)
  return segments.flatMap(({ span, letter = null }): readonly Item[] => {
    const field = fieldAt(fields, letter) ?? (fields.length === 0 ? fieldAt(parts, letter) : null)
    const above: readonly Item[] = field ? [{ kind: 'field', heading: field }] : []
    const values = [...figuresByLetter(span, fields, context), ...figuresInOrder(span, context)]
    if (values.length > 0) return [...above, { kind: 'given', values }]
    if (tables.some((table) => table.start <= span.start && span.start < table.end)) return above
    const inList = isListLine(text, span)
    const said = statementsOf(text, span, requestDate)
    return [...above, ...said.map((statement): Item => ({ kind: 'said', statement, inList }))]
  })
}

/** Does it stand among others of its shape, or hold several figures of one shape itself? */
function isListed(items: readonly Item[], index: number): boolean {
  const rule = ruleAt(items[index])
  return (
    [index - 2, index - 1, index + 1, index + 2].some((at) => ruleAt(items[at]) === rule) ||
    rule === 'answers/listed-in-line' ||
    rule === 'answers/months-in-turn'
  )
}

function ruleAt(item: Item | undefined): string | null {
  return item?.kind === 'said' && item.statement.kind === 'entries' ? item.statement.rule : null
}

/** Alone, a figure with a label must be told first, or be one of what was asked for. */
function isAnswer(
  { entries, span, rule }: Extract<Statement, { kind: 'entries' }>,
  index: number,
  items: readonly Item[],
  context: Context,
): boolean {
  const words = context.text.slice(span.start, span.end)
  if (speaksOfOther.test(words)) return false
  const isFirst = items.slice(0, index).every((item) => item.kind !== 'said' || item.statement.kind !== 'sentence')
  return entries.every((entry) => entry.label === null || isFirst || isAnswerByLabel(entry, rule, context.words))
}

/** A few words over a figure alone, or over years with their figures, are what these are figures of. */
function leadsToFigures(items: readonly Item[], index: number): boolean {
  const next = items[index + 1]
  if (next?.kind !== 'said') return false
  const { statement } = next
  if (statement.kind === 'heading') return ruleAt(items[index + 2]) !== null
  return statement.kind === 'entries' && statement.entries.every(({ label }) => label === null)
}

/** «No fines were issued for fouling.» beside figures for littering: nought of one thing is none of the whole. */
function withoutNoughts(given: readonly FoundValue[], listed: readonly FoundValue[]): readonly FoundValue[] {
  const all = [...given, ...listed]
  const isNought = ({ quantity, rule }: FoundValue): boolean =>
    quantity.number === 0 && rule.startsWith('answers/sentence')
  if (all.every(isNought)) return given
  return given.filter((each) => !isNought(each) || each.period.basis === 'answer')
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

function isListLine(text: string, segment: Span): boolean {
  return /^\s*(?:[•·‣▪●○◦∙*–—-]|o|\(?(?!0[.)])[a-z0-9]{1,3}[.)])\s/.test(text.slice(segment.start, segment.start + 12))
}
