import { expect, it } from 'vitest'
import { figuresOf, plainFoot, plainHead } from '../answers/figures-of.ts'

it('capitals with a dot that count are the labels of questions', () => {
  const letter = `${plainHead(2023)}You asked:

'I am looking at ponds and should be glad to have, for the calendar year 2022:
A. the number of ponds that were cleared
B. the number of these that held newts
C. the cost of clearing them.'

Our response

A. 14
B. 3
C. £2,100
${plainFoot}`
  expect(figuresOf(letter)).toEqual([
    ['=14 2022-01-01..2022-12-31'],
    ['=3 2022-01-01..2022-12-31'],
    ['=2100 2022-01-01..2022-12-31'],
  ])
})

it('an initial is none', () => {
  const letter = `${plainHead(2023)}You asked:

1. How many ponds were cleared in 2022?

A. Warden looked at each.
14 were cleared in 2022.
${plainFoot}`
  expect(figuresOf(letter)).toEqual([['=14 2022-01-01..2022-12-31']])
})

it('rows of a table by these letters answer their own asks, and bands are none of them', () => {
  const letter = (head: string) => `${plainHead(2023)}You asked, for 2021 and 2022:

A. the number of ponds that were cleared
B. the number of these that held newts
C. the number of pumps and nets lost

Our response

${head} | 2021 | 2022
A | 14 | 17
B | 3 | 4
C - pumps | 1 | 0
C - nets | 6 | 8
${plainFoot}`
  expect(figuresOf(letter('Part'))).toEqual([
    ['=14 2021-01-01..2021-12-31', '=17 2022-01-01..2022-12-31'],
    ['=3 2021-01-01..2021-12-31', '=4 2022-01-01..2022-12-31'],
    [
      '=1 2021-01-01..2021-12-31 pumps',
      '=0 2022-01-01..2022-12-31 pumps',
      '=6 2021-01-01..2021-12-31 nets',
      '=8 2022-01-01..2022-12-31 nets',
    ],
  ])
  expect(figuresOf(letter('Band'))[0]).not.toEqual(['=14 2021-01-01..2021-12-31', '=17 2022-01-01..2022-12-31'])
})
