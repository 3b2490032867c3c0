import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Neighbourhood } from './surroundings.ts'

const base = mkdtempSync(join(tmpdir(), 'disclosed-beside-'))
const list = 'id,official_name\nmossford,Mossford Borough Council (invented)\n'

beforeAll(async () => {
  await write('authorities.csv', list)
  await write('deep/down/a.txt', 'a')
  await write('deep/down/b.txt', 'b')
  await write('deep/down/a.txt.source.json', '{ "round": "second" }')
  await write('deep/down/sources.csv', 'file,round,url\na.txt,first,https://example.org/a\ngone.txt,first,\n')
})
afterAll(() => rm(base, { recursive: true }))

describe('what stands beside a letter', () => {
  it('is told by its sidecar, then by the table of its folder, and by the nearest list of authorities', async () => {
    const { troubles, of } = neighbourhood()
    const { source, authorities } = await of('deep/down/a.txt')
    expect(source).toMatchObject({ path: 'deep/down/a.txt', round: 'second', url: 'https://example.org/a' })
    expect(authorities).toBe(list)
    expect(troubles).toEqual([
      'Cannot use all of deep/down/sources.csv: line 3 tells about gone.txt, which is not in or below its folder.',
    ])
  })

  it('is told by a table above the folder, where none nearer names it', async () => {
    await write('years/sources.csv', 'file,authority,round\n2019/a.txt,mossford,above\n2019/b.txt,mossford,above\n')
    await write('years/2019/sources.csv', 'file,round\nb.txt,near\n')
    await write('years/2019/a.txt', 'a')
    await write('years/2019/b.txt', 'b')
    const { troubles, of } = neighbourhood()
    expect((await of('years/2019/a.txt')).source).toMatchObject({ authority: 'mossford', round: 'above' })
    expect((await of('years/2019/b.txt')).source).toMatchObject({ authority: null, round: 'near' })
    expect(troubles).toEqual([])
  })

  it('has a fingerprint that changes when it does, and not with the name of the letter', async () => {
    const before = await neighbourhood().of('deep/down/b.txt')
    await write('deep/down/c.txt', 'c')
    expect((await neighbourhood().of('deep/down/c.txt')).fingerprint).toBe(before.fingerprint)
    await write('deep/down/b.txt.source.json', '{ "authority": "mossford" }')
    expect((await neighbourhood().of('deep/down/b.txt')).fingerprint).not.toBe(before.fingerprint)
  })

  it('says why a list of authorities cannot be used', async () => {
    await write('other/authorities.csv', 'name;town\nMossford;Mossford\n')
    const { troubles, of } = neighbourhood()
    expect((await of('other/x.txt')).authorities).toBe(list)
    expect(troubles[0]).toContain('its first line names no columns id and official_name')
  })
})

function neighbourhood() {
  const troubles: string[] = []
  const beside = new Neighbourhood(({ message }) => troubles.push(message))
  return { troubles, of: (path: string) => beside.of(path, join(base, path)) }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(base, file)), { recursive: true })
  await writeFile(join(base, file), text)
}
