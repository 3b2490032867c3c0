import { type Canvas, createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import type { IFD } from 'utif2'
import { UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Picture } from '../../recognition/index.ts'

/** Dots to an inch that recognisers like best. */
const usual = 200
/** The longer side of A4 in inches; nearly all that is sent as a picture is a page of it, or a part of one on a screen. */
const pageInches = 11.69
/** Screens show so many dots to an inch, and scanners make no more than so many. */
const fewest = 96
const most = 600

/** A page that is drawn when it is asked for. */
export type PageMaker = () => Promise<Picture>

/** The pages of a picture file; all but TIFF have one. Throws `UnreadableError`: `damaged`, `too_large`. */
export async function pagesOf(bytes: Uint8Array, mediaType: string, name: string): Promise<readonly PageMaker[]> {
  if (mediaType !== 'image/tiff') {
    refuseLarge(sizeOf(bytes, mediaType), name)
    return [async () => asGrey(await loadImage(Buffer.from(bytes)))]
  }
  const { default: tiff } = await import('utif2')
  const buffer = Buffer.from(bytes)
  const pages = tiff.decode(buffer).filter((page) => dimension(page, 't256') > 0)
  for (const page of pages) refuseLarge([dimension(page, 't256'), dimension(page, 't257')], name)
  return pages.map((page) => async () => {
    if (isGreyJpeg(page)) return asGrey(await jpegStrips(buffer, page), stretchOf(page))
    tiff.decodeImage(buffer, page)
    const picture = asGrey(rgba(tiff.toRGBA8(page), page.width, page.height), stretchOf(page))
    page.data = new Uint8Array()
    return picture
  })
}

function refuseLarge([width, height]: readonly [number, number], name: string): void {
  if (width * height > limits.dots)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${name}: it is a picture of ${width} by ${height} dots, and no more than ${limits.dots / 1e6} million are read.`,
    )
}

/** A number of a page by the number of its tag: 256 and 257 its width and height, 278 how many rows a strip has. */
function dimension(page: IFD, tag: `t${number}`): number {
  return numbers(page, tag)[0] ?? 0
}

function numbers(page: IFD, tag: `t${number}`): readonly number[] {
  const value = (page as Readonly<Record<string, unknown>>)[tag]
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return []
  return Array.from(value as ArrayLike<unknown>, (each) =>
    Array.isArray(each) ? Number(each[0]) / Number(each[1]) : Number(each),
  )
}

/** A fax has half as many dots down the page as across it: by how much it has to be made higher; 1 for all others. */
function stretchOf(page: IFD): number {
  const stretch = dimension(page, 't282') / dimension(page, 't283')
  return stretch > 0.4 && stretch < 2.5 ? stretch : 1
}

/** Scanners write grey pages as strips that are each a JPEG; the library takes every other row of them for colour. */
function isGreyJpeg(page: IFD): boolean {
  return dimension(page, 't259') === 7 && numbers(page, 't258').length === 1 && dimension(page, 't322') === 0
}

async function jpegStrips(file: Buffer, page: IFD): Promise<Canvas> {
  const [starts, lengths] = [numbers(page, 't273'), numbers(page, 't279')]
  const rows = dimension(page, 't278')
  const canvas = createCanvas(dimension(page, 't256'), dimension(page, 't257'))
  const context = canvas.getContext('2d')
  // What all strips share stands once before them, as a JPEG without a picture: its end and their beginning are left out.
  const shared = Buffer.from(numbers(page, 't347').slice(0, -2))
  for (const [index, start] of starts.entries()) {
    const strip = file.subarray(start, start + (lengths[index] ?? 0))
    const whole = shared.length === 0 ? strip : Buffer.concat([shared, strip.subarray(2)])
    refuseLarge(sizeOf(whole, 'image/jpeg'), 'a strip of the picture')
    context.drawImage(await loadImage(whole), 0, index * rows)
  }
  return canvas
}

/** What a file says its size is, before anything of it is unpacked; 0 where it says nothing. */
export function sizeOf(bytes: Uint8Array, mediaType: string): readonly [width: number, height: number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (mediaType === 'image/png') return bytes.length < 24 ? [0, 0] : [view.getUint32(16), view.getUint32(20)]
  const own = sizes[mediaType]
  if (own) return bytes.length < 34 ? [0, 0] : own(view)
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const kind = bytes[at + 1] ?? 0
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
  }
  return [0, 0]
}

const sizes: Readonly<Record<string, (view: DataView) => readonly [number, number]>> = {
  'image/gif': (view) => [view.getUint16(6, true), view.getUint16(8, true)],
  'image/bmp': (view) => [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))],
  'image/webp': (view) => {
    const kind = view.getUint32(12)
    if (kind === webpKinds.large)
      return [1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(26, true) >>> 8)]
    if (kind === webpKinds.lossless) {
      const packed = view.getUint32(21, true)
      return [1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)]
    }
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
  },
}

/** "VP8X" and "VP8L": what the first piece of a WebP is called tells where its size stands. */
const webpKinds = { large: 0x56503858, lossless: 0x5650384c } as const

function rgba(data: Uint8Array, width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(width, height)
  image.data.set(data)
  context.putImageData(image, 0, 0)
  return canvas
}

/** On white, in grey, and as fine as letters of a page are read best. */
function asGrey(image: Image | Canvas, stretch = 1): Picture {
  const high = image.height * stretch
  const told = Math.min(most, Math.max(fewest, Math.max(image.width, high) / pageInches))
  // Made smaller by a dot or two, all letters would only be blurred.
  const dpi = Math.abs(told - usual) < 0.03 * usual ? usual : told
  const [width, height] = [Math.round((image.width * usual) / dpi), Math.round((high * usual) / dpi)]
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(image as Image, 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const grey = new Uint8Array(width * height)
  for (let dot = 0; dot < grey.length; dot += 1) {
    const at = 4 * dot
    grey[dot] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  }
  return { width, height, grey, dpi: usual }
}
