import type { Sheet, SheetCell, SheetRow } from './sheet.ts'

/** A stretch of a sheet that belongs together: a table with the lines above and below it, or lines alone. */
export interface Region {
  readonly rows: readonly SheetRow[]
  /** The columns that are used in it, in order. */
  readonly columns: readonly number[]
}

/**
 * Parts a sheet at its empty rows, and beside each other where two tables share their rows. An empty row inside a table
 * (before its total, say) parts nothing, nor does an empty column that only spaces its figures.
 */
export function regionsOf(sheet: Sheet): readonly Region[] {
  const regions: Region[] = []
  for (const band of bandsOf(sheet.rows)) {
    const parts = sideBySide(sheet, band)
    const [only] = parts
    const last = regions.at(-1)
    if (parts.length === 1 && only && last && goesOn(last, only)) regions[regions.length - 1] = join(last, only)
    else regions.push(...(parts.length === 1 ? parts : parts.flatMap((part) => bandsOf(part.rows).map(regionOf))))
  }
  return regions
}

/** The cells of a row inside a region that show something. */
export function shownIn(region: Region, row: SheetRow): readonly SheetCell[] {
  return region.columns.flatMap((column) => {
    const cell = row.cells.get(column)
    return cell && cell.text !== '' ? [cell] : []
  })
}

/** A figure, a share, an amount, a date or a time, as sheets show them; suppressed figures too. */
export function isFigure(text: string): boolean {
  return /^[<>~]?\s?[-(]?[£$€]?\s?-?\d[\d,. ]{0,20}%?\)?$/.test(text) || isDate(text) || /^(?:\*|-|–|n\/a)$/i.test(text)
}

function isDate(text: string): boolean {
  return (
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/.test(text) ||
    /^\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}$/.test(text) ||
    /^\d{1,2}:\d{2}(?::\d{2})?$/.test(text)
  )
}

function bandsOf(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const bands: SheetRow[][] = []
  for (const row of rows) {
    const last = bands.at(-1)?.at(-1)
    if (last && row.position - last.position === 1) bands.at(-1)?.push(row)
    else bands.push([row])
  }
  return bands
}

function regionOf(rows: readonly SheetRow[]): Region {
  const columns = new Set<number>()
  for (const { cells } of rows) for (const cell of cells.values()) if (cell.text !== '') columns.add(cell.column)
  return { rows, columns: [...columns].toSorted((one, other) => one - other) }
}

function sideBySide(sheet: Sheet, rows: readonly SheetRow[]): readonly Region[] {
  const whole = regionOf(rows)
  const merged = rows.flatMap(({ cells }) => [...cells.values()].filter(({ columns }) => columns > 1))
  const parts: number[][] = []
  for (const column of whole.columns) {
    const last = parts.at(-1)?.at(-1)
    const follows = last !== undefined && sheet.positionOf(column) - sheet.positionOf(last) === 1
    if (follows || (last !== undefined && isUnderMerged(merged, last, column))) parts.at(-1)?.push(column)
    else parts.push([column])
  }
  const tables: number[][] = []
  for (const part of parts) {
    if (tables.length > 0 && !isTableOfItsOwn(rows, part)) tables.at(-1)?.push(...part)
    else tables.push(part)
  }
  if (tables.length < 2) return [whole]
  return tables.map((columns) => regionOf(rows.flatMap((row) => cut(row, columns))))
}

/** Does a merged cell, such as a title or a head, reach from one column over the other? */
function isUnderMerged(merged: readonly SheetCell[], left: number, right: number): boolean {
  return merged.some(({ column, columns }) => column <= left && column + columns > right)
}

/** Two columns or more, and the first of them names its rows in words. */
function isTableOfItsOwn(rows: readonly SheetRow[], columns: readonly number[]): boolean {
  const [first] = columns
  if (first === undefined || columns.length < 2) return false
  const names = rows.flatMap(({ cells }) => {
    const text = cells.get(first)?.text ?? ''
    return text === '' ? [] : [text]
  })
  return names.length >= 2 && names.slice(1).filter((text) => !isFigure(text)).length * 2 > names.length - 1
}

function cut(row: SheetRow, columns: readonly number[]): readonly SheetRow[] {
  const cells = new Map(
    columns.flatMap((column) => {
      const cell = row.cells.get(column)
      return cell ? [[column, cell] as const] : []
    }),
  )
  return [...cells.values()].some(({ text }) => text !== '') ? [{ ...row, cells }] : []
}

/** One empty row between, the same columns, and figures on both sides of it: the table goes on. */
function goesOn(above: Region, below: Region): boolean {
  const last = above.rows.at(-1)
  const first = below.rows[0]
  if (!last || !first || first.position - last.position !== 2) return false
  if (above.columns.length < 2 || above.rows.length < 2 || above.columns[0] !== below.columns[0]) return false
  if (!below.columns.every((column) => above.columns.includes(column))) return false
  const hasFigures = (region: Region, row: SheetRow) =>
    shownIn(region, row)
      .slice(1)
      .some(({ text }) => isFigure(text))
  return hasFigures(above, last) && hasFigures(below, first) && shownIn(below, first).length === below.columns.length
}

function join(above: Region, below: Region): Region {
  return regionOf([...above.rows, ...below.rows])
}
