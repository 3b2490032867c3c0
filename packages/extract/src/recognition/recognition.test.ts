import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokenPromises, cite, type Document } from '@disclosed/document'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'
import { type SmallPage, smallPdf } from '../formats/pdf/small-pdf.ts'
import { nativeVersion } from './native.ts'
import { openDrawable } from './rendered.ts'

const words = [
  'Amblethorpe Borough Council',
  'Freedom of Information Act 2000',
  'Thank you for your request, which we received on 14 March 2023.',
  'We issued 1,208 parking fines in 2022, and cancelled 57 of them.',
]

const rows = [
  ['Ward', 'Fines', 'Cancelled'],
  ['Harbour', '310', '7'],
  ['Old Town', '845', '41'],
  ['Moorside', '53', '9'],
]

/** A letter with a ruled table. */
const page: SmallPage = {
  texts: [
    ...words.map((line, index) => [72, 100 + 20 * index, line, { size: 12 }] as const),
    ...rows.flatMap((row, y) => row.map((cell, x) => [80 + 130 * x, 219 + 24 * y, cell, { size: 12 }] as const)),
  ],
  strokes: [
    ...[0, 1, 2, 3, 4].map((y) => [72, 202 + 24 * y, 462, 202 + 24 * y] as const),
    ...[0, 1, 2, 3].map((x) => [72 + 130 * x, 202, 72 + 130 * x, 298] as const),
  ],
}

let folder: string
let scan: Buffer

/** A page drawn with PDFium, turned by some degrees, as the file that a scanner makes. */
async function pictureOf(pages: readonly SmallPage[], degrees = 0, type: 'image/png' | 'image/jpeg' = 'image/png') {
  const drawable = await openDrawable(smallPdf(pages), null)
  const { width, height, grey } = await drawable.picture(1)
  drawable.close()
  const drawn = createCanvas(width, height)
  const image = drawn.getContext('2d').createImageData(width, height)
  for (const [dot, value] of grey.entries()) image.data.set([value, value, value, 255], 4 * dot)
  drawn.getContext('2d').putImageData(image, 0, 0)
  const isOnSide = degrees === 90
  const turned = createCanvas(isOnSide ? height : width, isOnSide ? width : height)
  const context = turned.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, turned.width, turned.height)
  context.translate(turned.width / 2, turned.height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.drawImage(drawn as never, -width / 2, -height / 2)
  return type === 'image/png' ? turned.toBuffer('image/png') : turned.toBuffer('image/jpeg', 85)
}

/** A PDF whose one page is this JPEG, and whatever else stands on the page. */
function scannedPdf(jpeg: Buffer, more: SmallPage = {}, others: readonly SmallPage[] = []): Uint8Array {
  const data = jpeg.toString('hex')
  const number = 5 + 2 * (1 + others.length)
  const image = `<< /Type /XObject /Subtype /Image /Width 1652 /Height 2338 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/ASCIIHexDecode /DCTDecode] /Length ${data.length + 1} >>\nstream\n${data}>\nendstream`
  const before = 'q 595 0 0 842 0 0 cm /Im1 Do Q'
  return smallPdf([{ ...more, before, resources: `/XObject << /Im1 ${number} 0 R >>` }, ...others], null, [image])
}

async function read(bytes: Uint8Array): Promise<Document> {
  const document = await extract(bytes, { name: 'scan', recognition: { folder, beside: 1 } })
  expect(brokenPromises(document)).toEqual([])
  return document
}

function tableOf({ blocks, text }: Document): readonly (readonly string[])[] {
  const table = blocks.find(({ kind }) => kind === 'table')
  return table?.kind === 'table'
    ? table.rows.map(({ cells }) => cells.map((cell) => text.slice(cell.start, cell.end)))
    : []
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-recognition-'))
  scan = await pictureOf([page], 1.4, 'image/jpeg')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a scanned page', () => {
  it('becomes words with their boxes and chances, and its table a grid', async () => {
    const seen: string[] = []
    const options = {
      folder,
      beside: 1,
      onPage: ({ done, of }: { done: number; of: number }) => seen.push(`${done}/${of}`),
    }
    const document = await extract(scannedPdf(scan, {}, [{ texts: [[72, 100, 'A page with good text.']] }]), {
      name: 'scan.pdf',
      recognition: options,
    })
    for (const line of words) expect(document.text).toContain(line)
    expect(document.text).toContain('A page with good text.')
    expect(tableOf(document)).toEqual(rows)
    expect(document).toMatchObject({ ocr: true, pages: 2 })
    expect(document.notes.map(({ code }) => code)).toEqual(['recognised'])
    expect(seen).toEqual(['1/1'])
    const start = document.text.indexOf('1,208')
    const { page: at, place, ocr } = cite(document, { start, end: start + 5 })
    expect(at).toBe(1)
    expect(ocr).toBeGreaterThan(0.6)
    // The page was turned around its middle: the words stand a little lower than they were set.
    const [left = 0, top = 0, right = 0, bottom = 0] = place && 'box' in place ? place.box : []
    expect(left).toBeGreaterThan(125)
    expect(right).toBeLessThan(175)
    expect(top).toBeGreaterThan(140)
    expect(bottom).toBeLessThan(175)
    const good = document.text.indexOf('good')
    expect(cite(document, { start: good, end: good + 4 }).ocr).toBeNull()
  }, 90_000)

  it('is kept, so that nobody waits for it twice; what was kept by halves is recognised again', async () => {
    const document = await read(scannedPdf(scan))
    const kept = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json.gz'))
    expect(kept).toHaveLength(1)
    const started = performance.now()
    expect(await read(scannedPdf(scan))).toEqual(document)
    expect(performance.now() - started).toBeLessThan(5_000)
    writeFileSync(join(folder, kept[0] ?? ''), 'half of')
    expect(await read(scannedPdf(scan))).toEqual(document)
  }, 90_000)

  it('is read as a picture file too, and on its side', async () => {
    const document = await read(await pictureOf([page], 90))
    expect(document).toMatchObject({ mediaType: 'image/png', pages: 1, ocr: true })
    expect(document.text).toContain(words[3])
    expect(tableOf(document)).toEqual(rows)
  }, 120_000)
})

