import { quote, type Span, trimmed } from '@disclosed/document'
import type { Passage } from '../passages/index.ts'
import { sentencesOf } from '../sentences.ts'
import { widerThanBlank } from '../white-space.ts'
import { isDirectAsk, isQualifier } from './asks.ts'
import type { Blocks } from './blocks.ts'
import type { Asked, Occurrence } from './index.ts'
import { plain } from './restated.ts'

/**
 * «How many requests came in. In January there were 159»: where a known question is said again, whatever goes on behind its last word
 * answers it. Null where nothing does, or where the words themselves go on.
 */
export function answerBehind(text: string, span: Span, question: string): Span | null {
  const wanted = plain(question).replace(/ /g, '')
  if (wanted.length < shortest) return null
  let matched = 0
  for (let at = span.start; at < span.end; at += 1) {
    const letter = text.charAt(at).toLowerCase()
    if (!/[a-z0-9%£]/.test(letter)) continue
    if (letter !== wanted.charAt(matched)) return null
    matched += 1
    if (matched < wanted.length) continue
    const rest = quote(text, { start: at + 1, end: span.end })
    const gap =
      (/^["”’')\]*_]{0,3}\s{0,3}[.?:;–-][\s"”’')*_–-]{0,10}/.exec(rest) ?? beginsAnew.exec(rest))?.[0].length ?? 0
    if (gap === 0 || !/[a-z0-9]/i.test(rest.slice(gap))) return null
    return behindAsks(text, trimmed(text, { start: at + 1 + gap, end: span.end }))
  }
  return null
}

/** «Please could this be broken down by month. November and March.»: what the reply says again of the ask is no answer. */
function behindAsks(text: string, span: Span): Span | null {
  const answer = sentencesOf(text, span).find(({ start, end }) => {
    const words = text.slice(start, end).replace(widerThanBlank, ' ')
    return !isDirectAsk(words) && !(/^(?:please|could|can|would|if|i)\b/i.test(words) && isQualifier(words))
  })
  return answer ? { start: answer.start, end: span.end } : null
}

/** «(1) the number of arrests There were 12 of them»: no mark stands between, but a sentence begins. */
const beginsAnew = /^[”’")\]]{0,2}\s{1,3}(?=(?:[A-Z][a-z]{0,14},? [A-Za-z\d]|£?\d[\d,.]{0,12}(?:$|\s)))/

/** Shorter wordings begin other sentences, too. */
const shortest = 20

/**
 * Adds to each question of a list the places where a reply repeats its words without asking: as a heading above its answer, or
 * at the head of it. Only what was asked in one piece is looked for, for else the answer stands below the question.
 */
export function withEchoes(
  text: string,
  passages: readonly Passage[],
  questions: readonly Asked[],
  blocks: Blocks,
): readonly Asked[] {
  const taken = new Set(
    questions.flatMap(({ occurrences }) =>
      occurrences.flatMap(({ passage, passages: filled }) => Array.from({ length: filled }, (_, at) => passage + at)),
    ),
  )
  const stacked = questions
    .filter(({ occurrences }) => occurrences.length === 1 && isApart(occurrences, blocks))
    .map((question) => ({ ...question, asked: plain(question.words) }))
    .filter(({ asked }) => asked.length >= shortest)
  const echoes = new Map<number, Occurrence[]>()
  for (const passage of passages) {
    if (stacked.length === 0) break
    if (passage.role !== 'reply' || taken.has(passage.index)) continue
    const said = plain(passage.words.slice(0, 1_000))
    const echoed = stacked.find(({ asked }) => said === asked || said.startsWith(`${asked} `))
    if (!echoed || (echoed.occurrences[0]?.passage ?? 0) > passage.index) continue
    const answer = answerBehind(text, passage.body, echoed.words)
    echoes.set(echoed.index, [...(echoes.get(echoed.index) ?? []), { passage: passage.index, passages: 1, answer }])
  }
  return questions.map((question) => ({
    ...question,
    occurrences: [...question.occurrences, ...(echoes.get(question.index) ?? [])],
  }))
}

function isApart(occurrences: readonly Occurrence[], blocks: Blocks): boolean {
  return occurrences[0] !== undefined && blocks.isStacked(occurrences[0].passage)
}
