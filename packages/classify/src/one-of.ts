/**
 * Expressions of which any may match as few that say the same: those with the same flags become one, apart from those that look
 * everywhere in a text, which would make the others do so. Every line of a letter asks for all of them.
 */
export function oneOf(patterns: readonly RegExp[]): readonly RegExp[] {
  const alike = Map.groupBy(patterns, ({ source, flags }) => `${flags} ${source.startsWith('^')}`)
  return [...alike.values()].map(
    (some) => new RegExp(some.map(({ source }) => `(?:${source})`).join('|'), some[0]?.flags),
  )
}
