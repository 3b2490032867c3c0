import { inWords, numberWord } from '../quantities/number-words.ts'
import { phrase } from '../recogniser.ts'
import { months, type Period } from './period.ts'
import { begins, ends, gap, pairedYear, readPoint, year } from './written.ts'

const ordinal = '(?<which>first|second|last|latter|1st|2nd)'
const long = `(?:(?<count>${numberWord}|1[01]|[1-9])${gap}months|half|(?<quarter>quarter))`

/**
 * Some months at the beginning or the end of a year. Read as the whole year, a figure would be doubled in the reader's mind.
 * "The first six months of the scheme" names no year and tells nothing.
 */
export const halves = phrase<Period>({
  id: 'periods/half-year',
  about: 'The first or last half, quarter or months of a year.',
  hints: ['half', 'months', 'quarter', 'h1', 'h2'],
  pattern: new RegExp(
    `${begins}(?:(?:${ordinal}${gap}${long}${gap}(?:of|in)${gap}(?:the${gap})?(?:(?:calendar|financial)${gap})?(?:year${gap})?(?<year>${pairedYear}|${year}))|(?<name>H[12])[ ]?(?<of>${pairedYear}|${year}))${ends}`,
    'gi',
  ),
  read: ({ which, count, quarter, year: said, name, of }) => {
    const whole = readPoint(said ?? of ?? '')
    if (!whole?.from || !whole.to) return null
    const isFirst = name ? /1/.test(name) : /^(?:first|1st)$/i.test(which ?? '')
    // "The second quarter" is a quarter by its number, and "the second six months" are the last ones.
    if (quarter && !/^(?:first|last)$/i.test(which ?? '')) return null
    if (monthsIn(count) > 11) return null
    if (count && /^(?:second|2nd)$/i.test(which ?? '') && !/^(?:six|6)$/i.test(count)) return null
    const length = quarter ? 3 : monthsIn(count)
    const first = Number(whole.from.slice(5, 7))
    const from = isFirst ? first : first + 12 - length
    const told = Number(whole.from.slice(0, 4)) + Math.floor((from - 1) / 12)
    return months('span', told, ((from - 1) % 12) + 1, length)
  },
  examples: [
    { letter: '30 in the «first half of 2021»', value: months('span', 2021, 1, 6) },
    { letter: 'the «second half of 2019/20»', value: months('span', 2019, 10, 6) },
    { letter: 'the «first six months of 2020»', value: months('span', 2020, 1, 6) },
    { letter: 'the «last three months of the financial year 2020/21»', value: months('span', 2021, 1, 3) },
    { letter: 'the «first nine months of 2022»', value: months('span', 2022, 1, 9) },
    { letter: 'the «first 8 months of 2018-19»', value: months('span', 2018, 4, 8) },
    { letter: '«H1 2021»: 12', value: months('span', 2021, 1, 6) },
    { letter: 'the «first quarter of 2021»', value: months('span', 2021, 1, 3) },
  ],
  nearMisses: [
    'half of 2021 claims',
    'the first six months of the scheme',
    'the second quarter',
    'H1 heading',
    'the first half',
  ],
})

function monthsIn(count: string | undefined): number {
  return count === undefined ? 6 : (inWords(count) ?? Number(count))
}
