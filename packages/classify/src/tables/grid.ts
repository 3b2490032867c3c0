import type { Span } from '@disclosed/document'
import type { RuleId } from '../finding.ts'
import type { Letter, Line } from '../letter.ts'

/** Words in the letter, and where. */
export interface Label extends Span {
  readonly text: string
}

/** One place of a grid. `under` is the text of the merged cell it belongs to; where nothing is merged it is the text. */
export interface GridCell extends Label {
  readonly under: string
}

export type GridRow = readonly GridCell[]

/** Rows and columns as the letter lays them out, before anybody asked what they mean. Every row is equally long. */
export interface Grid {
  readonly rule: RuleId
  readonly rows: readonly GridRow[]
  /** How many of the first rows are the head, as the file or the layout itself tells; 0 where it does not. */
  readonly headRows: number
  readonly caption: Label | null
  /** The lines it fills: places in the list of lines that were given, both inside. */
  readonly first: number
  readonly last: number
  /** Did the file itself say that this is a table? */
  readonly told: boolean
  /** How many rows of it stayed in the file, because it is too long for a letter. */
  readonly leftInFile?: number
}

/** A way in which a letter lays out a table. */
export interface GridSource {
  readonly id: RuleId
  readonly about: string
  /** Grids in the order of the lines; no two share a line. `taken` are the lines that belong to earlier sources' grids. */
  readonly find: (letter: Letter, lines: readonly Line[], taken: ReadonlySet<number>) => readonly Grid[]
}

/** Wider than any table in a letter: what has more columns than this is not read as one. */
export const mostColumns = 60

/** Longer lines are prose or data, and not looked into. */
const longestLine = 20_000

/** A line with the white space in front of it and behind it; null where it is too long to be a row of a letter's table. */
export function wholeLine(letter: Letter, line: Line): Label | null {
  const start = line.start - line.indent
  const found = letter.text.indexOf('\n', line.end)
  const end = found === -1 ? letter.text.length : found
  return end - start > longestLine ? null : { start, end, text: letter.text.slice(start, end) }
}

/** A cell cut from a whole line: `from` and `to` are counted from the line's start, white space at its ends is left out. */
export function cellOf(line: Label, from: number, to: number): GridCell {
  const words = line.text.slice(from, to)
  const text = words.trim()
  const start = line.start + from + (text === '' ? 0 : words.indexOf(text))
  return { text, under: text, start, end: start + text.length }
}

/** Makes all rows equally long: empty cells are put behind the last one. */
export function squared(rows: readonly GridRow[]): readonly GridRow[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return rows.map((row) => {
    const end = row.at(-1)?.end ?? 0
    const empty: GridCell = { text: '', under: '', start: end, end }
    return row.length === width ? row : [...row, ...Array.from({ length: width - row.length }, () => empty)]
  })
}

/** The cells of a row that hold words. */
export function filled(row: GridRow): readonly GridCell[] {
  return row.filter((cell) => cell.text !== '')
}

/** Labels that each fill one place. */
export function asRow(labels: readonly Label[]): GridRow {
  return labels.map(({ text, start, end }) => ({ text, under: text, start, end }))
}
