import { type PrintedLine, textOf } from './lines.ts'

/** Signs that stand before points of a list; those of symbol fonts come as private characters. */
const bullet = /^[•‣◦●○▪▫■□◆❖➢►✓✔⁃∙·§\uf020-\uf0ff]$/u
/** A dash, an asterisk or Word's "o" are bullets only with a gap after them. */
const softBullet = /^[-–—*o]$/
/** "1." "1.2" "2)" "(a)" "iv." "Q3." "1.1.": a number or a single letter with its mark, or a number of two parts. */
const number = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5}|[A-Z])[.)]|Q\d{1,2}[.):]?|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)$/

/** The bullet or number that a line begins with, as printed; null where it begins with none. */
export function labelOf(line: PrintedLine): string | null {
  const [first, second] = line.words
  if (!second) return null
  const gap = second.box[0] - first.box[2]
  if (bullet.test(first.text)) return first.text
  if (softBullet.test(first.text)) return gap > 0.25 * line.size && isWord(line) ? first.text : null
  if (!number.test(first.text) || gap < 0.15 * line.size) return null
  return isWord(line) ? first.text : null
}

/** Is what follows the label running text? "1.2  3.4  5.6" is a row of figures. */
function isWord(line: PrintedLine): boolean {
  const words = textOf(line)
  return /\p{L}{2}/u.test(words.slice(line.words[0].text.length))
}
