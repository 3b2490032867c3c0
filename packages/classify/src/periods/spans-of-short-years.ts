import { phrase } from '../recogniser.ts'
import { financialYear, type Period, period } from './period.ts'
import { begins, ends, financialYearName, readPair } from './written.ts'

/**
 * "FY 18/19 - 20/21", "2018/19-20/21": from one year to another, the last or both cut short. Without a word for years before them two
 * pairs of small numbers may be scores or shares ("18/19 to 20/21 of them").
 */
export const spansOfShortYears = phrase<Period>({
  id: 'periods/span-of-short-years',
  about: 'From one financial year to another, the last or both by their last two figures.',
  hints: ['/'],
  pattern: new RegExp(
    String.raw`${begins}(?<name>${financialYearName}[ :]{0,2})?(?<from>(?:20)?\d\d\/\d\d)[ ]?(?:to|until|through|[–-])[ ]?(?:FY[ ]?)?(?<to>\d\d\/\d\d)${ends}`,
    'gi',
  ),
  read: ({ name, from = '', to = '' }) => {
    const [first, second] = readPair(from) ?? []
    const [last, end] = readPair(to) ?? []
    if (first === undefined || last === undefined || last <= first) return null
    if (second !== first + 1 || end !== last + 1 || (name === undefined && from.length < 7)) return null
    return period('span', financialYear(first).from, financialYear(last).to)
  },
  examples: [
    { letter: 'in «FY 18/19 - 20/21»?', value: period('span', '2018-04-01', '2021-03-31') },
    { letter: 'for «financial years 18/19 to 20/21»', value: period('span', '2018-04-01', '2021-03-31') },
    { letter: '«2018/19-20/21»', value: period('span', '2018-04-01', '2021-03-31') },
  ],
  nearMisses: ['18/19 to 20/21 of them', 'FY 18/19 - 17', '2018/19-19', 'FY 20/21 - 18/19'],
})
