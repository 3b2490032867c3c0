import { allMatches } from '../all-matches.ts'
import type { Finding } from '../finding.ts'
import { begins, dayAndMonth, readDayIn, year } from '../periods/written.ts'

/** So long at most goes by between a request and the answer that tells of it without a year. */
const longestWait = 200

/**
 * Days that a letter writes without their year, in the year that makes them the last such day before it:
 * "received on 27 January" in a letter of 16 February 2023. A day much earlier than the letter would have had its year.
 */
export function findDaysBefore(text: string, letterDay: string): readonly Finding<string>[] {
  return allMatches(text, withoutYear).flatMap((match) => {
    const value = lastBefore(match[0], letterDay)
    if (!value || daysBetween(value, letterDay) > longestWait) return []
    return [
      { value, span: { start: match.index, end: match.index + match[0].length }, rule: 'dates/without-year' as const },
    ]
  })
}

const withoutYear = new RegExp(`${begins}${dayAndMonth}(?!,?\\s{0,4}(?:${year}|['’]?\\d\\d\\b)|[-/]\\d)`, 'gi')

function lastBefore(words: string, letterDay: string): string | null {
  const ofLetter = Number(letterDay.slice(0, 4))
  return (
    [ofLetter, ofLetter - 1].map((each) => readDayIn(words, each)).find((day) => day !== null && day <= letterDay) ??
    null
  )
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000
}
