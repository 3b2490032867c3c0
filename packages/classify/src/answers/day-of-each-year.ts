import { dayAndMonth, readDayIn, year } from '../periods/written.ts'
import type { FoundValue } from './found-value.ts'
import { yearInWords } from './part-remarks.ts'

/**
 * «How many homes stood empty on 1 April of each year?», «… at 31 March 2020, 2021 and 2022?» answered by «2021: 112»: the year says which
 * of these days is meant. Whoever answers may have counted the whole year all the same, so that such a value is never sure.
 */
export function onDayOfEachYear(values: readonly FoundValue[], words: string): readonly FoundValue[] {
  const told = dayOfEach.exec(words)?.groups?.day
  if (told === undefined) return values
  return values.map((value): FoundValue => {
    const { from, to } = value.period
    if (!from || !to || yearInWords(value.period) === null) return value
    const day = [from, to]
      .map((each) => readDayIn(told, Number(each.slice(0, 4))))
      .find((each) => isInside(each, from, to))
    return day
      ? { ...value, period: { ...value.period, from: day, to: day, timing: 'at' }, doubt: 'part-of-its-year' }
      : value
  })
}

const dayOfEach = new RegExp(
  `\\b(?:at|on|as of)\\s(?:the\\s)?(?<day>${dayAndMonth})\\s?(?:,?\\s(?:(?:of|in|for)\\s)?(?:each|every)\\b|,?\\s${year}(?:,\\s${year}){0,9}\\s?(?:,\\s?|&\\s?|and\\s|to\\s)${year}\\b)`,
  'i',
)

function isInside(day: string | null, from: string, to: string): boolean {
  return day !== null && from <= day && day <= to
}
