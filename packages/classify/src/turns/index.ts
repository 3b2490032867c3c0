import { covers, type Span } from '@disclosed/document'
import type { Letter, Line } from '../letter.ts'
import { gridTurns } from './grids.ts'
import { quotedTurns } from './quoted.ts'
import { stackedTurns } from './stacked-cells.ts'
import type { Turned } from './turn.ts'
import { wordedTurns } from './worded.ts'

export type { Turn } from './turn.ts'

/** The layouts that say of each line whether it asks or answers, the plainest first; the first that a stretch has holds. */
const layouts: readonly ((lines: readonly Line[]) => readonly Turned[])[] = [
  gridTurns,
  stackedTurns,
  quotedTurns,
  wordedTurns,
]

/**
 * The lines of a letter, where its layout sets questions beside or over their answers: each cell of such a grid a line of its own, and
 * what asks and what answers marked as that. Heads and rules of grids hold neither and are left out.
 */
export function withTurns(lines: readonly Line[]): readonly Line[] {
  const turned = new Map<number, Turned>()
  for (const layout of layouts)
    for (const each of layout(lines)) if (!turned.has(each.index)) turned.set(each.index, each)
  if (turned.size === 0) return lines
  return lines
    .flatMap((line) => turned.get(line.index)?.lines ?? [line])
    .map((line, index) => (line.index === index ? line : { ...line, index }))
}

/** A grid of questions and answers is no table of data, though some of its answers are figures. */
export function isGridOfQuestions({ lines }: Letter, span: Span): boolean {
  return lines.filter((line) => line.turn?.by === 'question' && covers(span, line)).length > 1
}
