import { type Span, trimmed } from '@disclosed/document'
import { allMatches } from '../all-matches.ts'
import type { Passage } from '../passages/index.ts'
import { wholePeriod } from '../periods/index.ts'
import { isDirectAsk } from './asks.ts'
import type { Asked } from './index.ts'

/**
 * «2. The number moved to a) councils within England, b) councils in Scotland or c) councils in Wales», answered «a. 0», «b. 4», «c. 1»: what a point
 * asks in lettered parts of some words each, and what is answered letter by letter on lines of its own, are questions. Years and single
 * words only tell the figures of one question apart.
 */
export function withLetteredParts(
  text: string,
  passages: readonly Passage[],
  questions: readonly Asked[],
): readonly Asked[] {
  const filled = new Set(
    questions.flatMap(({ occurrences }) =>
      occurrences.flatMap(({ passage, passages: count }) => Array.from({ length: count }, (_, at) => passage + at)),
    ),
  )
  const answered = new Set(
    passages.flatMap(({ index, role, label, number, words }) =>
      role === 'reply' && label && number !== null && words !== '' && !filled.has(index) ? [number] : [],
    ),
  )
  const parted = questions.flatMap((question): readonly Asked[] => {
    const { span } = question
    // «3. a) The value of …, and b) the cost of …» bears its first letter in its number.
    const [, number, opens] = /^(\d{1,2})(a?)$/.exec(question.number ?? '') ?? []
    const parts = number === undefined ? [] : partsOf(text, span, opens === 'a')
    const isApart =
      parts.length > 1 &&
      (parts.every(({ letter, span: part }) => answered.has(`${number}${letter}`) && isOfWords(text, part)) ||
        parts.every(({ span: part }) => isWholeQuestion(oneLine(text, part))))
    if (!isApart) return [question]
    const stem = stemOf(question, parts[0]?.span.start ?? span.end)
    // «The number of children in» tells what kind of answer each part wants.
    const lead = stem && stem !== question.stem ? `${oneLine(text, stem)} ` : ''
    return parts.map(({ letter, span: part }) => ({
      ...question,
      number: `${number}${letter}`,
      span: part,
      words: oneLine(text, part),
      wants: `${lead}${oneLine(text, part)}`,
      stem,
    }))
  })
  return parted.length === questions.length ? questions : parted.map((question, index) => ({ ...question, index }))
}

/** «How many were upheld?» is asked for itself, whatever letter it bears. */
function isWholeQuestion(words: string): boolean {
  return /\?$/.test(words) && isDirectAsk(words) && words.split(' ').length >= fewestAsked
}

const fewestAsked = 4

/** What stands before the first part in the point, or else above it. */
function stemOf({ stem, span }: Asked, end: number): Span | null {
  return end - span.start > 10 ? { start: span.start, end } : stem
}

interface LetteredPart {
  readonly letter: string
  readonly span: Span
}

/** The lettered parts of a point, which count from «a)», or from «b)» behind a first part that bears no letter. */
function partsOf(text: string, { start, end }: Span, isLettered: boolean): readonly LetteredPart[] {
  const words = text.slice(start, Math.min(end, start + longest))
  const marks = allMatches(words, /(?:^|[\s:;,?])\(?(?<letter>[a-h])[).][ \t]{1,3}(?=\S)/g)
  const letters = marks.map(({ groups }) => groups?.letter ?? '')
  const first = letters[0]
  const from = first === 'a' && !isLettered ? 0 : first === 'b' ? 1 : -1
  if (from === -1 || letters.some((letter, at) => letter !== 'abcdefgh'[at + from])) return []
  const begins = marks.map(({ index, 0: mark }) => index + mark.length)
  const parts = marks.map((_, at) => [begins[at] ?? 0, marks[at + 1]?.index ?? words.length] as const)
  const all = from === 1 ? [[0, marks[0]?.index ?? 0] as const, ...parts] : parts
  return all.map(([one, other], at) => ({
    letter: 'abcdefgh'[at] ?? '',
    span: withoutJoint(text, trimmed(text, { start: start + one, end: start + other })),
  }))
}

const longest = 1_500

/** «…, and b)» */
function withoutJoint(text: string, { start, end }: Span): Span {
  const joint =
    /[\s,;]{0,4}(?:\b(?:and|or))?[\s,;]{0,4}$/.exec(text.slice(Math.max(start, end - 10), end))?.[0].length ?? 0
  return { start, end: end - joint }
}

function isOfWords(text: string, span: Span): boolean {
  const words = oneLine(text, span)
  return words.split(' ').length >= fewestWords && wholePeriod(words) === null
}

/** «returned», «in care homes» name a kind of what one question asks for. */
const fewestWords = 3

function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim()
}
