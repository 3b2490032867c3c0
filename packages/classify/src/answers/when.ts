import type { Span } from '@disclosed/document'
import { findPeriods, type Period } from '../periods/index.ts'
import { isStock } from './asked-period.ts'
import { type Context, type FoundValue, noPeriod } from './found-value.ts'

/** Words that head the figures below them: their category, or the days they are about. */
export interface Heading {
  readonly category: string | null
  readonly total: boolean
  readonly period: Period | null
  readonly span: Span
}

/** A period and the words that tell it. */
export interface ToldPeriod {
  readonly period: Period
  readonly span: Span
}

/** A figure before it is known which days it is about. */
export type Undated = Omit<FoundValue, 'period' | 'leansOn'>

/** The answer's own period wins, then its heading's, then the reply's for all answers, then the one asked for. */
export function dated(
  value: Undated,
  own: ToldPeriod | null,
  heading: Heading | null,
  context: Context,
  leansOn: readonly Span[] = [],
): FoundValue {
  const told = own ?? periodWithin(value.span, context)
  // «2 days (14 and 15 December 2021)»: which days they were, and not the time in which they were counted.
  const within = told && isOfSeveralDays(value) && isOneDay(told.period) ? null : told
  if (within) {
    const basis = within.period.shape === 'relative' ? 'request_date' : 'answer'
    const period = toDate(within.period, context)
    // The answer names the year, and only the question says that it was not over.
    const doubt = period.to === within.period.to ? {} : { doubt: value.doubt ?? ('part-of-its-year' as const) }
    return { ...value, ...doubt, leansOn: [...leansOn, within.span], period: { ...daysOf(period), basis } }
  }
  if (heading?.period) {
    return { ...value, leansOn: [...leansOn, heading.span], period: { ...daysOf(heading.period), basis: 'heading' } }
  }
  if (isStock(context.words) && !context.asked) return { ...value, leansOn, period: noPeriod }
  const { asked, replied } = context
  if (replied) {
    return { ...value, leansOn: [...leansOn, replied.span], period: { ...daysOf(replied.period), basis: 'document' } }
  }
  if (asked?.whole) {
    return { ...value, leansOn: [...leansOn, asked.span], period: { ...daysOf(asked.whole), basis: asked.basis } }
  }
  return { ...value, leansOn, period: noPeriod }
}

function isOfSeveralDays({ quantity: { quantity, number, unit } }: Undated): boolean {
  return quantity === 'duration' && typeof number === 'number' && number > 1 && /day|week|month|year/i.test(unit ?? '')
}

/** «As at 31 March» is a day on which something was so, however long it took. */
function isOneDay({ from, to, timing }: Period): boolean {
  return from !== null && from === to && timing !== 'at'
}

/** «168», and below it «This figure is for 2021/22»: of figures that tell no time of their own. */
export function datedBelow(value: FoundValue, { period, span }: ToldPeriod): FoundValue {
  if (!leftToAsker.includes(value.period.basis)) return value
  return { ...value, leansOn: [...value.leansOn, span], period: { ...daysOf(period), basis: 'answer' } }
}

/** Where days stand that the answer did not tell. */
export const leftToAsker: readonly FoundValue['period']['basis'][] = [null, 'question', 'request_date', 'document']

/** The one period that a stretch of the answer names. */
export function periodWithin(span: Span, { text, requestDate }: Context): ToldPeriod | null {
  const found = findPeriods(text.slice(span.start, span.end), { requestDate })
  const [only] = found
  if (!only || found.length > 1) return null
  return { period: only.value, span: { start: span.start + only.span.start, end: span.start + only.span.end } }
}

/** «2025/26» in an answer to a question about «2025/26 (to date)» is no whole year. */
export function toDate<Days extends Pick<Period, 'from' | 'to'>>(
  period: Days,
  { asked }: Pick<Context, 'asked'>,
): Days {
  // Alone, "since 2018" opens no year: the first one it names is over, and so is each that another one follows.
  const open =
    isYear(period) && asked && asked.parts.length > 1
      ? asked.parts.some((part) => part.from === period.from && part.to === null) &&
        asked.parts.every((part) => (part.from ?? '') <= (period.from ?? ''))
      : false
  return open ? { ...period, to: null } : period
}

function isYear({ from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return (
    from !== null &&
    to !== null &&
    // «01/04/15 - 03/03/16» ends in the last month of its year, and before its end.
    from.endsWith('-01') &&
    Number(to.slice(8)) >= 28 &&
    Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(0, 4)) * 12 - Number(from.slice(5, 7)) ===
      11
  )
}

export function daysOf({ from, to, timing, each }: Period) {
  return { from, to, timing, each }
}
