/**
 * All matches of a global expression, in order. `matchAll` makes the expression anew for each text, which takes longer than looking
 * through a line. They are all found before any is used, so that no reader of one can disturb the search.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}
