import type { Span } from '@disclosed/document'
import type { Finding } from '../finding.ts'
import type { Letter, Line } from '../letter.ts'
import type { Part, PartRole } from '../partition/index.ts'
import { isSalutation, voiceAt } from '../partition/messages.ts'
import { widerThanBlank } from '../white-space.ts'

/** A day of a letter with all that tells what it is the day of. */
export interface Day {
  readonly value: string
  readonly span: Span
  readonly role: PartRole
  /** The words before it in its sentence, on one line; empty where it begins one. */
  readonly before: string
  /** The words before it on its own line. */
  readonly lead: string
  /** The words behind it. */
  readonly after: string
  /** The line above where that is nothing but a label ("Date received"), else empty. */
  readonly label: string
  /** How many lines stand above it in the document. */
  readonly line: number
  /** The few lines around it. */
  readonly around: string
  /** Does it fill its line, a weekday, a time and "Date:" aside? */
  readonly alone: boolean
  /** Does it end a line that is otherwise a name: "A Requester 4 March 2025"? */
  readonly byline: boolean
  /** Does it end a line that begins with something else, behind a tab or many spaces? */
  readonly behindGap: boolean
  /** Who writes the next greeting, and how many lines down it stands; null without one near. */
  readonly greeting: { readonly voice: 'asker' | 'answerer'; readonly lines: number } | null
  /** The label of the mail head it stands in ("sent", "date"), else null. */
  readonly mail: string | null
}

/** How far up a sentence is followed, and how far down a greeting is looked for. */
const longestSentence = 260
const longestHead = 25

/** Sees each day where it stands. */
export function daysInPlace(letter: Letter, parts: readonly Part[], days: readonly Finding<string>[]): readonly Day[] {
  const greetings = letter.lines
    .filter((line) => isSalutation(line))
    .map(({ index }) => ({ index, voice: voiceAt(letter, index) }))
  let part = 0
  let line = 0
  let greeting = 0
  return days.flatMap(({ value, span }) => {
    while ((letter.lines[line]?.end ?? Number.POSITIVE_INFINITY) <= span.start) line += 1
    while ((parts[part]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) part += 1
    while ((greetings[greeting]?.index ?? Number.POSITIVE_INFINITY) < line) greeting += 1
    const here = letter.lines[line]
    const role = parts[part]?.role
    if (!here || !role || isDataRow(here)) return []
    const next = greetings[greeting]
    const isNear = next !== undefined && next.index - line <= longestHead
    return [
      {
        value,
        span,
        role,
        before: sentenceBefore(letter, here, span.start),
        lead: letter.text.slice(Math.max(here.start, span.start - longestSentence), span.start),
        after: letter.text.slice(span.end, span.end + 60).replace(widerThanBlank, ' '),
        label: labelAbove(letter, here, span.start),
        line,
        around: letter.lines
          .slice(Math.max(0, line - 3), line + 4)
          .map((each) => each.text.slice(0, 120))
          .join('\n'),
        alone: isAlone(letter.text, here, span),
        byline: isByline(letter.text, here, span),
        behindGap:
          /(?:\t| {3})\s{0,80}$/.test(letter.text.slice(Math.max(here.start, span.start - 90), span.start)) &&
          span.end >= here.end,
        greeting: isNear ? { voice: next.voice, lines: next.index - line } : null,
        mail: /^[*_>\s]{0,4}(sent|date)\s?[*_]{0,2}:/i.exec(here.text)?.[1]?.toLowerCase() ?? null,
      },
    ]
  })
}

function sentenceBefore(letter: Letter, line: Line, start: number): string {
  let from = line.start
  for (let above = line; !above.gap && start - from < longestSentence; ) {
    const next = letter.lines[above.index - 1]
    if (!next || /[.:?!]$/.test(next.text)) break
    above = next
    from = above.start
  }
  const words = letter.text.slice(Math.max(from, start - longestSentence), start).replace(widerThanBlank, ' ')
  return words.split(/(?<=[a-z)\]]{2}[.?!]) (?=[A-Z])/).at(-1) ?? words
}

function labelAbove(letter: Letter, line: Line, start: number): string {
  if (
    letter.text
      .slice(Math.max(line.start, start - longestSentence), start)
      .replace(/^[-–•\s]+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s?$/gi, '') !== ''
  )
    return ''
  let above = letter.lines[line.index - 1]
  if (above && /^[-–•]$/.test(above.text)) above = letter.lines[above.index - 1]
  return above && above.text.length <= 60 ? above.text.replace(/^[-–•*\s]+/, '') : ''
}

/** A row of a list of many things: its days are theirs. */
function isDataRow({ block, text }: Line): boolean {
  if (block?.kind === 'data_file') return true
  return block?.kind === 'table' && block.rows.length > 4 && (text.slice(0, 2000).match(/\t/g)?.length ?? 0) >= 3
}

/** How a web page prints who wrote, and when, in one line. */
function isByline(text: string, line: Line, span: Span): boolean {
  if (span.end < line.end || line.end - line.start > 120) return false
  return /^[A-Z](?:[\w.'’&-]|,? (?=[A-Z(]|of |and |for |the )){2,100},?\s{1,3}$/.test(
    text.slice(line.start, span.start),
  )
}

function isAlone(text: string, line: Line, span: Span): boolean {
  // a letterhead may set the day at the end of another line, behind a tab or many spaces
  const before =
    text
      .slice(line.start, span.start)
      .split(/\t| {3}/)
      .at(-1) ?? ''
  const after = text.slice(span.end, Math.min(line.end, span.end + longestSentence))
  const label = /^(?:(?:date|dated)\s?:?\s{0,80})?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,7},?\s{0,3})?$/i
  return label.test(before.trimStart()) && /^[\s.,]{0,5}(?:(?:at\s)?\d{1,2}:\d\d(?::\d\d)?\s?(?:am|pm)?)?$/i.test(after)
}
