import type { Finding } from '../../finding.ts'
import { findPeriods, type Period, wholePeriod } from '../../periods/index.ts'
import { findQuantities, type Quantity } from '../../quantities/index.ts'
import { rememberedBy } from '../../remembered.ts'
import { joinedPeriods } from '../joined-periods.ts'

/** A line or a sentence of an answer with the figures and the periods it holds; spans are counted from its start. */
export interface Line {
  readonly words: string
  readonly figures: readonly Finding<Quantity>[]
  readonly periods: readonly Finding<Period>[]
}

/** Finds the figures and periods of a line. At its start a bare year or month is a period: «2019 34», «Jan 19 5». */
export function lineOf(words: string, requestDate: string | null = null): Line {
  return lineFrom(words, requestDate)
}

const lineFrom = rememberedBy((words, requestDate: string | null): Line => {
  const leading = leadingPeriod(words)
  const from = leading?.span.end ?? 0
  const rest = words.slice(from)
  const moved = <Value>(found: Finding<Value>): Finding<Value> => ({
    ...found,
    span: { start: found.span.start + from, end: found.span.end + from },
  })
  const figures = findQuantities(rest)
    .filter(({ value }) => value.number !== null)
    .map(moved)
  const told = findPeriods(rest, { requestDate })
  // «2020/21 and 2021/22: 168» is one figure of both years; «None in 2020 and 2021» is said of each.
  const periods = (figures.length === 1 && figures[0]?.value.number !== 0 ? joinedPeriods(rest, told) : told).map(moved)
  return {
    words,
    figures,
    periods: leading ? [leading, ...periods] : periods,
  }
})

/** The longest beginning that is a period and is followed by a figure and no more: of «May 12 9» it is «May 12». */
function leadingPeriod(words: string): Finding<Period> | null {
  const opening =
    /^(?:\S{1,12} ){0,3}?\S{1,12}(?=\s{1,9}(?:(?:[£<]\s?)?\d[\d,.]{0,14}[%km]?(?:\s\(\d{1,3}(?:\.\d{1,2})?\s?%\))?|nil|none|zero)\W{0,3}$)/i.exec(
      words,
    )?.[0]
  const value = opening === undefined ? null : wholePeriod(opening)
  if (opening === undefined || value === null || value.from === null) return null
  return { value, span: { start: 0, end: opening.length }, rule: 'answers/leading-period' }
}
