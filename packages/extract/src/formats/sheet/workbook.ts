import { mostCells } from '@disclosed/document'
import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { type Options, UnreadableError } from '../../format.ts'
import { tidy } from '../../tidy.ts'
import type { Writer } from '../../writer.ts'
import { wholeZip } from '../../zip.ts'
import { noteWhatIsCarried } from './carried.ts'
import { addressOf, columnName, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { isUnsolved, shownText } from './shown.ts'
import { writeSheet } from './write.ts'

/** Reads a workbook, sheet by sheet: a heading with its name, then its tables. */
export async function readWorkbook(given: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const file = options.name ?? 'the file'
  const bytes = await wholeZip(given, file, writer)
  // `UTC` keeps a day the same day in summer time; cellStyles is what tells hidden rows and columns.
  const book = read(bytes, {
    dense: true,
    cellDates: true,
    UTC: true,
    cellNF: true,
    cellStyles: true,
    cellHTML: false,
    sheetRows: mostCells + 1,
  })
  if (book.SheetNames.length === 0)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${file} as an Excel file (XLSX): it has no sheets. Fetch it again.`,
    )
  book.SheetNames.forEach((name, index) => {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
    if (hidden > 0) noteHiddenSheet(book, name, hidden > 1, writer, options)
    if (hidden === 0 || options.includeHidden) writeNamed(book, name, writer, options)
  })
  try {
    noteWhatIsCarried(bytes, writer)
  } catch {
    writer.note('damaged-part', 'What the workbook carries beside its sheets could not be looked at.')
  }
}

/** A sheet may be so hidden that no menu of Excel shows it. */
function noteHiddenSheet(book: WorkBook, name: string, isDeep: boolean, writer: Writer, options: Options): void {
  const sheet = book.Sheets[name]
  const rows = (sheet?.['!data'] ?? []).filter((cells) => cells?.some((cell) => cell && shownText(cell).trim() !== ''))
  const how = isDeep ? 'hidden sheet (no menu of Excel shows it)' : 'hidden sheet'
  writer.note('hidden-sheet', `The ${how} “${name}” with ${rows.length} rows was ${fateOf(options)}.`, {
    place: { kind: 'sheet', sheet: name, range: sheet?.['!fullref'] ?? sheet?.['!ref'] ?? 'A1' },
  })
}

function fateOf({ includeHidden }: Options): string {
  return includeHidden ? 'read too, as was asked' : 'left out'
}

function writeNamed(book: WorkBook, name: string, writer: Writer, options: Options): void {
  const source = book.Sheets[name]
  if (!source) return
  const sheet = sheetOf(source, name, options)
  if (sheet.rows.length === 0) return
  writer.heading(1, name)
  writeSheet(sheet, writer)
  leaveNotes(source, name, options, writer)
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
    for (const [column, cell] of Object.entries(data[row] ?? []).map(([key, each]) => [Number(key), each] as const)) {
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
    isCovered: (row, column) =>
      merges.some(
        ({ s, e }) => row >= s.r && row <= e.r && column >= s.c && column <= e.c && (row > s.r || column > s.c),
      ),
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

/** Numbers the columns that are shown. */
function positions(isHidden: (column: number) => boolean): (column: number) => number {
  const known: number[] = []
  return (column) => {
    for (let next = known.length; next <= column; next += 1)
      known.push((known[next - 1] ?? 0) + (isHidden(next) ? 0 : 1))
    return known[column] ?? 0
  }
}

/** The sheet's own word for its size, where it goes on below what was read. */
function unreadRows(source: WorkSheet): number {
  const full = source['!fullref']
  if (typeof full !== 'string') return 0
  return Math.max(0, utils.decode_range(full).e.r + 1 - (source['!data']?.length ?? 0))
}

function leaveNotes(source: WorkSheet, name: string, options: Options, writer: Writer): void {
  const used = (source['!data'] ?? []).map((cells, row) => ({ row, cells: Object.entries(cells ?? []) }))
  const cells = used.flatMap((each) => each.cells.map(([, cell]) => cell))
  const rows = used.filter(({ row, cells }) => cells.length > 0 && source['!rows']?.[row]?.hidden).map(({ row }) => row)
  const columns = [...new Set(used.flatMap((each) => each.cells.map(([column]) => Number(column))))]
    .filter((column) => source['!cols']?.[column]?.hidden)
    .toSorted((a, b) => a - b)
  const unsolved = cells.filter((cell) => cell && isUnsolved(cell)).length
  const errors = cells.filter((cell) => cell?.t === 'e' && cell.v !== undefined).length
  const commented = used.flatMap((each) =>
    each.cells.filter(([, cell]) => cell?.c !== undefined).map(([column]) => addressOf(each.row, Number(column))),
  )
  const on = `sheet “${name}”`
  const at = (range: string | undefined) => ({ place: { kind: 'sheet', sheet: name, range: range ?? 'A1' } }) as const
  const [firstRows] = runsOf(rows, (row) => String(row + 1))
  const [firstColumns] = runsOf(columns, columnName)
  if (rows.length > 0)
    writer.note('hidden-rows', `${rows.length} hidden rows of ${on} were ${fateOf(options)}.`, at(firstRows))
  if (columns.length > 0)
    writer.note(
      'hidden-columns',
      `${columns.length} hidden columns of ${on} were ${fateOf(options)}.`,
      at(firstColumns),
    )
  if (unsolved > 0) writer.note('formula-without-value', `${unsolved} formulas on ${on} have no stored result.`)
  if (errors > 0) writer.note('error-value', `${errors} cells on ${on} show an error in place of a value.`)
  if (commented.length > 0)
    writer.note('comments', `Comments on ${commented.length} cells of ${on} were left out.`, at(commented[0]))
}

/** Numbers that follow each other as "5:7"; one alone as "5:5", as Excel writes whole rows and columns. */
function runsOf(numbers: readonly number[], write: (number: number) => string): readonly string[] {
  const runs: { readonly first: number; last: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.last + 1 === number) run.last = number
    else runs.push({ first: number, last: number })
  }
  return runs.map(({ first, last }) => `${write(first)}:${write(last)}`)
}
