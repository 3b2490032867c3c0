import { type PrintedLine, textOf } from './lines.ts'
import type { TableCell, TableRow } from './parts.ts'

/** A figure, or one of the signs that stand for one: "1,204" "£3.50" "12%" "<5" "-" "*" "N/A" "nil". */
const figure = /^(?:[(<>≤≥~±+-]{0,2}\s?[£$€]?\s?\d[\d,.\s]{0,16}%?\)?[*†¹²³]?|[-–—*.]{1,3}|n\/?a|nil|none|\[[a-z]\])$/i

export function isFigure(words: string): boolean {
  return figure.test(words.trim())
}

/**
 * A row drawn as one box often holds several rows, one below the other: where a column holds a figure on each line,
 * each figure is a row of its own. Wrapped words alone never part a row.
 */
export function splitRows(rows: readonly TableRow[], columns: number): readonly TableRow[] {
  return rows.flatMap((row) => {
    const spans = row.some((cell) => cell.rows > 1) || row.length < 2 || columns < 2
    const anchors = spans ? null : anchorsOf(row)
    return anchors ? anchors.map((_, index) => row.map((cell) => sliceOf(cell, anchors, index))) : [row]
  })
}

/** The heights at which the row's figures stand, where there are several; null where it is one row. */
function anchorsOf(row: TableRow): readonly number[] | null {
  const stacks = row
    .filter(({ lines, column }) => column > 0 && lines.length > 1 && lines.every((line) => isFigure(textOf(line))))
    .map(({ lines }) => lines.map(({ base }) => base))
  const tallest = stacks.toSorted((one, other) => other.length - one.length)[0]
  if (!tallest) return null
  const first = row.find(({ column }) => column === 0)
  if (!first || first.lines.length < tallest.length) return null
  const agree = stacks.every((stack) => stack.every((base) => tallest.some((other) => Math.abs(other - base) < 4)))
  return agree ? tallest : null
}

function sliceOf(cell: TableCell, anchors: readonly number[], index: number): TableCell {
  return { ...cell, lines: cell.lines.filter((line) => anchorOf(line, anchors) === index) }
}

/** A line belongs to the last figure at or above it. */
function anchorOf({ base, size }: PrintedLine, anchors: readonly number[]): number {
  const below = anchors.findIndex((anchor) => anchor > base + 0.5 * size)
  return below === -1 ? anchors.length - 1 : Math.max(0, below - 1)
}
