import { mostCells } from '@disclosed/document'
import { writeDataFile } from '../../grid.ts'
import { limits } from '../../limits.ts'
import type { CellWords, Line } from '../../line.ts'
import type { Writer } from '../../writer.ts'
import { shapeOf } from './heads.ts'
import { type Region, regionsOf, shownIn } from './regions.ts'
import { placeOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'

/** Writes a sheet's tables, and the lines around them: a line or two right above a table is its caption. */
export function writeSheet(sheet: Sheet, writer: Writer): void {
  const regions = regionsOf(sheet)
  let waiting: readonly Line[] = []
  regions.forEach((region, index) => {
    const { title, head, notes } = shapeOf(region)
    const lines = [...waiting, ...linesOf(sheet, region, region.rows.slice(0, title))]
    waiting = []
    if (title === region.rows.length) {
      const next = regions[index + 1]
      if (lines.length <= 2 && next && shapeOf(next).title < next.rows.length) waiting = lines
      else writer.paragraph(lines)
      return
    }
    const rows = region.rows.slice(title, region.rows.length - notes)
    const isLast = index === regions.length - 1
    writeTable(sheet, { ...region, rows }, lines, head, isLast ? sheet.unread : 0, writer)
    for (const note of region.rows.slice(region.rows.length - notes)) writer.paragraph(linesOf(sheet, region, [note]))
  })
}

function writeTable(
  sheet: Sheet,
  region: Region,
  title: readonly Line[],
  headRows: number,
  unread: number,
  writer: Writer,
): void {
  const caption = title.length > 0 ? title : null
  const rows = (count: number) => region.rows.slice(0, count).map((row) => cellsOf(sheet, region, row))
  if (unread === 0 && region.rows.length * region.columns.length <= mostCells) {
    writer.table({ caption, headRows, rows: rows(region.rows.length) })
    return
  }
  if (caption) writer.paragraph(caption)
  const shown = rows(headRows + limits.dataFileRows)
  const rowCount = region.rows.length - headRows + unread
  writeDataFile(writer, { headRows, rows: shown, rowCount, sheet: sheet.name }, () =>
    allRowsOf(sheet, region, unread > 0),
  )
}

async function* allRowsOf(sheet: Sheet, region: Region, goesOn: boolean): AsyncGenerator<readonly CellWords[]> {
  for (const row of region.rows) yield cellsOf(sheet, region, row)
  if (goesOn && sheet.rest) for await (const row of sheet.rest()) yield cellsOf(sheet, region, row)
}

function linesOf(sheet: Sheet, region: Region, rows: readonly SheetRow[]): readonly Line[] {
  return rows.flatMap((row) =>
    shownIn(region, row).map((cell) => ({ words: wordsOf(cell), place: placeOf(sheet.name, cell) })),
  )
}

function cellsOf(sheet: Sheet, region: Region, row: SheetRow): readonly CellWords[] {
  return region.columns.flatMap((column): readonly CellWords[] => {
    const cell = row.cells.get(column)
    // Old Excel files keep an empty cell under each merged one.
    if (!cell || cell.text === '') if (sheet.isCovered(row.row, column)) return []
    if (!cell) return [{ words: '' }]
    return [
      {
        words: wordsOf(cell),
        place: placeOf(sheet.name, cell),
        columns:
          cell.columns === 1
            ? 1
            : region.columns.filter((each) => each >= column && each < column + cell.columns).length,
        rows:
          cell.rows === 1
            ? 1
            : region.rows.filter((each) => each.row >= row.row && each.row < row.row + cell.rows).length,
      },
    ]
  })
}

function wordsOf({ text, href }: SheetCell): CellWords['words'] {
  return href === null ? text : [{ text, href }]
}
