import { phrase } from '../recogniser.ts'
import { academicYear, calendarYear, financialYear, type Period, period } from './period.ts'
import { begins, ends, financialYearName, readPair, yearPair } from './written.ts'
import { around, type Joined, readYears } from './year-pairs.ts'

/**
 * Two years joined by a stroke or a dash. A letter that counts its seasons or municipal years so without saying it is read
 * as one of financial years.
 */
export const pairsOfYears = phrase<Period>({
  id: 'periods/pair-of-years',
  about: 'Two years joined by a stroke or a dash: a financial year, an academic one, or a span of years.',
  hints: ['/', '-', '–'],
  pattern: new RegExp(`${begins}(?:${financialYearName}[ :]{0,2})?${yearPair}${ends}`, 'gi'),
  read: (_, { 0: words, index }, text) => {
    const pair = readPair(words)
    if (!pair) return null
    const isNamed = /^[a-z]/i.test(words)
    const told = around(text, index, index + words.length)
    const isBetween = /\bbetween\s{1,3}(?:the\s)?(?:years\s)?$/i.test(text.slice(Math.max(0, index - 20), index))
    return readYears(...pair, isBetween ? 'between' : joinedBy(words), isNamed ? { ...told, named: 'financial' } : told)
  },
  examples: [
    { letter: 'in «2019/20» we', value: financialYear(2019) },
    { letter: '«2018-19»: 4', value: financialYear(2018) },
    { letter: '«FY 2021/22»', value: financialYear(2021) },
    { letter: '(«2022-2023»)', value: financialYear(2022) },
    { letter: '«1999/00»', value: financialYear(1999) },
    { letter: 'from «2017-2019»', value: period('span', calendarYear(2017).from, calendarYear(2019).to) },
    { letter: '«2016–18»', value: period('span', '2016-01-01', '2018-12-31') },
    { letter: '«financial years 2016-18»', value: period('span', '2016-04-01', '2018-03-31') },
    { letter: 'the calendar years «2018-19»', value: period('span', '2018-01-01', '2019-12-31') },
    { letter: 'between «2018-2019»', value: period('span', '2018-01-01', '2019-12-31') },
    { letter: 'the «2021/22» academic year', value: academicYear(2021) },
    { letter: 'Session «2021-22»: 4', value: academicYear(2021) },
    { letter: 'for tax year «2019/20»', value: period('financial_year', '2019-04-06', '2020-04-05') },
    { letter: '«2018 - 2019» perhaps', value: period('span', null, null) },
  ],
  nearMisses: [
    'reference 2020-21-3027',
    '2019/25',
    'Year 2019 – 34 incidents',
    '2019-54 lost',
    'FOI/2019/00123',
    '2021/23',
    'EIR/2019/20',
    '2018-02-09',
  ],
})

function joinedBy(words: string): Joined {
  if (words.includes('/')) return 'stroke'
  return /\s[–-]|[–-]\s/.test(words) ? 'loose' : 'dash'
}
