import type { ReadingEvidence } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import { anchorOf } from './anchor.ts'
import { integer, orNull, text } from './table.ts'

/** The words of the document that show something, and where they stand. */
export type Words = Extract<ReadingEvidence, { start: number }>

/** The columns that lead from a row back to its words. */
export const wordsColumns = {
  quote: orNull(
    text('The words that show it, cut from the document; null where something beside the document told it.'),
  ),
  place: orNull(text('Where they stand, for people: "p. 2", "Sheet Q3, B14", "line 12".')),
  page: orNull(integer('The page, counted from 1; null where there are no pages.')),
  start: orNull(integer('Where the words begin in the text of the document, in UTF-16 units.')),
  end: orNull(integer('Where they end.')),
  anchor: orNull(text('What leads to them behind the # of a link: "page=2", or the words themselves on a web page.')),
}

/** The first words among the evidence; null where only a sidecar or a path told it. */
export function firstWords(evidence: readonly ReadingEvidence[]): Words | null {
  for (const each of evidence) if ('start' in each) return each
  return null
}

/** The values of `wordsColumns` for that evidence. */
export function wordsOf(document: Document, evidence: readonly ReadingEvidence[]) {
  const words = firstWords(evidence)
  if (!words) return { quote: null, place: null, page: null, start: null, end: null, anchor: null }
  const { quote, page, start, end } = words
  return { quote, place: placeOf(document.text, words), page, start, end, anchor: anchorOf(document, words) }
}

/** "p. 2", "Sheet Q3, B14", "line 12". */
export function placeOf(text: string, { page, place, start }: Words): string {
  if (place && 'sheet' in place) return `Sheet ${place.sheet}, ${place.range}`
  return page === null ? `line ${lineOf(text, start)}` : `p. ${page}`
}

/** Counted on from the last place that was asked about: a letter is asked about again and again, mostly from its front to its end. */
function lineOf(text: string, start: number): number {
  if (counted.text !== text || start < counted.start) counted = { text, start: 0, line: 1 }
  let { line } = counted
  for (let at = text.indexOf('\n', counted.start); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1
  counted = { text, start, line }
  return line
}

let counted = { text: '', start: 0, line: 1 }
