import { type Span, trimmed } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import { isAsk } from './asks.ts'

/** One of several asks in a sentence. */
export interface InSeries {
  /** "a" where it stands as "(a)". */
  readonly number: string | null
  readonly span: Span
}

/**
 * «How many swans were ringed in 2022, how many of these were released, and what did it cost?»: three asks or more in one sentence, each
 * with its own words for what is wanted, and each answered on its own. Empty where there are fewer: two may be sides of one thing. What
 * stands in brackets parts nothing.
 */
export function asksInSeries(text: string, sentence: Span, fewest = 3): readonly InSeries[] {
  const lettered = lettersIn(text, sentence)
  if (lettered.length > 0) return lettered
  const byLine = inLines(text, sentence)
  if (byLine.length > 0) return byLine
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
  const cuts = allMatches(words, joint).filter(({ index }) => !isInBrackets(words, index))
  if (cuts.length < fewest - 1 || sentence.end - sentence.start > longest) return []
  // «a list of swans, with their age and whether they were ringed» asks for one thing.
  if (cuts.length === 1 && !/^[,;]\s+and\s+(?:also\s+)?$/i.test(cuts[0]?.[0] ?? '')) return []
  if (cuts.length === 1 && /\binclud/i.test(words.slice(0, cuts[0]?.index))) return []
  const parts = [0, ...cuts.map(({ 0: joined, index }) => index + joined.length)].map((from, at) =>
    trimmed(text, { start: sentence.start + from, end: sentence.start + (cuts[at]?.index ?? words.length) }),
  )
  const long = parts.every(({ start, end }) => text.slice(start, end).split(/\s+/).length >= fewestWords)
  return long ? parts.map((span) => ({ number: null, span })) : []
}

/** Asks on lines of their own, two or more that a comma or a semicolon ends and a last one, or all of them worded as questions. */
function inLines(text: string, sentence: Span): readonly InSeries[] {
  const words = text.slice(sentence.start, sentence.end)
  const lines = allMatches(words, /[^\n]+/g).map(({ 0: line, index }) => ({ line: line.trim(), index }))
  if (lines.length < 3 || lines.some(({ line }) => line === '')) return []
  const ends = lines.slice(0, -1).every(({ line }) => /[,;](?: and)?$/.test(line))
  const asking = lines.filter(({ line }) => isAsk(line)).length
  const areListed = ends && asking >= lines.length - 1 && isAsk(lines[0]?.line ?? '')
  if (!areListed && !lines.every(({ line }) => asksOutright.test(line))) return []
  return lines.map(({ line, index }) => {
    const start = sentence.start + index + (words.slice(index).length - words.slice(index).trimStart().length)
    return { number: null, span: { start, end: start + line.replace(/[,;](?: and)?$/, '').length } }
  })
}

const asksOutright = /^(?:and )?(?:in )?(?:how (?:many|much|often|long)|whether|what|which|when|who)\b/i

const longest = 900
const fewestWords = 4

/** A comma, or «and», before words that ask anew. */
const joint =
  /(?:[,;]\s{1,4}(?:and\s{1,4}(?:also\s{1,4})?)?(?=(?:in\s{1,4})?how\s{1,4}(?:many|much|often|long)\b|whether\b|what\s{1,4}(?:the|is|was|were|did)\b|the\s{1,4}(?:total\s{1,4})?(?:number|cost|amount|value|percentage|proportion)\b|your\s{1,4}[a-z])|\s{1,4}and\s{1,4}(?:also\s{1,4})?(?=how\s{1,4}(?:many|much)\b|whether\b))/gi

function isInBrackets(words: string, at: number): boolean {
  const open = words.lastIndexOf('(', at)
  return open >= 0 && words.lastIndexOf(')', at) < open
}

const letter = /(?<=[\s:;,])\((?<letter>[a-h])\)\s{1,4}(?=\S)/g

/** «details of (a) the number of swans, (b) the number of geese and (c) the cost»: asks by letters that count on from a. */
function lettersIn(text: string, sentence: Span): readonly InSeries[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
  const marks = allMatches(words, letter)
  if (marks.length < 2 || marks.some(({ groups }, at) => groups?.letter !== letters[at])) return []
  const parts = marks.map(({ 0: mark, index }, at) => {
    const end = marks[at + 1]?.index ?? words.length
    const body = words.slice(index + mark.length, end).replace(/[,;.\s]{1,4}(?:and\s{0,4})?$/, '')
    const start = sentence.start + index + mark.length
    return { number: letters[at] ?? null, span: { start, end: start + body.length } }
  })
  return parts.every(({ span }) => isAsk(text.slice(span.start, span.end).replace(/\s+/g, ' '))) ? parts : []
}

/**
 * «the number of (A) letters lost and (B) letters opened. I would also like to know (C) the cost»: parts of a paragraph that the reply
 * answers by the same letters. Where the first only says how it is split («(a) by ward and (b) the cost») it has the words before it.
 */
export function answeredByLetter(text: string, body: Span, answered: ReadonlySet<string>): readonly InSeries[] {
  const words = text.slice(body.start, Math.min(body.end, body.start + longest))
  const marks = allMatches(words, anyLetter)
  const isCounted = marks.every(({ groups }, at) => groups?.letter?.toLowerCase() === letters[at])
  const found = letters.slice(0, marks.length).filter((each) => answered.has(each)).length
  // One answer may have lost its letter.
  if (!isCounted || found < 2 || found < marks.length - 1) return []
  return marks.map(({ 0: mark, index }, at) => {
    const from = index + mark.length
    const isSplit = at === 0 && /^(?:by|per|for|in|split|broken)\b/i.test(words.slice(from))
    const part = words.slice(isSplit ? 0 : from, marks[at + 1]?.index ?? words.length)
    const said = part.replace(/(?<=[.?!])\s[^.?!]{1,60}$/, '').replace(/[,;\s]{1,4}(?:and\s{0,4})?$/, '')
    const start = body.start + (isSplit ? 0 : from)
    return { number: letters[at] ?? null, span: { start, end: start + said.length } }
  })
}

const anyLetter = /(?<=[\s:;,])\((?<letter>[a-hA-H])\)\s{1,4}(?=\S)/g

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
