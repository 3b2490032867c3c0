import { isBand, isGap, isNumeric, isReference } from './cells.ts'
import type { GridCell } from './grid.ts'
import { isPeriodLabel } from './period-labels.ts'

const mostTried = 24

/**
 * How many columns cells had that stand one behind the other: the width at which every column holds one make of cell below its
 * head, with labels in the first. Null where no width fits, or where nothing but the first column would tell. The last row may
 * lack cells where the letter breaks off in it.
 */
export function widthOf(cells: readonly GridCell[], breaksOff: boolean): number | null {
  const makes = cells.map(({ text }) => makeOf(text))
  const bare = makes.findIndex((make) => make !== 'period')
  if (bare > 1 && areBareFigures(makes, bare)) return bare
  for (let width = 2; width <= mostTried && width * 2 <= cells.length; width += 1)
    if ((breaksOff || cells.length % width === 0) && fits(makes, width)) return width
  return null
}

/** "Unknown", "-" and "Under 18" are `either`: a label in one column, a figure in the next. */
type Make = 'figure' | 'period' | 'reference' | 'words' | 'either' | 'empty'

function makeOf(text: string): Make {
  if (text === '') return 'empty'
  if (isPeriodLabel(text)) return 'period'
  if (isGap(text) || isBand(text)) return 'either'
  if (isNumeric(text)) return 'figure'
  return isReference(text) ? 'reference' : 'words'
}

/** Periods, and below them nothing but as many figures again and again: there was no column of labels. */
function areBareFigures(makes: readonly Make[], width: number): boolean {
  const isFigureLike = (make: Make) => make === 'figure' || make === 'either' || make === 'empty'
  return makes.length % width === 0 && makes.length > width && makes.slice(width).every(isFigureLike)
}

/** Is each column of one make below the top row? Rows with one cell alone name the table or the rows below them. */
function fits(makes: readonly Make[], width: number): boolean {
  const rows: (readonly Make[])[] = []
  for (let at = 0; at + width <= makes.length; at += width) rows.push(makes.slice(at, at + width))
  const full = rows.filter((row) => row.slice(1).some((make) => make !== 'empty'))
  const [head, ...body] = full
  if (!head || body.length === 0 || head.includes('figure')) return false
  if (rows.some((row) => row[0] === 'empty' && row.slice(1).includes('empty') && row.some((make) => make !== 'empty')))
    return false
  const columns = head.map((_, column) => body.map((row) => row[column] ?? 'empty').filter(isTold))
  const typed = columns.filter((column) => column.length > 0 && column.every((make) => make === column[0]))
  const isLabelled = (columns[0] ?? []).every((make) => make !== 'figure')
  return isLabelled && columns.every((column) => isAlike(column)) && typed.some((column) => column[0] !== 'words')
}

function isTold(make: Make): boolean {
  return make !== 'empty' && make !== 'either'
}

/** Figures beside words are no column; a few words among more figures ("see note") are. */
function isAlike(column: readonly Make[]): boolean {
  const words = column.filter((make) => make === 'words').length
  const figures = column.filter((make) => make === 'figure').length
  return words === 0 || figures === 0 || words * 4 <= figures || (words === 1 && figures > 1) || figures * 8 <= words
}
