import type { Reading } from '@disclosed/classify'
import type { ReadResult } from '@disclosed/ingest'
import { type Command, type Options, readingOptions, textOption, toldHow } from '../command.ts'
import { type Io, oneLine, Stop } from '../io.ts'
import { pageLine } from '../progress.ts'
import { rowFormats } from '../row-formats.ts'

type Table = Reading['tables'][number]
type Cells = readonly (string | number)[]

export const tables: Command = {
  name: 'tables',
  about: 'List the tables of a file, or print all rows of one, however long.',
  arguments: [
    { name: '<file>', about: 'a letter, report, sheet …' },
    { name: '[table]', about: 'which table, as the list calls it: t1, t2 …' },
  ],
  options: [
    { flags: '--part <name>', about: 'a file inside an e-mail or archive, by the name that read shows' },
    ...readingOptions,
    {
      flags: '--format <format>',
      about: 'how rows are printed: a table on a terminal, CSV elsewhere',
      choices: rowFormats,
    },
  ],
  examples: [
    ['disclosed tables report.pdf', 'every table with data: its place, its size, its columns'],
    ['disclosed tables spending.xlsx t1 > spending.csv', 'all rows of the first, also where there are a million'],
  ],
  run: async (io, [[file = ''] = [], named = []], options) => {
    const [asked] = named
    const { document, reading } = await readOne(io, file, options)
    const { formatOf, printRows } = await import('../rows.ts')
    const format = formatOf(textOption(options, 'format'), io.outIsTerminal)
    if (asked === undefined) {
      if (reading.tables.length === 0) io.err(`No table with data was found in ${oneLine(file)}.\n`)
      io.out(
        printRows(['table', 'kind', 'rows', 'columns', 'where', 'title', 'heads'], reading.tables.map(asRow), format),
      )
      return 0
    }
    const table = reading.tables.find(({ id }) => id === asked)
    if (!table) throw new Stop(noSuchTable(file, asked, reading.tables), 2)
    if (table.rowCount === table.rows.length) io.out(printRows(headsOf(table), table.rows, format))
    else await printLong(io, file, table, document, options)
    return 0
  },
}

async function readOne(io: Io, file: string, options: Options) {
  const { readFiles } = await import('@disclosed/ingest')
  const pages = pageLine(io)
  const part = textOption(options, 'part')
  const how = { base: io.base, want: 'reading', part, onPage: pages.show, ...toldHow(options) } as const
  for await (const { result } of readFiles([file], how)) {
    pages.end()
    if (result.kind === 'unreadable') throw new Stop(result.message)
    if (result.kind === 'read' && result.reading) return { document: result.document, reading: result.reading }
  }
  throw new Stop(`Cannot list the tables of ${file}: nothing in it was read.`)
}

/** A row of the list. */
function asRow(table: Table): Cells {
  const { id, kind, rowCount, title, header } = table
  return [id, kind, rowCount, headsOf(table).length, whereIs(wordsOf(table)), title ?? '', header.join(' | ')]
}

/** Where it stands in the text: a table is always read from words in it. */
function wordsOf({ evidence }: Table) {
  return evidence.find((each) => 'start' in each)
}

function whereIs(words: ReturnType<typeof wordsOf>): string {
  if (words?.place && 'sheet' in words.place) return `sheet ${words.place.sheet}, ${words.place.range}`
  return words?.page == null ? '' : `p. ${words.page}`
}

/** A column without a head is called by its number. */
function headsOf({ header, rows }: Table): readonly string[] {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), header.length)
  return Array.from({ length: columns }, (_, at) => header[at] || `column ${at + 1}`)
}

function noSuchTable(file: string, asked: string, tables: readonly Table[]): string {
  const has =
    tables.length === 0 ? 'no table with data was found in it' : `it has ${tables.map(({ id }) => id).join(', ')}`
  return `Cannot print table ${asked} of ${file}: ${has}. Type disclosed tables ${file} for the list.`
}

/** Prints a data file row by row as it stands in the file, head and all: a table for people would be as wide as its longest cell. */
async function printLong(
  io: Io,
  file: string,
  table: Table,
  document: ReadResult['document'],
  options: Options,
): Promise<void> {
  const asked = textOption(options, 'format')
  if (asked !== null && asked !== 'csv')
    throw new Stop(
      `Cannot print ${table.id} of ${file} as ${asked}: it has ${table.rowCount} rows, which come as CSV only.`,
      2,
    )
  const [{ tablesOf }, { streamRows }, { harmless }, { stringify }] = await Promise.all([
    import('@disclosed/extract'),
    import('@disclosed/ingest'),
    import('../rows.ts'),
    import('csv-stringify/sync'),
  ])
  const start = wordsOf(table)?.start ?? -1
  const place = tablesOf(document).findIndex((each) => each.start <= start && start < each.end)
  const how = { base: io.base, part: textOption(options, 'part'), table: place, ...toldHow(options) }
  const failed = await streamRows(file, how, (rows) => io.out(stringify(rows.map((row) => row.map(harmless)))))
  if (failed) throw new Stop(failed.message)
}
