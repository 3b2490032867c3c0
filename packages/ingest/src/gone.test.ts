import { mkdtempSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openStore } from '@disclosed/store'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Gone } from './gone.ts'
import { type IngestOptions, ingest, openReaders } from './index.ts'

let base = ''
const readers = openReaders({ jobs: 1 })
afterAll(() => readers.close())
beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'disclosed-ingest-'))
  for (const [nth, council] of ['Leeds', 'Bristol', 'Derby'].entries()) {
    await write(`letters/${nth}.txt`, letter(council, `We recorded ${nth + 11} data breaches.`))
  }
})
afterEach(() => rm(base, { recursive: true }))

describe('a file that is gone from the folder', () => {
  it('leaves the dataset with its figures, is named, and is read again when it is back', async () => {
    await run()
    expect(links()).toEqual(['letters/0.txt', 'letters/1.txt', 'letters/2.txt'])
    await rename(join(base, 'letters/1.txt'), join(base, 'aside.txt'))
    const gone: Gone[] = []
    expect(await run({ onGone: (each) => gone.push(each) })).toMatchObject({ gone: 1, moved: 0, goneAndKept: 0 })
    expect(gone).toEqual([{ path: 'letters/1.txt', isElsewhere: false, figures: 1 }])
    expect(links()).toEqual(['letters/0.txt', 'letters/2.txt'])
    await rename(join(base, 'aside.txt'), join(base, 'letters/1.txt'))
    expect(await run()).toMatchObject({ read: 1, gone: 0 })
    expect(links()).toEqual(['letters/0.txt', 'letters/1.txt', 'letters/2.txt'])
  })

  it('is no loss where it was moved or renamed: the links lead to where it is now', async () => {
    await run()
    await mkdir(join(base, 'letters/old'))
    for (const nth of [0, 1, 2]) await rename(join(base, `letters/${nth}.txt`), join(base, `letters/old/${nth}.txt`))
    expect(await run()).toMatchObject({ gone: 0, moved: 3, goneAndKept: 0 })
    expect(links()).toEqual(['letters/old/0.txt', 'letters/old/1.txt', 'letters/old/2.txt'])
  })

  it('is kept where most of what was there is gone at once, until somebody says that it is meant', async () => {
    await run()
    for (const nth of [0, 1]) await rm(join(base, `letters/${nth}.txt`))
    expect(await run()).toMatchObject({ gone: 0, goneAndKept: 2 })
    expect(links()).toHaveLength(3)
    expect(await run({ forgetGone: true })).toMatchObject({ gone: 2, goneAndKept: 0 })
    expect(links()).toEqual(['letters/2.txt'])
  })

  it('is kept where the folder itself is not there, and where another folder is read', async () => {
    await run()
    await rename(join(base, 'letters'), join(base, 'away'))
    await write('more/3.txt', letter('Derby', 'We recorded 14 data breaches.'))
    expect(await run({}, ['letters', 'more'])).toMatchObject({ read: 1, gone: 0, goneAndKept: 0 })
    expect(links()).toHaveLength(4)
  })
})

function run(options: Partial<IngestOptions> = {}, paths: readonly string[] = ['letters']) {
  return ingest(paths, { db: join(base, 'disclosed.sqlite'), base, readers, ...options })
}

function links(): readonly unknown[] {
  const store = openStore(join(base, 'disclosed.sqlite'), { readonly: true })
  try {
    const rows = store.select('SELECT link FROM document ORDER BY link') as readonly {
      readonly link: string
    }[]
    return rows.map(({ link }) => link)
  } finally {
    store.close()
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(base, path)), { recursive: true })
  await writeFile(join(base, path), text)
}

function letter(council: string, answer: string): string {
  return `${council} City Council\n\nDear Sir,\n\n1. How many data breaches were recorded in 2019?\n\n${answer}\n`
}
