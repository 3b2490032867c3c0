import { expect, test } from 'vitest'
import { saidAtSide } from '../tables/labels.ts'
import { figuresOf } from './figures-of.ts'

const asked = `Freedom of information response

Request:

How many swans were rung by the council?

How many geese were rung by the council?

What was spent in total on rings?

Please give this for each of the financial years 2018/19 and 2017/18.

Response:
`

test('gives rows on one line that are named after questions to them, and a row between to none', () => {
  const letter = `${asked}  2018-19 2017-18
Q1 - Swans (river) 287 311
Q2 - Geese 155 239
Ducks 19 15
Q3 – Rings £2,834 £2,744`
  expect(figuresOf(letter)).toEqual([
    ['=287 2018-04-01..2019-03-31', '=311 2017-04-01..2018-03-31'],
    ['=155 2018-04-01..2019-03-31', '=239 2017-04-01..2018-03-31'],
    ['=2834 2018-04-01..2019-03-31', '=2744 2017-04-01..2018-03-31'],
  ])
})

test('leaves «Q1 - fines», «Q2 - fines» to be quarters, also beside another row', () => {
  const beside = ['Q1 - fines', 'Q2 - fines', 'Q3 - fines', 'Other']
  expect(saidAtSide({ text: 'Q1 - fines', start: 0, end: 10 }, beside).says).not.toBe('question')
  const few = ['Q1 - swans', 'Q2 - geese', 'Ducks', 'Herons', 'Other']
  expect(saidAtSide({ text: 'Q1 - swans', start: 0, end: 10 }, few).says).not.toBe('question')
})

test('reads a request whose points stand over their figures, and whose last has parts', () => {
  const letter = `I am after information to do with claims:
1.The total number of claims for swans that came in for each of the financial years
2021/22 1,012
2022/23 966
2.The total number of claims for swans resolved for each of the financial years
2021/22 320
2022/23 169
3. For that same time period, please give:
a) The total sum paid in each financial year
2021/22 £38,618
2022/23 £35,487
b) The largest single payout each financial year
2021/22 £11,048
2022/23 £3,111`
  expect(figuresOf(letter)).toEqual([
    ['=1012 2021-04-01..2022-03-31', '=966 2022-04-01..2023-03-31'],
    ['=320 2021-04-01..2022-03-31', '=169 2022-04-01..2023-03-31'],
    ['=38618 2021-04-01..2022-03-31', '=35487 2022-04-01..2023-03-31'],
    ['=11048 2021-04-01..2022-03-31', '=3111 2022-04-01..2023-03-31'],
  ])
})

test.for<[string, readonly string[]]>([
  ['Around 750, although a count of all of them is under way at present, so that this figure may go up.', ['~750']],
  ['There are 5, one bedroom cages to be let this week.', ['=5']],
  ['It is held for the period April 19 to Mar 20, and for Sept 20 to Jan 21 it is not.', []],
])('%s', ([answer, figures]) => {
  const letter = `Request\n\n1. How many cages are there?\n\nResponse\n\n1. ${answer}`
  expect(figuresOf(letter)[0]?.map((each) => each.split(' ')[0])).toEqual(figures)
})

test('takes «None» for no figure where the references of things were asked for', () => {
  const question = 'Please give the application reference for every application that has been awarded costs at appeal'
  expect(figuresOf(`1. ${question} in:\na) 2017/18: None\nb) 2018/19: None`)).toEqual([[]])
  expect(
    figuresOf('1. Please give the number of applications that were awarded costs in:\na) 2017/18: None'),
  ).toHaveLength(1)
})
