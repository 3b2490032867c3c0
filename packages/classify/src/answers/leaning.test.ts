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

test.for([
  ['In terms of the answer to (1), which rivers were they seen on?', 0],
  ['How many of the otters in Q2 had cubs?', 1],
  ['How many of the rangers at 3. have left?', 2],
  ['Over the four years, how many boats were sunk?', 0],
  ['How many have been seen since then?', 0],
  ['How many rangers were employed at that date?', 0],
  ['Which ranger saw the most?', 1],
  ['How many boats were lent to 12 schools?', null],
  ['Do you answer in 20 days?', null],
  ['How many saws do you own in 3 parks?', null],
] as const)('takes the time of the question that is named: %s', ([words, above]) => {
  const dated = (index: number) => index === 0 || above === index
  const questions = asked(
    'How many otters were seen since May 2016?',
    'How many otters had cubs?',
    'Which rangers saw them?',
    words,
  )
  expect(leansOn(questions[3] as Asked, questions, ({ index }) => dated(index))?.index ?? null).toBe(above)
})
