import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from './classify.ts'
import { unknownSource } from './index.ts'
import { letterFrom } from './partition/letter-from.ts'

/** «1: 12, 14» for each question: its number and the figures of its answer. */
function readingOf(text: string): readonly string[] {
  const { questions } = classify(letterFrom(text).document, { source: unknownSource, register: register() })
  return questions.map(({ number, values }) => `${number}: ${values.map((value) => value.number).join(', ')}`)
}

const asked = `Amblethorpe Council

Swans and their keep

Reference: FOI2012/063

1.) Numbers of swans ringed in 2010, 2011 and 2012.

2.) Total cost of their keep in each of those years.

`

it('takes points for answers whose numbers begin anew and that ask for nothing', () => {
  expect(
    readingOf(`${asked}1.) 162, 156 and 175 respectively\n\n2.) £84,500, £80,219 and £93,341 respectively\n`),
  ).toEqual(['1: 162, 156, 175', '2: 84500, 80219, 93341'])
})

it('takes them for questions where they ask', () => {
  expect(readingOf(`${asked}1.) How many swans were lost?\n\n2.) How many ducks were lost?\n`)).toHaveLength(4)
})

it('hears who speaks below heads that count and take turns', () => {
  expect(
    readingOf(`Amblethorpe Trust

Request Summary: Swans

Question Number 1:
This is a request under the Freedom of Information Act, and I want information on swans.

How many swans were ringed in 2019?
Answer To Question 1:
There were 14 swans ringed in 2019.
Question Number 2:
Please give the total number of ducks ringed in 2019.

• Please give data for the year 2019

Answer To Question 2:
There were 31 ducks ringed in 2019.`),
  ).toEqual(['1: 14', '2: 31'])
})

it('takes the fields of records for no questions', () => {
  const year = (each: string) =>
    `${each}\n\n• Number of swans: 14\n• Total cost: £9,450\n• Average cost per swan: £675\n\n`
  expect(
    readingOf(`Swans kept by Amblethorpe Council\n\n${['2018', '2019', '2020', '2021'].map(year).join('')}`),
  ).toEqual([])
})
