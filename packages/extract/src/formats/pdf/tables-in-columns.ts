import type { Box } from '@disclosed/document'
import { columnsOf } from './columns.ts'
import { height, type Word, width } from './drawn.ts'
import { asLine, type PrintedLine } from './lines.ts'
import type { TablePart } from './parts.ts'

/** What is read from top to bottom: lines, and the tables among them, from the top. */
export interface Column {
  readonly lines: readonly PrintedLine[]
  readonly tables: readonly TablePart[]
}

/** Words, or another table, at the left or right of a table. */
export function standsBeside(table: TablePart, lines: readonly PrintedLine[], tables: readonly TablePart[]): boolean {
  const [left, top, right, bottom] = table.box
  return (
    lines.some(({ base, box }) => base > top && base < bottom && (box[2] > right || box[0] < left)) ||
    tables.some(
      ({ box }) => (box[2] <= left || box[0] >= right) && Math.min(box[3], bottom) - Math.max(box[1], top) > 3,
    )
  )
}

/**
 * The columns of a page, with the tables that stand in them: to find the columns, a table counts as lines that fill its
 * width, so that a paragraph beside it stays whole and a title above two tables is parted between them.
 */
export function columnsWithTables(lines: readonly PrintedLine[], tables: readonly TablePart[]): readonly Column[] {
  const tableOf = new Map<Word, TablePart>()
  const size = lines[0]?.size ?? 10
  const fillers = tables.flatMap((table) => {
    const filled = fillersOf(table, size)
    for (const { words } of filled) for (const word of words) tableOf.set(word, table)
    return filled
  })
  const all = [...lines, ...fillers].toSorted((one, other) => one.base - other.base)
  const placed = new Set<TablePart>()
  return columnsOf(all, (line) => tableOf.has(line.words[0])).map((column) => {
    const own = new Set(column.flatMap(({ words: [word] }) => tableOf.get(word) ?? []))
    const found = [...own].filter((table) => !placed.has(table))
    for (const table of found) placed.add(table)
    return {
      lines: column.filter(({ words: [word] }) => !tableOf.has(word)),
      tables: found.toSorted((one, other) => one.box[1] - other.box[1]),
    }
  })
}

/** Prose has at least so many lines. */
const fewestLines = 5
/** A page has no more: one that says it is a mile high says so by mistake. */
const mostLines = 400

function fillersOf({ box, page }: TablePart, size: number): readonly PrintedLine[] {
  const count = Math.min(mostLines, Math.max(fewestLines, Math.floor(height(box) / (1.3 * size))))
  return Array.from({ length: count }, (_, index) => {
    const base = box[1] + (height(box) * (index + 0.8)) / count
    const words = Array.from({ length: fewestLines }, (__, at) => filler(box, at, base, size, page))
    return asLine(words)
  }).filter((line) => line !== null)
}

function filler(box: Box, at: number, base: number, size: number, page: number): Word {
  const step = width(box) / fewestLines
  return {
    text: '',
    box: [box[0] + step * at, base - size, box[0] + step * (at + 1), base],
    base,
    size,
    bold: false,
    mark: null,
    artifact: false,
    note: null,
    turned: false,
    spaced: true,
    href: null,
    page,
  }
}
