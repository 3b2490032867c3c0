import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { begins, ends, quarterAndYear, readPair, readQuarter } from './written.ts'

/**
 * A quarter by its number. Beside a pair of years it is one of a financial year, which begins in April.
 * Beside a single year it is one of the calendar only where the letter says "in" or the like before it and speaks of no
 * financial years: "Q1 2017" at the head of a line may as well be the first question's answer about 2017, so its days stay untold.
 */
export const quarters = phrase<Period>({
  id: 'periods/quarter',
  about: 'A quarter by its number, with its year.',
  hints: ['q', 'quarter'],
  pattern: new RegExp(`${begins}${quarterAndYear}${ends}`, 'gi'),
  read: (_, match, text) => {
    const read = readQuarter(match[0])
    if (!read || readPair(match[0])) return read
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    const around = text.slice(Math.max(0, match.index - 300), match.index + 300)
    const isSaid = /\b(?:in|for|during|of|since|from|to|until|and)\s{1,3}(?:the\s)?$/i.test(before)
    return isSaid && !ofFinancialYears.test(around) ? read : period('quarter', null, null)
  },
  examples: [
    { letter: '«Q3 2019/20» only', value: period('quarter', '2019-10-01', '2019-12-31') },
    { letter: '«Q4 2019-20»', value: period('quarter', '2020-01-01', '2020-03-31') },
    { letter: '«Q3 19/20» 14', value: period('quarter', '2019-10-01', '2019-12-31') },
    { letter: 'in the «second quarter of 2019/20»', value: period('quarter', '2019-07-01', '2019-09-30') },
    { letter: '«2021/22 Q1»', value: period('quarter', '2021-04-01', '2021-06-30') },
    { letter: 'Raised in «Q1 2020»: 3', value: period('quarter', '2020-01-01', '2020-03-31') },
    { letter: '«Q1 2017» – Nil', value: period('quarter', null, null) },
  ],
  nearMisses: ['Q1. In 2019 there were 5', 'Q3', 'a quarter of them', 'Q5 2019', 'Q1 11/12/2019', 'Q2 3/4 of them'],
})

const ofFinancialYears = /financial|fiscal|\bFY|\b20\d\d\/\d\d\b/i
