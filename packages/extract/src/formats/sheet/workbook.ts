import { mostCells } from '@disclosed/document'
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { type Options, UnreadableError } from '../../format.ts'
import { tidy } from '../../tidy.ts'
import type { Writer } from '../../writer.ts'
import { unfold, wholeZip } from '../../zip.ts'
import { noteWhatIsCarried } from './carried.ts'
import { leaveNotes, noteHiddenSheet, type SeenOnSheet } from './leave-notes.ts'
import { addressOf, coveredBy, positions, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { isUnsolved, shownText } from './shown.ts'
import { writeSheet } from './write.ts'

/** Reads a workbook since 2007, sheet by sheet: a heading with its name, then its tables. */
export async function readWorkbook(given: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const bytes = await wholeZip(given, options.name ?? 'the file', writer)
  writeBook(read(plainly(bytes), asShown(writer.keepsAllRows)), 'an Excel file (XLSX)', writer, options)
  try {
    noteWhatIsCarried(bytes, writer)
  } catch {
    writer.note('damaged-part', 'What the workbook carries beside its sheets could not be looked at.')
  }
}

/** The parts that are read, zipped without being packed: the library's own unpacking never ends where what is packed is damaged. */
function plainly(bytes: Uint8Array): Uint8Array {
  return zipSync({ ...unfold(bytes, (name) => !isUnread.test(name)) }, { level: 0 })
}

const isUnread = /^(?:docProps|customXml|xl\/(?:media|theme|printerSettings|pivotCache))\/|\/$/i

/** `UTC` keeps a day the same day in summer time; cellStyles is what tells hidden rows and columns. */
export function asShown(keepsAllRows: boolean) {
  return {
    dense: true,
    cellDates: true,
    UTC: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    sheetRows: keepsAllRows ? 0 : mostCells + 1,
  } as const
}

export function writeBook(book: WorkBook, kind: string, writer: Writer, options: Options): void {
  if (book.SheetNames.length === 0)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${options.name ?? 'the file'} as ${kind}: it has no sheets. Fetch it again.`,
    )
  for (const sheet of Object.values(book.Sheets)) keepWithin(sheet)
  book.SheetNames.forEach((name, index) => {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
    if (hidden > 0) noteHiddenSheet(hiddenSheet(book, name, hidden > 1), writer, options)
    if (hidden === 0 || options.includeHidden) writeNamed(book, name, writer, options)
  })
}

/** No sheet has more; a cell that says it stands beyond is damage, and every row up to it would be looked at. */
const [mostRows, mostColumns] = [1_048_576, 16_384]

function keepWithin(sheet: WorkSheet): void {
  const data = sheet['!data']
  if (!Array.isArray(data)) return
  if (data.length > mostRows) data.length = mostRows
  for (const cells of data) if (cells && cells.length > mostColumns) cells.length = mostColumns
}

/** The cells of a row by their columns; one that claims to stand in column 1e308 stands in none. */
function cellsIn(cells: readonly CellObject[] | undefined): readonly (readonly [column: number, cell: CellObject])[] {
  return Object.entries(cells ?? []).flatMap(([key, cell]) => {
    const column = Number(key)
    return column < mostColumns ? [[column, cell] as const] : []
  })
}

/** A sheet may be so hidden that no menu of Excel shows it. */
function hiddenSheet(book: WorkBook, name: string, isDeep: boolean): Parameters<typeof noteHiddenSheet>[0] {
  const sheet = book.Sheets[name]
  const rows = (sheet?.['!data'] ?? []).filter((cells) => cells?.some((cell) => cell && shownText(cell).trim() !== ''))
  return { name, rows: rows.length, range: sheet?.['!fullref'] ?? sheet?.['!ref'] ?? 'A1', isDeep }
}

function writeNamed(book: WorkBook, name: string, writer: Writer, options: Options): void {
  const source = book.Sheets[name]
  if (!source) return
  const sheet = sheetOf(source, name, options)
  if (sheet.rows.length === 0) return
  writer.heading(1, name)
  writeSheet(sheet, writer)
  leaveNotes(seenOn(source, name), options, writer)
}

/** The sheet as it is shown: hidden rows and columns apart, unless they are asked for. */
function sheetOf(source: WorkSheet, name: string, options: Options): Sheet {
  const hidden = hiddenIn(source, options)
  const merges = source['!merges'] ?? []
  const spans = new Map(merges.map(({ s, e }) => [`${s.r}/${s.c}`, { columns: e.c - s.c + 1, rows: e.r - s.r + 1 }]))
  const data = source['!data'] ?? []
  const rows: SheetRow[] = []
  let position = 0
  for (let row = 0; row < data.length; row += 1) {
    if (hidden.row(row)) continue
    position += 1
    const cells = new Map<number, SheetCell>()
    for (const [column, cell] of cellsIn(data[row])) {
      if (!cell || hidden.column(column)) continue
      const span = spans.get(`${row}/${column}`) ?? { columns: 1, rows: 1 }
      cells.set(column, { row, column, text: tidy(shownText(cell)).trim(), href: cell.l?.Target ?? null, ...span })
    }
    if ([...cells.values()].some(({ text }) => text !== '')) rows.push({ row, position, cells })
  }
  return {
    name,
    rows,
    positionOf: positions(hidden.column),
    isCovered: coveredBy(merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))),
    unread: unreadRows(source),
  }
}

interface Hidden {
  readonly row: (row: number) => boolean
  readonly column: (column: number) => boolean
}

function hiddenIn(source: WorkSheet, { includeHidden }: Options): Hidden {
  return {
    row: (row) => !includeHidden && source['!rows']?.[row]?.hidden === true,
    column: (column) => !includeHidden && source['!cols']?.[column]?.hidden === true,
  }
}

/** The sheet's own word for its size, where it goes on below what was read. */
function unreadRows(source: WorkSheet): number {
  const full = source['!fullref']
  if (typeof full !== 'string') return 0
  return Math.max(0, Math.min(mostRows, utils.decode_range(full).e.r + 1) - (source['!data']?.length ?? 0))
}

function seenOn(source: WorkSheet, name: string): SeenOnSheet {
  const used = (source['!data'] ?? []).map((cells, row) => ({ row, cells: cellsIn(cells) }))
  const cells = used.flatMap((each) => each.cells.map(([, cell]) => cell))
  return {
    name,
    hiddenRows: used
      .filter(({ row, cells }) => cells.length > 0 && source['!rows']?.[row]?.hidden)
      .map(({ row }) => row),
    hiddenColumns: [...new Set(used.flatMap((each) => each.cells.map(([column]) => column)))]
      .filter((column) => source['!cols']?.[column]?.hidden)
      .toSorted((a, b) => a - b),
    unsolved: cells.filter((cell) => cell && isUnsolved(cell)).length,
    errors: cells.filter((cell) => cell?.t === 'e' && cell.v !== undefined).length,
    commented: used.flatMap((each) =>
      each.cells.filter(([, cell]) => cell?.c !== undefined).map(([column]) => addressOf(each.row, column)),
    ),
  }
}
