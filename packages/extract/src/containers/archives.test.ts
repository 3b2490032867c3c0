import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { originalsIn } from '../parts.ts'

/** A file of a TAR: its head of 512 bytes, and what it holds in pieces of as many. */
function tarred(name: string, words: string, link = ''): Buffer {
  const head = Buffer.alloc(512)
  head.write(name)
  head.write('0000644\0', 100)
  head.write(`${words.length.toString(8).padStart(11, '0')}\0`, 124)
  head.write('00000000000\0', 136)
  head.write('        ', 148)
  head.write(link === '' ? '0' : '2', 156)
  head.write(link, 157)
  head.write('ustar\x0000', 257)
  head.write(
    `${head
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  )
  return Buffer.concat([head, Buffer.from(words), Buffer.alloc((512 - (words.length % 512)) % 512)])
}

const tar = (...files: readonly Buffer[]) => Buffer.concat([...files, Buffer.alloc(1024)])
/** The word "Held" and its end of line as a.txt, packed by 7-Zip. */
const sevenZip = Buffer.from(
  'N3q8ryccAASHYKmOCQAAAAAAAABSAAAAAAAAAHpuB+ABAARIZWxkCgABBAYAAQkJAAcLAQABISEBAAwFAAgKAV2W0AIAAAUBGQwAAAAAAAAAAAAAAAARDQBhAC4AdAB4AHQAAAAUCgEA9uQLuRGB3QEVBgEAIICkgQAA',
  'base64',
)

async function all(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const each of originalsIn(bytes, { name }))
    found.push(
      each.kind === 'lost'
        ? `${each.part}: ${each.error.code}: ${each.error.message}`
        : `${each.part}: ${Buffer.from(each.bytes).toString().trim()}`,
    )
  return found
}

describe('archives other than ZIP', () => {
  it('give the files in them: TAR, compressed or not, and 7-Zip', async () => {
    const files = tar(tarred('2022/a.txt', 'Two'), tarred('b.txt', 'None'))
    expect(await all(files, 'a.tar')).toEqual(['2022/a.txt: Two', 'b.txt: None'])
    expect(await all(gzipSync(files), 'a.tar.gz')).toEqual(['contents/2022/a.txt: Two', 'contents/b.txt: None'])
    expect(await all(gzipSync('Held'), 'a.txt.gz')).toEqual(['contents: Held'])
    expect(await all(sevenZip, 'a.7z')).toEqual(['a.txt: Held'])
  })

  it('with names that lead elsewhere give labels that lead nowhere, and follow no links', async () => {
    const found = await all(
      tar(
        tarred('../../etc/up.txt', 'a'),
        tarred('/root/keys.txt', 'b'),
        tarred('C:\\Windows\\c.txt', 'c'),
        tarred('link', '', '/etc/passwd'),
      ),
      'a.tar',
    )
    expect(found.slice(0, 3)).toEqual(['etc/up.txt: a', 'root/keys.txt: b', 'Windows/c.txt: c'])
    expect(found[3]).toMatch(/^link: unsupported: .*links are not followed/)
  })

  it('of zeros are stopped before they fill the machine', async () => {
    const zeros = gzipSync(Buffer.alloc(60 * 1024 * 1024))
    expect(await all(zeros, 'a.gz')).toEqual([expect.stringMatching(/^null: too_large: Cannot open a\.gz/)])
    const files = tar(...Array.from({ length: 4 }, (_, at) => tarred(`${at}.txt`, ' '.repeat(5 * 1024 * 1024))))
    expect((await all(gzipSync(files), 'a.tar.gz')).at(-1)).toContain('too_large')
  })

  it('that are cut give what stands before the cut, and say so', async () => {
    const files = tar(tarred('a.txt', 'Two'), tarred('b.txt', 'None '.repeat(500)))
    const cut = await all(files.subarray(0, 1800), 'a.tar')
    expect(cut[0]).toBe('a.txt: Two')
    expect(cut.at(-1)).toMatch(/damaged: Cannot unfold/)
    for await (const each of originalsIn(gzipSync('Held '.repeat(99)).subarray(0, 24), { name: 'a.gz' }))
      expect(each.kind === 'original' && each.notes.map(({ code }) => code)).toEqual(['truncated'])
    expect(await all(sevenZip.subarray(0, 40), 'a.7z')).toEqual([expect.stringMatching(/^null: damaged: Cannot/)])
  })
})
