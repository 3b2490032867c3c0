import type { Finding } from '../finding.ts'
import type { Period } from '../periods/index.ts'
import { spanOf } from './asked-period.ts'

/**
 * «For 2022-23 and 2023-24 to date 278,969 miles were driven»: years that are joined and follow each other are one time,
 * where one figure is said of them. Others stay as they are.
 */
export function joinedPeriods(words: string, periods: readonly Finding<Period>[]): readonly Finding<Period>[] {
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last || periods.length < 2) return periods
  const counted = countedUpTo(periods)
  if (counted) return [counted]
  const areJoined = periods.every((each, at) => {
    const next = periods[at + 1]
    return !next || /^\s{0,3}(?:&|and|,|,\s?and|\+)\s{0,3}$/i.test(words.slice(each.span.end, next.span.start))
  })
  const whole = areJoined ? spanOf(periods.map(({ value }) => value)) : null
  if (!whole || /\b(?:each|both|every|per|respectively)\b/i.test(words)) return periods
  const toDate = /^\s{0,3}\(?to date\b/i.test(words.slice(last.span.end))
  return [
    {
      ...first,
      value: toDate ? { ...whole, to: null } : whole,
      span: { start: first.span.start, end: last.span.end },
    },
  ]
}

/** «As of 30 September 2020 we had logged 259 since 25 May 2018»: from the one day to the other. */
function countedUpTo([one, other, ...more]: readonly Finding<Period>[]): Finding<Period> | null {
  if (!one || !other || more.length > 0) return null
  const [since, day] = one.value.shape === 'since' ? [one.value, other.value] : [other.value, one.value]
  const isDay = day.from !== null && day.from === day.to
  if (since.shape !== 'since' || !since.from || since.to !== null || !isDay || day.from <= since.from) return null
  return {
    ...one,
    value: { ...since, shape: 'span', to: day.to },
    span: { start: one.span.start, end: other.span.end },
  }
}
