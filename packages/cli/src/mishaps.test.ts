import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '@disclosed/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What befalls a dataset while it is written: a disk that fills, another writer, a reader, an end without warning. */
const folder = mkdtempSync(join(tmpdir(), 'disclosed-mishaps-'))
const main = fileURLToPath(new URL('main.ts', import.meta.url))
const letters = 60
const { npm_lifecycle_event: _, ...env } = process.env

beforeAll(async () => {
  for (const half of ['one', 'other']) {
    await mkdir(join(folder, half))
    for (let nth = 0; nth < letters / 2; nth += 1) await writeFile(join(folder, half, `${nth}.txt`), letter(half, nth))
  }
  expect(await ingest(['one', 'other'], 'calm.sqlite')).toMatchObject({ exitCode: 0 })
  // Beside other work a machine takes its time.
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

describe('a dataset', () => {
  it('is whole up to a letter when the disk fills, says so in a sentence, and is finished later', async () => {
    const { size } = await stat(join(folder, 'calm.sqlite'))
    // No file may grow beyond this: as far as the program can tell the disk is full.
    const blocks = Math.round(size / 512) - 200
    const full = await run('sh', [
      '-c',
      `ulimit -f ${blocks}; exec "$0" "$@"`,
      process.execPath,
      main,
      ...asked(['one', 'other'], 'full.sqlite'),
    ])
    expect(full.exitCode).toBe(1)
    expect(full.errors).toMatch(/^Cannot (?:write to|open|read) .*full\.sqlite: .*disk/m)
    expect(full.errors).not.toMatch(/\n\s+at /)
    expectWhole('full.sqlite')
    expect(await ingest(['one', 'other'], 'full.sqlite')).toMatchObject({ exitCode: 0 })
    expect(hashOf('full.sqlite')).toBe(hashOf('calm.sqlite'))
  })

  it('takes what two write into it at once, while others read from it', async () => {
    const seen: number[] = []
    const writing = Promise.all([ingest(['one'], 'both.sqlite'), ingest(['other'], 'both.sqlite')])
    let isDone = false
    void writing.finally(() => {
      isDone = true
    })
    while (!isDone) {
      const read = await run(process.execPath, [
        main,
        'query',
        'SELECT count(*) AS n FROM document',
        '--format',
        'json',
        '--db',
        'both.sqlite',
      ])
      if (read.exitCode === 0) seen.push((JSON.parse(read.output) as readonly { readonly n: number }[])[0]?.n ?? -1)
      else expect(read.errors).toMatch(/no such file|it is empty/)
    }
    expect(await writing).toMatchObject([{ exitCode: 0 }, { exitCode: 0 }])
    expect(seen.length).toBeGreaterThan(0)
    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
    expectWhole('both.sqlite')
    expect(hashOf('both.sqlite')).toBe(hashOf('calm.sqlite'))
  })

  it('is whole wherever it was killed, and finished by running again', async () => {
    for (const [nth, after] of [0.2, 0.5, 0.8, 0.95].entries()) {
      const db = `killed-${nth}.sqlite`
      const child = spawn(process.execPath, [main, ...asked(['one', 'other'], db)], {
        cwd: folder,
        env,
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('close', resolve))
      while (documentsIn(db) < letters * after - 30 && child.exitCode === null)
        await new Promise((next) => setTimeout(next, 5))
      await new Promise((next) => setTimeout(next, 40 * nth))
      child.kill('SIGKILL')
      await ended
      expectWhole(db)
      expect(await ingest(['one', 'other'], db)).toMatchObject({ exitCode: 0 })
      expect(hashOf(db)).toBe(hashOf('calm.sqlite'))
    }
  })
})

/** Is it a sound file in which every letter has all of its figures and its question, or is not there? */
function expectWhole(db: string): void {
  const store = opened(db)
  if (!store) return
  try {
    expect(store.select('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(store.select('PRAGMA foreign_key_check')).toEqual([])
    const cut = `SELECT id FROM document d WHERE (SELECT count(*) FROM question q WHERE q.document = d.id) <> 1
      OR (SELECT count(*) FROM answer a WHERE a.document = d.id) <> 1
      OR (SELECT count(*) FROM kept k WHERE k.document = d.id) <> 1
      OR NOT EXISTS (SELECT 1 FROM observation o WHERE o.document = d.id)`
    expect(store.select(cut)).toEqual([])
  } finally {
    store.close()
  }
}

function documentsIn(db: string): number {
  const store = opened(db)
  try {
    return (store?.select('SELECT count(*) AS n FROM document')[0] as { readonly n: number } | undefined)?.n ?? 0
  } finally {
    store?.close()
  }
}

/** Null while there is no dataset yet. */
function opened(db: string) {
  try {
    return openStore(join(folder, db), { readonly: true })
  } catch {
    return null
  }
}

function hashOf(db: string): string {
  const store = openStore(join(folder, db), { readonly: true })
  try {
    return store.hash()
  } finally {
    store.close()
  }
}

function asked(paths: readonly string[], db: string): readonly string[] {
  return ['ingest', ...paths, '--jobs', '1', '--db', db]
}

function ingest(paths: readonly string[], db: string) {
  return run(process.execPath, [main, ...asked(paths, db)])
}

function run(program: string, args: readonly string[]) {
  const child = spawn(program, args, { cwd: folder, env })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    output += more
  })
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    errors += more
  })
  return new Promise<{ readonly exitCode: number | null; readonly output: string; readonly errors: string }>(
    (resolve) => {
      child.on('close', (exitCode) => resolve({ exitCode, output, errors }))
    },
  )
}

function letter(half: string, nth: number): string {
  return [
    half === 'one' ? 'Leeds City Council' : 'Bristol City Council',
    `Our reference: FOI ${half}-${nth}`,
    `1. How many data breaches were recorded from 1 January ${1950 + nth} to 31 December ${1950 + nth}?`,
    `We recorded ${nth + 1} data breaches.`,
    'Yours faithfully',
    '',
  ].join('\n\n')
}
