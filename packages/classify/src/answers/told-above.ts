import { overlaps, type Span } from '@disclosed/document'
import type { Asked } from '../questions/index.ts'
import { type AskedPeriod, isStock, spanOf } from './asked-period.ts'
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
 * told the years, and a figure without any is of all of them. Where it did name a time that both are asked about, and its answer told days
 * inside it («18/19: 17 (from 25 May 2018)»), they are the figure's. `covered` holds what the answers above told, by their questions' places.
 */
export function withTimeOfAbove(
  values: readonly FoundValue[],
  question: Asked,
  questions: readonly Asked[],
  covered: readonly (Covered | null)[],
  asked: AskedPeriod | null,
): readonly FoundValue[] {
  if (values.length === 0 || isStock(question.words)) return values
  const isUntold = values.every(({ period }) => period.basis === null)
  const years = isUntold ? [] : yearsTakenOver(values, question, asked)
  if (!isUntold && years.length === 0) return values
  const above = leansOn(question, questions, ({ index }) => (covered[index] ?? null) !== null)
  const time = above && covered[above.index]
  if (!time || (!isUntold && !cuts(time.days, years))) return values
  return values.map((value) => ofDays(value, time, 'document'))
}

/** The years of all values, where they are those asked about and the words that tell them stand in another question. */
function yearsTakenOver(
  values: readonly FoundValue[],
  { span }: Asked,
  asked: AskedPeriod | null,
): readonly Covered['days'][] {
  if (!asked?.whole || overlaps(span, asked.span)) return []
  const { from, to } = asked.whole
  const isAllOfThem = values.every(
    ({ period }) => period.basis === 'question' && period.from === from && period.to === to,
  )
  return isAllOfThem ? (asked.parts.length > 1 ? asked.parts : yearsAtEdges(asked.whole)) : []
}

/** The first and the last of some financial or calendar years told as one: «FY 18/19 - 20/21». */
function yearsAtEdges({ from, to }: Covered['days']): readonly Covered['days'][] {
  const [first, last] = [from?.slice(0, 4) ?? '', to?.slice(0, 4) ?? '']
  const isFinancial = from === `${first}-04-01` && to === `${last}-03-31`
  if (!isFinancial && !(from === `${first}-01-01` && to === `${last}-12-31`)) return []
  const step = isFinancial ? 1 : 0
  return [
    { from, to: `${Number(first) + step}${to.slice(4)}` },
    { from: `${Number(last) - step}${from.slice(4)}`, to },
  ]
}

/** Days that reach into the first of these years and the last, and begin later or end sooner. */
function cuts({ from, to }: Covered['days'], years: readonly Covered['days'][]): boolean {
  const [first, last] = [years[0], years.at(-1)]
  if (!from || !to || !first?.from || !first.to || !last?.from || !last.to) return false
  const isCut = from > first.from || to < last.to
  return isCut && first.from <= from && from <= first.to && last.from <= to && to <= last.to
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
