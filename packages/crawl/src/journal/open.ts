import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CrawlError } from '../errors.ts'
import { journalId, journalSql, journalVersion } from './schema.ts'

/** An open journal: SQL in, rows out. Statements are prepared once; what is written together is there whole or not at all. */
export interface Db {
  all<Row>(sql: string, ...values: readonly unknown[]): readonly Row[]
  get<Row>(sql: string, ...values: readonly unknown[]): Row | undefined
  run(sql: string, ...values: readonly unknown[]): { readonly changes: number; readonly id: number }
  together<Result>(work: () => Result): Result
  close(): void
}

/**
 * Opens the journal in the folder, and makes it where it is missing. For writing it is ours alone: a second crawl with the same folder
 * is refused; the system lets go of it when this process ends, however it ends.
 *
 * @throws CrawlError with a sentence.
 */
export function openDb(folder: string, { readonly = false } = {}): Db {
  const path = join(folder, 'journal.sqlite')
  if (readonly && !existsSync(path))
    throw new CrawlError(`There is no journal in ${folder}: nothing has been crawled there yet.`)
  if (!readonly) mkdirSync(folder, { recursive: true })
  const lock = readonly ? null : takeLock(folder)
  try {
    return dbOf(opened(path, readonly), lock)
  } catch (error) {
    lock?.close()
    throw error instanceof CrawlError ? error : new CrawlError(`Cannot open the journal ${path}: ${wordsOf(error)}.`)
  }
}

/** A file of its own is locked, so that `status` can read the journal meanwhile. */
function takeLock(folder: string): Sqlite.Database {
  const lock = new Sqlite(join(folder, 'journal.lock'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch {
    lock.close()
    throw new CrawlError(
      `Another crawl is at work in ${folder}. Wait for its end, or name another folder with --folder.`,
    )
  }
}

function opened(path: string, readonly: boolean): Sqlite.Database {
  const db = new Sqlite(path, { readonly, timeout: 5000 })
  const whose = db.pragma('application_id', { simple: true })
  const version = Number(db.pragma('user_version', { simple: true }))
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (isEmpty && !readonly) {
    db.pragma('journal_mode = WAL')
    db.transaction(() => {
      db.exec(journalSql)
      db.pragma(`application_id = ${journalId}`)
      db.pragma(`user_version = ${journalVersion}`)
    })()
  } else if (whose !== journalId || version !== journalVersion) {
    db.close()
    throw new CrawlError(
      whose === journalId
        ? `${path} was written by another version of Disclosed (its format is ${version}, this one knows ${journalVersion}). Name another folder with --folder.`
        : `${path} is no journal of a crawl. It was left as it is; name another folder with --folder.`,
    )
  }
  // A process that is killed loses nothing in this mode; a machine that loses its power may lose the last steps, never half of one.
  db.pragma('synchronous = NORMAL')
  return db
}

function dbOf(db: Sqlite.Database, lock: Sqlite.Database | null): Db {
  const statements = new Map<string, Sqlite.Statement>()
  const prepared = (sql: string): Sqlite.Statement => {
    const known = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, known)
    return known
  }
  return {
    all: <Row>(sql: string, ...values: readonly unknown[]) => prepared(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: readonly unknown[]) => prepared(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = prepared(sql).run(...values)
      return { changes, id: Number(lastInsertRowid) }
    },
    together: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
    close: () => {
      db.close()
      lock?.close()
    },
  }
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}
