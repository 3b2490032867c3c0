import { allMatches } from '../all-matches.ts'

/**
 * The text with some words blotted out, as long as before: rules read on around them and every span stays true.
 * Where a pattern has a group `it`, only that is blotted out; `spare` may let a match stand.
 */
export function hide(
  text: string,
  patterns: readonly RegExp[],
  spare: (words: string) => boolean = () => false,
): string {
  return patterns.reduce((seen, pattern) => hideOne(seen, pattern, spare), text)
}

/** Stands for a character that is blotted out: no letter, no digit, no space. */
export const blot = '\uFFFC'

function hideOne(text: string, pattern: RegExp, spare: (words: string) => boolean): string {
  const matches = allMatches(text, pattern)
  if (matches.length === 0) return text
  const pieces: string[] = []
  let from = 0
  for (const match of matches) {
    const words = match.groups?.it ?? match[0]
    if (words === '' || spare(words)) continue
    const start = match.index + match[0].lastIndexOf(words)
    pieces.push(text.slice(from, start), blot.repeat(words.length))
    from = start + words.length
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}
