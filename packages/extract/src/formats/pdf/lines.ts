import type { Box } from '@disclosed/document'
import type { Run } from '../../line.ts'
import { type Word, width } from './drawn.ts'

/** Words that stand on one line, from left to right; where columns are parted, the line of one column. */
export interface PrintedLine {
  readonly words: readonly [Word, ...Word[]]
  readonly box: Box
  /** The y its letters stand on. */
  readonly base: number
  readonly page: number
  /** The height of most of its type. */
  readonly size: number
}

/** Gaps wider than this (times the type's size) are more than a space between words, also in justified text. */
export const wideGap = 1.25
/** A gap is written as a tab from this width on. */
const tabGap = 2
/** Words closer than this stand together without a space, unless one was printed. */
const noGap = 0.15

/** Words of cells beside each other may stand so much higher or lower (times their size) and still be level. */
const slant = 0.45

/** Words that share more than this of their width (times their size) were printed over each other. */
const overlap = 0.4

/** Puts words into lines by the height they stand at, from the top of the page down. Turned words are left out. */
export function linesOf(words: readonly Word[]): readonly PrintedLine[] {
  const rows: Word[][] = []
  const level = words.filter(({ turned }) => !turned).toSorted((one, other) => one.base - other.base)
  for (const word of level) {
    const row = rowOf(rows, word)
    if (row) row.push(word)
    else rows.push([word])
  }
  const lines = rows.map(asLine).filter((line) => line !== null)
  return withRaised(beside(lines)).toSorted((one, other) => one.base - other.base)
}

/** The first of the last rows that the word is level with. */
function rowOf(rows: readonly Word[][], word: Word): Word[] | null {
  for (let at = Math.max(0, rows.length - 4); at < rows.length; at += 1) {
    const row = rows[at]
    if (row?.[0] && isLevel(row[0], word)) return row
  }
  return null
}

/** A footnote's mark pushes the words of one cell a little below those beside it: they are one line all the same. */
function beside(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const found: PrintedLine[] = []
  for (const line of lines) {
    const above = found.at(-1)
    const together = above && standBeside(above, line) ? asLine([...above.words, ...line.words]) : null
    if (together) found[found.length - 1] = { ...together, base: line.base }
    else found.push(line)
  }
  return found
}

function standBeside(above: PrintedLine, line: PrintedLine): boolean {
  const size = Math.min(above.size, line.size)
  if (line.base - above.base > slant * size || Math.max(above.size, line.size) > 1.3 * size) return false
  if (above.words.length + line.words.length > 60) return false
  return above.words.every(({ box }) => line.words.every((word) => box[2] <= word.box[0] || word.box[2] <= box[0]))
}

/** One line of these words, whatever their heights; null without words. */
export function asLine(words: readonly Word[]): PrintedLine | null {
  const [first, ...rest] = inOrder(words)
  if (!first) return null
  const all = [first, ...rest] as const
  const size = commonSize(all)
  const main = all.find((word) => word.size > 0.8 * size) ?? first
  return { words: all, box: boxAround(all), base: main.base, size, page: first.page }
}

/** From left to right, as words of a line mostly come. */
function inOrder(words: readonly Word[]): readonly Word[] {
  const isSorted = words.every((word, index) => index === 0 || (words[index - 1]?.box[0] ?? 0) <= word.box[0])
  return isSorted ? words : words.toSorted((one, other) => one.box[0] - other.box[0])
}

function boxAround(words: readonly Word[]): Box {
  let left = Number.POSITIVE_INFINITY
  let top = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let bottom = Number.NEGATIVE_INFINITY
  for (const { box } of words) {
    left = Math.min(left, box[0])
    top = Math.min(top, box[1])
    right = Math.max(right, box[2])
    bottom = Math.max(bottom, box[3])
  }
  return [left, top, right, bottom]
}

/** A line cut wherever its words stand further apart than `gap` times their size. */
export function pieces(line: PrintedLine, gap: number = wideGap): readonly PrintedLine[] {
  const { words } = line
  const parts: PrintedLine[] = []
  let from = 0
  for (let at = 1; at <= words.length; at += 1) {
    if (at < words.length && !isGap(line, at, gap)) continue
    if (from === 0 && at === words.length) return [line]
    const part = asLine(words.slice(from, at))
    if (part) parts.push(part)
    from = at
  }
  return parts
}

