import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { unknownSource } from '../index.ts'
import { letterFrom } from '../partition/letter-from.ts'

function valuesIn(text: string) {
  const { questions } = classify(letterFrom(text).document, { source: unknownSource, register: register() })
  return questions.map(({ values }) => values)
}

const numbersIn = (text: string) => valuesIn(text).map((values) => values.map(({ number }) => number))

const table = `                         2020      2021
Mobile phones            19        24
Laptops                  2         0

`

const asked = (second: string) => `Question:
Please can you tell me how many of these devices were lost in each of the calendar years 2020 and 2021:
Mobile phones
Laptops
${second}

Response:
`

it('gives a table that opens the reply to the one question that asks for figures and has none', () => {
  expect(
    numbersIn(`${asked('How many have been recovered?')}${table}Recovered - 2020 - 6, 2021 - 13.

All devices are locked from afar when their loss is told to us.`),
  ).toEqual([
    [19, 24, 2, 0],
    [6, 13],
  ])
})

it('gives it to none where two have none', () => {
  const [first = []] = numbersIn(`${asked('How many have been recovered?')}${table}All of them can be wiped from afar.`)
  expect(first).toEqual([])
})

it('takes days named behind their number for no time of it, and a day on which something was so for one', () => {
  const days = 'Q1 On how many days did the gates fail in 2021?\nA1 2 days (14 and 15 December 2021)'
  expect(valuesIn(days)[0]?.map(({ number, from, to }) => [number, from, to])).toEqual([
    [2, '2021-01-01', '2021-12-31'],
  ])
  const wait = 'Q1 How many days was the average wait?\nA1 As at 31 March 2020 the average wait was 45 days.'
  expect(valuesIn(wait)[0]?.map(({ number, from }) => [number, from])).toEqual([[45, '2020-03-31']])
})

it('reads months that follow one another, and is never sure of them', () => {
  const months =
    'Q1 How many gates failed since 1 July 2022, by month?\nA1 There were 7 in all. A monthly split is: Jul 2, Aug 1, Sep 4'
  const values = (valuesIn(months)[0] ?? []).slice(1)
  expect(values.map(({ number, from }) => [number, from])).toEqual([
    [2, '2022-07-01'],
    [1, '2022-08-01'],
    [4, '2022-09-01'],
  ])
  expect(values.some(({ sure }) => sure)).toBe(false)
})
