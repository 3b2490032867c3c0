import type { Line } from '../letter.ts'
import { isFigure, isSentence } from './cells.ts'
import type { Label } from './grid.ts'
import { isPageBreak } from './page-break.ts'
import { isPeriodLabel } from './period-labels.ts'

/**
 * The heading or short line right above a table. A sentence that leads to the table is none,
 * nor is a word that opens an answer, a question, a date or a name that stands there for other reasons.
 */
export function titleAbove(lines: readonly Line[], first: number, taken: ReadonlySet<number>): Label | null {
  const line = lines[first - 1]
  if (!line || taken.has(first - 1) || line.block?.kind === 'item') return null
  const text = line.text.replace(/\s{0,4}:$/, '')
  const isShort =
    text.length >= 3 && text.length <= (line.block?.kind === 'heading' ? 160 : 90) && text.split(' ').length <= 14
  if (isPageBreak(text) || !isShort || isSentence(text) || speaks.test(text) || isFigure(text) || isPeriodLabel(text))
    return null
  if (/[.,;?!|\t@]$|[|\t@]|https?:/.test(text) || isPoint(text) || opens.test(text)) return null
  // A line that goes on from the one above is the end of a paragraph.
  const above = lines[first - 2]
  if (!line.gap && above && !/[.:?!]$/.test(above.text) && above.text.length > 60) return null
  return { text, start: line.start, end: line.start + text.length }
}

/** Words that make a sentence of a short line: "The figures are as follows", "Please see below". */
const speaks =
  /\b(?:is|are|was|were|has|have|had|be|been|can|cannot|will|would|should|may|please|we|you|our|your|i|follow(?:s|ing)?|below|attached|underneath|overleaf|set out|shows?|see)\b/i

const opens =
  /^(?:response|answer|reply|our response|decision|outcome|information (?:requested|provided|released|held)|request(?: \w+)?|question(?: ?\d+\w?)?|q ?\d+\w?|data|results?|background|introduction|summary|disclosure|dear .*|appendix|annex|attachment|enclosure|notes?|contents|foi\b.*)(?: [\d/.-]{1,12})?$/i

function isPoint(text: string): boolean {
  return /^(?:[([]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)\]]|q ?\d{1,2}\b|[-•·*])/i.test(text)
}