/** A page whose words are set, and below them a picture that was pasted in: half as large as the page that it shows. */
function withPicture(jpeg: Buffer, texts: SmallPage['texts'] = []): Uint8Array {
  const data = jpeg.toString('hex')
  const image = `<< /Type /XObject /Subtype /Image /Width 1652 /Height 2338 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/ASCIIHexDecode /DCTDecode] /Length ${data.length + 1} >>\nstream\n${data}>\nendstream`
  const before = 'q 476 0 0 674 60 30 cm /Im1 Do Q'
  return smallPdf([{ texts, before, resources: '/XObject << /Im1 7 0 R >>' }], null, [image])
}

describe('a picture on a page with good text', () => {
  const texts: SmallPage['texts'] = [
    [72, 60, 'Thank you for your request of 14 March 2023.'],
    [72, 80, 'The table that you asked for is below.'],
    [72, 100, 'Yours sincerely, the Information Team'],
  ]

  it('is read where it shows a table, and the words around it stay as they are', async () => {
    const table = await pictureOf(
      [{ texts: page.texts?.slice(words.length) ?? [], strokes: page.strokes ?? [] }],
      0,
      'image/jpeg',
    )
    const document = await read(withPicture(table, texts))
    expect(tableOf(document)).toEqual(rows)
    expect(document.text).toContain('The table that you asked for is below.')
    const cell = document.text.indexOf('845')
    expect(cite(document, { start: cell, end: cell + 3 }).ocr).toBeGreaterThan(0.5)
    const set = document.text.indexOf('14 March')
    expect(cite(document, { start: set, end: set + 8 }).ocr).toBeNull()
    expect(document.notes).toEqual([expect.objectContaining({ code: 'recognised' })])
  }, 90_000)

  it('is left alone where it is a photograph, or the ground on which the words of the page stand', async () => {
    const canvas = createCanvas(1652, 2338)
    const context = canvas.getContext('2d')
    for (let y = 0; y < 2338; y += 8) {
      context.fillStyle = `hsl(${(y * 7) % 360} 60% ${20 + ((y * 13) % 60)}%)`
      context.fillRect(0, y, 1652, 8)
    }
    const photograph = await read(withPicture(canvas.toBuffer('image/jpeg', 80), texts))
    expect(photograph).toMatchObject({ ocr: false, notes: [] })
    const form = await read(
      withPicture(
        await pictureOf([page], 0, 'image/jpeg'),
        Array.from({ length: 30 }, (_, index) => [80, 200 + 20 * index, `Line ${index} of the letter itself`] as const),
      ),
    )
    expect(form).toMatchObject({ ocr: false, notes: [] })
  }, 90_000)
})

describe('the same page', () => {
  it.for(['jpeg', 'jpeg2000', 'ccitt', 'jbig2'])(
    'gives its words and figures packed as %s',
    { timeout: 240_000 },
    async (packing) => {
      const [letter, scanned] = await Promise.all(
        ['letter', `scan-${packing}`].map(async (name) =>
          read(readFileSync(new URL(`one-page/${name}.pdf`, import.meta.url))),
        ),
      )
      const wordsOf = (document: Document | undefined) => document?.text.split(/\s+/) ?? []
      const found = new Set(wordsOf(scanned))
      const missing = wordsOf(letter).filter((word) => !found.has(word))
      expect(missing.length, missing.join(' ')).toBeLessThanOrEqual(2)
      expect(scanned?.ocr).toBe(true)
    },
  )
})

describe('recognisers', () => {
  it('are the one of the machine where there is one, else the one that comes with us', async () => {
    const { engineHere, engineId } = await import('./engine.ts')
    const version = await nativeVersion()
    expect(await engineHere()).toBe(version === null ? 'npm' : 'native')
    expect(await engineId('npm')).toBe('tesseract.js 7.0.0')
    expect(await engineId(await engineHere())).toContain(version ?? 'tesseract.js')
  })

  it('that take too long or die leave a sentence, and the next page is read', async () => {
    const { Recognisers, Unrecognised } = await import('./recognisers.ts')
    const picture = { width: 200, height: 40, dpi: 200, grey: new Uint8Array(8000).fill(255) }
    const hasty = new Recognisers({ engine: 'npm', folder, count: 1, seconds: 0.05 })
    await expect(hasty.recognise(picture)).rejects.toThrow('took longer than 0.05 seconds')
    await expect(hasty.recognise(picture)).rejects.toThrow(Unrecognised)
    const file = join(folder, 'no-folder')
    writeFileSync(file, '')
    const odd = new Recognisers({ engine: 'native', folder: file, count: 1, seconds: 20 })
    await expect(odd.recognise(picture)).rejects.toThrow('could not be recognised')
    odd.close()
  }, 60_000)
})
