import type { Passage } from '../passages/index.ts'
import type { Asked } from './index.ts'

/** How many questions of the request the reply says again right over words that are none of them: whoever does so answers. */
export function saidAgainOverAnswers(passages: readonly Passage[], questions: readonly Asked[]): number {
  const asked = new Set(questions.flatMap(({ occurrences }) => occurrences.map(({ passage }) => passage)))
  return questions.filter(
    ({ role, occurrences }) =>
      role === 'request' &&
      occurrences.slice(1).some(({ passage, passages: filled }) => {
        const below = passages[passage + filled]
        return passages[passage]?.role === 'reply' && below?.role === 'reply' && !asked.has(below.index)
      }),
  ).length
}
