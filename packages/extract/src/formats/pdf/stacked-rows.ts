import { isFigure } from './figures.ts'
import { linesOf, type PrintedLine, textOf } from './lines.ts'
import type { TableCell, TableRow } from './parts.ts'
import { rowsOf } from './table-rows.ts'

/**
 * A row drawn as one box often holds several rows, one below the other: where a column holds figures on several lines,
 * each level with a line of the first column, it is read by those. Wrapped words alone never part a row.
 */
export function splitRows(rows: readonly TableRow[], edges: readonly number[]): readonly TableRow[] {
  return rows.flatMap((row) => {
    const spans = row.some((cell) => cell.rows > 1 || cell.columns > 1)
    if (spans || !holdsStack(row)) return [row]
    const words = row.flatMap(({ lines }) => lines.flatMap((line) => line.words))
    return rowsOf(linesOf(words), edges, { words, rules: [], shades: [] })
  })
}

function holdsStack(row: TableRow): boolean {
  const [first, ...rest] = row.filter(({ lines }) => lines.length > 0)
  return first !== undefined && rest.some((cell) => isStack(cell, first.lines))
}

function isStack({ lines }: TableCell, labels: readonly PrintedLine[]): boolean {
  const figures = lines.filter((line) => isFigure(textOf(line)) || isDay(textOf(line)))
  if (figures.length < 2 || figures.length < 0.6 * lines.length || isCountAndShare(figures)) return false
  return figures.every(({ base, size }) => labels.some((label) => Math.abs(label.base - base) < 0.4 * size))
}

function isDay(words: string): boolean {
  return /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(words)
}

/** "12" over "(5%)" is one cell. */
function isCountAndShare(figures: readonly PrintedLine[]): boolean {
  const [first, second, ...more] = figures.map(textOf)
  return more.length === 0 && first !== undefined && second !== undefined && /[%(]/.test(second) && !/[%(]/.test(first)
}
