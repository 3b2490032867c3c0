import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, grid, type SmallPage, smallPdf, textLines } from './small-pdf.ts'

async function read(bytes: Uint8Array): Promise<Document> {
  const document = await extract(bytes, { name: 'reply.pdf' })
  expect(brokenPromises(document)).toEqual([])
  return document
}

function codes({ notes }: Document): readonly string[] {
  return notes.map(({ code }) => code)
}

const hello: SmallPage = { texts: [[72, 100, 'There were 9 fines.']] }

describe('turned pages', () => {
  const rows = [
    ['Street', 'Fines'],
    ['High Street', '12'],
    ['Mill Lane', '31'],
  ]
  const edges = { across: [72, 200, 280], down: [86, 106, 126, 146] }
  /** Where x, y of the page as shown lies on the page as written, in points from the bottom left, and its turn. */
  const turns: Readonly<Record<number, (x: number, y: number) => readonly [number, number]>> = {
    90: (x, y) => [y, x],
    180: (x, y) => [595 - x, y],
    270: (x, y) => [595 - y, 842 - x],
  }

  it.for([90, 180, 270])('are read as they are shown, tables too: %s degrees', async (rotate) => {
    const place = turns[rotate] ?? ((x: number, y: number) => [x, y] as const)
    const at = (x: number, y: number) => place(x, y).map(String).join(' ')
    const [cosine, sine] = [
      Math.round(Math.cos((rotate * Math.PI) / 180)),
      Math.round(Math.sin((rotate * Math.PI) / 180)),
    ]
    const words = cells([76, 204], 100, rows).map(
      ([x, y, text]) => `BT /F1 10 Tf ${cosine} ${sine} ${-sine} ${cosine} ${at(x, y)} Tm (${text}) Tj ET`,
    )
    const rules = grid(edges.across, edges.down).map(([x0, y0, x1, y1]) => `${at(x0, y0)} m ${at(x1, y1)} l S`)
    const document = await read(smallPdf([{ rotate, after: [...words, ...rules].join('\n') }]))
    const [table] = document.blocks
    expect(table?.kind).toBe('table')
    expect(document.text).toBe(rows.map((row) => row.join('\t')).join('\n'))
    const [first] = document.places
    const box = first && 'box' in first.place ? first.place.box?.map((each) => Math.round(each)) : null
    expect(box?.slice(0, 2)).toEqual([76, 91])
  })
})

describe('files cut short', () => {
  it('give what can be read, with a note', async () => {
    const whole = smallPdf([hello, { texts: [[72, 100, 'None was paid.']] }])
    const cut = whole.subarray(0, whole.length - 250)
    const document = await read(cut)
    expect(document.text).toContain('There were 9 fines.')
    expect(codes(document)).toContain('truncated')
    expect(codes(await read(whole))).toEqual([])
    const half = await read(whole.subarray(0, Buffer.from(whole).indexOf('None')))
    expect(half.text).toContain('There were 9 fines.')
  })

  it('are refused where no page is left', async () => {
    const start = smallPdf([hello]).subarray(0, 120)
    await expect(extract(start)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('are not those that a mail server added to', async () => {
    const whole = smallPdf([hello])
    const longer = Buffer.concat([whole, Buffer.alloc(4000, '\n-- \nChecked for viruses')])
    expect(codes(await read(new Uint8Array(longer)))).toEqual([])
  })
})

describe('files made to be hard', () => {
  it('reads the pages that a page tree without end has', async () => {
    const whole = Buffer.from(smallPdf([hello])).toString('latin1')
    const round = whole.replace('/Count 1 /Kids [5 0 R]', '/Count 9 /Kids [5 0 R 2 0 R]')
    const document = await read(new Uint8Array(Buffer.from(round, 'latin1')))
    expect(quote(document.text, { start: 0, end: 19 })).toBe('There were 9 fines.')
  })

  it('reads around absurd numbers', async () => {
    const after = [
      '1e30 0 0 1e30 0 0 cm BT /F1 12 Tf 1 1 Td (huge) Tj ET 1e30 1e30 1e30 1e30 re f',
      `BT /F1 1e38 Tf ${'9'.repeat(60)} 0 0 1 0 0 Tm (far) Tj ET`,
      '0 0 0 0 0 0 cm 0 0 10 10 re f',
    ].join('\n')
    const { text } = await read(smallPdf([{ ...hello, after }]))
    expect(text).toContain('There were 9 fines.')
  })

  it.for([[[0, 0]], [[1e9, 1e9]]] as const)('reads pages of the size %s', async ([size]) => {
    expect((await read(smallPdf([hello, { ...hello, size }]))).text).toContain('There were 9 fines.')
  })

  it('reads forms that draw themselves, or stand a hundred deep in each other', async () => {
    const form = (next: number) =>
      `<< /Type /XObject /Subtype /Form /BBox [0 0 600 850] /Resources << /XObject << /X ${next} 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream`
    const page = { ...hello, after: '/X Do', resources: '/XObject << /X 7 0 R >>' }
    expect((await read(smallPdf([page], null, [form(7)]))).text).toBe('There were 9 fines.')
    const deep = Array.from({ length: 100 }, (_, index) => form(8 + index).replace('/X Do /X Do', '/X Do      '))
    expect((await read(smallPdf([page], null, deep))).text).toBe('There were 9 fines.')
  })

  it('reads a string of a megabyte, and a file of a hundred thousand objects', async () => {
    expect((await read(smallPdf([{ texts: [[72, 100, 'w'.repeat(1_000_000)]] }]))).text).toHaveLength(1_000_000)
    const many = Array.from({ length: 100_000 }, (_, index) => `<< /Number ${index} >>`)
    expect((await read(smallPdf([hello], null, many))).text).toBe('There were 9 fines.')
  })
})

describe('files of many pages', () => {
  it('keep heads and feet apart in every sheaf of pages, and join what goes on between two', async () => {
    const pages = Array.from(
      { length: 150 },
      (_, index): SmallPage => ({
        texts: [
          [72, 40, 'Anywhere Borough Council'],
          ...textLines(72, 300 + index, [`Register ${index + 1} begins here.`, 'We hold no more.']),
          [280, 810, `Page ${index + 1} of 150`],
        ],
      }),
    )
    const { blocks, pages: count } = await read(smallPdf(pages))
    expect(count).toBe(150)
    expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(150)
    expect(blocks.filter(({ kind }) => kind === 'furniture')).toHaveLength(300)
  })

  it('count the rows of a table that is too long to be kept', async () => {
    const page = (from: number): SmallPage => ({
      texts: cells(
        [72, 220, 320, 420],
        60,
        Array.from({ length: 45 }, (_, row) => [`Street ${from + row}`, `${row * 7}`, `${row * 3}`, `${from}`]),
        16,
      ),
    })
    const document = await read(smallPdf(Array.from({ length: 130 }, (_, index) => page(45 * index))))
    const [table] = document.blocks
    expect(table).toMatchObject({ kind: 'data_file', rowCount: 45 * 130 })
    expect(codes(document)).toEqual(['data-file'])
  })
})
