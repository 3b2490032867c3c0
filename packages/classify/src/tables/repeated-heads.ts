import type { Line } from '../letter.ts'
import { isFigure } from './cells.ts'
import { filled, type Grid, type GridRow } from './grid.ts'
import { isPeriodLabel } from './period-labels.ts'

/**
 * «Lost | 2021 | 2022» further down a table whose head is «Type | 2021 | 2022»: a row that says the head of every column again, under
 * another name for its rows, begins a table of its own.
 */
export function partedAtHeads(grid: Grid, lines: readonly Line[]): readonly Grid[] {
  const [head] = grid.rows
  if (!head || !isHead(head)) return [grid]
  const starts = grid.rows.flatMap((row, at) => (at > 1 && at < grid.rows.length - 1 && repeats(row, head) ? at : []))
  if (starts.length === 0) return [grid]
  const lineOf = (row: GridRow | undefined): number => {
    const start = row?.find(({ text }) => text !== '')?.start ?? 0
    const at = lines.findIndex((line) => line.end > start)
    return at === -1 ? grid.last : at
  }
  const bounds = [0, ...starts, grid.rows.length]
  return bounds.slice(1).map((end, at): Grid => {
    const from = bounds[at] ?? 0
    const rows = grid.rows.slice(from, end)
    const first = from === 0 ? grid.first : lineOf(rows[0])
    const last = end === grid.rows.length ? grid.last : Math.max(first, lineOf(grid.rows[end]) - 1)
    return {
      ...grid,
      rows,
      first,
      last,
      caption: from === 0 ? grid.caption : null,
      headRows: Math.min(grid.headRows, 1),
    }
  })
}

/** Two or more columns, none of which is headed by a plain figure. */
function isHead(row: GridRow): boolean {
  const heads = filled(row.slice(1))
  return heads.length > 1 && heads.every(({ text }) => isPeriodLabel(text) || !isFigure(text))
}

/** The same heads below another first cell; below the same one it is the page's, and a row of words is not counted among heads. */
function repeats(row: GridRow, head: GridRow): boolean {
  const isSame = row.slice(1).every((cell, at) => cell.text.toLowerCase() === head[at + 1]?.text.toLowerCase())
  return isSame && row[0]?.text !== '' && row[0]?.text.toLowerCase() !== head[0]?.text.toLowerCase()
}
