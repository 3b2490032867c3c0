import { overlaps, type Span } from '@disclosed/document'
import type { Asked } from '../questions/index.ts'
import { ownWords, stemsOf } from './affinity.ts'
import type { Segment } from './pairing.ts'

/**
 * As many paragraphs, or points of a list, below some questions as there are questions: each answers its own in turn, unless the
 * words of one are plainly about another. None where their numbers differ.
 */
export function inTurn(
  text: string,
  segments: readonly Segment[],
  questions: readonly Asked[],
  tables: readonly Span[],
): readonly Segment[] {
  const groups = new Map<string, Segment[]>()
  for (const segment of segments) {
    if (segment.argues || segment.questions.length < 2) continue
    const key = segment.questions.join()
    groups.set(key, [...(groups.get(key) ?? []), segment])
  }
  const spoken = segments.filter(({ argues }) => !argues).length
  let turned = segments
  for (const run of groups.values())
    turned = turn(text, turned, run, questions, { isAll: run.length === spoken, tables })
  return turned
}

/** Paragraphs, of one line or of several, count only where nothing else is said; points of a list wherever they stand. */
function turn(
  text: string,
  segments: readonly Segment[],
  run: readonly Segment[],
  questions: readonly Asked[],
  { isAll, tables }: { readonly isAll: boolean; readonly tables: readonly Span[] },
): readonly Segment[] {
  const asked = (run[0]?.questions ?? []).flatMap((index) => questions[index] ?? [])
  const listed = run.filter(({ span }) => isPoint.test(text.slice(span.start, span.start + 8)))
  // Above a table stand its title and what announces it: their number says nothing.
  const isWhole =
    isAll && asked.length === questions.length && !run.some(({ span }) => tables.some((table) => overlaps(span, table)))
  const points = [listed, withTables(listed, run, tables), ...(isWhole ? [run, beginnings(text, run)] : [])].find(
    ({ length }) => length === asked.length,
  )
  if (!points) return segments
  const own = ownWords(asked.map(({ words }) => words))
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
    const question = run.includes(segment) ? asked[at] : undefined
    return question ? { ...segment, questions: [question.index], how: 'run' as const } : segment
  })
}

/** «• None», «• 83», and then a table: it answers in its turn as a point does. */
function withTables(listed: readonly Segment[], run: readonly Segment[], tables: readonly Span[]): readonly Segment[] {
  if (listed.length < 2) return []
  const starts = tables.flatMap((table) => run.find(({ span }) => overlaps(span, table)) ?? [])
  return run.filter((segment) => listed.includes(segment) || starts.includes(segment))
}

/** The first line of each of its paragraphs: «2019: 14», and below it without a gap «2020: 9». */
function beginnings(text: string, run: readonly Segment[]): readonly Segment[] {
  return run.filter(({ span }, at) => {
    const above = run[at - 1]
    return !above || /\n[^\S\n]{0,80}\n/.test(text.slice(above.span.end, span.start))
  })
}

const isPoint = /^\s{0,4}[-–•*▪◦·]\s/
