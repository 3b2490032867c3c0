import type { Span } from '@disclosed/document'
import type { Passage } from '../passages/index.ts'
import type { Asked, Candidate } from './index.ts'

/**
 * A point of a numbered list that stands word for word, and with its number, in an earlier one: an authority repeats the request that
 * it was sent, whatever stands between. The same list «for 2019:» and «for 2020:» asks twice.
 */
export function repeatedList(
  text: string,
  { number, listed, stem, span, occurrence }: Candidate,
  words: string,
  questions: readonly Asked[],
  passages: readonly Passage[],
): Asked | null {
  if (!listed || number === null || words.split(' ').length < fewestRepeated) return null
  const same = questions.find((question) => question.number === number && question.words === words)
  if (!same || stemPeriod(text, stem) !== stemPeriod(text, same.stem)) return null
  const first = same.occurrences[0]?.passage ?? 0
  const between = passages.slice(first, occurrence.passage)
  const isOfOtherTime = between.some(
    ({ label, words: said }) => label === null && said.length < 60 && /\b(?:19|20)\d\d\b/.test(said),
  )
  return isOfOtherTime || span.start <= same.span.start ? null : same
}

const fewestRepeated = 6

function stemPeriod(text: string, stem: Span | null): string {
  return stem ? (text.slice(stem.start, stem.end).match(/\d+/g) ?? []).join() : ''
}
