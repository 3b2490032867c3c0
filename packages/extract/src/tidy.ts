/**
 * Characters that print alike become alike: before words are written, never after, or spans would lie.
 * Line breaks become "\n", odd spaces a space, hyphens that forbid a break a plain one; ligatures fall apart;
 * what prints nothing goes. Superscripts and fractions stay as they are: "10²" must not become "102".
 * Tidying twice changes nothing.
 */
export function tidy(words: string): string {
  if (isPlain.test(words)) return words
  return words
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\u00ad\n/g, '-\n')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/[\uf0a0-\uf0ff]/g, (symbol) => symbols[symbol] ?? symbol)
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(printsNothing, '')
    .normalize('NFC')
}

const isPlain = /^[\t\n\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]*$/

/** Control characters but tab and line break; soft hyphens, marks of width and direction. */
const printsNothing = /[^\P{Cc}\t\n]|\p{Cf}/gu

const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
}

/** Word and pdf.js give the signs of Symbol and Wingdings as private characters; these stand before points of lists and in boxes. */
const symbols: Readonly<Record<string, string>> = {
  '\uf0a7': '▪',
  '\uf0a8': '☐',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0e0': '→',
  '\uf0fb': '✗',
  '\uf0fc': '✓',
  '\uf0fd': '☒',
  '\uf0fe': '☑',
}
