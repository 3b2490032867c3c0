import { allMatches } from './all-matches.ts'

/**
 * All matches of a global expression, in order, each as if it had been run on the text as written. One that ignores case is run without
 * its flag on the text in lower case: the flag makes a large one take two to four times as long to get ready.
 */
export function withoutCase(pattern: RegExp): Matches {
  const known = made.get(pattern)
  if (known) return known
  const matches = matchesOf(pattern)
  made.set(pattern, matches)
  return matches
}

type Matches = (text: string) => readonly RegExpExecArray[]

/** A rule that is made anew for each letter makes its expression ready once. */
const made = new WeakMap<RegExp, Matches>()

function matchesOf(pattern: RegExp): Matches {
  if (!pattern.ignoreCase) return (text) => allMatches(text, pattern)
  const plain = new RegExp(lettersLowered(pattern.source), `${pattern.flags.replace(/[di]/g, '')}d`)
  return (text) => {
    const lower = inLowerCase(text)
    // "İ" is two letters in lower case: then nothing stands where it stood.
    if (lower.length !== text.length) return allMatches(text, pattern)
    const matches = allMatches(lower, plain)
    return lower === text ? matches : matches.map((match) => asWritten(match, text))
  }
}

let lastText = ''
let lastLower = ''

/** A text in lower case; rule after rule looks at the same one. */
export function inLowerCase(text: string): string {
  if (text !== lastText) {
    lastText = text
    lastLower = text.toLowerCase()
  }
  return lastLower
}

/** The source of an expression with its letters in lower case, but not those that mean something (`\S`) or name a group. */
function lettersLowered(source: string): string {
  return source.replace(/\\.|\(\?<[A-Za-z]+>|\p{Lu}/gu, (piece) => (piece.length === 1 ? piece.toLowerCase() : piece))
}

/** A match with its words as the text writes them. */
function asWritten(match: RegExpExecArray, text: string): RegExpExecArray {
  const { indices } = match
  if (!indices) return match
  for (const [group, span] of indices.entries()) if (span) match[group] = text.slice(...span)
  if (match.groups && indices.groups) {
    for (const [name, span] of Object.entries(indices.groups)) if (span) match.groups[name] = text.slice(...span)
  }
  return match
}
