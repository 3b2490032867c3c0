import type { Line } from '../../letter.ts'
import { isTotal, numberOf } from '../cells.ts'
import { asRow, type Grid, type GridCell, type GridRow, type GridSource, type Label } from '../grid.ts'
import { type CellLine, cellLineOf } from './cell-words.ts'
import { type HeadLine, periodHeads } from './head-line.ts'

/**
 * Rows of which some have fewer figures than the years above them: their empty cells left only white space. «Skips 4   7 11» under
 * «2019 2020 2021 Total»: a wide gap may hide an empty cell, a narrow one none, and of the ways that are left the totals below the
 * columns must settle one. Where they do not we say nothing.
 */
export const raggedRows: GridSource = {
  id: 'tables/ragged-rows',
  about: 'Rows under years in which empty cells left gaps, each cell placed by its gap and by the totals.',
  find: (letter, lines, taken): readonly Grid[] => {
    const grids: Grid[] = []
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at]
      const head = line && !taken.has(at) ? periodHeads(line) : null
      if (!line || !head) continue
      const rows = rowsBelow(lines, taken, at + 1, head.heads.length)
      const placed = rows.length > 1 ? settled(letter.text, rows, head) : null
      if (!placed) continue
      const corner = head.corner ?? { text: '', start: line.start, end: line.start }
      const grid = [asRow([corner, ...head.heads]), ...placed]
      grids.push({
        rule: 'tables/ragged-rows',
        rows: grid,
        headRows: 1,
        caption: null,
        first: at,
        last: at + rows.length,
        told: false,
      })
      at += rows.length
    }
    return grids
  },
}

/** The rows that follow, each a label with at most so many figures. */
function rowsBelow(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  from: number,
  columns: number,
): readonly CellLine[] {
  const rows: CellLine[] = []
  for (let at = from; at < lines.length && !taken.has(at); at += 1) {
    const line = lines[at]
    const row = line ? cellLineOf(line) : null
    if (row?.kind !== 'row' || row.figures.length > columns) break
    rows.push(row)
  }
  return rows
}

/** Where the figures of a row stand: the column of each, counted from 0. */
type Places = readonly number[]

/** More ways than these are not weighed: they are hardly ever settled. */
const mostWays = 5_000

/**
 * The rows with every figure in its column, where gaps and totals leave one way; null where no row lacks a cell, or several are left.
 * Gaps alone settle nothing: a page that prints all white space as one has lost the empty cell without a trace.
 */
function settled(text: string, rows: readonly CellLine[], { heads }: HeadLine): readonly GridRow[] | null {
  const columns = heads.length
  if (rows.every(({ figures }) => figures.length === columns)) return null
  const ways = rows.map((row) => waysOf(text, row, columns))
  if (ways.reduce((product, each) => product * each.length, 1) > mostWays) return null
  const chosen = combinations(ways).filter((places) => addsUp(rows, places, columns))
  const [only] = chosen
  return only && chosen.length === 1 ? rows.map((row, at) => spread(row, only[at] ?? [], columns)) : null
}

/** All ways to place the figures of a row that its gaps allow. */
function waysOf(text: string, { label, figures }: CellLine, columns: number): readonly Places[] {
  let ways: readonly (readonly number[])[] = [[]]
  let end = label?.end ?? 0
  for (const [at, figure] of figures.entries()) {
    const hidden = text.slice(end, figure.start).length - 1
    const left = figures.length - at - 1
    ways = ways.flatMap((way) => {
      const next = (way.at(-1) ?? -1) + 1
      const last = Math.min(next + hidden, columns - 1 - left)
      return Array.from({ length: Math.max(0, last - next + 1) }, (_, more) => [...way, next + more])
    })
    if (ways.length > mostWays) return ways
    end = figure.end
  }
  return ways
}

function combinations(ways: readonly (readonly Places[])[]): readonly (readonly Places[])[] {
  let all: readonly (readonly Places[])[] = [[]]
  for (const each of ways) all = all.flatMap((before) => each.map((places) => [...before, places]))
  return all
}

/** Does every column add up to what the row of totals says? */
function addsUp(rows: readonly CellLine[], places: readonly Places[], columns: number): boolean {
  const sums = Array.from({ length: columns }, () => 0)
  let totals: readonly (number | null)[] | null = null
  for (const [at, row] of rows.entries()) {
    const cells = numbersOf(row, places[at] ?? [], columns)
    if (isTotal(row.label?.text ?? '')) totals = cells
    else for (const [column, number] of cells.entries()) sums[column] = (sums[column] ?? 0) + (number ?? 0)
  }
  return totals?.every((total, column) => total !== null && Math.abs(total - (sums[column] ?? 0)) < 0.005) ?? false
}

function numbersOf({ figures }: CellLine, places: Places, columns: number): readonly (number | null)[] {
  const cells = Array.from({ length: columns }, (): number | null => null)
  for (const [at, figure] of figures.entries()) cells[places[at] ?? 0] = numberOf(figure.text)
  return cells
}

function spread({ label, figures, line }: CellLine, places: Places, columns: number): GridRow {
  const at = label?.end ?? line.start
  const empty: GridCell = { text: '', under: '', start: at, end: at }
  const cells: GridCell[] = Array.from({ length: columns }, () => empty)
  for (const [index, figure] of asRow(figures).entries()) cells[places[index] ?? 0] = figure
  return [...asRow([label ?? ({ text: '', start: at, end: at } satisfies Label)]), ...cells]
}
