import { expect, it } from 'vitest'
import { atLeast, chanceOfAtLeast } from './bound.ts'

it('is the limit that tables of Clopper and Pearson give', () => {
  // Where all were right it is the n-th root of the doubt.
  expect(atLeast(95, 95)).toBeCloseTo(0.05 ** (1 / 95), 6)
  expect(atLeast(299, 299)).toBeCloseTo(0.99003, 4)
  expect(atLeast(9, 10)).toBeCloseTo(0.6058, 4)
  // One side of the usual limits on both sides: 0.4439 to 0.9748 for 8 of 10.
  expect(atLeast(8, 10, 0.025)).toBeCloseTo(0.4439, 4)
  expect(1 - atLeast(2, 10, 0.025)).toBeCloseTo(0.9748, 4)
})

it('is nothing where nothing was seen or right', () => {
  expect([atLeast(0, 0), atLeast(0, 20)]).toEqual([0, 0])
})

it('adds up chances without losing the small ones', () => {
  expect(chanceOfAtLeast(1, 2, 0.5)).toBeCloseTo(0.75)
  expect(chanceOfAtLeast(5000, 5000, 0.999)).toBeCloseTo(0.999 ** 5000, 9)
  expect(chanceOfAtLeast(10, 2000, 0.5)).toBeCloseTo(1)
})
