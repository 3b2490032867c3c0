import { quote, type Span } from '@disclosed/document'
import type { MeasureCode } from '@disclosed/reference'
import type { FoundValue, ReadPeriod } from '../answers/index.ts'
import type { Finding } from '../finding.ts'
import type { Letter } from '../letter.ts'
import { measureOf } from '../measures/index.ts'
import { type Part, partsOf } from '../partition/index.ts'
import { findPeriods, type Period } from '../periods/index.ts'
import { findQuantities, type Quantity } from '../quantities/index.ts'
import type { Kind } from '../reading.ts'
import { sentencesOf } from '../sentences.ts'
import type { FoundTable } from '../tables/index.ts'

/** What a report of its own accord says: the days it covers, and its figures. */
export interface Report {
  readonly period: Finding<Period> | null
  readonly measure: MeasureCode | null
  readonly values: readonly FoundValue[]
}

interface Reported {
  readonly letter: Letter
  readonly parts: readonly Part[]
  readonly kind: Kind
  readonly tables: readonly FoundTable[]
}

/** Reads a report of incidents; of any other kind of document its own figures are not told apart from talk. */
export function readReport({ letter, parts, kind, tables }: Reported): Report | null {
  if (kind !== 'incident_report') return null
  const period = coveredPeriod(letter)
  const measure = measureOf(
    letter.lines
      .slice(0, 12)
      .map(({ text }) => text)
      .join('\n'),
  )
  const values = partsOf(parts, 'reply', 'opening')
    .flatMap(({ lines }) => lines)
    .filter(
      (line) => !tables.some(({ span, title }) => inside(line, span) || (title !== null && inside(line, title.span))),
    )
    .flatMap((line) => sentencesOf(letter.text, line))
    .flatMap((sentence) => figuresIn(letter.text, sentence, period))
  return { period, measure, values }
}

function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** How many lines below its title a report says which days it covers. */
const headLines = 20

/** The first span of days that the head of the report names: its title, the line below, or its first sentence. */
function coveredPeriod({ lines, text }: Letter): Finding<Period> | null {
  for (const line of lines.slice(0, headLines)) {
    const found = findPeriods(quote(text, line), { requestDate: null }).filter(
      ({ value }) => value.from !== null && value.to !== null && value.shape !== 'day',
    )
    const [first] = found
    if (first && found.length === 1) {
      return {
        value: first.value,
        span: { start: line.start + first.span.start, end: line.start + first.span.end },
        rule: 'report/period-in-head',
      }
    }
  }
  return null
}

/** A count of incidents that a sentence states as what happened: «Overall there were 12 incidents.», «In 3 cases the breach …». */
function figuresIn(text: string, sentence: Span, period: Finding<Period> | null): readonly FoundValue[] {
  const words = quote(text, sentence)
  if (!states.test(words) || (notStated.test(words) && !tellsCases.test(words))) return []
  const counts = findQuantities(words).filter(
    ({ value, span }) =>
      value.number !== null && value.quantity === 'count' && countsIncidents(value, words, words.slice(span.end)),
  )
  // "In 13 of them …, though none had to be reported": a nought beside a figure is a remark on it.
  const positive = counts.filter(({ value }) => value.number !== 0)
  const found = positive.length > 0 ? positive : counts
  const own = findPeriods(words, { requestDate: null })
  if (found.length !== 1 || own.length > 1) return []
  return found.map(({ value, span }): FoundValue => {
    const [told] = own
    const read: ReadPeriod = told
      ? { ...fields(told.value), basis: 'answer' }
      : period
        ? { ...fields(period.value), basis: 'document' }
        : { from: null, to: null, timing: 'during', each: null, basis: null }
    return {
      quantity: value,
      span: { start: sentence.start + span.start, end: sentence.start + span.end },
      leansOn: [sentence, ...(told || !period ? [] : [period.span])],
      category: null,
      total: false,
      period: read,
      rule: 'report/sentence',
    }
  })
}

function fields({ from, to, timing, each }: Period) {
  return { from, to, timing, each }
}

const states =
  /\b(?:there (?:have been|were|was|has been)|recorded|reported|received|logged|occurred|identified|in (?:\d+|[a-z]+) (?:instances?|cases?|incidents?|of (?:them|these|those))|total(?:led)?|were|had)\b/i
const notStated =
  /\b(?:within (?:the required )?\d+ (?:hours|days) of|must|should|could|would|may|if|requires?|states that|example|threshold of)\b/i

/** «In 13 of them the team was not told in time, as it should be»: what happened, whatever ought to have. */
const tellsCases = /^\W*in (?:\d+|[a-z]+) (?:instances?|cases?|incidents?|of (?:them|these|those))\b/i

function countsIncidents({ unit }: Quantity, words: string, after: string): boolean {
  if (/^ of (?:them|these|those)\b/i.test(after)) return true
  return /\b(?:breach|incident|instance|case|event|near miss|loss|attack)/i.test(unit ?? words)
}
