import { Readable } from 'node:stream'
import { mostCells } from '@disclosed/document'
import { CsvError, parse } from 'csv-parse'
import { decode, encodingOf } from '../../encoding.ts'
import { type Options, UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import { tidy } from '../../tidy.ts'
import type { Writer } from '../../writer.ts'
import { delimiterOf } from './delimiter.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { writeSheet } from './write.ts'

/** A table in plain text has one sheet and no name for it. */
const sheetName = 'CSV'

/** Reads a table in plain text, row by row, so that a long one takes no more memory than a short one. */
export async function readCsv(bytes: Uint8Array, writer: Writer, { name }: Options): Promise<void> {
  const encoding = encodingOf(bytes)
  const delimiter = delimiterOf(decode(bytes.subarray(0, limits.look), true)?.text ?? '')
  if (encoding === null || delimiter === null)
    throw new UnreadableError(
      'not_text',
      `Cannot read ${name ?? 'the file'}: it begins as a table in text and goes on as something else.`,
    )
  const recordsOf = (quote: '"' | null) =>
    Readable.from(charactersOf(bytes, encoding.name)).pipe(parse({ ...options, delimiter, quote }))
  let sheet: Sheet
  try {
    sheet = await sheetOf(() => recordsOf('"'), writer.keepsAllRows)
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    // A quotation mark that is never closed would swallow the rest of the file.
    sheet = await sheetOf(() => recordsOf(null), writer.keepsAllRows)
    writer.note('damaged-part', 'A quotation mark is never closed, so each line was read as it stands.')
  }
  writeSheet(sheet, writer)
  if (encoding.guessed) writer.note('odd-encoding', 'The characters are no UTF-8 and were read as Windows-1252.')
}

const options = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: 4 * 1024 * 1024,
} as const

function* charactersOf(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let start = 0; start < bytes.length; start += limits.look) {
    const chunk = decoder.decode(bytes.subarray(start, start + limits.look), { stream: true })
    if (chunk !== '') yield chunk
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

async function sheetOf(records: () => AsyncIterable<unknown>, keepsAllRows: boolean): Promise<Sheet> {
  let rows: SheetRow[] = []
  let cells = 0
  let row = 0
  let withWords = 0
  for await (const record of records()) {
    const columns = Array.isArray(record) ? record.length : 0
    const isFull = cells > mostCells
    const read = isFull ? null : rowOf(record, row)
    if (read) rows.push(read)
    if (isFull ? hasWords(record) : read !== null) withWords += 1
    if (!isFull) cells += columns
    row += 1
  }
  const next = (rows.at(-1)?.row ?? -1) + 1
  if (cells > mostCells && !keepsAllRows) rows = rows.slice(0, limits.dataFileRows + spareRows)
  return {
    name: sheetName,
    rows,
    positionOf: (column) => column,
    isCovered: () => false,
    unread: withWords - rows.length,
    rest: () => rowsFrom(records(), next),
  }
}

/** Reads them a second time, for they are too many to be kept. */
async function* rowsFrom(records: AsyncIterable<unknown>, first: number): AsyncGenerator<SheetRow> {
  let row = 0
  for await (const record of records) {
    const read = row < first ? null : rowOf(record, row)
    if (read) yield read
    row += 1
  }
}

/** Lines above the table and rows of its head come on top of the rows that a data file shows. */
const spareRows = 20

function rowOf(record: unknown, row: number): SheetRow | null {
  const cells = new Map<number, SheetCell>()
  for (const [column, value] of (Array.isArray(record) ? record : []).entries()) {
    const text = tidy(String(value)).trim()
    if (text !== '') cells.set(column, { row, column, text, columns: 1, rows: 1, href: null })
  }
  return cells.size > 0 ? { row, position: row, cells } : null
}

function hasWords(record: unknown): boolean {
  return Array.isArray(record) && record.some((value) => String(value).trim() !== '')
}
