import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { StoreError, saying } from './errors.ts'

export type Cell = string | number | null

export interface QueryResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * Runs one SELECT in a process of its own that opened the file for reading only: it cannot write, and it ends when its
 * time is over, whatever it does.
 */
export function query(path: string, sql: string, seconds: number): QueryResult {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url)], {
    input: JSON.stringify({ path, sql }),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
  if (child.error && 'code' in child.error && child.error.code === 'ETIMEDOUT') {
    throw new StoreError(
      'too_slow',
      `Stopped the query after ${seconds} seconds. Ask for less (a WHERE, a LIMIT), or allow more time.`,
    )
  }
  if (child.error)
    throw new StoreError('failed', `Cannot run the query on ${path}: ${child.error.message}.`, child.error)
  const told = child.stdout === '' ? null : (JSON.parse(child.stdout) as QueryResult | Refused)
  if (told === null)
    throw new StoreError('failed', `Cannot run the query on ${path}: ${child.stderr.trim() || 'it ended early'}.`)
  if ('refused' in told) throw new StoreError(told.code, told.refused)
  return told
}

interface Refused {
  readonly refused: string
  readonly code: StoreError['code']
}

/** The part that runs in the child: one statement, read-only. */
export function answerQuery(path: string, sql: string): QueryResult | Refused {
  try {
    const db = saying('read', path, () => new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 }))
    try {
      return saying('read', path, () => select(db, sql))
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof StoreError && error.code !== 'failed') return { refused: error.message, code: error.code }
    const cause = error instanceof StoreError && error.cause instanceof Error ? error.cause : error
    return {
      refused: `Cannot run the query: ${cause instanceof Error ? cause.message : String(cause)}.`,
      code: 'bad_query',
    }
  }
}

function select(db: Sqlite.Database, sql: string): QueryResult {
  const statement = db.prepare(sql)
  if (!statement.reader || !statement.readonly) {
    throw new StoreError(
      'bad_query',
      'Cannot run the query: it is no SELECT. The dataset is only read here; nothing was changed.',
    )
  }
  const rows = statement.raw().all() as unknown[][]
  return { columns: statement.columns().map(({ name }) => name), rows: rows.map((row) => row.map(asCell)) }
}

function asCell(value: unknown): Cell {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
}

async function answerFromInput(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const { path, sql } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { path: string; sql: string }
  process.stdout.write(JSON.stringify(answerQuery(path, sql)))
}

if (isMainThread && process.argv[1] === fileURLToPath(import.meta.url)) await answerFromInput()
