import { expect, test } from 'vitest'
import { isOnlyHeading, saysSomething } from './substance.ts'

const says = (text: string) => saysSomething(text, { start: 0, end: text.length })

test.each([
  'There are 14 public toilets in the district.',
  'The wardens of Amblethorpe lock the gates at dusk.',
  'Your request is under way. The tree officer decides on felling.',
])('hears an answer: %s', (text) => {
  expect(says(text)).toBe(true)
})

test.each([
  'I can confirm that Amblethorpe Council holds the information requested.',
  'Your request has been considered under the Freedom of Information Act 2000.',
  'Below are the details of the information that is being released to you.',
  'Publication date: Friday 24 November 2023',
  'Works of art in Amblethorpe',
  'I would be grateful if you could answer these questions.',
])('hears none: %s', (text) => {
  expect(says(text)).toBe(false)
})

test.each([
  ['Our response:', true],
  ['- Decision', true],
  ['1.', false],
  ['None', false],
])('tells a heading from an answer: %s', (words, expected) => {
  expect(isOnlyHeading(words)).toBe(expected)
})
