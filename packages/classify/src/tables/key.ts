import type { Line } from '../letter.ts'
import type { FoundTable, KeyedMark } from './found-table.ts'

/** How many lines below a table are looked at for its key. */
const reach = 5

/** What marks in the cells mean, as the lines right below the table say: "* fewer than 5", "'-' denotes nil". */
export function keyBelow(lines: readonly Line[], last: number, cells: readonly string[]): FoundTable['key'] {
  const found: KeyedMark[] = []
  const inCells = marks.filter((mark) => cells.some((cell) => cell.endsWith(mark)))
  if (inCells.length === 0) return found
  for (const line of lines.slice(last + 1, last + 1 + reach)) {
    if (line.text.length > 400) continue
    for (const mark of inCells) {
      if (found.some((each) => each.mark === mark)) continue
      const said = wordsAfter(line.text, mark)
      const meaning = said === null ? null : meaningOf(said)
      if (meaning) found.push({ mark, ...meaning, span: { start: line.start, end: line.end } })
    }
  }
  return found
}

const marks: readonly string[] = [
  '*',
  '-',
  '–',
  '—',
  '~',
  '†',
  '‡',
  '#',
  'x',
  'X',
  '..',
  ':',
  'N/A',
  'n/a',
  '[c]',
  '[z]',
  '[x]',
  '[low]',
]

/** The words that follow a mark at the start of a line, or a mark in quotes anywhere in it. */
function wordsAfter(text: string, mark: string): string | null {
  if (text.startsWith(mark) && text[mark.length] === ' ') return text.slice(mark.length).trim()
  for (const [open, close] of quotes) {
    const at = text.indexOf(`${open}${mark}${close}`)
    if (at !== -1) return text.slice(at + mark.length + 2).trim()
  }
  return null
}

const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['‘', '’'],
]

function meaningOf(said: string): Omit<KeyedMark, 'mark' | 'span'> | null {
  const words = said.slice(0, 160)
  const below = /(?:<|\b(?:fewer|less) than)\s?(?<limit>\d{1,2}|five|ten)\b/i.exec(words)?.groups?.limit
  if (below) return { means: 'suppressed', below: limits[below.toLowerCase()] ?? Number(below) }
  const upTo = /\b(?:1|one|0|zero) (?:to|and|-) (?<limit>\d{1,2})\b/i.exec(words)?.groups?.limit
  if (
    upTo &&
    /^\W*(?:is|=|denotes?|means?|represents?|indicates?|shows?|between|values?|numbers?|figures?|counts?|\d)/i.test(
      words,
    )
  )
    return { means: 'suppressed', below: Number(upTo) + 1 }
  if (/\b(?:suppress|withheld|redacted|small numbers?|low numbers?|identif(?:y|ication))/i.test(words))
    return { means: 'suppressed', below: null }
  if (
    /^\W{0,12}(?:is |=|denotes?|means?|represents?|indicates?|shows?|signif\w{1,8})?\W{0,12}(?:a )?(?:nil|none|zero|0|no (?:incidents|records|cases|breaches))\b/i.test(
      words,
    )
  )
    return { means: 'none', below: null }
  if (/\bnot applicable\b/i.test(words)) return { means: 'not_applicable', below: null }
  if (/\b(?:not (?:available|held|recorded|known|collected)|no data)\b/i.test(words))
    return { means: 'not_available', below: null }
  return null
}

const limits: Readonly<Record<string, number>> = { five: 5, ten: 10 }
