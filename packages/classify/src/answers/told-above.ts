import type { Span } from '@disclosed/document'
import type { Asked } from '../questions/index.ts'
import { isStock, spanOf } from './asked-period.ts'
import type { FoundValue, ReadPeriod } from './found-value.ts'
import { leansOn } from './leaning.ts'

/** The days that the figures of one answer cover together, and the words that tell them. */
export interface Covered {
  readonly days: Pick<ReadPeriod, 'from' | 'to'>
  readonly leansOn: readonly Span[]
}

/** What an answer's figures tell of time; null where they tell none, or times with gaps between them. */
export function coveredBy(values: readonly FoundValue[]): Covered | null {
  const dated = values.filter(({ period }) => period.from !== null && period.to !== null && period.timing === 'during')
  const told = [...new Map(dated.map((each) => [`${each.period.from} ${each.period.to}`, each])).values()]
  // A total stands beside its years.
  const distinct = told.filter((each) => told.every((other) => other === each || !holds(each.period, other.period)))
  const whole = spanOf(distinct.map(({ period }) => ({ ...period, shape: 'span' as const })))
  if (!whole?.from || !whole.to) return null
  return { days: { from: whole.from, to: whole.to }, leansOn: distinct.flatMap((each) => each.leansOn.slice(-1)) }
}

function holds(outer: ReadPeriod, inner: ReadPeriod): boolean {
  return (outer.from ?? '') <= (inner.from ?? '') && (inner.to ?? '') <= (outer.to ?? '')
}

/**
 * A question that names no time and leans on one above, «How many of these were reported?»: where that one named none either, its answer
 * told the years, and a figure without any is of all of them. `covered` holds what the answers above told, by their questions' places.
 */
export function withTimeOfAbove(
  values: readonly FoundValue[],
  question: Asked,
  questions: readonly Asked[],
  covered: readonly (Covered | null)[],
): readonly FoundValue[] {
  if (values.length === 0 || values.some(({ period }) => period.basis !== null) || isStock(question.words))
    return values
  const above = leansOn(question, questions, ({ index }) => (covered[index] ?? null) !== null)
  const time = above && covered[above.index]
  return time ? values.map((value) => ofDays(value, time, 'document')) : values
}

/**
 * «In each of the past five years, 2010 to 2014?» answered by «2010-11: 84 … 2014-15: 164» and, below them, causes: these are of the years that
 * the answer told, and not of those that were asked about.
 */
export function withTimeOfAnswer(values: readonly FoundValue[]): readonly FoundValue[] {
  const own = values.filter(({ period }) => period.basis === 'answer' || period.basis === 'heading')
  const asked = values.filter(({ period }) => period.basis === 'question')
  const time = coveredBy(own)
  const [first] = asked
  if (!time || !first || new Set(own.map(({ period }) => period.from)).size < 2) return values
  const { from, to } = first.period
  if (asked.some(({ period }) => period.from !== from || period.to !== to)) return values
  if (!from || !to || !time.days.from || !time.days.to || to < time.days.from || time.days.to < from) return values
  return values.map((value) => (asked.includes(value) ? ofDays(value, time, 'answer') : value))
}

function ofDays(value: FoundValue, { days, leansOn: words }: Covered, basis: ReadPeriod['basis']): FoundValue {
  return { ...value, leansOn: [...value.leansOn, ...words], period: { ...days, timing: 'during', each: null, basis } }
}
