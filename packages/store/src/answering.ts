import { readFileSync, writeSync } from 'node:fs'
import { namesLike } from '@disclosed/reference'
import Sqlite from 'better-sqlite3'
import { StoreError, saying } from './errors.ts'
import type { Cell, Said } from './query.ts'

/**
 * The process that answers one query: told `{ path, sql }` on stdin, it says a line of JSON at a time what `Said` holds. It
 * opened the file for reading only, takes one statement that reads, and holds no more than a handful of rows.
 */
function answer(path: string, sql: string): void {
  try {
    const db = saying('read', path, () => new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 }))
    try {
      saying('read', path, () => helping(db, () => select(db, sql)))
    } finally {
      db.close()
    }
  } catch (error) {
    say(refusal(error))
  }
}

/** Whoever misspells a table or column is told which may be meant. */
function helping(db: Sqlite.Database, work: () => void): void {
  try {
    work()
  } catch (error) {
    const [, what, name = ''] =
      /^no such (table|column): "?([\w.]{1,100})"?(?: - .{0,80})?$/.exec(error instanceof Error ? error.message : '') ??
      []
    if (what === undefined || !(error instanceof Error)) throw error
    const known = db.prepare(
      what === 'table' ? 'SELECT DISTINCT table_name FROM dictionary' : 'SELECT DISTINCT column_name FROM dictionary',
    )
    const like = namesLike(
      name.slice(name.lastIndexOf('.') + 1),
      known
        .pluck()
        .all()
        .flatMap((each) => (typeof each === 'string' ? each : [])),
    )
    // WHERE measure = data_breaches: a text without its quotes, or with those of a name.
    const isText =
      what === 'column' &&
      db
        .prepare(`SELECT 1 FROM vocabulary WHERE code = @name UNION SELECT 1 FROM measure WHERE code = @name`)
        .get({ name })
    const holders =
      what === 'column'
        ? db
            .prepare('SELECT DISTINCT table_name FROM dictionary WHERE column_name = @name LIMIT 5')
            .pluck()
            .all({ name })
        : []
    const hint =
      holders.length > 0
        ? `It is a column of ${holders.join(', ')}. `
        : isText
          ? `Write texts in single quotes: '${name}'. `
          : like.length > 0
            ? `Did you mean ${like.join(' or ')}? `
            : ''
    throw new StoreError(
      'bad_query',
      `Cannot run the query: ${error.message}. ${hint}SELECT * FROM dictionary explains every table and column.`,
      error,
    )
  }
}

/** A statement may not take more memory than this, whatever it sorts or joins. */
const mostMemory = 1024 ** 3
/** So many characters are said at once, and so many rows. */
const mostCharacters = 100_000
const mostRows = 1000

function select(db: Sqlite.Database, sql: string): void {
  db.pragma('query_only = ON')
  db.pragma(`hard_heap_limit = ${mostMemory}`)
  const statement = db.prepare(sql)
  if (!statement.reader || !statement.readonly) {
    throw new StoreError(
      'bad_query',
      'Cannot run the query: it is no SELECT. The dataset is only read here; nothing was changed.',
    )
  }
  const iterator = statement.raw().safeIntegers().iterate() as IterableIterator<unknown[]>
  say({ columns: statement.columns().map(({ name }) => name) })
  let rows: (readonly Cell[])[] = []
  let characters = 0
  for (const row of iterator) {
    const cells = row.map(asCell)
    rows.push(cells)
    for (const cell of cells) characters += typeof cell === 'string' ? cell.length : 8
    if (rows.length < mostRows && characters < mostCharacters) continue
    say({ rows })
    rows = []
    characters = 0
  }
  if (rows.length > 0) say({ rows })
  say({ isAll: true })
}

/** Whole numbers that a number cannot hold are texts, bytes are hexadecimal. */
function asCell(value: unknown): Cell {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value.toString()
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

function refusal(error: unknown): Said {
  if (error instanceof StoreError && error.code !== 'failed') return { refused: error.message, code: error.code }
  const cause = error instanceof StoreError && error.cause instanceof Error ? error.cause : error
  const why = cause instanceof Error ? cause.message : String(cause)
  return { refused: `Cannot run the query: ${why}.`, code: 'bad_query' }
}

/** Written at once: whoever reads slowly makes us wait, and nothing piles up. */
function say(said: Said): void {
  const bytes = Buffer.from(`${JSON.stringify(said)}\n`)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      // Nobody listens any more.
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

const { path, sql } = JSON.parse(readFileSync(0, 'utf8')) as { path: string; sql: string }
answer(path, sql)
