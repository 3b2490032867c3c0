import { mkdtempSync } from 'node:fs'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Found, walk } from './walk.ts'

const base = mkdtempSync(join(tmpdir(), 'disclosed-walk-'))

beforeAll(async () => {
  await write('letters/b.txt', 'letters/a/deep/deeper/one.txt', 'letters/a.txt', 'letters/.git/config')
  await write('letters/a.txt.source.json', 'letters/sources.csv', 'letters/node_modules/x.txt', 'other/two.txt')
  await symlink('..', join(base, 'letters/a/up'))
  await symlink(join(base, 'other'), join(base, 'letters/link-1'))
  await symlink(join(base, 'other'), join(base, 'letters/link-2'))
  await symlink('nowhere', join(base, 'letters/broken'))
})
afterAll(() => rm(base, { recursive: true }))

describe('walk', () => {
  it('finds files at any depth, in the order of their names, and says what it leaves out', async () => {
    const found = await all('letters')
    expect(found.filter(({ kind }) => kind === 'file').map(({ path }) => path)).toEqual([
      'letters/a/deep/deeper/one.txt',
      'letters/a.txt',
      'letters/b.txt',
      'letters/link-1/two.txt',
    ])
    expect(found.filter(({ kind }) => kind === 'left_out').map(({ path }) => path)).toEqual([
      'letters/.git',
      'letters/a/up',
      'letters/a.txt.source.json',
      'letters/link-2',
      'letters/node_modules',
      'letters/sources.csv',
    ])
  })

  it('names a link that leads nowhere, and a path that is not there, and goes on', async () => {
    const found = await all('nothing-here', 'letters')
    expect(found.flatMap((each) => (each.kind === 'trouble' ? [each.path] : []))).toEqual([
      'nothing-here',
      'letters/broken',
    ])
    expect(found[0]).toMatchObject({ code: 'ENOENT', message: expect.stringContaining('there is nothing there') })
  })

  it('shows paths as they were typed, and walks what lies in another path once', async () => {
    expect(paths(await all('./other/', 'other/two.txt'))).toEqual(['other/two.txt'])
    expect(paths(await all(join(base, 'other')))).toEqual([join(base, 'other/two.txt')])
    expect(paths(await all('letters/../other/two.txt'))).toEqual(['other/two.txt'])
  })
})

async function all(...typed: string[]): Promise<Found[]> {
  return Array.fromAsync(walk(typed, base))
}

function paths(found: readonly Found[]): readonly string[] {
  return found.map(({ path }) => path)
}

async function write(...files: string[]): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(base, file)), { recursive: true })
    await writeFile(join(base, file), 'x')
  }
}
