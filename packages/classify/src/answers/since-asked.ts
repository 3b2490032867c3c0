import { type AskedPeriod, isStock } from './asked-period.ts'
import type { FoundValue } from './found-value.ts'

/**
 * «How many were logged since 25 May 2018?» answered by «259 to 30 September 2020», «As of 30 September 2020, 259»: what was asked about
 * begins on a day and ends nowhere, and the answer tells the day up to which it counted. How many there *are* is of that day alone.
 */
export function fromDayAskedAbout(
  values: readonly FoundValue[],
  asked: AskedPeriod | null,
  words: string,
): readonly FoundValue[] {
  const whole = asked?.whole ?? null
  if (!asked || !whole?.from || whole.to !== null || isStock(words)) return values
  const { from } = whole
  return values.map((value): FoundValue => {
    const { period } = value
    const isUpToDay = period.to !== null && from < period.to && (period.from === null || period.from === period.to)
    if (period.basis !== 'answer' || !isUpToDay) return value
    return { ...value, leansOn: [...value.leansOn, asked.span], period: { ...period, from, timing: 'during' } }
  })
}
