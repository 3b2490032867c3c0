import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { begins, ends, financialYearName, year } from './written.ts'

/**
 * "The financial year 2020" is 2019/20 to one office and 2020/21 to the next: it is a period whose days are not told.
 * "Ending" settles it.
 */
export const financialYearsByOneNumber = phrase<Period>({
  id: 'periods/financial-year-by-one-number',
  about: 'A financial year named by a single year: which of two, the words do not say, unless they say "ending".',
  hints: ['f'],
  pattern: new RegExp(
    String.raw`${begins}(?:${financialYearName}|FYE|year)(?<ending>[ ]?end(?:ing|ed|s)?(?:[ ]in)?)?[ :]{0,2}(?<year>${year}|(?<=FYE?[ ]?)\d\d)(?!\s{0,2}(?:to|[/–-])\s{0,2}\d)${ends}`,
    'gi',
  ),
  read: ({ ending, year: written = '' }, [words]) => {
    const isFinancial = /^f/i.test(words)
    if (!isFinancial) return null
    const last = written.length === 2 ? 2000 + Number(written) : Number(written)
    const isEnding = ending !== undefined || /^FYE/i.test(words)
    return isEnding
      ? period('financial_year', `${last - 1}-04-01`, `${last}-03-31`)
      : period('financial_year', null, null)
  },
  examples: [
    { letter: 'In the «financial year 2020» we spent', value: period('financial_year', null, null) },
    { letter: '«FY20»: 3', value: period('financial_year', null, null) },
    { letter: 'the «financial year ending 2020»', value: period('financial_year', '2019-04-01', '2020-03-31') },
    { letter: '«FYE 2021»', value: period('financial_year', '2020-04-01', '2021-03-31') },
  ],
  nearMisses: ['financial year 2019/20', 'the year 2020', 'FYI 2020', 'financial year 2019 to 2020'],
})
