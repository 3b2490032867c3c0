import type { Asked } from '../questions/index.ts'
import { ownWords, stemsOf } from './affinity.ts'
import type { Segment } from './pairing.ts'

/**
 * As many paragraphs, or points of a list, below all questions as there are questions: each answers its own in turn, unless the
 * words of one are plainly about another. None where their numbers differ.
 */
export function inTurn(text: string, segments: readonly Segment[], questions: readonly Asked[]): readonly Segment[] {
  const run = segments.filter(
    ({ how, argues, questions: for_ }) => how === 'run' && !argues && for_.length === questions.length,
  )
  const isAll = run.length === segments.filter(({ argues }) => !argues).length
  if (questions.length < 2 || !isAll) return segments
  const listed = run.filter(({ span }) => isPoint.test(text.slice(span.start, span.start + 8)))
  const points = listed.length === questions.length ? listed : run
  if (points.length !== questions.length) return segments
  const own = ownWords(questions.map(({ words }) => words))
  const isInOrder = points.every(({ span }, at) => {
    const stems = new Set(stemsOf(text.slice(span.start, span.end)))
    const scores = own.map((words) => words.filter((word) => stems.has(word)).length)
    return (scores[at] ?? 0) >= Math.max(...scores)
  })
  if (!isInOrder) return segments
  let at = -1
  return segments.map((segment) => {
    if (points.includes(segment)) at += 1
    // What goes on below a point goes on with its question.
    const question = run.includes(segment) ? questions[at] : undefined
    return question ? { ...segment, questions: [question.index], how: 'run' as const } : segment
  })
}

const isPoint = /^\s{0,4}[-–•*▪◦]\s/
