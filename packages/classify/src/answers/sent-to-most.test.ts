import { expect, it } from 'vitest'
import { outcomesIn } from './outcomes-in.ts'

const questions = `Request

1. How many kites were seen?

2. How many kites were caught?

3. For what purpose are kites flown?

4. What are the plans for kites in winter?

Response

`

it('sends those to the file whom nothing further down takes up', () => {
  expect(
    outcomesIn(`${questions}Please see our response attached.

In this case the letter is a refusal notice for question 4. We neither confirm nor deny that any information is held, under section 31(3).`),
  ).toEqual(['attached', 'attached', 'attached', 'ncnd'])
})

it('sends nobody there where most are answered by number', () => {
  expect(
    outcomesIn(`${questions}I enclose a copy of some of the information.

1. There were 14.

2. Nine were caught.

3. For sport.`),
  ).toEqual(['disclosed', 'disclosed', 'disclosed', 'unanswered'])
})

it('takes the figures of the work for no answer', () => {
  const refused = `${questions}Questions 1 to 3

We are unable to answer these. Every one of some 640 reports would need to be opened and read. At ten minutes for each this comes to 106 hours.

Question 4

None.`
  expect(outcomesIn(refused).slice(0, 3)).toEqual(['cost_limit', 'cost_limit', 'cost_limit'])
})

it('leaves a figure that stands before the work', () => {
  const told = `${questions}1. It was between 10 and 20. To be certain each report would have to be read.

2. Nine.`
  expect(outcomesIn(told)[0]).toBe('disclosed')
})

it.for([
  ['Exempt, please see below', 'withheld'],
  ['Withheld - as above', 'withheld'],
  ['Exempt vehicles', 'disclosed'],
] as const)('hears a word that refuses outright: %s', ([answer, outcome]) => {
  expect(outcomesIn(`${questions}1. ${answer}\n\n2. Nine.`)[0]).toBe(outcome)
})

it('hears the letters by which a reply names questions', () => {
  expect(
    outcomesIn(`You asked for the following:

a) how many kites were seen in 2019

b) for each kite, what became of it

I can confirm that we hold the information for (a). There were 14 kites.

In respect of (b) the cost of complying would exceed the limit set by the Act. Section 12(1) applies.`),
  ).toEqual(['disclosed', 'cost_limit'])
})
