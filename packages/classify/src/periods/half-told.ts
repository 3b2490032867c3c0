import { dayOf, month, monthsLater, type Period, period } from './period.ts'
import { dayAndMonth, dayNumber, monthName, monthNumber, quarterName, quarterNumber, readDayIn } from './written.ts'

/** A first day that leaves its month or year to the last: "28 February to 31 August 2023", "Oct-Dec 2021". */
export const half = String.raw`(?:${dayAndMonth}|${monthName}[^\S\n]{1,4}${dayNumber}|${monthName}|${quarterName}|\d{1,2}/\d{1,2}(?!/)|${dayNumber})`

/** The first day, completed from the last: the same year, or the one before where it would come after the last. */
export function readHalf(words: string, lastWords: string, last: Period): Period | null {
  const lastDay = last.to
  if (!lastDay) return null
  const lastYear = Number(lastDay.slice(0, 4))
  if (/q/i.test(words))
    return last.shape === 'quarter' ? earlierQuarter(quarterNumber(words) - quarterNumber(lastWords), last) : null
  const read = readerOf(words, lastDay, last.shape)
  const same = read?.(lastYear)
  return same?.from && same.from > lastDay ? (read?.(lastYear - 1) ?? null) : (same ?? null)
}

function readerOf(words: string, lastDay: string, shape: Period['shape']): ((year: number) => Period | null) | null {
  const digits = /^\s*(\d{1,2})\/(\d{1,2})\s*$/.exec(words)
  if (digits) return shape === 'day' ? (year) => asPeriod(dayOf(year, Number(digits[2]), Number(digits[1]))) : null
  const number = monthNumber(words)
  if (!number) {
    const day = Number.parseInt(words, 10)
    return shape === 'day' ? (year) => asPeriod(dayOf(year, Number(lastDay.slice(5, 7)), day)) : null
  }
  return /\d/.test(words) ? (year) => asPeriod(readDayIn(words, year)) : (year) => month(year, number)
}

function asPeriod(day: string | null): Period | null {
  return day ? period('day', day, day) : null
}

function earlierQuarter(quartersLater: number, { from, to }: Period): Period | null {
  return from && quartersLater < 0 ? period('quarter', monthsLater(from, quartersLater * 3), to) : null
}
