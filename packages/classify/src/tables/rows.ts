import type { Line } from '../letter.ts'
import { readLabel } from '../passages/labels.ts'
import { isFigure } from './cells.ts'
import { filled, type GridRow, squared } from './grid.ts'
import { isPeriodLabel } from './period-labels.ts'

export interface Run {
  readonly rows: readonly GridRow[]
  readonly first: number
  readonly last: number
}

/**
 * Rows that stand directly below each other, as runs of at least two. A run ends where a line is no row,
 * and at an empty line below which the number of cells changes or a new head begins.
 */
export function rowRuns(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  rowAt: (line: Line) => GridRow | null,
): readonly Run[] {
  const runs: Run[] = []
  let rows: GridRow[] = []
  let first = 0
  const finish = (last: number) => {
    if (rows.length >= 2) runs.push({ rows: squared(withoutPoint(rows)), first, last })
    rows = []
  }
  lines.forEach((line, at) => {
    const row = taken.has(at) ? null : rowAt(line)
    if (row === null || (rows.length > 0 && line.gap && beginsAnew(rows, row))) finish(at - 1)
    if (row === null) return
    if (rows.length === 0) first = at
    rows.push(row)
  })
  finish(lines.length - 1)
  return runs
}

/** «1. 2019/20 | 168» over «2020/21 | 24»: the mark of the answer that begins with the table is none of its words. */
function withoutPoint(rows: readonly GridRow[]): readonly GridRow[] {
  const [[cell, ...others] = [], ...below] = rows
  const label = cell ? readLabel(cell.text) : null
  if (!cell || !label?.number || below.some(([each]) => readLabel(each?.text ?? ''))) return rows
  const text = cell.text.slice(label.length)
  return [[{ text, under: text, start: cell.start + label.length, end: cell.end }, ...others], ...below]
}

function beginsAnew(rows: readonly GridRow[], row: GridRow): boolean {
  const above = rows.at(-1) ?? []
  if (above.length !== row.length) return true
  return figures(above) > 0 && figures(row) === 0 && filled(row).length > 1
}

function figures(row: GridRow): number {
  return row.slice(1).filter((cell) => isFigure(cell.text) && !isPeriodLabel(cell.text)).length
}
