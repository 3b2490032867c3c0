import type { Line } from '../../letter.ts'
import { mayGoOn } from '../../periods/index.ts'
import { isBand, isFigure, isGap, isNumeric, isSentence } from '../cells.ts'
import type { Label } from '../grid.ts'
import { isPeriodLabel } from '../period-labels.ts'

/**
 * What a line could be in a table that lost its columns: a label, a period, figures, a label with figures behind it, or no part of
 * one. "Unknown" and "18-24" are `either`, a label or a figure.
 */
export interface CellLine {
  readonly kind: 'label' | 'period' | 'figures' | 'row' | 'either' | 'other'
  readonly line: Line
  /** The words in front of the figures. */
  readonly label: Label | null
  readonly figures: readonly Label[]
}

/** Reads a line as cells. A label that ends in a number may have lost it to the figures: "Year 3 12". */
export function cellLineOf(line: Line): CellLine {
  const { text, block } = line
  const as = (kind: CellLine['kind'], label: Label | null, figures: readonly Label[] = []): CellLine => ({
    kind,
    line,
    label,
    figures,
  })
  if (text.length > 200 || block?.kind === 'item' || block?.kind === 'heading') return as('other', null)
  if (isPeriodLabel(text)) return as('period', line)
  if (isGap(text) ? /[a-z]{2}/i.test(text) : isBand(text)) return as('either', line, [line])
  if (isFigure(text) || moneyWithNote.test(text)) return as('figures', null, [line])
  if (/[\t|]|@|https?:|www\./.test(text)) return as('other', null)
  return withFigures(line, as)
}

/** "£51.67 (parking)" */
const moneyWithNote = /^£\d[\d,]{0,12}(?:\.\d\d)? \([a-z][a-z ,&/-]{1,40}\)$/i

function withFigures(
  line: Line,
  as: (kind: CellLine['kind'], label: Label | null, figures?: readonly Label[]) => CellLine,
): CellLine {
  const words = wordsOf(line)
  const kept = wordsOfPeriod(words) || wordsOfBand(words)
  const all = figuresAtEnd(words.slice(kept))
  const before = words.length - all.reduce((sum, figure) => sum + countWords(figure), 0)
  // "1 Oct 16 to 30 Sept 17": a number behind a month is its year.
  const isYear = month.test(words[before - 1]?.text ?? '') && /^(?:['’]?\d\d|(?:19|20)\d\d)$/.test(all[0]?.text ?? '')
  const figures = isYear ? all.slice(1) : all
  const left = words.slice(0, isYear ? before + 1 : before)
  const label = joined(left)
  if (!label) return as(isPeriodLabel(figures[0]?.text ?? '') ? 'label' : 'figures', label ?? line, figures)
  // "Q1 - Placements in house 287 311 273": a row that answers the first question.
  const named = figures.length > 1 ? label.text.replace(/^Q\d{1,2}\s?[-–]\s(?=[A-Z])/, '') : label.text
  if (figures.length > 0) return isLabel(named) ? as('row', label, figures) : as('other', null)
  return isLabel(label.text) && label.text.length <= 100 ? as('label', line) : as('other', null)
}

/** "2019/20 -" and "Castle:" open a list, whose figures are read as such. */
function isLabel(text: string): boolean {
  // "Appealed?" over a column of yes, no or figures asks nothing of anybody.
  const bare = text.replace(/^totals?:$/i, 'total').replace(/^(?<head>\S+(?: \S+)?)\?$/, '$<head>')
  return (
    text.length <= 120 &&
    !isSentence(bare) &&
    !/(?:[:;,=]|[\s\d][-–—])$/.test(bare) &&
    !isAsked(bare) &&
    /[a-z\d]/i.test(bare)
  )
}

/** "2. How many laptops …", "b) of these", "- laptops", "Please list": lines of a letter, and no labels of a table. */
function isAsked(text: string): boolean {
  if (isPeriodLabel(text)) return false
  return /^(?:q(?:uestion)?\s?\d|[([]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)\]:]|[-•·*–]\s|how (?:many|much|often)|what|which|when|please|do you|does|dear|yours|thank you|we |i |if )/i.test(
    text,
  )
}

const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?$/i
const longestPeriod = 9

/** How many words at the start are a period that figures follow: "1 Oct 16 to 30 Sept 17" before "135 993". */
function wordsOfPeriod(words: readonly Label[]): number {
  if (!/^(?:\d|[A-Z][a-z]{2,8}\b|Q\d)/.test(words[0]?.text ?? '')) return 0
  for (let count = Math.min(mayGoOn(words, 0, longestPeriod), words.length - 1); count > 0; count -= 1) {
    const text = joined(words.slice(0, count))?.text ?? ''
    if (isPeriodLabel(text) && words.slice(count).every((word) => !/[a-z]{3}/i.test(word.text))) return count
  }
  return 0
}

const longestBand = 6

/** How many words at the start are a band that figures follow: "£100,000 to £150,000" before "29". */
function wordsOfBand(words: readonly Label[]): number {
  if (!/^[£<>≤≥]?\d|^(?:under|over|up|less|more|fewer)$/i.test(words[0]?.text ?? '')) return 0
  for (let count = Math.min(longestBand, words.length - 1); count > 1; count -= 1)
    if (isBand(joined(words.slice(0, count))?.text ?? '')) return count
  return 0
}

/** The figures that words end with: "585 (50%)", "£ 77,813", "less than 5" and "n/a" are one each. */
function figuresAtEnd(words: readonly Label[]): readonly Label[] {
  const figures: Label[] = []
  let end = words.length
  while (end > 0) {
    const size = [5, 4, 3, 2, 1].find(
      (count) => count <= end && isCell(joined(words.slice(end - count, end))?.text ?? '', count),
    )
    if (!size) break
    const cell = joined(words.slice(end - size, end))
    if (cell) figures.unshift(cell)
    end -= size
  }
  return figures
}

/** "fewer than 5 individuals" says what is counted, as a person may where the number is held back. */
export function isCell(text: string, words: number): boolean {
  if (words === 1) return isNumeric(text) || /^(?:[-–—*]{1,3}|n\/a|nil|zero)$/i.test(text)
  if (words > 2) return /^(?:less|fewer|more) than (?:£?\d[\d,]{0,9}|five|ten)(?: [a-z]{3,20}){0,2}$/i.test(text)
  return /^(?:[£<>≤≥~]\s|\S+ \()/.test(text)
    ? isNumeric(text)
    : /^£\d[\d.,]{0,12} (?:million|billion|thousand)$/i.test(text)
}

export function wordsOf({ text, start }: Label): readonly Label[] {
  // Lines of one word are most of a table that lost its columns.
  if (text !== '' && !/\s/.test(text)) return [{ text, start, end: start + text.length }]
  const words: Label[] = []
  let at = 0
  for (const word of text.split(/\s+/)) {
    if (word === '') continue
    at = text.indexOf(word, at)
    words.push({ text: word, start: start + at, end: start + at + word.length })
    at += word.length
  }
  return words
}

function countWords({ text }: Label): number {
  return text.split(' ').length
}

/** Words that follow each other on a line as one label, however wide the gaps between them. */
export function joined(words: readonly Label[]): Label | null {
  const [first] = words
  const last = words.at(-1)
  if (first && words.length === 1) return { text: first.text, start: first.start, end: first.end }
  return first && last ? { text: words.map((word) => word.text).join(' '), start: first.start, end: last.end } : null
}
