import { describe, expect, it } from 'vitest'
import { splitInline } from './inline.ts'

const split = (words: string) => {
  const { ask, answer } = splitInline(words, { start: 0, end: words.length })
  return [words.slice(ask.start, ask.end), answer && words.slice(answer.start, answer.end)]
}

describe('splitInline', () => {
  it.for([
    ['How many wardens do you employ?- 1.5 FTE', 'How many wardens do you employ?', '1.5 FTE'],
    ['Has the trust paid a ransom? No.', 'Has the trust paid a ransom?', 'No.'],
    ['What was paid? (in all) £8,320', 'What was paid?', '(in all) £8,320'],
    ['How many staff are there? – 8453', 'How many staff are there?', '8453'],
    ['Price of a new licence - £465.70', 'Price of a new licence', '£465.70'],
    ['Please name the outside firm. – N/A', 'Please name the outside firm.', 'N/A'],
    [
      'the number of fines in the calendar years 2018 and 2019 - 33 and 41 respectively.',
      'the number of fines in the calendar years 2018 and 2019',
      '33 and 41 respectively.',
    ],
    [
      'the number of tickets - Nil in both years. The machine broke in 2017.',
      'the number of tickets',
      'Nil in both years. The machine broke in 2017.',
    ],
    [
      'the number of fines in 2018 and 2019 - The Parking Board issued 61 in 2018 and 74 in 2019.',
      'the number of fines in 2018 and 2019',
      'The Parking Board issued 61 in 2018 and 74 in 2019.',
    ],
    ['the day it was sent;          22 December 2023', 'the day it was sent;', '22 December 2023'],
    [
      'The first part of the postcode (no more is wanted)  S3',
      'The first part of the postcode (no more is wanted)',
      'S3',
    ],
    ['Total number of fines\t14\t15', 'Total number of fines', '14\t15'],
  ] as const)('parts «%s»', ([words, ask, answer]) => {
    expect(split(words)).toEqual([ask, answer])
  })

  it.for([
    'How many fines were issued in 2019 - 2021?',
    'How many fines were issued? (in 2019)',
    'How many fines were issued? (in each year) and how many were paid?',
    'How many dogs were taken in? Please split them by breed.',
    'The number of fines from 13/04/24 - 19/04/24 (inclusive)',
    'What was the cost? (an estimate will do)',
    'The number of fines - the Council may leave out those that were cancelled - in 2019?',
    'the number of fines - by street, ward and day',
    'the number of fines in wards 3 - 5 and 7 respectively',
    'How many were lost, and how many stolen?',
  ])('finds no answer in «%s»', (words) => {
    expect(split(words)).toEqual([words, null])
  })
})
