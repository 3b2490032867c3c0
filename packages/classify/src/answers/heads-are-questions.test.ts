import { expect, it } from 'vitest'
import { figuresOf } from './figures-of.ts'

const letter = (third: string, heads: string) => `Amblethorpe Borough Council
Our ref: FOI 4471

Under the Freedom of Information Act 2000 you asked for:

1. The number of fines issued
2. The number of fines paid
3. ${third}

The table below has the information requested.

Year\t${heads}
2018/19\t17\t11\t2
2019/20\t22\t19\t4
`

it('takes Q1, Q2 and Q3 over the columns of a table for the three questions', () => {
  expect(figuresOf(letter('The number of fines cancelled', 'Q1\tQ2\tQ3'))).toEqual([
    ['=17 2018-04-01..2019-03-31', '=22 2019-04-01..2020-03-31'],
    ['=11 2018-04-01..2019-03-31', '=19 2019-04-01..2020-03-31'],
    ['=2 2018-04-01..2019-03-31', '=4 2019-04-01..2020-03-31'],
  ])
})

it('leaves them quarters where the letter speaks of quarters', () => {
  const figures = figuresOf(letter('The number of fines cancelled in each quarter', 'Q1\tQ2\tQ3')).flat()
  expect(figures).not.toContain('=17 2018-04-01..2019-03-31')
})
