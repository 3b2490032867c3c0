import { isTotal, numberOf } from '../../cells.ts'
import type { Label } from '../../grid.ts'

/** A row of a table: the words at its side, and a figure or nothing for each column. */
export interface Row {
  readonly label: Label | null
  readonly cells: readonly (Label | null)[]
}

/** A row whose figures are fewer than the columns: which columns they belong to is still to be found. */
export interface Loose {
  readonly label: Label | null
  readonly figures: readonly Label[]
}

/**
 * Do the rows above a total add up to it in every column? A last row without a label counts as one. Null where no row is a total, or
 * where nothing but noughts would be added.
 */
export function addsUp(rows: readonly Row[]): boolean | null {
  const at = rows.findLastIndex(({ label }) => label === null || isTotal(label.text))
  const total = rows[at]
  if (!total || at < 2) return null
  return total.cells.every((cell, column) => {
    const sum = rows.slice(0, at).reduce((so_far, row) => so_far + numberIn(row.cells[column]), 0)
    return cell !== null && sum > 0 && Math.abs(numberIn(cell) - sum) < 0.005
  })
}

/** Does the last column, where it is headed as a total, sum up the others in every row? Null where none is. */
export function sumsAcross(rows: readonly Row[], heads: readonly Label[]): boolean | null {
  const last = heads.length - 1
  if (last < 2 || !isTotal(heads[last]?.text ?? '')) return null
  return rows.every(({ cells }) => {
    const sum = cells.slice(0, last).reduce((so_far, cell) => so_far + numberIn(cell), 0)
    return Math.abs(numberIn(cells[last]) - sum) < 0.005
  })
}

function numberIn(cell: Label | null | undefined): number {
  return cell ? (numberOf(cell.text) ?? 0) : 0
}

const mostWays = 5_000

/**
 * Places the figures of rows that lack cells: of all ways the one in which every column adds up to its total. Null where no way does, or
 * more than one.
 */
export function placedByTotals(loose: readonly Loose[], columns: number): readonly Row[] | null {
  const ways = loose.map(({ figures }) => placesOf(figures.length, columns))
  if (ways.reduce((product, each) => product * each.length, 1) > mostWays) return null
  let all: readonly (readonly Row[])[] = [[]]
  for (const [at, row] of loose.entries())
    all = all.flatMap((before) => (ways[at] ?? []).map((places) => [...before, spread(row, places, columns)]))
  const [only, ...others] = all.filter((rows) => addsUp(rows) === true)
  return only && others.length === 0 ? only : null
}

/** All ways to choose columns, in order, for so many figures. */
function placesOf(figures: number, columns: number): readonly (readonly number[])[] {
  let ways: readonly (readonly number[])[] = [[]]
  for (let at = 0; at < figures; at += 1)
    ways = ways.flatMap((way) => {
      const next = (way.at(-1) ?? -1) + 1
      return Array.from({ length: Math.max(0, columns - (figures - at) - next + 1) }, (_, more) => [
        ...way,
        next + more,
      ])
    })
  return ways
}

function spread({ label, figures }: Loose, places: readonly number[], columns: number): Row {
  const cells = Array.from({ length: columns }, (): Label | null => null)
  for (const [at, figure] of figures.entries()) cells[places[at] ?? 0] = figure
  return { label, cells }
}

/** The figures of a row from the first column on; those behind them are lost. */
export function placedFromLeft(row: Loose, columns: number): Row {
  return spread(
    row,
    row.figures.map((_, at) => at),
    columns,
  )
}
