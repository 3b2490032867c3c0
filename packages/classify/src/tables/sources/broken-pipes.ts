import type { Letter, Line } from '../../letter.ts'
import { cellOf, type Grid, type GridCell, type GridRow, type GridSource, wholeLine } from '../grid.ts'
import { withHeadInPlace, withoutRule } from './pipes.ts'

/**
 * Web pages printed as text break a row where a cell held a paragraph of its own: "Housing |", below it "4 | 6 |", and whole again
 * "Total | 10 | 12 |". Every cell ends with its stroke, so a row is full when it has as many strokes as the longest has.
 */
export const brokenPipes: GridSource = {
  id: 'tables/broken-pipes',
  about: 'Rows whose cells end with upright strokes, some of them broken over two lines or three.',
  find: (letter, lines, taken): readonly Grid[] => {
    const grids: Grid[] = []
    let first = 0
    for (let at = 0; at <= lines.length; at += 1) {
      if (at < lines.length && !taken.has(at) && isPiece(lines[at])) continue
      const grid = at - first >= fewestLines && at - first <= mostLines ? gridOf(letter, lines, first, at) : null
      if (grid) grids.push(grid)
      first = at + 1
    }
    return grids
  },
}

const fewestLines = 4
const mostLines = 600
const fewestRows = 3
const mostColumns = 12
const longestLine = 300

function isPiece(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= longestLine && /^[^|].*\|$/.test(line.text)
}

function gridOf(letter: Letter, lines: readonly Line[], first: number, end: number): Grid | null {
  const pieces = lines.slice(first, end).map((line) => cellsOf(letter, line))
  const longest = Math.max(...pieces.map((cells) => cells.length))
  if (longest < 2 || pieces.every((cells) => cells.length === longest)) return null
  for (let width = longest; width <= Math.min(longest + 1, mostColumns); width += 1) {
    const rows = joined(pieces, width)
    // Cells that stand one to a line are another layout.
    if (rows && rows.length >= fewestRows && pieces.length <= rows.length * 2)
      return {
        ...withHeadInPlace(withoutRule({ rows, first, last: end - 1 })),
        rule: brokenPipes.id,
        caption: null,
        told: false,
      }
  }
  return null
}

/** The pieces as rows of so many cells; null where one of them does not come out even. */
function joined(pieces: readonly (readonly GridCell[])[], width: number): readonly GridRow[] | null {
  const rows: GridRow[] = []
  let row: readonly GridCell[] = []
  for (const cells of pieces) {
    row = [...row, ...cells]
    if (row.length > width) return null
    if (row.length === width) {
      rows.push(row)
      row = []
    }
  }
  return row.length === 0 ? rows : null
}

function cellsOf(letter: Letter, line: Line): readonly GridCell[] {
  const whole = wholeLine(letter, line)
  if (!whole) return []
  const cells: GridCell[] = []
  for (let from = 0, to = whole.text.indexOf('|'); to !== -1; from = to + 1, to = whole.text.indexOf('|', from))
    cells.push(cellOf(whole, from, to))
  return cells
}
