import type { Line } from '../../letter.ts'
import { isReference, isSentence, isYesNo } from '../cells.ts'
import { asRow, type Grid, type GridSource } from '../grid.ts'
import { isHeadOfCases } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'

/**
 * Lists of cases that lost their columns: headings one below the other, and below them the cells of each case in the same order.
 * Only references, days, and yes or no show where a case begins; without them nothing is said.
 */
export const cellRegister: GridSource = {
  id: 'tables/cell-register',
  about: 'One cell to each line: headings of a list of cases, then the cells of each case.',
  find: (_letter, lines, taken): readonly Grid[] => {
    const isHead = lines.map((line, at) => !taken.has(at) && isHeading(line))
    const grids: Grid[] = []
    let at = 0
    while (at < lines.length) {
      let end = at
      while (isHead[end]) end += 1
      const grid = end - at >= fewestColumns && end - at <= mostHeadings ? gridBelow(lines, taken, at, end) : null
      if (grid) grids.push(grid)
      at = grid ? grid.last + 1 : Math.max(end, at + 1)
    }
    return grids
  },
}

const fewestColumns = 3
const mostHeadings = 14
const longestCell = 1500

function isHeading({ text, block }: Line): boolean {
  return (
    block?.kind !== 'item' &&
    text.length <= 90 &&
    !/[:.;]$|[\t|]/.test(text) &&
    !isSentence(text) &&
    isHeadOfCases(text)
  )
}

/** The cases below headings; the first of the headings may be the list's title, which only the cells can tell. */
function gridBelow(lines: readonly Line[], taken: ReadonlySet<number>, first: number, end: number): Grid | null {
  for (const start of [first, first + 1]) {
    const width = end - start
    const rows = width >= fewestColumns ? casesAt(lines, taken, end, width) : []
    if (rows.length < 2) continue
    const cells = [lines.slice(start, end), ...rows].map(asRow)
    const last = end + rows.length * width - 1
    return { rule: 'tables/cell-register', rows: cells, headRows: 1, caption: null, first: start, last, told: false }
  }
  return null
}

function casesAt(
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  from: number,
  width: number,
): readonly (readonly Line[])[] {
  const pattern = makesOf(lines.slice(from, from + width))
  if (pattern.filter((make) => make !== 'words').length < 2) return []
  const rows: (readonly Line[])[] = []
  for (let at = from; at + width <= lines.length; at += width) {
    const row = lines.slice(at, at + width)
    if (row.some((line, column) => taken.has(at + column) || line.text.length > longestCell)) break
    if (makesOf(row).some((make, column) => make !== pattern[column] && pattern[column] !== 'words')) break
    rows.push(row)
  }
  return rows
}

type Make = 'reference' | 'period' | 'yes or no' | 'words'

function makesOf(row: readonly Line[]): readonly Make[] {
  return row.map(({ text }) =>
    isPeriodLabel(text) ? 'period' : isYesNo(text) ? 'yes or no' : isReference(text) ? 'reference' : 'words',
  )
}