/** Of how many pieces that would be. */
export function countPieces(line: PrintedLine, gap: number = wideGap): number {
  let count = 1
  for (let at = 1; at < line.words.length; at += 1) if (isGap(line, at, gap)) count += 1
  return count
}

/** Does the word at `index` stand further from the one before it than `gap` times their size? */
function isGap({ words, size }: PrintedLine, index: number, gap: number): boolean {
  const before = words[index - 1]
  const word = words[index]
  if (!before || !word) return false
  const isWide = word.box[0] - before.box[2] > gap * Math.min(size, Math.max(before.size, word.size))
  return isWide && !isCurrencyOf(before, word)
}

/** Accounts set the sign of a currency at the left of its column, and the figure at the right. */
function isCurrencyOf(before: Word, { text }: Word): boolean {
  return /^[$£€]$/.test(before.text) && /^[(-]?\d/.test(text)
}

/**
 * How wide a space between two words is, times the type's size: most of the narrowest gaps of these lines are spaces.
 * In a table nothing wider than that holds words together.
 */
export function spaceOf(lines: readonly PrintedLine[]): number {
  const gaps = lines.flatMap(({ words, size }) =>
    words.slice(1).flatMap((word, index) => {
      const gap = (word.box[0] - (words[index]?.box[2] ?? 0)) / size
      return gap > 0.15 && gap < 0.45 ? [gap] : []
    }),
  )
  const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 5)]
  return gaps.length < 3 || usual === undefined ? 0.28 : Math.min(0.36, Math.max(0.22, usual))
}

/** The words of a line as they are read: spaces between, a tab where the gap is wide, small raised digits as ¹²³. */
export function runsOf(line: PrintedLine): readonly Run[] {
  const [first] = line.words
  if (first.recognised) return recognisedRuns(line)
  if (line.words.every(({ bold, href }) => bold === first.bold && href === first.href))
    return [{ text: textOf(line), bold: first.bold, href: first.href }]
  const runs: Run[] = []
  let [bold, href, said] = [first.bold, first.href, '']
  for (let index = 0; index < line.words.length; index += 1) {
    const word = line.words[index] ?? first
    const gap = gapBefore(line, index)
    if (word.bold !== bold || word.href !== href) {
      runs.push({ text: said, bold, href })
      if (gap !== '') runs.push({ text: gap })
      ;[bold, href, said] = [word.bold, word.href, '']
    } else said += gap
    said += saidOf(line, index)
  }
  runs.push({ text: said, bold, href })
  return runs
}

/** Each recognised word is a run of its own, for it has a place and a chance of its own. */
function recognisedRuns(line: PrintedLine): readonly Run[] {
  return line.words.map((word, index) => {
    const text = `${gapBefore(line, index)}${saidOf(line, index)}`
    const { box, confidence: ocr } = word.recognised ?? { box: word.box, confidence: null }
    return { text, bold: word.bold, href: word.href, place: { kind: 'page', page: word.page, box }, ocr }
  })
}

const texts = new WeakMap<PrintedLine, string>()

/** The same as one text. Lines are asked for theirs over and over. */
export function textOf(line: PrintedLine): string {
  const known = texts.get(line)
  if (known !== undefined) return known
  let text = ''
  for (let index = 0; index < line.words.length; index += 1) text += gapBefore(line, index) + saidOf(line, index)
  texts.set(line, text)
  return text
}

/** What parts the word at `index` from the one before it. */
function gapBefore(line: PrintedLine, index: number): string {
  const before = line.words[index - 1]
  const word = line.words[index]
  return before && word ? between(before, word, line.size) || afterMark(line, index) : ''
}

function saidOf(line: PrintedLine, index: number): string {
  const text = line.words[index]?.text ?? ''
  return isMark(line, index) ? inRaisedDigits(text) : text
}

/** Is every word of it bold? */
export function isBold(line: PrintedLine): boolean {
  return line.words.every(({ bold }) => bold)
}

