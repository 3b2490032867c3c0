import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openStore, type Store } from './store.ts'
import { calendarYear, inventedRegister, letter } from './testing.ts'

/**
 * What a process leaves behind that is killed: its files as they are at that moment. Whatever it held in memory is lost, and nothing
 * else, for all that SQLite writes it hands to the system at once.
 */
const points = 50
const folder = mkdtempSync(join(tmpdir(), 'disclosed-killed-'))

const letters = Array.from({ length: 12 }, (_, nth) =>
  letter({
    authority: ['amberford', 'brackwater', 'dunmere'][nth % 3] ?? null,
    salt: ` ${nth}`,
    path: `${nth}.txt`,
    questions: [
      {
        text: `How many data breaches were there in ${2010 + nth}?`,
        asks: [{ measure: 'data_breaches', ...calendarYear(2010 + nth) }],
        answer: `We counted ${nth + 20} then.`,
        values: [{ quote: `${nth + 20}`, ...calendarYear(2010 + nth), sure: nth % 4 > 0 }],
      },
    ],
    tables: [{ title: 'By post', header: ['Month', 'Letters'], rows: [['May', nth]] }],
  }),
)

let statements = 0
let atWrite: (isCommit: boolean) => void = () => {}

beforeAll(() => {
  const prepare = Sqlite.prototype.prepare
  vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, sql: string) {
    const statement = prepare.call(this, sql) as Sqlite.Statement<unknown[]>
    const run = statement.run
    statement.run = (...values: unknown[]) => {
      const result = run.apply(statement, values)
      statements += 1
      atWrite(false)
      return result
    }
    return statement
  })
  const transaction = Sqlite.prototype.transaction
  vi.spyOn(Sqlite.prototype, 'transaction').mockImplementation(function (this: Sqlite.Database, work) {
    const { immediate } = transaction.call(this, work)
    const committing = (...values: unknown[]) => {
      const result = immediate(...values)
      atWrite(true)
      return result
    }
    return { immediate: committing } as unknown as ReturnType<typeof transaction>
  })
})
afterEach(() => {
  atWrite = () => {}
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** Everything that an ingest writes: letters, three at a time; what a person says; all that is put together at the end. */
function write(store: Store): void {
  for (let at = 0; at < letters.length; at += 3)
    store.together(() => {
      for (const each of letters.slice(at, at + 3)) store.put(each)
    })
  store.settle()
  const [figure] = store.select('SELECT id FROM observation WHERE sure = 0 ORDER BY id LIMIT 1') as { id: string }[]
  store.correct({ subject: figure?.id ?? '', kind: 'confirm', by: 'Ann', made: '2026-05-01T10:00:00Z' })
  store.settle()
}

const opened = (name: string) => openStore(join(folder, name), { register: inventedRegister })

it(`is a sound file, complete up to a letter, at ${points} points where it was killed, and the same once it is finished`, () => {
  const calm = opened('calm.sqlite')
  const before = statements
  write(calm)
  const written = statements - before
  const [hash, rows] = [calm.hash(), rowsOfLetters(calm)]
  expect([...rows.values()]).toHaveLength(letters.length)
  calm.close()

  const random = numbers(20)
  const left = Array.from({ length: points }, () => Math.floor(random() * written)).toSorted((a, b) => a - b)
  const copies: string[] = []
  const path = join(folder, 'killed.sqlite')
  const store = opened('killed.sqlite')
  const begun = statements
  let logged = 0
  atWrite = (isCommit) => {
    const length = existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0
    while ((left[0] ?? Number.POSITIVE_INFINITY) < statements - begun) {
      // Every other one dies while what it commits is on its way to the disk.
      if (copies.length % 2 === 1 && !isCommit) break
      left.shift()
      const copy = join(folder, `${copies.length}.sqlite`)
      copyFileSync(path, copy)
      if (length > 0) copyFileSync(`${path}-wal`, `${copy}-wal`)
      if (copies.length % 2 === 1 && length > logged)
        truncateSync(`${copy}-wal`, logged + Math.floor(random() * (length - logged)))
      copies.push(copy)
    }
    if (isCommit) logged = length
  }
  write(store)
  atWrite = () => {}
  store.close()
  expect(copies).toHaveLength(points)

  const unfinished = new Set<number>()
  for (const copy of copies) {
    const found = openStore(copy, { register: inventedRegister })
    expect(found.select('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(found.select('PRAGMA foreign_key_check')).toEqual([])
    const there = rowsOfLetters(found)
    for (const [document, counted] of there) expect(counted).toEqual(rows.get(document))
    unfinished.add(there.size)
    write(found)
    expect(found.hash()).toBe(hash)
    found.close()
  }
  // They died before the first letter was in, amid letters, and after the last.
  expect([...unfinished].toSorted((a, b) => a - b)).toEqual([0, 3, 6, 9, 12])
}, 60_000)

/** By document: how many rows of each kind it has. */
function rowsOfLetters(store: Store): ReadonlyMap<string, unknown> {
  const tables = ['question', 'answer', 'observation', 'data_table', 'kept', 'document_place']
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table} t WHERE t.document = d.id) AS ${table}`)
  const found = `(SELECT count(*) FROM document_search WHERE document_search MATCH 'breaches' AND rowid = d.rowid) AS found`
  const rows = store.select(`SELECT d.id, ${counts.join(', ')}, ${found} FROM document d`) as readonly { id: string }[]
  return new Map(rows.map((row) => [row.id, row]))
}

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
