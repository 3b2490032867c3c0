import { renameSync, rmSync } from 'node:fs'
import type { Source } from '@disclosed/classify'
import type { Register } from '@disclosed/reference'
import { type Database, openDatabase } from './database.ts'
import { saying } from './errors.ts'
import { keptEntry, type PackedEntry } from './packed.ts'
import { putEntry } from './put.ts'
import { putReference } from './reference-rows.ts'
import { holdsPeople, setHoldsPeople } from './settings.ts'
import { settle } from './settle/settle.ts'
import { insertInto, type Table } from './table.ts'
import { asked } from './tables/asked.ts'
import { authority, authoritySuccession, population } from './tables/authority.ts'
import { correction } from './tables/correction.ts'
import { failure, round } from './tables/document.ts'

export interface RebuildOptions {
  /** Shall the rows show the people in the letters? As before where nothing is said. */
  readonly people?: boolean
  /** Where to put what is built; in its own place where nothing is said. */
  readonly to?: string
}

/**
 * Builds the dataset anew from what is kept in it, beside the old one, and then puts it in its place.
 * The same documents, readings and corrections give the same bytes. The given database is closed when its
 * place is taken.
 */
export function rebuildFrom(old: Database, register: Register, options: RebuildOptions = {}): void {
  const { path } = old
  const { people = holdsPeople(old), to = path } = options
  const [raw, tidy] = [`${to}.building`, `${to}.built`]
  for (const file of [raw, tidy]) removeDatabase(file)
  const built = openDatabase(raw)
  try {
    built.together(() => {
      putReference(built)
      setHoldsPeople(built, people)
      // What a list of one's own said of authorities is kept with them.
      copyRows(old, built, authority, 'WHERE known = 1')
      copyRows(old, built, authoritySuccession)
      copyRows(old, built, population)
      copyRows(old, built, round)
      copyRows(old, built, asked)
      for (const row of placesOf(old)) putEntry(built, register, row)
      copyRows(old, built, failure)
      copyRows(old, built, correction)
      settle(built, register)
    })
    built.exec(`INSERT INTO document_search (document_search) VALUES ('optimize')`)
    built.exec(`INSERT INTO answer_search (answer_search) VALUES ('optimize')`)
    built.exec(`VACUUM INTO '${tidy.replaceAll("'", "''")}'`)
  } finally {
    built.close()
    removeDatabase(raw)
  }
  if (to !== path) {
    saying('write', to, () => renameSync(tidy, to))
    return
  }
  old.close()
  saying('replace', path, () => {
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    renameSync(tidy, path)
  })
}

function* placesOf(db: Database) {
  const rows = db.all('SELECT place FROM kept ORDER BY document, place') as { place: string }[]
  for (const { place } of rows) {
    const row = db.get(
      `SELECT k.bytes AS size, k.mtime, k.document_packed, k.reading_packed, p.path, p.url, p.retrieved, p.licence, p.round,
         p.told_authority AS authority, p.told_site AS site
       FROM kept k JOIN document_place p ON p.id = k.place WHERE k.place = ?`,
      place,
    ) as Omit<Source, 'site'> & PackedEntry & { size: number | null; mtime: number | null; site: string | null }
    const { size, mtime, path, url, retrieved, licence, round, authority } = row
    const site = row.site === null ? null : JSON.parse(row.site)
    yield {
      ...keptEntry(row),
      before: row,
      size,
      mtime,
      source: { path, url, retrieved, licence, round, authority, site },
    }
  }
}

function copyRows(from: Database, to: Database, table: Table, where = ''): void {
  const key = table.key.map((column) => `"${column}"`).join(', ')
  for (const row of from.all(`SELECT * FROM "${table.name}" ${where} ORDER BY ${key}`)) {
    to.run(insertInto(table), row as Record<string, unknown>)
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}
