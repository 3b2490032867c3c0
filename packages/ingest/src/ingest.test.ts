import { mkdtempSync } from 'node:fs'
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openStore, type Store } from '@disclosed/store'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type IngestOptions, ingest, type NotRead, openReaders } from './index.ts'

let base = ''
const readers = openReaders({ jobs: 1 })
afterAll(() => readers.close())
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'disclosed-ingest-'))
  await write('letters/one.txt', letter('Leeds City Council', 2019, 'We recorded 12 data breaches.'))
  await write('letters/more/two.txt', letter('Bristol City Council', 2020, 'We recorded 7 data breaches.'))
})
afterEach(() => rm(base, { recursive: true }))

describe('ingest', () => {
  it('reads what is below the paths once, and again only what has changed', async () => {
    expect(await run()).toMatchObject({ read: 2, unchanged: 0, failed: 0, stopped: false })
    const hash = dataset((store) => store.hash())
    expect(await run()).toMatchObject({ read: 0, unchanged: 2 })
    await utimes(join(base, 'letters/one.txt'), new Date(), new Date())
    expect(await run()).toMatchObject({ read: 0, unchanged: 2 })
    expect(dataset((store) => store.hash())).toBe(hash)
    await write('letters/one.txt', letter('Leeds City Council', 2019, 'We recorded 13 data breaches.'))
    expect(await run()).toMatchObject({ read: 1, unchanged: 1 })
    expect(dataset((store) => store.hash())).not.toBe(hash)
    expect(dataset((store) => store.status().documents)).toBe(2)
    expect(await run({ reread: true })).toMatchObject({ read: 2, unchanged: 0 })
  })

  it('gives every finding the id it had when a file is renamed or moved, when it is read again, and in a rebuild', async () => {
    await write(
      'letters/one.txt',
      `${letter('Leeds City Council', 2019, 'We recorded 12 data breaches.')}\n\n2. How many of these were reported to the Information Commissioner?\n\nThis is refused under section 31(1)(a).\n`,
    )
    await run()
    const ids = () =>
      dataset((store) =>
        [
          'document',
          'question',
          'observation',
          'citation',
          'figure',
          'question_group',
          'response',
          'request',
          'data_table',
        ].flatMap((table) => store.select(`SELECT '${table}' AS of, id FROM "${table}" ORDER BY id`)),
      )
    const before = ids()
    expect(before.length).toBeGreaterThan(10)
    await rename(join(base, 'letters/one.txt'), join(base, 'letters/more/Reply (final).txt'))
    await run({ forgetGone: true })
    expect(ids()).toEqual(before)
    const links = dataset((store) => store.select('SELECT link FROM document ORDER BY link'))
    expect(links).toEqual([{ link: 'letters/more/Reply (final).txt' }, { link: 'letters/more/two.txt' }])
    await run({ reread: true })
    expect(ids()).toEqual(before)
    const store = openStore(join(base, 'disclosed.sqlite'))
    store.rebuild()
    store.close()
    expect(ids()).toEqual(before)
  })

  it('gives the same rows in any order', async () => {
    await run()
    await run({ db: 'other.sqlite' }, ['letters/one.txt'])
    await run({ db: 'other.sqlite' })
    expect(dataset((store) => store.hash(), 'other.sqlite')).toBe(dataset((store) => store.hash()))
  })

  it('names what it cannot read, keeps the rest, and forgets what was mended', async () => {
    await write('letters/broken.pdf', '%PDF-1.7 and nothing more')
    await write('letters/empty.docx', '')
    const failures: NotRead[] = []
    const done = await run({ onFailure: (failure) => failures.push(failure) }, ['letters', 'not-there'])
    expect(done).toMatchObject({ read: 2, failed: 3 })
    expect(failures.map(({ path }) => path).toSorted()).toEqual([
      'letters/broken.pdf',
      'letters/empty.docx',
      'not-there',
    ])
    for (const { path, message } of failures) expect(message).toContain(path)
    expect(failedIn()).toEqual(['letters/broken.pdf', 'letters/empty.docx'])
    await write('letters/broken.pdf', letter('Leeds City Council', 2021, 'We recorded 3 data breaches.'))
    await rm(join(base, 'letters/empty.docx'))
    expect(await run({ only: 'failed' })).toMatchObject({ read: 1, unchanged: 0, failed: 0 })
    expect(failedIn()).toEqual([])
    expect(dataset((store) => store.status().documents)).toBe(3)
  })

  it('reads a letter again when what stands beside it changes', async () => {
    await run()
    await write('letters/one.txt.source.json', '{ "url": "https://example.org/one", "round": "Breaches" }')
    expect(await run()).toMatchObject({ read: 1, unchanged: 1 })
    expect(dataset((store) => store.select('SELECT url, round FROM document_place WHERE url IS NOT NULL'))).toEqual([
      { url: 'https://example.org/one', round: 'Breaches' },
    ])
    await write('letters/authorities.csv', 'id,official_name\nmossford,Mossford Borough Council (invented)\n')
    expect(await run()).toMatchObject({
      read: 2,
      unchanged: 0,
      leftOut: new Map([
        ['lists of authorities (authorities.csv)', 1],
        ['sidecars (NAME.source.json, sources.csv)', 1],
      ]),
    })
    expect(await run()).toMatchObject({ read: 0, unchanged: 2 })
  })

  it('keeps the round that was told until another is told', async () => {
    await run({ round: 'Breaches' })
    expect(await run()).toMatchObject({ read: 0, unchanged: 2 })
    await write('letters/one.txt', letter('Leeds City Council', 2018, 'We recorded 1 data breach.'))
    await run()
    const rounds = () => dataset((store) => store.select('SELECT DISTINCT round FROM document_place'))
    expect(rounds()).toEqual([{ round: 'Breaches' }])
    expect(await run({ round: 'Breaches, once more' })).toMatchObject({ read: 2 })
    expect(rounds()).toEqual([{ round: 'Breaches, once more' }])
  })

  it('knows authorities of a list of its own, before and after a rebuild', async () => {
    await write('letters/authorities.csv', 'id,official_name\nmossford,Mossford Borough Council (invented)\n')
    await write(
      'letters/three.txt',
      letter('Mossford Borough Council (invented)', 2020, 'We recorded 4 data breaches.'),
    )
    await run()
    const invented = (store: Store) => store.select('SELECT id, invented FROM authority WHERE invented = 1')
    expect(dataset(invented)).toEqual([{ id: 'mossford', invented: 1 }])
    const hash = dataset((store) => store.hash())
    const store = openStore(join(base, 'disclosed.sqlite'))
    store.rebuild()
    store.close()
    expect(dataset((rebuilt) => rebuilt.hash())).toBe(hash)
  })

  it('keeps what was read when it is stopped, and goes on from there', async () => {
    for (let nth = 0; nth < 8; nth += 1) {
      await write(
        `letters/more/${nth}.txt`,
        letter('Leeds City Council', 2010 + nth, `We recorded ${nth} data breaches.`),
      )
    }
    const stop = new AbortController()
    const stopped = await ingest(['letters'], {
      db: 'disclosed.sqlite',
      base,
      jobs: 1,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 3) stop.abort()
      },
    })
    expect(stopped).toMatchObject({ stopped: true, failed: 0 })
    expect(stopped.read).toBeGreaterThanOrEqual(3)
    expect(stopped.read).toBeLessThan(10)
    expect(dataset((store) => store.status().documents)).toBe(stopped.read)
    expect(await run()).toMatchObject({ read: 10 - stopped.read, unchanged: stopped.read })
  })

  it('leaves nothing behind where there is nothing to read', async () => {
    await mkdir(join(base, 'empty'))
    expect(await run({}, ['empty'])).toMatchObject({ read: 0, failed: 0 })
    expect(() => dataset((store) => store.hash())).toThrow('there is no such file')
  })
})

function run(options: Partial<IngestOptions> = {}, paths: readonly string[] = ['letters']) {
  return ingest(paths, { db: 'disclosed.sqlite', base, readers, jobs: 1, ...options })
}

function dataset<Seen>(see: (store: Store) => Seen, db = 'disclosed.sqlite'): Seen {
  const store = openStore(join(base, db), { readonly: true })
  try {
    return see(store)
  } finally {
    store.close()
  }
}

function failedIn(): readonly string[] {
  return dataset((store) => store.status().failed.map(({ path }) => path))
}

function letter(authority: string, year: number, answer: string): string {
  return [
    authority,
    `Our reference: FOI ${year}-7`,
    'Freedom of Information Act 2000',
    `1. How many data breaches were recorded from 1 January ${year} to 31 December ${year}?`,
    answer,
    `Yours faithfully, ${authority}`,
    '',
  ].join('\n\n')
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(base, file)), { recursive: true })
  await writeFile(join(base, file), text)
}
