import type { Span } from '@disclosed/document'
import { sentencesOf } from '../sentences.ts'

/** The sentence of its line that a figure stands in. */
export function sentenceAround(text: string, figure: Span): Span {
  const line = lineAround(text, figure)
  return sentencesOf(text, line).find((each) => each.end > figure.start) ?? line
}

/** A line is a paragraph where nothing broke it; of a longer one what stands near. */
export function lineAround(text: string, { start, end }: Span): Span {
  const before = Math.max(0, start - farthest)
  const near = text.slice(before, end + farthest)
  const stop = near.indexOf('\n', end - before)
  return {
    start: before + near.lastIndexOf('\n', start - before - 1) + 1,
    end: stop === -1 ? before + near.length : before + stop,
  }
}

const farthest = 1_000