function isLevel(one: Word, other: Word): boolean {
  return Math.abs(one.base - other.base) <= 0.3 * Math.min(one.size, other.size)
}

/** Puts raised and lowered small letters (footnote marks, "1st", "CO2") into the line they belong to. */
function withRaised(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const taken = new Map<PrintedLine, Word[]>()
  const left: PrintedLine[] = []
  for (const [index, line] of lines.entries()) {
    const near = [lines[index + 1], lines[index - 1], lines[index + 2]]
    const homeOf = (word: Word) => near.find((other) => other !== undefined && isRaisedIn(word, other))
    const home = homeOf(line.words[0])
    if (home && line.words.every((word) => homeOf(word) === home))
      taken.set(home, [...(taken.get(home) ?? []), ...line.words])
    else left.push(line)
  }
  return left.map((line) => {
    const more = taken.get(line)
    return (more ? asLine([...line.words, ...more]) : null) ?? line
  })
}

function isRaisedIn(word: Word, line: PrintedLine): boolean {
  if (word.size > 0.88 * line.size) return isFullSizeMark(word, line)
  if (word.text.length > 4) return false
  if (word.base > line.base + 0.35 * line.size || word.base < line.base - 0.75 * line.size) return false
  return line.words.some(({ box }) => {
    const gap = Math.max(word.box[0] - box[2], box[0] - word.box[2])
    return gap < line.size && gap > -0.5 * line.size
  })
}

/** A mark in type of full size stands right behind a word, half a line up. */
function isFullSizeMark(word: Word, line: PrintedLine): boolean {
  const up = (line.base - word.base) / line.size
  if (!/^\d{1,2}$/.test(word.text) || word.size > 1.05 * line.size || up < 0.2 || up > 0.6) return false
  return line.words.some(({ box }) => Math.abs(word.box[0] - box[2]) < noGap * line.size)
}

function commonSize(words: readonly Word[]): number {
  const [first] = words
  if (words.every(({ size }) => size === first?.size)) return first?.size ?? 0
  const lengths = new Map<number, number>()
  for (const { size, text } of words) lengths.set(size, (lengths.get(size) ?? 0) + text.length)
  return [...lengths].toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0]?.[0] ?? 0
}

function between(before: Word, word: Word, size: number): string {
  const gap = word.box[0] - before.box[2]
  const type = Math.min(size, Math.max(before.size, word.size))
  if (gap > tabGap * type) return '\t'
  if (gap > noGap * type || (before.spaced && gap > -0.1 * type)) return ' '
  return isOverprinted(before, word, gap, type) ? ' ' : ''
}

/** Words printed over each other are two words; an accent printed over its letter is none. */
function isOverprinted(before: Word, word: Word, gap: number, type: number): boolean {
  return gap < -overlap * type && !/[\p{M}\p{Sk}¸]$/u.test(before.text) && !/^[\p{M}\p{Sk}¸]/u.test(word.text)
}

/** "52" with a raised "1" after it must not become 521. Type of full size has to stand right behind a word to be a mark. */
function isMark(line: PrintedLine, index: number): boolean {
  const word = line.words[index]
  if (!word || word.text.length > 3 || !/^\d{1,3}$/.test(word.text)) return false
  const up = (line.base - word.base) / line.size
  if (word.size < 0.88 * line.size) return up > 0.1
  const before = line.words[index - 1]
  return up > 0.18 && before !== undefined && between(before, word, line.size) === ''
}

/** A note at the foot of a page begins with its mark, in small type, and the words may stand close behind: "1FOOTNOTE". */
function afterMark(line: PrintedLine, index: number): string {
  if (index !== 1) return ''
  const [mark, words] = line.words
  if (!words || mark.size > 0.88 * line.size) return ''
  return /^\d{1,2}$/.test(mark.text) && /^["“‘(]?\p{L}{3}/u.test(words.text) ? ' ' : ''
}

function inRaisedDigits(digits: string): string {
  return Array.from(digits, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit).join('')
}

/** How much of the narrower one's width both share, from 0 to 1. */
export function shareAcross(one: Box, other: Box): number {
  const shared = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
  return Math.max(0, shared) / Math.max(0.1, Math.min(width(one), width(other)))
}
