import { inWords, numberWord } from '../quantities/number-words.ts'
import { phrase } from '../recogniser.ts'
import { calendarYear, daysLater, financialYear, monthsLater, type Period, period } from './period.ts'
import { day, ends, gap, monthAndYear, readPoint } from './written.ts'

/**
 * A length of time told by its first day: "the 12 months from 1 April 2021", "the year beginning April 2020". "Two years from 1 May 2019"
 * of a contract that lasts so long would fool it.
 */
export const lasting = phrase<Period>({
  id: 'periods/lasting',
  about: 'Some months, or a year, told by the first day.',
  hints: ['month', 'year'],
  guards: [/(?:months?|years?)\s{1,13}(?:period\s{1,13})?(?:from|begin|start|commenc)/i],
  pattern: new RegExp(
    `(?<![\\w£.,]|part[ -])(?:(?<many>\\d{1,2}|${numberWord})[ -]month[s]?|year)(?:${gap}period)?${gap}(?:from|(?:beginning|starting|commencing)(?:${gap}(?:on|in|from))?)${gap}(?:the${gap})?(?<first>${day}|${monthAndYear})(?!${gap}(?:to|until|till)\\b)(?![ ]?[-–])${ends}`,
    'gi',
  ),
  read: ({ many, first: words = '' }) => {
    const first = readPoint(words)?.from
    const count = many === undefined ? 12 : (inWords(many) ?? Number(many))
    if (!first || !Number.isInteger(count) || count < 1) return null
    const last = daysLater(monthsLater(first, count), -1)
    if (count === 12 && first.endsWith('-04-01')) return financialYear(Number(first.slice(0, 4)))
    return count === 12 && first.endsWith('-01-01')
      ? calendarYear(Number(first.slice(0, 4)))
      : period('span', first, last)
  },
  examples: [
    { letter: 'in the «12 months from 1 April 2021» there', value: financialYear(2021) },
    { letter: 'the «year beginning January 2020»', value: calendarYear(2020) },
    { letter: 'the «six months starting 1 May 2019»', value: period('span', '2019-05-01', '2019-10-31') },
  ],
  nearMisses: [
    'months from now',
    'part year from 25 May 2018',
    '12 months from 1 April 2021 to 1 May 2023',
    'year from 2019',
    '3 months from 31/02/2019',
  ],
})
