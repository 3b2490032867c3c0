import { pairAnswers } from '../answers/pairing.ts'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from './index.ts'

/** Each question of a letter with what answers it, for tests: "1 How many? > 14". */
export function questionsAndAnswers(text: string): readonly string[] {
  const letter = letterFrom(text)
  const passages = passagesOf(letter, partition(letter))
  const questions = findQuestions(text, passages)
  const { answers } = pairAnswers(text, passages, questions)
  return questions.map(({ number, words, index }) => {
    const said = (answers[index] ?? []).map(({ span }) => text.slice(span.start, span.end).replace(/\s+/g, ' '))
    return `${number ?? '-'} ${words} > ${said.join(' | ')}`
  })
}
