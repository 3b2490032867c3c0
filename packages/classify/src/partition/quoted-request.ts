import type { Letter } from '../letter.ts'

const marks = [
  { opens: /^["“”]/, closes: /["”“][.,;:)]{0,2}\s*$/ },
  { opens: /^[*_]{1,3}(?=[^\s*_])/, closes: /[^\s*_][*_]{1,3}["”]?\s*$/ },
  { opens: /^[‘'](?=\S)/, closes: /[.?!][’']\s*$/ },
] as const

/**
 * A request that is quoted, between marks or in italics, ends with its marks: the line that closes it, where its first line below
 * `index` opens one. Null where it is not quoted, or never closed. Every paragraph of a long quotation may open it anew.
 */
export function endOfQuotedRequest(letter: Letter, index: number): number | null {
  const first = letter.lines[index]
  const mark = first && marks.find(({ opens }) => opens.test(first.text))
  if (!mark) return null
  let end: number | null = null
  for (let at = index; at < Math.min(letter.lines.length, index + longestQuotation); at += 1) {
    const line = letter.lines[at]
    if (!line) break
    // Closed, and nothing is quoted below: what comes is somebody else's.
    if (end !== null && (line.gap || at > end) && !mark.opens.test(line.text)) return end
    if (mark.closes.test(line.text) && (at > index || line.text.length > 2)) end = at
    else if (end !== null) end = null
  }
  return end
}

const longestQuotation = 120
