import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openReaders } from './readers.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-readers-'))
/** A reader that does what the path says. */
const module = join(folder, 'reader.mjs')
writeFileSync(
  module,
  `process.on('message', ({ source: { path } }) => {
    if (path === 'hangs.txt') for (;;);
    if (path === 'swells.txt') for (const all = [];;) all.push('a b '.repeat(1e6).split(' '));
    if (path === 'dies.txt') process.exit(7);
    process.send({ kind: 'unreadable', code: 'fine', message: path });
  })`,
)
afterAll(() => rm(folder, { recursive: true }))

describe('readers', () => {
  it('end a reader that hangs, swells or dies, name its file, and go on', async () => {
    const readers = openReaders({ jobs: 2, seconds: 2, megabytes: 64, module: pathToFileURL(module) })
    expect(await readers.read(task('first.txt'))).toMatchObject({ code: 'fine' })
    const paths = ['a.txt', 'hangs.txt', 'b.txt', 'swells.txt', 'c.txt', 'dies.txt', 'd.txt', 'e.txt']
    const results = await Promise.all(paths.map((path) => readers.read(task(path))))
    readers.close()
    const codes = results.map((result) => (result.kind === 'unreadable' ? result.code : result.kind))
    expect(codes).toEqual(['fine', 'too-slow', 'fine', 'too-big', 'fine', 'fault', 'fine', 'fine'])
    expect(results[1]).toMatchObject({ message: expect.stringContaining('hangs.txt took longer than 2 seconds') })
    expect(results[3]).toMatchObject({ message: expect.stringContaining('swells.txt') })
    expect(results[5]).toMatchObject({ message: expect.stringContaining('dies.txt') })
  })
})

describe('a reader that hung', () => {
  it('is not asked again', async () => {
    const readers = openReaders({ jobs: 1, seconds: 0.5, module: pathToFileURL(module) })
    expect(await readers.read(task('hangs.txt'))).toMatchObject({ code: 'too-slow' })
    expect(await readers.read(task('next.txt'))).toMatchObject({ code: 'fine' })
    readers.close()
  })
})

function task(path: string) {
  const source = { path, url: null, retrieved: null, authority: null, licence: null, round: null }
  return { absolute: path, source, authorities: null, want: 'reading' } as const
}
