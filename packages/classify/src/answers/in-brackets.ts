import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { lineOf } from './shapes/line.ts'
import { listed } from './shapes/listed.ts'
import type { Entry } from './shapes/shape.ts'

/** A list in brackets inside a sentence, and the sentence without it, as long as before. */
export interface Bracketed {
  readonly words: string
  /** Where the list stands, counted from the start of the sentence. */
  readonly span: Span
  readonly entries: readonly Entry[]
}

/** «It was 257 in all (2012=42, 2013=56)», «14 fines (9 to men, 5 to women)»; null where no brackets hold a list. */
export function listInBrackets(words: string): Bracketed | null {
  for (const match of allMatches(words, /\((?<inner>[^()]{6,300})\)/g)) {
    const inner = match.groups?.inner ?? ''
    const entries = listed.read(lineOf(inner))
    if (entries.length < 2) continue
    const start = match.index + 1
    const rest = words.slice(0, match.index) + ' '.repeat(match[0].length) + words.slice(match.index + match[0].length)
    return { words: rest, span: { start, end: start + inner.length }, entries }
  }
  return null
}

/** Do the figures of a list make this number together? */
export function addUpTo(entries: readonly Entry[], whole: unknown): boolean {
  const numbers = entries.map(({ figure }) => figure.value.number)
  return numbers.every((each) => typeof each === 'number') && numbers.reduce((sum, each) => sum + each, 0) === whole
}
