import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ForeignWord, type Store, StoreError, wordColumns, wordsAt } from '@disclosed/store'
import { parse } from 'csv-parse/sync'
import { type Options, textOption } from '../command.ts'
import { type ExitCode, type Io, oneLine, Stop } from '../io.ts'
import { openToSay } from './saying.ts'
import { readFilled } from './sheet.ts'
import { wholeId } from './subjects.ts'

interface Count {
  taken: number
  known: number
  empty: number
  readonly wrong: string[]
}

/** Takes over what stands in the files; what cannot be is named, line by line, and all else is kept. */
export async function importFiles(io: Io, options: Options, files: readonly string[]): Promise<ExitCode> {
  const store = openToSay(io, options)
  const count: Count = { taken: 0, known: 0, empty: 0, wrong: [] }
  try {
    for (const file of files) {
      const before = count.wrong.length
      try {
        const words = await wordsIn(io, file)
        store.together(() => {
          for (const { where, word } of words) takeLine(io, store, options, { where, word }, count)
        })
      } catch (error) {
        count.wrong.push(sentenceOf(error))
      }
      for (const each of count.wrong.slice(before)) io.err(`Cannot take over all of ${file}: ${oneLine(each)}\n`)
    }
    store.settle()
    const rest = [
      count.known > 0 ? `${count.known} known before` : '',
      count.empty > 0 ? `${count.empty} lines left empty` : '',
      count.wrong.length > 0 ? `${count.wrong.length} not` : '',
    ].filter(Boolean)
    io.err(`${count.taken} taken over${rest.map((each) => `, ${each}`).join('')}.\n`)
    return count.wrong.length > 0 ? 1 : 0
  } finally {
    store.close()
  }
}

interface Line {
  /** "line 12: ", or nothing for a dataset. */
  readonly where: string
  readonly word: ForeignWord
}

async function wordsIn(io: Io, file: string): Promise<readonly Line[]> {
  const path = resolve(io.base, file)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(error.code === 'ENOENT' ? 'there is no such file.' : `it cannot be read (${error.code}).`)
  })
  if (bytes.subarray(0, 16).toString('latin1') === 'SQLite format 3\0')
    return wordsAt(path).map((word) => ({ where: '', word }))
  const rows = rowsOf(textOf(bytes))
  const [first] = rows
  if (!first) throw new Stop('it has no line below its column names.')
  if (!('subject' in first.record) || !('verdict' in first.record || 'kind' in first.record))
    throw new Stop(
      'it has no column subject with verdict beside it (as review list prints), or kind (as review said does).',
    )
  return rows.map(({ record, info }) => ({ where: `line ${info.lines}: `, word: asWritten(record) }))
}

/** CSV holds a text that a spreadsheet would run as a formula behind an apostrophe; the text itself has none. */
function asWritten(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(record).map(([column, text]) => [column, text.replace(/^'(?=[=+@\t\r\n-])/, '')]),
  )
}

/** Spreadsheets write UTF-8, or what Windows wrote before. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

interface CsvRow {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

function rowsOf(csv: string): readonly CsvRow[] {
  const head = csv.slice(0, csv.indexOf('\n') === -1 ? csv.length : csv.indexOf('\n'))
  const delimiter = [';', '\t'].find((each) => head.split(each).length > head.split(',').length) ?? ','
  try {
    return parse(csv, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly CsvRow[]
  } catch (error) {
    throw new Stop(`it is no CSV (${error instanceof Error ? error.message : String(error)}).`)
  }
}

function takeLine(io: Io, store: Store, options: Options, { where, word }: Line, count: Count): void {
  try {
    if ('kind' in word) {
      const isNew = store.takeOver(Object.fromEntries(wordColumns.map((column) => [column, word[column]])))
      count[isNew ? 'taken' : 'known'] += 1
      return
    }
    const filled = readFilled(word as Readonly<Record<string, string>>)
    if (filled === null) {
      count.empty += 1
      return
    }
    if (typeof filled === 'string') throw new Stop(`${filled}.`)
    const { saw, by, ...rest } = filled
    const who = by ?? textOption(options, 'by') ?? process.env.DISCLOSED_BY ?? ''
    const subject = wholeId(store, filled.subject)
    const said = { ...rest, subject, by: who, ...(saw === null ? {} : { saw }) }
    if (store.isSaid(said)) count.known += 1
    else {
      store.correct({ ...said, made: io.now() })
      count.taken += 1
    }
  } catch (error) {
    count.wrong.push(`${where}${sentenceOf(error)}`)
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Stop || error instanceof StoreError)
    return error.message.replace(/^Cannot keep what was said: /, '')
  throw error
}
