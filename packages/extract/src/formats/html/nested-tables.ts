import type { CellWords } from '../../line.ts'
import { type Element, findAllWithin, isBelow } from './dom.ts'
import { cellsOf, isLayout, readTable, rowsOf, type TableReader } from './tables.ts'

/** Rows of a table, and the tables that stand inside cells of the last of them. */
export interface Stretch {
  readonly headRows: number
  readonly rows: readonly (readonly CellWords[])[]
  readonly inner: readonly Element[]
}

/**
 * A table in stretches: it ends below a row that holds another table, and goes on after that one. A question and its
 * answer's table stay together, and no cell says the figures of a whole table in one breath.
 */
export function stretchesOf(table: Element, reader: TableReader): readonly Stretch[] {
  const inner = rowsOf(table).map((row) => cellsOf(row).flatMap(tablesIn))
  const apart = new Set(inner.flat())
  const { headRows, rows } = readTable(table, { ...reader, wordsOf: (cell) => reader.wordsOf(cell, apart) })
  const stretches: Stretch[] = []
  let [from, reach] = [0, 0]
  let held: readonly Element[] = []
  for (const [index, cells] of rows.entries()) {
    const end = index + 1
    held = [...held, ...(inner[index] ?? [])]
    reach = Math.max(reach, ...cells.map((cell) => index + (cell.rows ?? 1)))
    // A cell that reaches into the next row holds both together.
    if (end < rows.length && (held.length === 0 || reach > end)) continue
    const head = Math.min(end - from, Math.max(0, headRows - from))
    stretches.push({ headRows: head, rows: rows.slice(from, end), inner: held })
    from = end
    held = []
  }
  return stretches
}

/** The outermost tables in a cell that show data: two rows and two columns at least. */
function tablesIn(cell: Element): readonly Element[] {
  const all = findAllWithin(cell, 'table').filter((table) => !isLayout(table) && isGrid(table))
  return all.filter((table) => !all.some((other) => other !== table && isBelow(table, other)))
}

function isGrid(table: Element): boolean {
  return rowsOf(table).filter((row) => cellsOf(row).length > 1).length > 1
}
