import { expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from './index.ts'

function wordsOf(text: string): readonly string[] {
  const letter = letterFrom(text)
  return passagesOf(letter, partition(letter))
    .filter(({ role }) => role === 'request')
    .map(({ words }) => words)
}

it('parts a list that lost its line breaks', () => {
  expect(
    wordsOf('You asked:\n\n1) How many swans are there? 2) What do they eat? 3) Who feeds them?\n\nResponse\n\nFour.'),
  ).toEqual(['You asked:', 'How many swans are there?', 'What do they eat?', 'Who feeds them?'])
})

it.for([
  'You asked:\n\nHow many of the swans of section 2) are there?\n\nResponse\n\nFour.',
  'You asked:\n\nHow many swans, 3) ducks and 7) geese are there?\n\nResponse\n\nFour.',
])('parts nothing else: %s', (text) => {
  expect(wordsOf(text)).toHaveLength(2)
})
