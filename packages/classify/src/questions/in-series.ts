import { type Span, trimmed } from '@disclosed/document'

/**
 * «How many swans were ringed in 2022, how many of these were released, and what did it cost?»: three asks or more in one sentence, each
 * with its own words for what is wanted, and each answered on its own. Empty where there are fewer: two may be sides of one thing. What
 * stands in brackets parts nothing.
 */
export function asksInSeries(text: string, sentence: Span): readonly Span[] {
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + longest))
  const cuts = [...words.matchAll(joint)].filter(({ index }) => !isInBrackets(words, index))
  if (cuts.length < 2 || sentence.end - sentence.start > longest) return []
  const parts = [0, ...cuts.map(({ 0: joined, index }) => index + joined.length)].map((from, at) =>
    trimmed(text, { start: sentence.start + from, end: sentence.start + (cuts[at]?.index ?? words.length) }),
  )
  return parts.every(({ start, end }) => text.slice(start, end).split(/\s+/).length >= fewestWords) ? parts : []
}

const longest = 900
const fewestWords = 4

/** A comma, or «and», before words that ask anew. */
const joint =
  /(?:[,;]\s{1,4}(?:and\s{1,4}(?:also\s{1,4})?)?(?=(?:in\s{1,4})?how\s{1,4}(?:many|much|often|long)\b|whether\b|what\s{1,4}(?:the|is|was|were|did)\b|the\s{1,4}(?:total\s{1,4})?(?:number|cost|amount|value|percentage|proportion)\b|your\s{1,4}[a-z])|\s{1,4}and\s{1,4}(?:also\s{1,4})?(?=how\s{1,4}(?:many|much)\b|whether\b))/gi

function isInBrackets(words: string, at: number): boolean {
  const open = words.lastIndexOf('(', at)
  return open >= 0 && words.lastIndexOf(')', at) < open
}
