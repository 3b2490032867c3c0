import { quote, type Span, trimmed } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { sentencesOf } from '../sentences.ts'
import { isAsk, isDirectAsk, isQualifier } from './asks.ts'
import type { Split } from './inline.ts'

/** A point of a list as it was parted, and whether any words of its own stand below it. */
export interface Parted {
  readonly body: Span
  readonly split: Split
  readonly isBare: boolean
}

/**
 * A list whose answers stand on the line of their questions keeps to it: where most points are parted so, one that is not, and has
 * nothing below it, is parted at the same mark with less asked of the answer: «5. Spend on security? c. £410k», «… by school – Alder 6, Elm
 * none». Whole where the others are laid out otherwise.
 */
export function laidOutAlike(text: string, points: readonly Parted[]): readonly Split[] {
  const answered = points.filter(({ split }) => split.answer !== null)
  const asUsual = points.map(({ split }) => split)
  if (answered.length < fewest || answered.length * 2 < points.length) return asUsual
  const counts = new Map<string, number>()
  for (const { split } of answered) {
    const mark = markOf(text, split)
    counts.set(mark, (counts.get(mark) ?? 0) + 1)
  }
  const marks = [...counts].filter(([, count]) => count > 1).map(([mark]) => mark)
  return points.map(({ body, split, isBare }) =>
    split.answer === null && isBare ? (marks.map((mark) => partedAt(text, body, mark)).find(Boolean) ?? split) : split,
  )
}

const fewest = 2

/** What stands between a question and its answer: «–», «:», «/»; nothing behind a question mark. */
function markOf(text: string, { ask, answer }: Split): string {
  const between = answer ? text.slice(ask.end, answer.start).trim() : ''
  return /^[–—:/=-]$/.test(between) ? between : ''
}

function partedAt(text: string, body: Span, mark: string): Split | null {
  const words = quote(text, body)
  const at = mark === '' ? behindQuestionMark(text, body) : words.lastIndexOf(` ${mark}${mark === ':' ? '' : ' '}`)
  if (at === null || at <= 0) return null
  const ask = trimmed(text, { start: body.start, end: body.start + at })
  const answer = trimmed(text, { start: body.start + at + (mark === '' ? 0 : mark.length + 1), end: body.end })
  const asked = oneLine(quote(text, ask))
  const said = oneLine(quote(text, answer))
  if (said === '' || said.includes('?') || !isAsk(asked) || isDirectAsk(said) || saysHowItIsMeant(said)) return null
  // «2019 – 2021», «wards 3 - 5»
  if (mark !== '' && /\d$/.test(asked) && /^\d/.test(said)) return null
  return isOnlyTimes(said) ? null : { ask, answer }
}

/** Where the words behind the last question mark stop to say how the question is meant: «e.g. £50 within ten days. No». */
function behindQuestionMark(text: string, body: Span): number | null {
  const mark = quote(text, body).lastIndexOf('?')
  if (mark < 0) return null
  const rest = { start: body.start + mark + 1, end: body.end }
  const first = sentencesOf(text, rest).find(({ start, end }) => !saysHowItIsMeant(oneLine(text.slice(start, end))))
  return first ? first.start - body.start : null
}

function saysHowItIsMeant(words: string): boolean {
  return (
    (isQualifier(words) && speaksToBody.test(words)) ||
    isDirectAsk(words) ||
    /^(?:e\.?g\b|i\.?e\b|for (?:example|instance)|\([^()]{0,200}\)?\W{0,2}$)/i.test(words)
  )
}

/** «Please split it by month»; «This is exempt» says nothing of the kind. */
const speaksToBody = /^(?:please|if|where|should|i |split|break|broken|include|exclude|limit|\()/i

/** «by year: 2019, 2020 and 2021» asks on. */
function isOnlyTimes(words: string): boolean {
  const periods = findPeriods(words, { requestDate: null })
  if (periods.length === 0) return false
  let rest = words
  for (const { span } of periods.toReversed()) rest = rest.slice(0, span.start) + rest.slice(span.end)
  return !/[a-z\d]{2}|\d/i.test(rest.replace(/\b(?:and|or|to|the|years?)\b/gi, ''))
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
