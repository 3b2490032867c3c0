import type { Line } from '../../letter.ts'
import { isBand, isFigure, isNumeric, isSentence, isTotal } from '../cells.ts'
import type { Grid, GridRow, GridSource, Label } from '../grid.ts'
import { isHeadOfLabels } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'

/** Tables whose cells ran together with single spaces: "Month and year Number of fires" above "March 2021 14". */
export const runOn: GridSource = {
  id: 'tables/run-on',
  about: 'A head line, and below it lines of a label and its figures, parted by single spaces.',
  find: (_letter, lines, taken): readonly Grid[] => {
    const grids: Grid[] = []
    let at = 0
    while (at < lines.length) {
      const last = lastRow(lines, taken, at)
      const grid = last > at ? gridOf(lines, taken, at, last) : null
      if (grid) grids.push(grid)
      at = Math.max(at, last) + 1
    }
    return grids
  },
}

/** The last of the lines from `at` on that end in a figure and stand directly below each other. */
function lastRow(lines: readonly Line[], taken: ReadonlySet<number>, at: number): number {
  let last = at - 1
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next]
    if (!line || taken.has(next) || (next > at && line.gap) || trailing(line) === 0) break
    last = next
  }
  return last
}

/** How many cells a line ends with, at least one word of label left over. */
function trailing(line: Line): number {
  if (line.text.length > 160 || line.block?.kind === 'item' || isSentence(line.text)) return 0
  const words = line.text.split(' ')
  let count = 0
  while (count < words.length - 1 && isCellWord(words[words.length - 1 - count] ?? '')) count += 1
  return count
}

function isCellWord(word: string): boolean {
  return isNumeric(word) || /^(?:-|–|n\/a|nil)$/i.test(word)
}

function gridOf(lines: readonly Line[], taken: ReadonlySet<number>, first: number, last: number): Grid | null {
  const rows = lines.slice(first, last + 1)
  // A head that ends in years or in a total of them is itself a line that ends in figures.
  for (const at of [first - 1, first]) {
    const head = lines[at]
    const below = at === first ? rows.slice(1) : rows
    if (!head || taken.has(at) || below.length < 2 || head.text.length > 120 || /[.:;?!]$/.test(head.text)) continue
    const cells = headCells(head, Math.min(...below.map(trailing)))
    const body = cells ? below.map((line) => rowOf(line, cells.length - 1)) : []
    if (!cells || !body.every((row) => row !== null) || areFields(below)) continue
    return { rule: 'tables/run-on', rows: [cells, ...body], headRows: 1, caption: null, first: at, last, told: false }
  }
  return null
}

/** "Date received: 12 January 2022": fields that happen to end in numbers, and no rows. */
function areFields(lines: readonly Line[]): boolean {
  return lines.filter(({ text }) => /^[A-Za-z][\w ]{1,40}:\s/.test(text)).length * 2 > lines.length
}

/** Cuts a head line into the head of the labels and the heads of the figures below it; null where it can be cut in two ways or in none. */
function headCells(head: Line, most: number): GridRow | null {
  return periodsAtEnd(head, most) ?? countAtEnd(head) ?? oneWordEach(head, most)
}

/** "Department 2019/20 2020/21 Total" */
function periodsAtEnd(head: Line, most: number): GridRow | null {
  const words = wordsOf(head)
  const ends: Label[] = []
  let left = words.length
  for (let end = lastHead(words); end; end = lastHead(words.slice(0, left))) {
    ends.unshift(end.label)
    left -= end.words
  }
  if (ends.length > most || ends.filter((end) => isPeriodLabel(end.text)).length < 2) return null
  const label = joined(words.slice(0, left))
  if (label && (isSentence(label.text) || left > 6)) return null
  return [label ?? { text: '', start: head.start, end: head.start }, ...ends].map(asCell)
}

/** The period or the "Total" that words end with: "April 2019" before "2019". */
function lastHead(words: readonly Label[]): { readonly label: Label; readonly words: number } | null {
  const two = words.length >= 2 ? joined(words.slice(-2)) : null
  if (two && isPeriodLabel(two.text)) return { label: two, words: 2 }
  const one = words.at(-1)
  return one && (isPeriodLabel(one.text) || isTotal(one.text)) ? { label: one, words: 1 } : null
}

/** "Year and month Number of incidents" */
function countAtEnd(head: Line): GridRow | null {
  const match =
    /^(?<label>[A-Z][^\d]{1,50}?) (?<count>(?:Total )?(?:Number|No\.?|Count|Amount|Cost|Value|Volume|Percentage|Total)(?: .{1,60})?)$/.exec(
      head.text,
    )
  const label = match?.groups?.label
  const count = match?.groups?.count
  if (!label || !count || isSentence(label)) return null
  const start = head.end - count.length
  return [
    { text: label, start: head.start, end: head.start + label.length },
    { text: count, start, end: head.end },
  ].map(asCell)
}

/** "Year Lost Stolen Found": as many words as cells. Two words only where the first is known to head labels. */
function oneWordEach(head: Line, most: number): GridRow | null {
  const words = wordsOf(head)
  const [first] = words
  if (!first || words.length !== most + 1 || words.length < 2 || !isHeadOfLabels(first.text)) return null
  return words.every((word) => /^[A-Z£%]/.test(word.text)) ? words.map(asCell) : null
}

/** Cuts a line into its label and its last cells; null where the label would end in a figure that is none of its own. */
function rowOf(line: Line, cells: number): GridRow | null {
  const words = wordsOf(line)
  const label = joined(words.slice(0, -cells))
  if (!label || label.text.length > 100) return null
  const isWhole = isPeriodLabel(label.text) || isBand(label.text) || !isFigure(label.text.split(' ').at(-1) ?? '')
  return isWhole ? [label, ...words.slice(-cells)].map(asCell) : null
}

function wordsOf(line: Line): readonly Label[] {
  return Array.from(line.text.matchAll(/\S+/g), (match) => ({
    text: match[0],
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }))
}

function joined(words: readonly Label[]): Label | null {
  const [first] = words
  const last = words.at(-1)
  return first && last ? { text: words.map((word) => word.text).join(' '), start: first.start, end: last.end } : null
}

function asCell(label: Label): GridRow[number] {
  return { ...label, under: label.text }
}
