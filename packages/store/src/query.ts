import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { StoreError } from './errors.ts'

export type Cell = string | number | null

export interface QueryResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What a query says as it goes: first its columns, then rows by the handful, at last that this is all. */
export type Said =
  | { readonly columns: readonly string[] }
  | { readonly rows: QueryResult['rows'] }
  | { readonly isAll: true }
  | { readonly refused: string; readonly code: StoreError['code'] }

/** A process of its own opens the file for reading only: it cannot write, and it ends when its time is over. */
const answering = [
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './answering.ts' : './answering.js', import.meta.url)),
]

/**
 * Runs one SELECT in a process of its own that opened the file for reading only: it cannot write, and it ends when its
 * time is over, whatever it does. Holds all of its rows: `queryRows` does not.
 */
export function query(path: string, sql: string, seconds: number): QueryResult {
  const child = spawnSync(process.execPath, answering, {
    input: JSON.stringify({ path, sql }),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
  if (child.error && 'code' in child.error && child.error.code === 'ETIMEDOUT') throw tooSlow(seconds)
  if (child.error)
    throw new StoreError('failed', `Cannot run the query on ${path}: ${child.error.message}.`, child.error)
  const said = child.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Said]))
  let columns: QueryResult['columns'] = []
  const rows: QueryResult['rows'][number][] = []
  for (const each of said) {
    if ('refused' in each) throw new StoreError(each.code, each.refused)
    if ('columns' in each) columns = each.columns
    if ('rows' in each) for (const row of each.rows) rows.push(row)
  }
  if (!said.some((each) => 'isAll' in each)) throw endedEarly(path, child.stderr)
  return { columns, rows }
}

/** Rows by the handful, with their columns. */
export interface SomeRows {
  readonly columns: readonly string[]
  readonly rows: QueryResult['rows']
}

/**
 * The same, row by row: only some are held at a time, and the next are fetched when these were taken. The first handful comes
 * even where there is no row, to tell the columns. The time that the taker needs is not the query's.
 */
export async function* queryRows(path: string, sql: string, seconds: number): AsyncGenerator<SomeRows, void> {
  const child = spawn(process.execPath, answering, { stdio: ['pipe', 'pipe', 'pipe'] })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const closed = once(child, 'close')
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    if (errors.length < 4000) errors += words
  })
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify({ path, sql }))
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  const clock = { left: seconds * 1000, isOver: false }
  let columns: readonly string[] = []
  let isAll = false
  try {
    for (;;) {
      const next = await inTime(lines.next(), clock, kill)
      if (clock.isOver) throw tooSlow(seconds)
      if (next.done) break
      const said = JSON.parse(next.value) as Said
      if ('refused' in said) throw new StoreError(said.code, said.refused)
      if ('columns' in said) {
        columns = said.columns
        yield { columns, rows: [] }
      } else if ('rows' in said) yield { columns, rows: said.rows }
      else isAll = true
    }
    if (!isAll) throw endedEarly(path, errors)
  } finally {
    process.off('exit', kill)
    kill()
    await closed
  }
}

/** Waits for the next line, and ends the process where its time is over. */
async function inTime<Line>(
  next: Promise<Line>,
  clock: { left: number; isOver: boolean },
  stop: () => void,
): Promise<Line> {
  const began = performance.now()
  const timer = setTimeout(() => {
    clock.isOver = true
    stop()
  }, clock.left)
  try {
    return await next
  } finally {
    clearTimeout(timer)
    clock.left = Math.max(1, clock.left - (performance.now() - began))
  }
}

function tooSlow(seconds: number): StoreError {
  return new StoreError(
    'too_slow',
    `Stopped the query after ${seconds} seconds. Ask for less (a WHERE, a LIMIT), or allow more time.`,
  )
}

function endedEarly(path: string, errors: string): StoreError {
  return new StoreError('failed', `Cannot run the query on ${path}: ${errors.trim() || 'it ended early'}.`)
}
