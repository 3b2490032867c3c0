import { describe, expect, it } from 'vitest'
import { questionsAndAnswers as read } from './questions-and-answers.ts'

const list = (last: string) => `Request and response

1. How many schools are in the trust? 54

2. How many bells has each? Two

3. Were any stolen? No

${last}

5. How many were mended? Eleven`

describe('a list whose answers stand on the line of their questions', () => {
  it.for([
    ['4. Total spend on bells, 2022/23? c. £410k', '4 Total spend on bells, 2022/23? > c. £410k'],
    ['4. If so how many times? n/a', '4 If so how many times? > n/a'],
    [
      '4. Is there a lower price and for how long? e.g. £50 within 10 days. No',
      '4 Is there a lower price and for how long? e.g. £50 within 10 days. > No',
    ],
  ] as const)('keeps to it: %s', ([last, expected]) => {
    expect(read(list(last))).toContain(expected)
  })

  it.for([
    '4. What is the price of a bell? Please give 2017 and 2018.',
    '4. How many were rung in each year? (2017 to 2019)',
  ])('asks on where the rest says how it is meant: %s', (last) => {
    expect(read(list(last)).find((each) => each.startsWith('4'))).toBe(`4 ${last.slice(3)} > `)
  })

  it('is parted at the mark of the others', () => {
    const marked = (words: string) => `Request and response

1. How many bells has the trust? – 54

2. Were any stolen? – No

3. Please give the number mended, by school, during the academic year 2021/22 – ${words}`
    expect(read(marked('Alder 6, Elm nil, Oak 2'))[2]).toBe(
      '3 Please give the number mended, by school, during the academic year 2021/22 > Alder 6, Elm nil, Oak 2',
    )
    expect(read(marked('2022/23'))[2]).toContain('2021/22 – 2022/23 > ')
  })
})
