import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { pagesOf, sizeOf } from './pages.ts'

/** Black beside white, 40 by 20 dots. */
async function webp(): Promise<Uint8Array> {
  const context = createCanvas(40, 20).getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, 40, 20)
  context.fillStyle = '#000000'
  context.fillRect(0, 0, 20, 20)
  return context.canvas.encode('webp', 100)
}

/** The same, a row from the bottom up after the other; each dot in three bytes. */
function bmp(width = 40, height = 20): Uint8Array {
  const file = Buffer.alloc(54 + 120 * 20, 0xff)
  file.fill(0, 0, 54)
  file.write('BM')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let row = 0; row < 20; row += 1) file.fill(0, 54 + 120 * row, 54 + 120 * row + 60)
  return file
}

/** The smallest GIF there is: one dot, and white. */
const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64')

describe('pictures of the web and of programs that draw', () => {
  it('say their size before they are unpacked', async () => {
    expect(sizeOf(await webp(), 'image/webp')).toEqual([40, 20])
    expect(sizeOf(bmp(), 'image/bmp')).toEqual([40, 20])
    expect(sizeOf(gif, 'image/gif')).toEqual([1, 1])
    const lossless = Buffer.from('5249464600000000574542505650384c000000002f27c00400000000000000000000', 'hex')
    expect(sizeOf(lossless, 'image/webp')).toEqual([40, 20])
    const large = Buffer.from('524946460000000057454250565038580a00000000000000270000130000000000000000', 'hex')
    expect(sizeOf(large, 'image/webp')).toEqual([40, 20])
  })

  it.for(['image/webp', 'image/bmp'])('are drawn in grey: %s', async (mediaType) => {
    const [make] = await pagesOf(mediaType === 'image/webp' ? await webp() : bmp(), mediaType, 'page')
    const { width = 0, height = 0, grey = new Uint8Array() } = (await make?.()) ?? {}
    const dot = (x: number) => grey[Math.floor(height / 2) * width + Math.round(x * width)] ?? 0
    expect(dot(0.2)).toBeLessThan(40)
    expect(dot(0.8)).toBeGreaterThan(215)
  })

  it('larger than any page are refused before anything is unpacked', async () => {
    await expect(pagesOf(bmp(1_000_000, -1_000_000), 'image/bmp', 'page.bmp')).rejects.toMatchObject({
      code: 'too_large',
    })
  })

  it.for(['image/webp', 'image/bmp', 'image/gif', 'image/jpeg', 'image/png'] as const)(
    'that are cut anywhere give a page or an error, and end no process: %s',
    async (mediaType) => {
      const canvas = createCanvas(40, 20)
      const whole =
        mediaType === 'image/bmp'
          ? bmp()
          : mediaType === 'image/gif'
            ? gif
            : mediaType === 'image/png'
              ? await canvas.encode('png')
              : await canvas.encode(mediaType === 'image/jpeg' ? 'jpeg' : 'webp')
      const said: string[] = []
      for (let end = 0; end < Math.min(whole.length, 800); end += 3)
        for (const make of await pagesOf(whole.slice(0, end), mediaType, 'page'))
          said.push(
            await make().then(
              () => 'drawn',
              () => 'not drawn',
            ),
          )
      expect(said).toContain('not drawn')
    },
  )
})
