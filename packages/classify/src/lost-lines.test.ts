import { expect, test } from 'vitest'
import { linesLost } from './lost-lines.ts'
import { questionsAndAnswers } from './questions/questions-and-answers.ts'

/** What stands between makes the page longer than any line. */
const courtesies = Array.from(
  { length: 12 },
  (_, at) => `The council keeps its records for year ${at + 1} in the depot at Amblethorpe and looks after them well.`,
).join(' ')

function lines(text: string): readonly string[] {
  return (linesLost(text, { start: 0, end: text.length }) ?? []).map(({ start, end }) => text.slice(start, end))
}

test('keeps a line that is short enough to be one', () => {
  expect(linesLost('Request: 1. How many? 2. Why? Answer: 4.', { start: 0, end: 40 })).toBeNull()
})

test('parts a page at its sentences, the words that announce a part and the points that count', () => {
  const page = `Amblethorpe Council, 4 Mill Lane 3 May 2019 Our Ref: FOI 12 Dear Sir, Thank you for your request. Request: 1. How many kennels are there? Please give them by year. 2. What do they cost? Response 1. There are 14. 2. They cost £500. ${courtesies}`
  expect(lines(page).slice(0, 11)).toEqual([
    'Amblethorpe Council, 4 Mill Lane',
    '3 May 2019',
    'Our Ref: FOI 12',
    'Dear Sir,',
    'Thank you for your request.',
    'Request:',
    '1. How many kennels are there? Please give them by year.',
    '2. What do they cost?',
    'Response',
    '1. There are 14.',
    '2. They cost £500.',
  ])
})

test.each([
  ['There were 1. We hold no more.', ['There were 1.', 'We hold no more.']],
  ['This is under section 2. The Act says so.', ['This is under section 2.', 'The Act says so.']],
  ['In all 2014 3 2015 Nil You are free to use them.', ['In all 2014 3 2015 Nil', 'You are free to use them.']],
])('takes no figure for a point: %s', (sentence, expected) => {
  expect(lines(`${sentence} ${courtesies}`).slice(0, 2)).toEqual(expected)
})

test('pairs what a page without lines asks and answers', () => {
  const page = `Dear Ms Hollin, In which you asked: 1. How many wells are there? 2. How many are dry? Our response: 1. There are 31 wells. 2. We hold no record of dry wells. ${courtesies}`
  expect(questionsAndAnswers(page).map((each) => each.slice(0, 70))).toEqual([
    '1 How many wells are there? > There are 31 wells.',
    expect.stringContaining('2 How many are dry? > We hold no record of dry wells.'),
  ])
})

test('hears the points of a reply as questions where each stands over its answer', () => {
  const letter =
    'Response\n\n1. The number of ponds in the parish.\n\nThere are 4 ponds.\n\n2. The number of ponds that were dredged.\n\nNone were dredged.\n\n3. The cost of the work.\n\nNothing was spent.'
  expect(questionsAndAnswers(`Dear Ms Hollin\n\n${letter}`)).toEqual([
    '1 The number of ponds in the parish. > There are 4 ponds.',
    '2 The number of ponds that were dredged. > None were dredged.',
    '3 The cost of the work. > Nothing was spent.',
  ])
})
