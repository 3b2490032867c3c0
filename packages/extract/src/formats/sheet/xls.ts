import { read } from '@e965/xlsx'
import { rootOf } from '../../compound.ts'
import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { asShown, writeBook } from './workbook.ts'

const kind = 'a legacy Excel file (.xls)'

/**
 * Reads a workbook of the time before 2007. The compound file around it is opened by our own reader: the one in the
 * library takes gigabytes where two numbers in it are wrong.
 */
export async function readXls(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const file = options.name ?? 'the file'
  const root = rootOf(bytes)
  const stream = (root?.streams.get('Workbook') ?? root?.streams.get('Book') ?? (() => bytes))()
  const records = lookOver(stream)
  if (records.isLocked)
    throw new UnreadableError(
      'encrypted',
      `Cannot read ${file}: it is ${kind} that is locked, and such old locks cannot be opened yet. Save it as XLSX without a password and try again.`,
    )
  if (!root?.streams.has('Workbook')) await knowCodePages()
  writeBook(
    read(stream.subarray(0, records.end), { ...asShown(writer.keepsAllRows), type: 'buffer' }),
    kind,
    writer,
    options,
  )
  if (root?.storages.has('_SX_DB_CUR'))
    writer.note('pivot-cache', 'The workbook carries the rows that its pivot tables were made of; they were left out.')
  if (records.externalCells > 0)
    writer.note(
      'external-cells',
      `The workbook carries ${records.externalCells} rows of cells that it copied from other workbooks; they were left out.`,
    )
}

/** Workbooks of Excel 5 and 95 write words in the code page of their country. */
async function knowCodePages(): Promise<void> {
  const { set_cptable } = await import('@e965/xlsx')
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
}

const filePass = 0x2f
const crn = 0x5a

interface Records {
  readonly isLocked: boolean
  readonly externalCells: number
  /** Behind the last that tells its kind and its length: of what is left over the library reads on and on, beyond the end and back. */
  readonly end: number
}

/** What the records of a workbook say of it, without reading them: each has its kind and its length before it. */
function lookOver(stream: Uint8Array): Records {
  const view = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  let externalCells = 0
  let isLocked = false
  let end = 0
  for (let at = 0; at + 4 <= view.length; at += 4 + view.readUInt16LE(at + 2)) {
    end = Math.min(view.length, at + 4 + view.readUInt16LE(at + 2))
    const record = view.readUInt16LE(at)
    if (record === crn) externalCells += 1
    // The lock is told right behind the beginning.
    if (record === filePass && at < 1000) isLocked = true
  }
  return { isLocked, externalCells, end }
}
