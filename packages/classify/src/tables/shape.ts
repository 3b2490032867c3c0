import { isFigure, isNumeric, isReference, isTotal } from './cells.ts'
import type { GridRow, Label } from './grid.ts'
import type { Headed } from './head.ts'
import { isHeadOfFigures } from './headings.ts'
import { isPeriodLabel, periodOfLabel } from './period-labels.ts'

/** What the columns of a table hold: all that its kind is told from. */
export interface Shape {
  readonly header: readonly string[]
  readonly heads: readonly (readonly Label[])[]
  readonly body: readonly GridRow[]
  /** Did the file itself say that this is a table? */
  readonly told: boolean
  /** Does the layout itself say which rows are the head, as a rule below them does? */
  readonly isHeadTold: boolean
  readonly columns: readonly Column[]
  /** Places of the columns of figures, and of those to their left that name the rows. */
  readonly figures: readonly number[]
  readonly labels: readonly number[]
}

/** What most cells of a column are. */
export type Column = 'figures' | 'periods' | 'days' | 'references' | 'serial' | 'texts' | 'empty'

export function shapeOf({ grid, heads, body }: Headed): Shape {
  const header = heads.map((labels) => labels.map((label) => label.text).join(' '))
  const made = header.map((head, column) =>
    columnOf(
      body.map((row) => row[column]?.text ?? ''),
      head,
      column === 0,
    ),
  )
  const columns = withNumberedRows(withoutLineNumbers(made, header), header, grid.told)
  const places = columns.map((_, column) => column)
  return {
    header,
    heads,
    body,
    told: grid.told,
    isHeadTold: grid.headRows > 0,
    columns,
    figures: places.filter((column) => columns[column] === 'figures'),
    labels: places.filter((column) => !['figures', 'serial', 'empty'].includes(columns[column] ?? 'empty')),
  }
}

/** Numbers in front of the words they belong to number lines, unless their head says that they count. */
function withoutLineNumbers(columns: readonly Column[], header: readonly string[]): readonly Column[] {
  const isInFront = columns[0] === 'figures' && columns.includes('texts') && !isHeadOfFigures(header[0] ?? '')
  return isInFront ? columns.with(0, 'serial') : columns
}

/** "Number of cars | Households": numbers head the rows where nothing else does, the file calls it a table, and words stand above them. */
function withNumberedRows(columns: readonly Column[], header: readonly string[], told: boolean): readonly Column[] {
  const [first, ...others] = columns
  const isNumbered = first === 'serial' || first === 'figures'
  const isNamed = /[a-z]{3}/i.test(header[0] ?? '')
  const onlyFigures = others.length > 0 && others.every((column) => column === 'figures')
  return told && isNumbered && isNamed && onlyFigures ? columns.with(0, 'texts') : columns
}

function columnOf(cells: readonly string[], head: string, isFirst: boolean): Column {
  const words = cells.filter((cell) => cell !== '')
  if (words.length === 0) return 'empty'
  const share = (is: (cell: string) => boolean) => words.filter(is).length / words.length
  const apart = words.filter((cell) => !isTotal(cell))
  // Days down the side head a series; days further in are dates of cases.
  if (!isFirst && words.length > 1 && share(isDay) >= 0.8) return 'days'
  if (apart.length > 0 && apart.every(isPeriodLabel) && !isPeriodLabel(head)) return 'periods'
  if (isSerial(words)) return 'serial'
  if (isReferenceColumn(words, head)) return 'references'
  if (share(isFigure) >= 0.6 && words.some(isNumeric)) return 'figures'
  return 'texts'
}

function isDay(cell: string): boolean {
  return periodOfLabel(cell)?.shape === 'day'
}

/** "1, 2, 3, 4" down a column numbers its rows and counts nothing. */
function isSerial(cells: readonly string[]): boolean {
  const [first] = cells
  return (
    cells.length >= 4 && /^\d{1,5}$/.test(first ?? '') && cells.every((cell, at) => cell === String(Number(first) + at))
  )
}

/** Cells that name one case each: no two are the same, and head or make says that they are references. */
function isReferenceColumn(cells: readonly string[], head: string): boolean {
  if (new Set(cells).size < cells.length) return false
  const isNamed =
    /\b(?:ref|reference|id|urn|foi)\b|\bcases?$|^no\.?$|\b(?:case|incident|request|record) (?:no|number)\b/i.test(
      head,
    ) && !/number of|how many/i.test(head)
  return isNamed
    ? cells.every((cell) => /\d/.test(cell))
    : cells.length > 1 && cells.every((cell) => isReference(cell) && /[a-z]/i.test(cell) && !isFigure(cell))
}
