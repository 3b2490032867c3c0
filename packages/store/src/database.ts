import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StoreError, saying } from './errors.ts'
import { applicationId, schemaSql, schemaVersion } from './schema.ts'

/** An open dataset: SQL in, rows out, every error a sentence. Statements are prepared once. */
export interface Database {
  readonly path: string
  readonly readonly: boolean
  all(sql: string, ...values: readonly unknown[]): readonly unknown[]
  get(sql: string, ...values: readonly unknown[]): unknown
  run(sql: string, values?: Readonly<Record<string, unknown>> | readonly unknown[]): number
  exec(sql: string): void
  /** Rows one by one, as lists of values. */
  iterate(sql: string): IterableIterator<readonly unknown[]>
  /** All of it or nothing of it; one inside another is part of the outer one. Foreign keys are checked at its end. */
  together<Result>(work: () => Result): Result
  /** Does this work at the end of what is done together now, before it is kept; a work that waits already waits once. */
  atEnd(work: (db: Database) => void): void
  close(): void
}

/** Opens a dataset, and makes the file where it is missing. */
export function openDatabase(path: string, { readonly = false } = {}): Database {
  if (readonly && !existsSync(path)) {
    throw new StoreError(
      'missing',
      `Cannot open ${path}: there is no such file. Run ingest first, or name the dataset with --db.`,
    )
  }
  lookAtFile(path)
  const db = saying('open', path, () => new Sqlite(path, { readonly, timeout: 5000 }))
  try {
    saying('open', path, () => makeReady(db, path, readonly))
  } catch (error) {
    db.close()
    throw error
  }
  return databaseOf(db, path, readonly)
}

function lookAtFile(path: string): void {
  if (!existsSync(path)) {
    if (!existsSync(dirname(path))) {
      throw new StoreError(
        'no_folder',
        `Cannot make ${path}: its folder ${dirname(path)} is not there. Make the folder first.`,
      )
    }
    return
  }
  if (!saying('open', path, () => statSync(path)).isFile()) {
    throw new StoreError('not_a_file', `Cannot open ${path}: it is not a file. Name a file for the dataset with --db.`)
  }
  const head = saying('open', path, () => firstBytes(path))
  if (head.length > 0 && head !== 'SQLite format 3\0') {
    throw new StoreError(
      'not_sqlite',
      `Cannot open ${path}: it is not a SQLite file, so it is no dataset of Disclosed. It was left as it is; name another file with --db.`,
    )
  }
}

function firstBytes(path: string): string {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(16)
    return head.toString('latin1', 0, readSync(file, head, 0, 16, 0))
  } finally {
    closeSync(file)
  }
}

function makeReady(db: Sqlite.Database, path: string, readonly: boolean): void {
  db.pragma('foreign_keys = ON')
  const whose = db.pragma('application_id', { simple: true })
  const version = Number(db.pragma('user_version', { simple: true }))
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (whose === applicationId) {
    if (version > schemaVersion) {
      throw new StoreError(
        'newer',
        `Cannot open ${path}: a newer version of Disclosed made it (its format is ${version}, this one knows ${schemaVersion}). Update Disclosed, or name another file with --db.`,
      )
    }
    if (version < schemaVersion) {
      throw new StoreError(
        'older',
        `Cannot open ${path}: an older version of Disclosed made it (its format is ${version}, this one writes ${schemaVersion}). Move it away, run ingest again to build it anew, and take over what people said in it with disclosed review import.`,
      )
    }
    return
  }
  if (!isEmpty || whose !== 0) {
    throw new StoreError(
      'not_ours',
      `Cannot open ${path}: it is a SQLite file of another program. It was left as it is; name another file with --db.`,
    )
  }
  if (readonly) {
    throw new StoreError('missing', `Cannot read ${path}: it is empty. Run ingest first.`)
  }
  db.transaction(() => {
    // Another process may have made it while we waited for the lock.
    if (db.pragma('application_id', { simple: true }) === applicationId) return
    db.exec(schemaSql())
  }).immediate()
}

function databaseOf(db: Sqlite.Database, path: string, readonly: boolean): Database {
  const statements = new Map<string, Sqlite.Statement>()
  const prepared = (sql: string): Sqlite.Statement => {
    const known = statements.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const reading = <Result>(step: () => Result): Result => saying('read', path, step)
  const writing = <Result>(step: () => Result): Result => saying('write to', path, step)
  const readied = { forWriting: false }
  const last = new Set<(db: Database) => void>()
  const database: Database = {
    path,
    readonly,
    all: (sql, ...values) => reading(() => prepared(sql).all(...values)),
    get: (sql, ...values) => reading(() => prepared(sql).get(...values)),
    run: (sql, values = []) => writing(() => prepared(sql).run(values).changes),
    exec: (sql) => {
      writing(() => db.exec(sql))
    },
    *iterate(sql) {
      yield* db.prepare(sql).raw().iterate() as IterableIterator<readonly unknown[]>
    },
    together: (work) => {
      if (db.inTransaction) return work()
      return writing(() => {
        // Readers go on reading while we write. The file itself becomes one file again when it is closed.
        if (!readied.forWriting) {
          db.pragma('journal_mode = WAL')
          db.pragma('wal_autocheckpoint = 8000')
          // Ids are made of content: each row goes somewhere else in its index, and pages that are not at hand cost most.
          db.pragma(`cache_size = -${megabytesAtHand * 1024}`)
        }
        readied.forWriting = true
        last.clear()
        return db
          .transaction(() => {
            const result = work()
            for (const each of last) each(database)
            return result
          })
          .immediate()
      })
    },
    atEnd: (work) => {
      if (!db.inTransaction) throw new RangeError('What is to be done at the end needs something to be done')
      last.add(work)
    },
    close: () => {
      if (!db.open) return
      if (readied.forWriting) foldTogether(db)
      db.close()
    },
  }
  return database
}

/** So much of the file is held in memory while it is written. */
const megabytesAtHand = 256

/** Leaves one plain file behind, unless somebody else still reads it. */
function foldTogether(db: Sqlite.Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('journal_mode = DELETE')
  } catch {
    // It stays a valid dataset with a -wal file beside it; the next to close it folds it.
  }
}
