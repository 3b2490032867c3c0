import type { Letter, Line } from '../../letter.ts'
import { isFigure } from '../cells.ts'
import {
  cellOf,
  filled,
  type Grid,
  type GridCell,
  type GridRow,
  type GridSource,
  mostColumns,
  wholeLine,
} from '../grid.ts'
import { isPeriodLabel } from '../period-labels.ts'
import { type Run, rowRuns } from '../rows.ts'

/** Rows whose cells are parted by upright strokes, as web pages print their tables in plain text. */
export const pipes: GridSource = {
  id: 'tables/pipes',
  about: 'Lines whose cells are parted by upright strokes.',
  find: (letter, lines, taken): readonly Grid[] =>
    rowRuns(lines, taken, (line) => rowAt(letter, line)).map((run) => ({
      ...withHeadInPlace(withoutRule(run)),
      rule: 'tables/pipes',
      caption: null,
      told: false,
    })),
}

/** "| a | b |" and "a | b |" have two cells: strokes at the ends frame the row. An empty cell before the frame is kept. */
function rowAt(letter: Letter, line: Line): GridRow | null {
  if (!line.text.includes('|')) return null
  const whole = wholeLine(letter, line)
  if (!whole) return null
  const cells: GridCell[] = []
  let from = 0
  while (from <= whole.text.length) {
    const found = whole.text.indexOf('|', from)
    const to = found === -1 ? whole.text.length : found
    cells.push(cellOf(whole, from, to))
    if (cells.length > mostColumns) return null
    from = to + 1
  }
  const open = line.text.startsWith('|') ? 1 : 0
  const framed = cells.slice(open, line.text.endsWith('|') ? -1 : undefined)
  return framed.length >= 2 && filled(framed).length >= 1 ? framed : null
}

/**
 * "| 2020 | 2021 | Total | |" over "| Ward | 4 | 6 | 10 |": the empty corner was lost, and stands at the end instead. Only a period
 * cannot stand over labels.
 */
export function withHeadInPlace<Rows extends Pick<Run, 'rows'>>(run: Rows): Rows {
  const [head, ...rows] = run.rows
  const last = head?.at(-1)
  if (!head || !last || last.text !== '' || rows.length < 2 || !isPeriodLabel(head[0]?.text ?? '')) return run
  const areLabelled = rows.every((row) => row.length === head.length && isLabel(row[0]?.text ?? ''))
  const corner = { ...last, start: head[0]?.start ?? last.start, end: head[0]?.start ?? last.start }
  return areLabelled ? { ...run, rows: [[corner, ...head.slice(0, -1)], ...rows] } : run
}

function isLabel(text: string): boolean {
  return /[a-z]/i.test(text) && !isPeriodLabel(text) && !isFigure(text)
}

/** "|---|:---:|" below the head is no row; it tells that what stands above it is the head. */
export function withoutRule(run: Run): Run & { readonly headRows: number } {
  const at = run.rows.findIndex(
    (row) => filled(row).length > 0 && filled(row).every((cell) => /^:?[-=]{2,40}:?$/.test(cell.text)),
  )
  return at < 1 ? { ...run, headRows: 0 } : { ...run, rows: run.rows.toSpliced(at, 1), headRows: at }
}
