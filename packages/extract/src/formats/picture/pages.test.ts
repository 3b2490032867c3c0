import { describe, expect, it } from 'vitest'
import { pagesOf } from './pages.ts'

/** Pages of a TIFF: their tags by number, and their strips. */
interface TiffPage {
  readonly tags: Readonly<Record<number, number>>
  readonly strips: readonly Uint8Array[]
}

/** A TIFF as scanners write it: each page's strips, then its list of tags; 282 and 283 are fractions of one. */
function tiffOf(pages: readonly TiffPage[]): Uint8Array {
  let file = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])
  let link = 4
  const put = (bytes: Uint8Array): number => {
    const at = file.length
    file = Buffer.concat([file, bytes, Buffer.alloc(bytes.length % 2)])
    return at
  }
  const longs = (values: readonly number[]) => Buffer.from(Uint32Array.from(values).buffer)
  for (const { tags, strips } of pages) {
    const told: Record<number, readonly number[]> = {
      ...Object.fromEntries(Object.entries(tags).map(([tag, value]) => [tag, [value]])),
      273: strips.map(put),
      279: strips.map(({ length }) => length),
    }
    const entries = Object.entries(told).map(([tag, values]) => {
      const isFraction = tag === '282' || tag === '283'
      const entry = Buffer.alloc(12)
      entry.writeUInt16LE(Number(tag), 0)
      entry.writeUInt16LE(isFraction ? 5 : 4, 2)
      entry.writeUInt32LE(values.length, 4)
      const inPlace = !isFraction && values.length === 1
      entry.writeUInt32LE(inPlace ? (values[0] ?? 0) : put(longs(isFraction ? [values[0] ?? 0, 1] : values)), 8)
      return entry
    })
    const count = Buffer.alloc(2)
    count.writeUInt16LE(entries.length)
    const at = put(Buffer.concat([count, ...entries, Buffer.alloc(4)]))
    file.writeUInt32LE(at, link)
    link = at + 2 + 12 * entries.length
  }
  return file
}

/** Black and white side by side, 32 by 16 dots, as a JPEG in grey. */
const greyJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/wAALCAAQACABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAkI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAAPwDKgqoJViqg/9k=',
  'base64',
)

describe('a TIFF', () => {
  it('of a fax has its lines as far apart as its columns', async () => {
    const row = Buffer.alloc(216, 0xff)
    const page = {
      tags: { 256: 1728, 257: 1078, 258: 1, 259: 1, 262: 1, 277: 1, 278: 1078, 282: 204, 283: 98 },
      strips: [Buffer.concat(Array.from({ length: 1078 }, () => row))],
    }
    const [first, second] = await pagesOf(tiffOf([page, page]), 'image/tiff', 'fax.tif')
    const pictures = [await first?.(), await second?.()]
    for (const picture of pictures) expect((picture?.height ?? 0) / (picture?.width ?? 1)).toBeCloseTo(1.3, 1)
  })

  it('whose strips are grey JPEGs has every row of them', async () => {
    const page = {
      tags: { 256: 32, 257: 32, 258: 8, 259: 7, 262: 1, 277: 1, 278: 16, 282: 200, 283: 200 },
      strips: [greyJpeg, greyJpeg],
    }
    const [make] = await pagesOf(tiffOf([page]), 'image/tiff', 'scan.tif')
    const { width = 0, height = 0, grey = new Uint8Array() } = (await make?.()) ?? {}
    const column = (x: number) => Array.from({ length: height }, (_, y) => grey[y * width + Math.round(x * width)] ?? 0)
    expect(Math.max(...column(0.2))).toBeLessThan(60)
    expect(Math.min(...column(0.8))).toBeGreaterThan(200)
  })
})
