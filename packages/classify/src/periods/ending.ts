import { inWords, numberWord } from '../quantities/number-words.ts'
import { phrase } from '../recogniser.ts'
import { daysLater, lastOfMonth, monthsLater, type Period, period } from './period.ts'
import { day, ends, gap, monthAndYear, readPoint } from './written.ts'

/** A length of time told by its last day: "the year ended 31 March 2020", "12 months to June 2021", "week ending 12/04/24". */
export const ending = phrase<Period>({
  id: 'periods/ending',
  about: 'A week, month, quarter or year, or some months, told by the last day.',
  hints: ['end', ' to', 'up to'],
  guards: [/(?:(?:week|month|quarter|year)s?|w\/e)\s{1,13}(?:period\s{1,13})?(?:end|to\s|up\sto\s|up\s{2,13}to\s)/i],
  pattern: new RegExp(
    `(?<![\\w£.,])(?:(?:(?<many>\\d{1,2}|${numberWord})[ -])?(?<unit>week|month|quarter|year)s?|w/e)(?:${gap}period)?${gap}(?:end(?:ing|ed|s)?|up${gap}to|to)${gap}(?:on${gap}|at${gap})?(?:the${gap})?(?:end${gap}of${gap})?(?<last>${day}|${monthAndYear})${ends}`,
    'gi',
  ),
  read: ({ many, unit = 'week', last: words = '' }) => {
    const last = readPoint(words)
    const to = last?.to
    if (!to) return null
    const count = many === undefined ? 1 : (inWords(many) ?? Number(many))
    if (!Number.isInteger(count) || count < 1) return null
    const kind = unit.toLowerCase()
    if (kind === 'week') return last.shape === 'day' ? period('span', daysLater(to, 1 - 7 * count), to) : null
    const months = count * ({ month: 1, quarter: 3, year: 12 }[kind] ?? 0)
    const from = firstOf(to, months)
    const isFinancial = months === 12 && from.endsWith('-04-01')
    return period(
      isFinancial
        ? 'financial_year'
        : months === 12 && from.endsWith('-01-01')
          ? 'calendar_year'
          : months === 3
            ? 'quarter'
            : 'span',
      from,
      to,
    )
  },
  examples: [
    { letter: 'in the «year ended 31 March 2020»', value: period('financial_year', '2019-04-01', '2020-03-31') },
    { letter: 'the «12 months to June 2021»', value: period('span', '2020-07-01', '2021-06-30') },
    { letter: '«year to 14 May 2021»', value: period('span', '2020-05-15', '2021-05-14') },
    { letter: '«quarter ending December 2022»', value: period('quarter', '2022-10-01', '2022-12-31') },
    { letter: '«week ending 14/04/24»', value: period('span', '2024-04-08', '2024-04-14') },
    { letter: 'in the «six months to 30 September 2019»', value: period('span', '2019-04-01', '2019-09-30') },
  ],
  nearMisses: ['years to come', '3 weeks to March 2020', 'the year ending well', '2 years to 31/02/2020'],
})

/** The first of so many months: of whole months where the last day ends one. */
function firstOf(to: string, months: number): string {
  const isMonthEnd = to === lastOfMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))
  return isMonthEnd ? monthsLater(`${to.slice(0, 7)}-01`, 1 - months) : daysLater(monthsLater(to, -months), 1)
}
