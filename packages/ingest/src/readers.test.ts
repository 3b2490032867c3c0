import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openReaders, type Readers } from './readers.ts'
import type { Unreadable } from './reading-task.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-readers-'))
/** A reader that does what the path says. */
const module = join(folder, 'reader.mjs')
writeFileSync(
  module,
  `process.on('message', async ({ source: { path }, from }) => {
    for (const [nth, part] of [[1, path], [2, 'after it']]) {
      if (nth <= from) continue
      process.send({ kind: 'begins', nth, part, name: part })
      if (part === 'hangs.txt') for (;;);
      if (part === 'swells.txt') for (const all = [];;) all.push('a b '.repeat(1e6).split(' '))
      if (part === 'dies.txt') process.exit(7)
      process.send({ kind: 'came', result: { kind: 'unreadable', part, sha256: null, code: 'fine', message: part } })
    }
    process.send({ kind: 'done' })
  })`,
)
/** A reader under the guard that every reader has: it fills memory beside the heap, or loops and says under which number. */
const guarded = join(folder, 'guarded.mjs')
writeFileSync(
  guarded,
  `import { writeFileSync } from 'node:fs'
  import { Worker } from 'node:worker_threads'
  const guard = new URL(${JSON.stringify(new URL('./reader-guard.ts', import.meta.url).href)})
  new Worker(guard, { workerData: { parent: process.ppid, megabytes: Number(process.argv[2]) } })
  process.on('message', ({ source: { path } }) => {
    if (path === 'swells.txt') for (const all = [];;) all.push(Buffer.alloc(1e7, 1))
    writeFileSync(path, String(process.pid))
    for (;;);
  })`,
)
afterAll(() => rm(folder, { recursive: true }))

describe('readers', () => {
  it('end a reader that hangs, swells or dies, name its file, and go on', async () => {
    const readers = openReaders({ jobs: 2, seconds: 6, megabytes: 64, module: pathToFileURL(module) })
    const paths = ['a.txt', 'hangs.txt', 'b.txt', 'swells.txt', 'c.txt', 'dies.txt', 'd.txt', 'e.txt']
    const results = await Promise.all(paths.map((path) => read(readers, path)))
    readers.close()
    const codes = results.map((came) => came.map(({ code }) => code))
    const fine = ['fine', 'fine']
    expect(codes).toEqual([fine, ['too-slow', 'fine'], fine, ['too-big', 'fine'], fine, ['fault', 'fine'], fine, fine])
    expect(results[1]?.[0]?.message).toContain('hangs.txt took longer than 6 seconds')
    expect(results[3]?.[0]?.message).toContain('swells.txt')
    expect(results[5]?.[0]?.message).toContain('dies.txt')
  })

  it('give up a file that they cannot even begin, and bytes that no heap counts', async () => {
    const readers = openReaders({ jobs: 1, seconds: 5, megabytes: 128, module: pathToFileURL(guarded) })
    expect(await read(readers, 'swells.txt')).toMatchObject([{ code: 'too-big', part: null }])
    readers.close()
  })

  it('do not outlive whoever started them, even in an endless loop', async () => {
    const script = join(folder, 'starter.mjs')
    const number = join(folder, 'number.txt')
    writeFileSync(
      script,
      `import { openReaders } from ${JSON.stringify(new URL('./readers.ts', import.meta.url).href)}
      const source = { path: ${JSON.stringify(number)} }
      openReaders({ jobs: 1, module: new URL(${JSON.stringify(pathToFileURL(guarded).href)}) }).read({ source }, () => {})`,
    )
    const starter = spawn(process.execPath, [script], { stdio: 'inherit' })
    const reader = await vi.waitFor(() => Number(readFileSync(number, 'utf8') || Number.NaN), { timeout: 5000 })
    expect(isRunning(reader)).toBe(true)
    starter.kill('SIGKILL')
    await vi.waitFor(() => expect(isRunning(reader)).toBe(false), { timeout: 5000, interval: 100 })
  })
})

async function read(readers: Readers, path: string): Promise<readonly Unreadable[]> {
  const source = { path, url: null, retrieved: null, authority: null, licence: null, round: null }
  const came: Unreadable[] = []
  await readers.read({ absolute: path, source, authorities: null, want: 'reading' }, (result) => {
    if (result.kind === 'unreadable') came.push(result)
  })
  return came
}

/** One that has ended and that nobody has asked after is a zombie, and runs no more. */
function isRunning(number: number): boolean {
  try {
    process.kill(number, 0)
    return !/\) Z /.test(existsSync('/proc') ? readFileSync(`/proc/${number}/stat`, 'utf8') : '')
  } catch {
    return false
  }
}
