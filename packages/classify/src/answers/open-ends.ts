import type { Span } from '@disclosed/document'
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
  text: string,
): readonly FoundValue[] {
  const whole = asked?.whole ?? null
  if (!asked || !whole?.from || whole.to !== null || isStock(words)) return values
  const { from } = whole
  return values.map((value): FoundValue => {
    const { period } = value
    const isUpToDay = period.to !== null && from < period.to && (period.from === null || period.from === period.to)
    if (period.basis !== 'answer' || !isUpToDay || !value.leansOn.some((each) => countsUpTo(each, text))) return value
    return { ...value, leansOn: [...value.leansOn, asked.span], period: { ...period, from, timing: 'during' } }
  })
}

/** «to 30 September 2020», «as at …»; «On 30 September 2020 we issued 14» counts those of that day. */
function countsUpTo({ start, end }: Span, text: string): boolean {
  return /\b(?:to|until|till|and|by|at|as (?:at|of|on)|ending)[^\w]{1,3}(?:the )?(?:end of )?\d/i.test(
    text.slice(Math.max(0, start - 16), Math.min(end, start + 40)),
  )
}

/**
 * «1 April 2023 to date of request: 3» ends on the day of the request; where that is not known, when it ends is not sure.
 */
export function upToRequest(
  values: readonly FoundValue[],
  text: string,
  requestDate: string | null,
): readonly FoundValue[] {
  return values.map((value): FoundValue => {
    const { from, to } = value.period
    const isUpTo =
      from !== null && to === null && value.leansOn.some(({ start, end }) => endsWithRequest(text, start, end))
    if (!isUpTo || value.doubt) return value
    return requestDate !== null && from <= requestDate
      ? { ...value, period: { ...value.period, to: requestDate } }
      : { ...value, doubt: 'noted' }
  })
}

function endsWithRequest(text: string, start: number, end: number): boolean {
  return /\b(?:date|day|time)\sof\s(?:(?:this|your|the|my)\s)?request\b/i.test(
    text.slice(start, Math.min(end, start + longestTime)),
  )
}

const longestTime = 140
