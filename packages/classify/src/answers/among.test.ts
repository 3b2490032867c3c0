import { describe, expect, it } from 'vitest'
import { figuresOf, figuresOfSecond } from './figures-of.ts'

const opening = `Amblethorpe Borough Council
Freedom of Information Act 2000

Thank you for your request of 4 March 2024. You asked:

How many times did you call divers to the harbour in 2022?
What did hiring the barge cost in 2022?
What was the cost of the dearest single dive in 2022?

Our response:
`

describe('one text below several questions', () => {
  it('gives each of its figures to the question whose own words stand beside it', () => {
    expect(
      figuresOf(`${opening}
Divers were called 31 times to see to the chains and the sluice.

To hire the barge cost £8,291.

The dearest single dive of the year was £415.
`),
    ).toEqual([['=31 2022-01-01..2022-12-31'], ['=8291 2022-01-01..2022-12-31'], ['=415 2022-01-01..2022-12-31']])
  })

  it('leaves alone what speaks of no question more than of another', () => {
    expect(
      figuresOf(`Amblethorpe Borough Council
Thank you for your request of 4 March 2024. You asked:

How many moorings were let in 2022?
How many visitors came in 2022?

Our response:

The surveyor told us of 14 chains.
`),
    ).toEqual([[], []])
  })
})

describe('a question that does not say that it wants a figure', () => {
  const answered = figuresOfSecond

  it('is given one by an answer that comes straight to it', () => {
    expect(answered('What council tax discount do you give for boats?', '10% of the charge')).toEqual(['=10'])
    expect(answered('What is the full complement of wardens?', '16 with 3 vacancies.')).toEqual(['=16', '=3'])
    expect(answered('I would like the same for the inner basin.', 'There have been 13 boats moved.')).toEqual(['=13'])
  })

  it('is given none by a name, a mention or a pointer', () => {
    expect(answered('Which software do you use?', 'Windows 10 and Tidebook 365')).toEqual([])
    expect(answered('Why were the boats moved?', 'A storm came, and the crane of the 3 wardens had failed.')).toEqual(
      [],
    )
    expect(answered('Describe the survey.', 'See 1 above')).toEqual([])
  })
})
