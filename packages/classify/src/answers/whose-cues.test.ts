import { expect, it } from 'vitest'
import { findCues } from '../outcomes/index.ts'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from '../questions/index.ts'
import { type Answers, amongSeveral } from './whose-cues.ts'

/** For each of two questions, what is said of it in a text that answers both. */
function saidOfEach(reply: string): readonly (readonly string[])[] {
  const text = `Request\n\nPlease confirm:\n\n1. the number of flights\n2. the names of the pilots\n\nResponse\n\n${reply}`
  const letter = letterFrom(text)
  const questions = findQuestions(text, passagesOf(letter, partition(letter)))
  const span = { start: text.indexOf(reply), end: text.length }
  const segments = [{ span, how: 'run' as const, questions: [0, 1] }]
  const cues = findCues(text).filter((cue) => cue.span.start >= span.start)
  const answers: Answers = {
    text,
    questions,
    pairs: { answers: [segments, segments], preamble: [] },
    cues,
    someOwn: false,
    topics: new Map(),
  }
  return questions.map((question) => amongSeveral(answers, question, segments, cues).map(({ value }) => value.outcome))
}

it('takes what is said of the one question from another that a sentence of its own answers', () => {
  expect(saidOfEach('There were 14 flights. The names of the pilots are not held.')).toEqual([[], ['not_held']])
})

it('takes what names neither, or is said of the one where nothing is said of the other, for both', () => {
  expect(saidOfEach('There were 14 flights. The rest is not held.')).toEqual([['not_held'], ['not_held']])
  expect(saidOfEach('The names of the pilots are not held.')).toEqual([['not_held'], ['not_held']])
})
