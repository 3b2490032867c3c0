import type { Letter, Line } from '../../letter.ts'
import {
  cellOf,
  filled,
  type Grid,
  type GridRow,
  type GridSource,
  type Label,
  mostColumns,
  wholeLine,
} from '../grid.ts'
import { rowRuns } from '../rows.ts'

/** Rows whose cells are parted by tabs; a tab at the very start is an empty corner. */
export const tabs: GridSource = {
  id: 'tables/tabs',
  about: 'Lines whose cells are parted by tabs.',
  find: (letter, lines, taken): readonly Grid[] =>
    rowRuns(lines, taken, (line) => rowAt(letter, line)).map((run) => ({
      ...run,
      rule: 'tables/tabs',
      headRows: 0,
      caption: null,
      told: false,
    })),
}

/** «1.1⇥This report covers the year.», «2.⇥Summary»: a paragraph and its number. */
const isNumberedText = /^\s{0,8}\d{1,2}\.(?:\d{1,2}\.?){0,3}\t(?![^\t]{0,400}\t)[^\t]{0,400}[a-z]{3}/

function rowAt(letter: Letter, line: Line): GridRow | null {
  if (line.block?.kind === 'item') return null
  const whole = wholeLine(letter, line)
  return whole && !isNumberedText.test(whole.text) ? cellsBetween(whole, '\t') : null
}

/** Cells of a line between marks; null where they are too few or too many to be a row. */
function cellsBetween(line: Label, mark: string): GridRow | null {
  if (!line.text.includes(mark)) return null
  const cells: GridRow[number][] = []
  let from = 0
  while (from <= line.text.length) {
    const found = line.text.indexOf(mark, from)
    const to = found === -1 ? line.text.length : found
    cells.push(cellOf(line, from, to))
    if (cells.length > mostColumns) return null
    from = to + mark.length
  }
  const [first, ...others] = filled(cells)
  // A label with empty cells behind it may name the rows below; a lone cell set in with a tab is no row.
  return first && (others.length > 0 || first === cells[0]) ? cells : null
}
