import { mostCells } from '@disclosed/document'
import { isFigure } from './figures.ts'
import { isBold, type PrintedLine, textOf } from './lines.ts'
import type { Part, TableCell, TablePart, TableRow, TextPart } from './parts.ts'
import { stretchesOf } from './table-columns.ts'

/** Of a table too long to be kept, so many of its first rows are. */
const keptRows = 200

/**
 * Puts the parts of pages together as they come: a table that goes on at the top of the next page is one table, a
 * paragraph likewise. Page heads and feet between stand after what they interrupted. A head of columns that is printed
 * again becomes one too. What cannot change any more is handed on, so that a file of any length takes little memory.
 */
export class PageJoiner {
  #last: Part | null = null
  #furniture: TextPart[] = []
  readonly #keepsAllRows: boolean

  /** `keepsAllRows`: a table may grow as long as the file is, because somebody wants all of it. */
  constructor(keepsAllRows: boolean) {
    this.#keepsAllRows = keepsAllRows
  }

  /** The parts of the next page; returns those that are finished. */
  add(page: readonly Part[]): readonly Part[] {
    const finished: Part[] = []
    let isFirst = true
    for (const part of page) {
      if (part.kind === 'furniture') {
        this.#furniture.push(part)
        continue
      }
      const joined = isFirst && this.#last ? joinedParts(this.#last, part, this.#keepsAllRows) : null
      isFirst = false
      if (joined) this.#furniture.push(...joined.repeated)
      else finished.push(...this.finish())
      this.#last = joined?.part ?? part
    }
    return finished
  }

  /** What is left after the last page. */
  finish(): readonly Part[] {
    const rest = this.#last ? [this.#last, ...this.#furniture] : this.#furniture
    this.#last = null
    this.#furniture = []
    return rest
  }
}

interface Joined {
  readonly part: Part
  readonly repeated: readonly TextPart[]
}

function joinedParts(above: Part, below: Part, keepsAllRows: boolean): Joined | null {
  if (above.kind === 'table' && below.kind === 'table') return joinedTables(above, below, keepsAllRows)
  if (above.kind === 'furniture' || above.kind === 'table' || below.kind !== 'paragraph') return null
  return goesOn(above, below) ? { part: { ...above, lines: [...above.lines, ...below.lines] }, repeated: [] } : null
}

