import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from '../questions/index.ts'
import { pairAnswers } from './pairing.ts'

/** What answers each question. */
function answers(text: string): readonly (readonly string[])[] {
  const letter = letterFrom(text)
  const passages = passagesOf(letter, partition(letter))
  const pairs = pairAnswers(text, passages, findQuestions(text, passages))
  return pairs.answers.map((mine) => mine.map(({ span }) => text.slice(span.start, span.end).trim()))
}

const three = `Request

1. How many graves were dug?

2. How many were reused?

3. Who runs the cemetery?

`

describe('answers that count in their own way', () => {
  it('are taken in order where a page lost the count of its list', () => {
    expect(answers(`${three}Response\n\n1. Twelve.\n\n1. Four.\n\n1. The Town Clerk.`)).toEqual([
      ['Twelve.'],
      ['Four.'],
      ['The Town Clerk.'],
    ])
  })

  it('answer the questions that are named above them', () => {
    expect(
      answers(`${three}Response\n\nQuestions 2 and 3 we can answer.\n\n1. Four.\n\n2. The Town Clerk.`)[2]?.at(-1),
    ).toBe('The Town Clerk.')
  })

  it('answer by their numbers where these are the questions’ own', () => {
    expect(answers(`${three}Response\n\n1. Twelve.\n\n3. The Town Clerk.`)).toEqual([
      ['Twelve.'],
      [],
      ['The Town Clerk.'],
    ])
  })

  it('answer by their numbers though they were named together before', () => {
    expect(
      answers(
        `${three}Our first answer\n\nQuestions 1 and 2 were answered. Question 3 was refused.\n\nReview\n\n1. Twelve.\n\n2. Four.\n\n3. The Town Clerk.`,
      ),
    ).toEqual([['Twelve.'], ['Four.'], ['The Town Clerk.']])
  })

  it('leave what is said of the others where one stands under its number', () => {
    expect(
      answers(
        `${three}Response\n\nAll the other questions are about graves.\n\n1. Twelve.\n\n2. Four.\n\n3. The Town Clerk.`,
      ),
    ).toEqual([['Twelve.'], ['Four.'], ['The Town Clerk.']])
  })

  it('answer the points below a stem in turn', () => {
    expect(
      answers(`Request

1. Please send a copy of the burial report.

2. Should it be refused, please give at the least:

• How many graves were dug

• How many were reused

Response

1. The report is exempt.

2. As follows:

• 117.

• 58.`).slice(1),
    ).toEqual([['• 117.'], ['• 58.']].map((each) => expect.arrayContaining(each)))
  })
})

it('questions that a text leaves unanswered at its end are not answered by the first answer', () => {
  expect(
    answers(`Question

· How many graves were dug?

· How many were reused?

Answer

How many graves were dug?

Twelve.`),
  ).toEqual([['Twelve.'], []])
})

it('figures below the second of two questions said again answer that one', () => {
  expect(
    answers(`${three}Response

1. How many graves were dug?

2. How many were reused?

• 2019 - 4

3. Who runs the cemetery?

The Town Clerk.`),
  ).toEqual([[], ['• 2019 - 4'], ['The Town Clerk.']])
})
