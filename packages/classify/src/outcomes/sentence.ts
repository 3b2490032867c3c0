import type { Span } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'

/** The sentence around some words, cut at those words. A line break that the page made does not end it; a bullet does. */
export interface Sentence extends Span {
  /** From where it begins to the words. */
  readonly before: string
  /** From the words to where it ends. */
  readonly after: string
}

/** No sentence is read further than this to either side. */
const reach = 400

/** The sentence in which that span stands. */
export function sentenceAround(text: string, span: Span): Sentence {
  const base = Math.max(0, span.start - reach)
  const left = text.slice(base, span.start)
  const right = text.slice(span.end, span.end + reach)
  let from = 0
  // A little of the words themselves is looked at too: what ends before them may show only there.
  for (const match of allMatches(text.slice(base, span.start + 12), boundary)) {
    const end = match.index + match[0].length
    if (base + end <= span.start) from = end
  }
  const stop = right.search(boundary)
  const before = left.slice(from)
  const after = stop === -1 ? right : right.slice(0, stop + 1)
  return { before, after, start: span.start - before.length, end: span.end + after.length }
}

/** The paragraph around a span: up to the empty lines, at most `most` characters to either side. */
export function paragraphAround(text: string, span: Span, most = reach): Span {
  const left = text.slice(Math.max(0, span.start - most), span.start)
  const right = text.slice(span.end, span.end + most)
  let from = 0
  for (const match of allMatches(left, emptyLine)) from = match.index + match[0].length
  const stop = right.search(emptyLine)
  return { start: span.start - left.length + from, end: stop === -1 ? span.end + right.length : span.end + stop }
}

const emptyLine = /\n[ \t\u00a0]{0,80}\n/g
// "s. 31" and "No. 4" go on: a capital, a quotation mark or a bullet must follow the stop. A question without its mark
// ends where the next line begins as answers do.
const boundary =
  /(?<!\b(?:No|Reg|Sec|Mr|Mrs|Ms|Dr|St))[.!?][”"’')]{0,2}\s{1,4}(?=[A-Z“"‘'(•£]|[–-] [A-Z])|\?\s{1,4}|;\s{1,3}|\n[ \t\u00a0]{0,80}\n|\n[ \t\u00a0]{0,8}(?=[•·▪*–-]\s|\(?\d{1,2}[a-z]?[.)]\s|\(?[a-z][.)]\s|Q\d)|\t|:[ \t\u00a0]{0,3}\n|[.!?]\s{1,3}(?=\|)|\n(?=(?:Question|Answer|Response)\s(?:[Tt]o\b|[Nn]umber\b|\d)|(?:We|Our|The|This|These|There|It|No|Yes|None|Not|Please|Information|Unfortunately|However|As)\b)/g
