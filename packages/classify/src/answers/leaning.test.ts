import { expect, test } from 'vitest'
import type { Asked } from '../questions/index.ts'
import { leansOn } from './leaning.ts'

function asked(...wordings: readonly string[]): readonly Asked[] {
  return wordings.map((words, index) => ({
    index,
    number: `${index + 1}`,
    span: { start: 0, end: 0 },
    words,
    stem: null,
    role: 'request',
    occurrences: [],
  }))
}

test('leans on the nearest time that was told, whatever stands between', () => {
  const questions = asked(
    'How many trees were felled since 1 April 2010?',
    'How many trees were felled because of disease?',
    'How many of the stumps were ground out in this period?',
  )
  expect(leansOn(questions[2] as Asked, questions, ({ index }) => index === 0)?.index).toBe(0)
  const other = asked('How many trees were felled since 1 April 2010?', 'How many saws do you own?')
  expect(leansOn(other[1] as Asked, other, ({ index }) => index === 0)).toBeNull()
})
