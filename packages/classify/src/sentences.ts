import type { Span } from '@disclosed/document'
import { allMatches } from './all-matches.ts'
import { remembered } from './remembered.ts'

/** After these a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s(])(?:s|ss|no|nos|mr|mrs|ms|dr|st|e\.g|i\.e|eg|ie|etc|reg|regs|para|approx|art|sch|ref|p|pp|vs|inc|ltd|co|c|dept|gov|fig|cf)$/i

/** The sentences of a stretch of text. A line break ends none; a full stop inside a citation or a number does not either. */
export function sentencesOf(text: string, { start: by, end }: Span): readonly Span[] {
  const sentences = sentencesIn(text.slice(by, end))
  return by === 0 ? sentences : sentences.map(({ start, end }) => ({ start: start + by, end: end + by }))
}

const sentencesIn = remembered((words): readonly Span[] => {
  const sentences: Span[] = []
  let from = 0
  for (const match of allMatches(words, stops)) {
    const to = match.index + match[0].length
    if (match[0].startsWith('.') && abbreviations.test(words.slice(Math.max(0, match.index - 12), match.index)))
      continue
    const next = /^\s*(\S)/.exec(words.slice(to, to + 40))?.[1]
    if (next && /[a-z]/.test(next)) continue
    push(sentences, words, from, to)
    from = to
  }
  push(sentences, words, from, words.length)
  return sentences
})

const stops = /[.?!]["”’')\]]{0,2}(?=\s|$)/g

function push(sentences: Span[], words: string, from: number, to: number): void {
  const body = words.slice(from, to)
  const trimmed = body.trim()
  if (trimmed === '') return
  const start = from + body.indexOf(trimmed)
  sentences.push({ start, end: start + trimmed.length })
}
