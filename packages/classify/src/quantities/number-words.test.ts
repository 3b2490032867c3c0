import { expect, it } from 'vitest'
import { inWords } from './number-words.ts'

it.for([
  ['five', 5],
  ['forty-two', 42],
  ['one hundred and six', 106],
  ['two thousand five hundred', 2500],
  ['a dozen', 12],
  ['two thousand, three hundred', 2300],
  ['three million two hundred thousand', 3_200_000],
] as const)('reads %s as %i', ([words, number]) => {
  expect(inWords(words)).toBe(number)
})

it.for(['one two', 'two forty', 'twenty thirty', 'hundred hundred', 'two thousand three million'])(
  'reads %s as no number',
  (words) => {
    expect(inWords(words)).toBeNull()
  },
)