/** A sentence broken by the page: no full stop above, a small letter below. */
function goesOn(above: TextPart, below: TextPart): boolean {
  const last = above.lines.at(-1)
  const [first] = below.lines
  if (!last || above.kind === 'heading' || Math.abs(last.size - first.size) > 0.1 * last.size) return false
  return /[\p{L}\d,–-]$/u.test(textOf(last)) && /^[\p{Ll}(]/u.test(textOf(first)) && isLong(above)
}

/** The line that ends the page reaches about as far as the others of its paragraph. */
function isLong({ lines }: TextPart): boolean {
  const right = Math.max(...lines.map(({ box }) => box[2]))
  const last = lines.at(-1)
  return last !== undefined && last.box[2] > right - 12 * last.size
}

function joinedTables(above: TablePart, below: TablePart, keepsAllRows: boolean): Joined | null {
  const lower = inColumnsOf(above, below)
  if (!lower) return null
  const repeats = countRepeated(above.rows, lower)
  const rows = lower.slice(repeats)
  if (repeats === 0 && beginsAnew(above.rows, rows)) return null
  const whole = { ...above, box: below.box, rows: withSplitRow(above.rows, rows) }
  const part = keepsAllRows ? whole : shortened(whole)
  return { part, repeated: below.rows.slice(0, repeats).flatMap((row) => asFurniture(row, below.page)) }
}

/** A table with more cells than a letter's is written as a data file: its first rows, and how many there are. */
function shortened(table: TablePart): TablePart {
  const { rows, leftOut = 0 } = table
  const last = rows.at(-1)
  const cells = (rows.length + leftOut) * (table.edges.length - 1)
  if (!last || cells <= mostCells || rows.length <= keptRows) return table
  return { ...table, rows: [...rows.slice(0, keptRows - 1), last], leftOut: leftOut + rows.length - keptRows }
}

/** The lower table's rows in the upper one's columns; null where they do not stand below each other. */
function inColumnsOf(above: TablePart, below: TablePart): readonly TableRow[] | null {
  const same = above.edges.length === below.edges.length
  if (same && (below.shownBy === 'page before' || haveSameEdges(above, below))) return below.rows
  if (below.shownBy === 'rules' || (!same && below.shownBy !== 'tags')) return null
  const upper = stretchesOf(above)
  const columns = stretchesOf(below).map((stretch) => {
    const over = upper.flatMap((each, index) => (each.left < stretch.right && stretch.left < each.right ? [index] : []))
    return over.length === 1 ? (over[0] ?? -1) : -1
  })
  const fits = columns.every((column, index) => column >= 0 && (index === 0 || column > (columns[index - 1] ?? 0)))
  return fits ? below.rows.map((row) => inColumns(row, columns, upper.length)) : null
}

/** Do the edges of the columns stand at about the same places? */
function haveSameEdges(above: TablePart, below: TablePart): boolean {
  const inner = above.edges.slice(1, -1)
  return inner.every((edge, index) => Math.abs(edge - (below.edges[index + 1] ?? 0)) < 9)
}

function inColumns(row: TableRow, columns: readonly number[], count: number): TableRow {
  return Array.from({ length: count }, (_, column): TableCell => {
    const cell = row.find((each) => columns[each.column] === column)
    return { column, columns: 1, rows: 1, lines: cell?.lines ?? [] }
  })
}

/** How many rows at the top of the lower table are those at the top of the upper one. */
function countRepeated(above: readonly TableRow[], below: readonly TableRow[]): number {
  let count = 0
  while (count < Math.min(above.length, below.length, 4) && wordsOf(above[count]) === wordsOf(below[count])) count += 1
  return count
}

/** A row of headings of its own, other than the table's above: another table in the same columns. */
function beginsAnew(above: readonly TableRow[], below: readonly TableRow[]): boolean {
  const [head] = above
  const [first, second] = below
  if (!head || !first) return false
  const sameBut =
    first.length > 2 && wordsOf(head.slice(1)) === wordsOf(first.slice(1)) && wordsOf(head) !== wordsOf(first)
  const own = isBoldRow(first) && !first.some(isFigureCell) && second !== undefined && !isBoldRow(second)
  return sameBut || own
}

/** A row whose cells go on over the page break is one row: its first cell is empty below, and no figure stands there. */
function withSplitRow(above: readonly TableRow[], below: readonly TableRow[]): readonly TableRow[] {
  const last = above.at(-1)
  const [first, ...rest] = below
  if (!last || !first || !isRestOf(last, first)) return [...above, ...below]
  const joined = last.map((cell): TableCell => {
    const more = first.find(({ column }) => column === cell.column)
    return more ? { ...cell, lines: [...cell.lines, ...more.lines] } : cell
  })
  return [...above.slice(0, -1), joined, ...rest]
}

function isRestOf(last: TableRow, first: TableRow): boolean {
  const filled = first.filter(({ lines }) => lines.length > 0)
  if (first[0]?.lines.length !== 0 || filled.some(isFigureCell)) return false
  return filled.every(({ column, lines }) => {
    const cell = last.find((each) => each.column === column)
    const [line] = cell?.lines ?? []
    const [more] = lines
    return line !== undefined && more !== undefined && Math.abs(line.box[0] - more.box[0]) < 3
  })
}

function isFigureCell({ lines, column }: TableCell): boolean {
  return column > 0 && lines.length === 1 && lines.every((line) => isFigure(textOf(line)))
}

function isBoldRow(row: TableRow): boolean {
  const lines = row.flatMap((cell) => cell.lines)
  return lines.length > 0 && lines.every(isBold)
}

function wordsOf(row: TableRow | undefined): string {
  return (row ?? []).map(({ lines }) => lines.map(textOf).join(' ')).join('\t')
}

function asFurniture(row: TableRow, page: number): readonly TextPart[] {
  const [first, ...rest] = row.flatMap(({ lines }): readonly PrintedLine[] => lines)
  return first ? [{ kind: 'furniture', page, lines: [first, ...rest], label: null, level: 0 }] : []
}
