import { expect, it } from 'vitest'
import { oneOf } from './one-of.ts'

const patterns = [/^our reply/i, /^Our|ours$/, /\bdecision\b/i, /^answer:?$/i]

it('matches what any of them matches, in fewer expressions', () => {
  const together = oneOf(patterns)
  expect(together.length).toBe(3)
  for (const words of [
    'Our reply',
    'OUR REPLY',
    'our',
    'Ours',
    'is ours',
    'the Decision',
    'Answer:',
    'The answer:',
    '',
  ])
    expect([words, together.some((each) => each.test(words))]).toEqual([
      words,
      patterns.some((each) => each.test(words)),
    ])
})
