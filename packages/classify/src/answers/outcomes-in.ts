import { findCitations } from '../citations/index.ts'
import { onGrounds, rolesOf } from '../exemptions/index.ts'
import { findCues } from '../outcomes/index.ts'
import { partition, partsOf } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from '../questions/index.ts'
import type { Regime } from '../reading.ts'
import { pairAnswers, readAnswers } from './index.ts'

/** The outcome of each question of a letter, before any of its figures is read: for tests. */
export function outcomesIn(text: string, regime: Regime = 'FOIA'): readonly string[] {
  const letter = letterFrom(text)
  const parts = partition(letter)
  const passages = passagesOf(letter, parts)
  const questions = findQuestions(text, passages)
  const citations = findCitations(text, { regimes: [regime], scottish: regime === 'FOISA' })
  const request = partsOf(parts, 'request').map(({ span }) => span)
  const worded = findCues(text).filter(
    ({ span }) => !request.some(({ start, end }) => start <= span.start && span.end <= end),
  )
  const requestSpans = [...request, ...questions.map(({ span }) => span)]
  const cues = onGrounds(text, worded, rolesOf(text, citations, worded, { requestSpans, rightsSpans: [] }))
  return readAnswers(text, questions, pairAnswers(text, passages, questions), cues, []).map(({ outcome }) => outcome)
}
