import type { Passage } from '../passages/index.ts'
import type { Asked } from '../questions/index.ts'
import { namedQuestions } from './naming.ts'

/**
 * Whose numbers do answers bear that count in their own way? «Questions 6 and 7 we can answer:» over «1.» and «2.», or «1.», «1.»,
 * «1.» where a page lost the count of its list. The question of each such point, by the point's passage.
 */
export function recounted(passages: readonly Passage[], questions: readonly Asked[]): ReadonlyMap<number, number> {
  const asked = new Set(
    questions.flatMap(({ occurrences }) =>
      occurrences.flatMap(({ passage, passages: filled }) => Array.from({ length: filled }, (_, at) => passage + at)),
    ),
  )
  const replied = passages.filter(({ role, index }) => role === 'reply' && !asked.has(index))
  const counted = replied.filter(({ label }) => label?.style === 'number')
  return lostCount(counted, questions) ?? countedAnew(replied, questions)
}

function lostCount(counted: readonly Passage[], questions: readonly Asked[]): ReadonlyMap<number, number> | null {
  if (questions.length < 2 || counted.length !== questions.length) return null
  if (counted.some(({ number }) => number !== '1')) return null
  return new Map(counted.map(({ index }, at) => [index, at]))
}

function countedAnew(replied: readonly Passage[], questions: readonly Asked[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [at, passage] of replied.entries()) {
    const named = passage.label ? null : namedQuestions(passage.words, questions)
    if (named?.kind !== 'these' || named.questions.some((index) => questions[index]?.number === '1')) continue
    const points = pointsBelow(replied, at, named.questions.length)
    for (const [nth, point] of points.entries()) {
      const question = named.questions[nth]
      if (question !== undefined) found.set(point.index, question)
    }
  }
  return found
}

/** The points right below that count from one to just so many; none where they count otherwise. */
function pointsBelow(replied: readonly Passage[], at: number, many: number): readonly Passage[] {
  const next = replied[at + 1]
  if (next?.number !== '1') return []
  const points = replied.slice(at + 1).filter(({ label }) => label?.style === 'number')
  const counts = points.slice(0, many).every(({ number }, nth) => number === `${nth + 1}`)
  return counts && points.length >= many && points[many]?.number !== `${many + 1}` ? points.slice(0, many) : []
}

/** «2. Should that be refused, please give at the least:» asks nothing, and its number answers the points below it. */
export function belowStems(
  passages: readonly Passage[],
  questions: readonly Asked[],
): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map(passages.map(({ body, number }) => [body.start, number]))
  const below = new Map<string, number[]>()
  for (const { stem, number, index } of questions) {
    const outer = stem && number === null ? numbers.get(stem.start) : null
    if (outer) below.set(outer, [...(below.get(outer) ?? []), index])
  }
  return below
}
