import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { type DescribedTable, describedTables } from '../described.ts'
import { StoreError, saying } from '../errors.ts'
import { named } from '../table.ts'
import { dataPackage, type Provenance, type Written } from './data-package.ts'
import { datasetteMetadata } from './datasette.ts'
import { csvFile, passingName, type RowSink } from './files.ts'
import { parquetFile } from './parquet-file.ts'

export interface ExportOptions {
  /** Stops between two batches; files that were not finished keep their passing name. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: { readonly table: string; readonly rows: number }) => void
}

export interface Exported {
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  readonly stopped: boolean
}

/** What the dataset keeps to build itself anew: whole letters, with the people in them. */
const inside: ReadonlySet<string> = new Set(['kept'])

/** Rows that are in memory at once, and about how many characters of them. */
const [mostRows, mostCharacters] = [20_000, 8_000_000]

/**
 * Writes every table and view of the dataset, whole, into a folder: `csv/`, `parquet/`, `datapackage.json` and
 * `datasette.json`. All is of one moment, also while somebody writes. The dataset of that path must be one of ours.
 */
export async function exportDataset(
  path: string,
  folder: string,
  provenance: Omit<Provenance, 'sources' | 'licences'>,
  { signal, onProgress }: ExportOptions = {},
): Promise<Exported> {
  makeFolders(folder)
  const db = saying('read', path, () => new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 }))
  const written: Written[] = []
  try {
    db.exec('BEGIN')
    for (const table of describedTables()) {
      if (table.kind === 'search' || inside.has(table.name)) continue
      const rows = await writeTable(db, table, folder, provenance.people, signal)
      if (rows === null) return { tables: counts(written), stopped: true }
      written.push({ table, rows })
      onProgress?.({ table: table.name, rows })
    }
    const whole = { ...provenance, sources: sourcesIn(db), licences: licencesIn(db) }
    writeWhole(join(folder, 'datapackage.json'), dataPackage(written, whole))
    writeWhole(
      join(folder, 'datasette.json'),
      datasetteMetadata(describedTables(), basename(path).replace(/\.[^.]*$/, '')),
    )
    return { tables: counts(written), stopped: false }
  } finally {
    db.close()
  }
}

function counts(written: readonly Written[]) {
  return written.map(({ table: { name }, rows }) => ({ name, rows }))
}

/** Only a new folder, an empty one, or one of an earlier export is written into. */
function makeFolders(folder: string): void {
  const isOurs = () => {
    const told = join(folder, 'datapackage.json')
    return existsSync(told) && readFileSync(told, 'utf8').includes('"name": "disclosed"')
  }
  saying('write into', folder, () => {
    const there = existsSync(folder) ? readdirSync(folder) : []
    const isBegun = there.every((name) => name === 'csv' || name === 'parquet')
    if (there.length > 0 && !isBegun && !isOurs()) {
      throw new StoreError(
        'not_ours',
        `Cannot export into ${folder}: other files are in it. They were left as they are; name an empty folder or a new one.`,
      )
    }
    for (const inner of ['csv', 'parquet']) mkdirSync(join(folder, inner), { recursive: true })
  })
}

/** How many rows there are; null where it was stopped. */
async function writeTable(
  db: Sqlite.Database,
  table: DescribedTable,
  folder: string,
  people: boolean,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const sinks: readonly RowSink[] = saying('write into', folder, () => [
    csvFile(join(folder, 'csv', `${table.name}.csv`), table),
    parquetFile(join(folder, 'parquet', `${table.name}.parquet`), table),
  ])
  let isDone = false
  let rows = 0
  try {
    for (const batch of batches(db.prepare(selectOf(table, people)).raw().iterate() as Iterable<readonly unknown[]>)) {
      saying('write into', folder, () => {
        for (const sink of sinks) sink.add(batch)
      })
      rows += batch.length
      await setImmediate()
      if (signal?.aborted) return null
    }
    saying('write into', folder, () => {
      for (const sink of sinks) sink.finish()
    })
    isDone = true
    return rows
  } finally {
    if (!isDone) for (const sink of sinks) sink.abandon()
  }
}

/** The addresses in a list of who was asked reach somebody, too. */
function selectOf({ name, columns, key }: DescribedTable, people: boolean): string {
  const isAddress = (column: string) => name === 'asked' && column === 'email' && !people
  const list = columns.map((column) => (isAddress(column.name) ? 'NULL' : named(column.name))).join(', ')
  const order = key.length > 0 ? ` ORDER BY ${key.map(named).join(', ')}` : ''
  return `SELECT ${list} FROM ${named(name)}${order}`
}

function* batches(rows: Iterable<readonly unknown[]>): Generator<readonly (readonly unknown[])[]> {
  let batch: (readonly unknown[])[] = []
  let characters = 0
  for (const row of rows) {
    batch.push(row)
    for (const cell of row) if (typeof cell === 'string') characters += cell.length
    if (batch.length >= mostRows || characters >= mostCharacters) {
      yield batch
      batch = []
      characters = 0
    }
  }
  if (batch.length > 0) yield batch
}

function sourcesIn(db: Sqlite.Database): Provenance['sources'] {
  return db.prepare('SELECT id, kind FROM source ORDER BY id').all() as Provenance['sources']
}

function licencesIn(db: Sqlite.Database): readonly string[] {
  const rows = db
    .prepare('SELECT DISTINCT licence FROM document_place WHERE licence IS NOT NULL ORDER BY licence')
    .all()
  return (rows as { readonly licence: string }[]).map(({ licence }) => licence)
}

function writeWhole(path: string, contents: unknown): void {
  saying('write', path, () => {
    writeFileSync(passingName(path), `${JSON.stringify(contents, null, 2)}\n`)
    renameSync(passingName(path), path)
  })
}
