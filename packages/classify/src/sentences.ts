import type { Span } from '@disclosed/document'

/** After these a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s(])(?:s|ss|no|nos|mr|mrs|ms|dr|st|e\.g|i\.e|eg|ie|etc|reg|regs|para|approx|art|sch|ref|p|pp|vs|inc|ltd|co|c|dept|gov|fig|cf)$/i

/** The sentences of a stretch of text. A line break ends none; a full stop inside a citation or a number does not either. */
export function sentencesOf(text: string, span: Span): readonly Span[] {
  const sentences: Span[] = []
  const words = text.slice(span.start, span.end)
  let from = 0
  for (const match of words.matchAll(/[.?!]["”’')\]]{0,2}(?=\s|$)/g)) {
    const to = match.index + match[0].length
    if (match[0].startsWith('.') && abbreviations.test(words.slice(Math.max(0, match.index - 12), match.index)))
      continue
    const next = /^\s*(\S)/.exec(words.slice(to, to + 40))?.[1]
    if (next && /[a-z]/.test(next)) continue
    push(sentences, words, span.start, from, to)
    from = to
  }
  push(sentences, words, span.start, from, words.length)
  return sentences
}

function push(sentences: Span[], words: string, offset: number, from: number, to: number): void {
  const body = words.slice(from, to)
  const trimmed = body.trim()
  if (trimmed === '') return
  const start = offset + from + body.indexOf(trimmed)
  sentences.push({ start, end: start + trimmed.length })
}
