import { type Block, type Cell, type DataFile, quote, type Row, type Table } from '@disclosed/document'
import type { Letter, Line } from '../../letter.ts'
import {
  cellOf,
  filled,
  type Grid,
  type GridCell,
  type GridRow,
  type GridSource,
  type Label,
  squared,
} from '../grid.ts'

/** Tables that the file itself marks as tables. A sheet may hold several, parted by empty rows and headed by a title. */
export const blocks: GridSource = {
  id: 'tables/block',
  about: 'Tables that the file itself says are tables: in Word, on a web page, on a sheet.',
  find: (letter, lines) =>
    tablesIn(letter.document.blocks).flatMap((table) => {
      const places = linesOf(lines, table)
      return places ? gridsOf(letter, table, places) : []
    }),
}

function tablesIn(all: readonly Block[]): readonly (Table | DataFile)[] {
  return all.flatMap((block) =>
    block.kind === 'table' || block.kind === 'data_file'
      ? [block]
      : block.kind === 'quoted'
        ? tablesIn(block.blocks)
        : [],
  )
}

/** The places in the list of the first and last line that a block touches, found by halving. */
function linesOf(lines: readonly Line[], block: Table | DataFile): readonly [number, number] | null {
  const first = firstAt(lines, block.start)
  const last = firstAt(lines, block.end) - 1
  return last < first ? null : [first, last]
}

function firstAt(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function gridsOf(letter: Letter, table: Table | DataFile, [first, last]: readonly [number, number]): readonly Grid[] {
  const rows = withRowSpans(letter.text, table.rows)
  const caption = table.kind === 'table' && table.caption ? labelAt(letter.text, table.caption) : null
  const parts = partsOf(rows, table.headRows)
  const left = table.kind === 'data_file' ? table.rowCount + table.headRows - table.rows.length : 0
  return parts.map((part, index) => ({
    rule: 'tables/block',
    rows: part.rows,
    headRows: part.headRows,
    caption: part.title ?? caption,
    first,
    last,
    told: true,
    leftInFile: index === parts.length - 1 ? left : 0,
  }))
}

function labelAt(text: string, span: { readonly start: number; readonly end: number }): Label {
  return cellOf({ ...span, text: quote(text, span) }, 0, span.end - span.start)
}

/** Lays cells on the places they fill: a cell over several columns or rows has its words on the first place only. */
function withRowSpans(text: string, rows: readonly Row[]): readonly GridRow[] {
  const hanging = new Map<number, { readonly cell: GridCell; left: number }>()
  const laid = rows.map((row) => {
    const places: GridCell[] = []
    const fillHanging = () => {
      for (let above = hanging.get(places.length); above && above.left > 0; above = hanging.get(places.length)) {
        above.left -= 1
        places.push({ ...above.cell, text: '' })
      }
    }
    for (const cell of row.cells) {
      fillHanging()
      const first = gridCell(text, cell)
      for (let column = 0; column < Math.max(1, cell.columns); column += 1) {
        const place = column === 0 ? first : { ...first, text: '' }
        if (cell.rows > 1) hanging.set(places.length, { cell: first, left: cell.rows - 1 })
        places.push(place)
      }
    }
    fillHanging()
    return places
  })
  return squared(laid)
}

function gridCell(text: string, cell: Cell): GridCell {
  return cellOf({ start: cell.start, end: cell.end, text: quote(text, cell) }, 0, cell.end - cell.start)
}

interface Part {
  readonly title: Label | null
  readonly headRows: number
  readonly rows: readonly GridRow[]
}

/**
 * Parts a sheet at its empty rows. A single filled cell above a part is its title; a part whose first row
 * holds figures goes on with the one before it.
 */
function partsOf(rows: readonly GridRow[], headRows: number): readonly Part[] {
  const stretches: GridRow[][] = [[]]
  rows.forEach((row, at) => {
    if (filled(row).length > 0) stretches.at(-1)?.push(row)
    else if (at >= headRows) stretches.push([])
  })
  const parts: Part[] = []
  let title: Label | null = null
  for (const stretch of stretches) {
    const body = stretch.filter((row, at) => {
      const alone = onlyCell(row)
      const leads = alone !== null && stretch.slice(0, at).every((above) => onlyCell(above) !== null)
      if (leads) title = alone
      return !leads
    })
    const last = parts.at(-1)
    if (body.length === 0) continue
    const isFirst = parts.length === 0
    if (last && title === null && isLikeRowsOf(last, body[0] ?? [])) {
      parts[parts.length - 1] = { ...last, rows: [...last.rows, ...body] }
    } else {
      const dropped = rows.length > 0 && isFirst ? rows.indexOf(body[0] ?? []) : 0
      parts.push({ title, headRows: isFirst ? Math.max(0, headRows - dropped) : 0, rows: body })
    }
    title = null
  }
  return parts
}

/** The one cell of a row that holds words, where it stands first or is merged over the row. */
function onlyCell(row: GridRow): Label | null {
  const [only, ...others] = filled(row)
  return row.length > 1 && only && others.length === 0 && only.start === row[0]?.start ? only : null
}

/** Does a row carry on a part: the same places filled as in the part's last row? */
function isLikeRowsOf(part: Part, row: GridRow): boolean {
  const above = part.rows.at(-1) ?? []
  return row.every((cell, column) => /\d/.test(cell.text) === /\d/.test(above[column]?.text ?? ''))
}
