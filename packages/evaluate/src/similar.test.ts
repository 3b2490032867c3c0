import { expect, it } from 'vitest'
import { similarity } from './similar.ts'

it('is the share of characters in matching blocks', () => {
  expect(similarity('abcd', 'bcde')).toBe(0.75)
  expect(similarity('how many fines', 'how many fines')).toBe(1)
  expect(similarity('abc', 'xyz')).toBe(0)
  expect(similarity('', '')).toBe(1)
})

it('depends on the order, as the longest block that comes first is taken', () => {
  expect(similarity('tide', 'diet')).toBe(0.25)
  expect(similarity('diet', 'tide')).toBe(0.5)
})

it('lets no character begin a block that stands everywhere in a long text', () => {
  const lines = (times: number) => 'ab'.repeat(times)
  expect(similarity('xxbb', lines(90))).toBeCloseTo(4 / 184)
  expect(similarity('xxbb', lines(110))).toBe(0)
})
