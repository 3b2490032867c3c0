import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'
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

it('never takes them so for sure', () => {
  const { document } = letterFrom(letter('The number of fines cancelled', 'Q1\tQ2\tQ3'))
  const { questions } = classify(document, { source: unknownSource, register: register() })
  const values = questions.flatMap((each) => each.values)
  expect(values.map(({ sure }) => sure)).toEqual(Array(6).fill(false))
  for (const { measuredBy } of values) expect(measuredBy).toContain('tables/placed-by-words')
})

it('leaves them quarters where the letter speaks of quarters', () => {
  const figures = figuresOf(letter('The number of fines cancelled in each quarter', 'Q1\tQ2\tQ3')).flat()
  expect(figures).not.toContain('=17 2018-04-01..2019-03-31')
})

it('leaves them quarters where the other questions have answers of their own', () => {
  const table = 'Year\tQ1\tQ2\tQ3\n2018/19\t17\t11\t2\n2019/20\t22\t19\t4'
  const [asked = ''] = letter('Who signs them', '').split('The table')
  expect(
    figuresOf(`${asked}Our answers:\n\n1. See below.\n\n${table}\n\n2. 14\n3. The clerk.\n`).map((each) => each[0]),
  ).toEqual(['=17 2018-04-01..2018-06-30', '=14', undefined])
})

it('takes rows that begin with Q1, Q2 and Q3 for the answers to them', () => {
  const rows = 'Answer\t2018/19\t2019/20\nQ1 Issued\t17\t22\nQ2 Paid\t11\t19\nQ3 Cancelled\t2\t4\n'
  const [head = ''] = letter('The number of fines cancelled', '').split('Year\t')
  expect(figuresOf(`${head}${rows}`)).toEqual([
    ['=17 2018-04-01..2019-03-31', '=22 2019-04-01..2020-03-31'],
    ['=11 2018-04-01..2019-03-31', '=19 2019-04-01..2020-03-31'],
    ['=2 2018-04-01..2019-03-31', '=4 2019-04-01..2020-03-31'],
  ])
})

it('leaves rows quarters that all count the same', () => {
  const rows = 'Quarter\t2018/19\t2019/20\nQ1 fines\t17\t22\nQ2 fines\t11\t19\nQ3 fines\t2\t4\n'
  const [head = ''] = letter('The number of fines cancelled', '').split('Year\t')
  expect(figuresOf(`${head}${rows}`)[1]).not.toContain('=11 2018-04-01..2019-03-31')
})

it('closes a year that others follow, however the years that were asked for begin', () => {
  const asked = 'For each financial year since 2018/19, and 2020/21 to date:\n1. number of fines\n2. number of appeals'
  const said = '1. 2018/19: 38\n2019/20: 52\n2020/21: 17\n2. None.'
  expect(
    figuresOf(`Amblethorpe Borough Council\nOur ref: FOI 4471\n\nRequest\n\n${asked}\n\nResponse\n\n${said}\n`)[0],
  ).toEqual(['=38 2018-04-01..2019-03-31', '=52 2019-04-01..2020-03-31', '=17 2020-04-01..'])
})
