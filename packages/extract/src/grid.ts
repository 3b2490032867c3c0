import { mostCells, type Span } from '@disclosed/document'
import { limits } from './limits.ts'
import { type CellWords, inOneLine, type Lines } from './line.ts'
import type { AllRows, DataFileWords, Writer } from './writer.ts'

/** A table as a format saw it, of any size. */
export interface Grid {
  readonly caption: Lines | null
  readonly headRows: number
  readonly rows: readonly (readonly CellWords[])[]
  /** The sheet it stands on; null where the file has none. */
  readonly sheet: string | null
}

/** Writes a table, or a data file where it has too many cells to be read as a letter is. */
export function writeGrid(writer: Writer, { caption, headRows, rows, sheet }: Grid): Span | null {
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  if (cells <= mostCells) return writer.table({ caption, headRows, rows })
  if (caption !== null) writer.paragraph(caption)
  const shown = rows.slice(0, headRows + limits.dataFileRows)
  return writeDataFile(writer, { headRows, rows: shown, rowCount: rows.length - headRows, sheet }, () => rows)
}

/** Writes the head and first rows of a table too long for a letter, and says how many rows there are. */
export function writeDataFile(writer: Writer, data: DataFileWords, all: AllRows): Span | null {
  const span = writer.dataFile(data, all)
  if (span === null) return null
  const shown = data.rows.length - data.headRows
  const where = data.sheet === null ? 'The table' : `The table on sheet “${data.sheet}”`
  writer.note(
    'data-file',
    `${where} has ${data.rowCount} rows; its first ${shown} are kept here, the rest stays in the file.`,
    { span },
  )
  return span
}

/** Has no cell of the row any words? */
export function isEmptyRow(row: readonly CellWords[]): boolean {
  return row.every(({ words }) => inOneLine(words).text === '')
}
