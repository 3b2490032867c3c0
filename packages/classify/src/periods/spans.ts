import { phrase } from '../recogniser.ts'
import { half, readHalf } from './half-told.ts'
import { calendarYear, daysLater, monthsLater, type Period, period } from './period.ts'
import { begins, ends, gap, point, pointBegins, readPoint } from './written.ts'
import { around, readYears } from './year-pairs.ts'

const joint = String.raw`(?:,?${gap}(?:to|until|till|through|up${gap}to|and)${gap}(?:and${gap}including${gap})?(?:the${gap})?(?:end${gap}of${gap})?|[^\S\n]{0,3}[-–—](?:${gap})?)`
/**
 * From a first day, month or year to a last one, both inside. "And" joins only behind "between": "1 May 2019 and 3 June 2019" are two days.
 * "Pages 1 to 5 May 2019 (inclusive)" would fool it.
 */
export const spans = phrase<Period>({
  id: 'periods/span',
  about: 'From one day, month, quarter or year to another.',
  guards: [
    new RegExp(
      String.raw`(?:[-–—]\s{0,13}|\s(?:to|until|till|through|and)\s{1,13}(?:and\s{1,13}including\s{1,13})?(?:the\s{1,13})?(?:end\s{1,13}of\s{1,13})?)${pointBegins}`,
      'i',
    ),
  ],
  pattern: new RegExp(
    `(?<lead>\\b(?:between|from|covering)${gap}(?:the${gap})?(?:years?${gap})?)?${begins}(?<words>(?<from>${point}|${half})(?<joint>${joint})(?<to>${point}))${ends}`,
    'gi',
  ),
  read: ({ lead, words = '', from = '', joint: joined = '', to = '' }, match, text) => {
    const isBetween = lead !== undefined && !/^covering/i.test(lead)
    if (/and(?!\s+incl)/i.test(joined) && !/^between/i.test(lead ?? '')) return null
    const last = readPoint(to)
    if (!last?.from || !last.to) return null
    if (/^\d{4}$/.test(from) && /^\d{4}$/.test(to)) {
      const start = match.index + (lead ?? '').length
      return readYears(
        Number(from),
        Number(to),
        isBetween ? 'between' : /^[-–—]$/.test(joined) ? 'dash' : 'loose',
        around(text, start, start + words.length),
      )
    }
    const isLoose = /\s/.test(joined) && !/[a-z]/i.test(joined)
    const first = readPoint(from) ?? (isLoose && /^\d+$/.test(from) ? null : readHalf(from, to, last))
    return first?.from && first.from <= last.to ? joinDays(first, last) : null
  },
  examples: [
    { letter: '«1 April 2019 to 31 March 2020»', value: period('span', '2019-04-01', '2020-03-31') },
    { letter: 'the period «13/04/24 -\n19/04/24» (inclusive)', value: period('span', '2024-04-13', '2024-04-19') },
    { letter: 'Between «1st July 2023 and 1st July 2024» how', value: period('span', '2023-07-01', '2024-07-01') },
    { letter: '«28 February to 31 August 2023»', value: period('span', '2023-02-28', '2023-08-31') },
    { letter: '«1 November to 31 January 2020»', value: period('span', '2019-11-01', '2020-01-31') },
    { letter: '«Oct-Dec 2021»', value: period('quarter', '2021-10-01', '2021-12-31') },
    { letter: '«Apr-17 to Mar-18» 1168', value: period('span', '2017-04-01', '2018-03-31') },
    { letter: 'From «July 2016 to June 2018»:', value: period('span', '2016-07-01', '2018-06-30') },
    { letter: 'each year («2015 - 2019»)', value: period('span', calendarYear(2015).from, calendarYear(2019).to) },
    { letter: 'between «2017 and 2018»', value: period('span', '2017-01-01', '2018-12-31') },
    { letter: '«2018/19 to 2020/21»', value: period('span', '2018-04-01', '2021-03-31') },
    { letter: '«Q1 to Q3 2019/20»', value: period('span', '2019-04-01', '2019-12-31') },
    { letter: '«1 to 5 April 2019»', value: period('span', '2019-04-01', '2019-04-05') },
    { letter: 'in «2018 to 2019»', value: period('span', null, null) },
  ],
  nearMisses: [
    '14 August 2025\n- 12 September 2025',
    '1 May 2019 and 3 June 2019',
    '2018 – 2',
    '2017 – 54 lost devices',
    '5 - 6 April 2019',
    '31 March 2020 to 1 April 2019',
    '2019 to date',
  ],
})

function joinDays(first: Period, last: Period): Period {
  const isQuarter =
    first.shape === 'month' && last.shape === 'month' && first.from && last.to && isThreeMonths(first.from, last.to)
  return period(isQuarter ? 'quarter' : 'span', first.from, last.to)
}

function isThreeMonths(from: string, to: string): boolean {
  return Number(from.slice(5, 7)) % 3 === 1 && daysLater(to, 1) === monthsLater(from, 3)
}
