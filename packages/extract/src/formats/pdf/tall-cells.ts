import type { PrintedLine } from './lines.ts'
import type { TableCell, TableRow } from './parts.ts'

/**
 * Forms box their figures and leave their labels in one open column: a cell over many rows, a line of it level with
 * each figure. Such a cell is one cell for each row. A label over several rows in truth has lines of its own heights.
 */
export function partTallCells(grid: readonly TableRow[], ys: readonly number[]): readonly TableRow[] {
  const rows = grid.map((row): TableCell[] => [...row])
  grid.forEach((row, index) => {
    for (const cell of row) {
      if (!standsByRows(cell, grid.slice(index, index + cell.rows))) continue
      rows[index]?.splice(rows[index].indexOf(cell), 1)
      for (let at = index; at < index + cell.rows; at += 1) {
        const lines = cell.lines.filter((line) => isBetween(line, ys[at] ?? 0, ys[at + 1] ?? 0))
        rows[at]?.push({ ...cell, rows: 1, lines })
      }
    }
  })
  return rows.map((row) => row.toSorted((one, other) => one.column - other.column))
}

/** Is a line of the cell level with the words beside it in at least three rows, and in most? */
function standsByRows(cell: TableCell, rows: readonly TableRow[]): boolean {
  if (cell.rows < 3 || cell.lines.length < 3) return false
  const beside = rows.flatMap((row) => {
    const [line] = row.flatMap((other) => (other !== cell && other.rows === 1 ? other.lines.slice(0, 1) : []))
    return line ? [line] : []
  })
  const level = beside.filter((line) =>
    cell.lines.some((each) => Math.abs(each.base - line.base) < 0.4 * Math.max(each.size, line.size)),
  )
  return level.length >= 3 && level.length >= 0.6 * beside.length
}

function isBetween({ base, size }: PrintedLine, top: number, bottom: number): boolean {
  return base - 0.3 * size >= top && base - 0.3 * size < bottom
}
