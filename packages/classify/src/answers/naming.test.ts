import { describe, expect, it } from 'vitest'
import type { Asked } from '../questions/index.ts'
import { namedQuestions, sameAs } from './naming.ts'

const questions: readonly Asked[] = ['1', '1.2', '2', '2.2', '3', '4a', '4b'].map((number, index) => ({
  index,
  number,
  span: { start: 0, end: 0 },
  words: '',
  stem: null,
  role: 'request',
  occurrences: [],
}))

describe('namedQuestions', () => {
  it.for([
    ['Q1 - Q3 - The information is published', [0, 1, 2, 3, 4]],
    ['Questions 1 and 2: not held', [0, 1, 2, 3]],
    ['1.-3. This is exempt', [0, 1, 2, 3, 4]],
    ['Please find a file with answers to questions 1 & 2.', [0, 1, 2, 3]],
    ['In relation to question 4, we hold nothing', [5, 6]],
    ['In answer to your second question, there were 4', [1]],
    ['The last part of your request is refused', [6]],
    ['Devices lost (questions 3 and 4)', [4, 5, 6]],
  ] as const)('%s', ([words, indexes]) => {
    expect(namedQuestions(words, questions)).toEqual({ kind: 'these', questions: indexes })
  })

  it('knows the rest and all', () => {
    expect(namedQuestions('As to every other question, this is exempt', questions)).toEqual({ kind: 'rest' })
    expect(namedQuestions('We hold no information on any of all your questions', questions)).toEqual({ kind: 'all' })
  })

  it('counts questions that bear no numbers', () => {
    const plain = questions.map((question) => ({ ...question, number: null }))
    expect(namedQuestions('In relation to question 2, there were 4', plain)).toEqual({ kind: 'these', questions: [1] })
  })

  it.for([
    'Not applicable. See response to Question 1 above',
    'None, as stated in our answer to question 2.',
    'The last request came in 2019',
    '10-20 people',
    'Same as question 1',
    'Section 31 is engaged',
    '3 known',
    'In 2017 there were 4',
  ])('%s names none', (words) => {
    expect(namedQuestions(words, questions)).toBeNull()
  })
})

describe('sameAs', () => {
  it.for([
    ['Same as point (1.2)', { question: 1 }],
    ['As Question 1', { question: 0 }],
    ['Please see the answer to question 2 above.', { question: 2 }],
    ['As above', 'above'],
    ['Please see above.', 'above'],
  ] as const)('%s', ([words, found]) => {
    expect(sameAs(words, 6, questions)).toEqual(found)
  })

  it.for([
    'As at 31 March there were 12',
    'See the attached file',
    '2 known',
    'As we recorded 3 cases in 2019 we cannot say',
  ])('%s repeats none', (words) => {
    expect(sameAs(words, 6, questions)).toBeNull()
  })
})
