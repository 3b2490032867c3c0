import type { Line } from '../letter.ts'

/** What the layout of a letter says of a line. */
export interface Turn {
  readonly by: 'question' | 'answer'
  /** The number that stands beside it, or at its head; null where there is none. */
  readonly number: string | null
  /** How many characters of the line are mark and number, and none of its words. */
  readonly length: number
}

/** A line of the letter and those that a reader sees in its place. */
export interface Turned {
  readonly index: number
  readonly lines: readonly Line[]
}

/** A cell, or the words behind a mark, as a line of its own. */
export function partOf(line: Line, start: number, end: number, turn?: Turn): Line {
  const raw = line.text.slice(start, end)
  const text = raw.trim()
  const from = line.start + start + raw.indexOf(text)
  return {
    ...line,
    start: from,
    end: from + text.length,
    text,
    gap: true,
    indent: 0,
    block: null,
    ...(turn ? { turn } : {}),
  }
}

/** «3», «3.», «(3)», «Q3», «1.2», «4a»: a number and nothing else. */
export function numberIn(text: string): string | null {
  return /^(?:q(?:uestion)?[ .]?)?\(?(\d{1,2}(?:\.\d{1,2})?[a-z]?)[.)]?$/i.exec(text.trim())?.[1]?.toLowerCase() ?? null
}
