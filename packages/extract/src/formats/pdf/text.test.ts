import { brokenPromises, cite, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { type SmallPage, smallPdf, textLines } from './small-pdf.ts'

async function read(...pages: readonly SmallPage[]): Promise<Document> {
  const document = await extract(smallPdf(pages))
  expect(brokenPromises(document)).toEqual([])
  return document
}

function blocks(document: Document): readonly string[] {
  return document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)
}

describe('lines and paragraphs', () => {
  it('puts words into lines and lines into paragraphs parted by white', async () => {
    const document = await read({
      texts: [
        ...textLines(72, 100, [
          'Thank you for your request about parking fines,',
          'which we received on 4 March 2024.',
        ]),
        ...textLines(72, 142, ['We hold this information.']),
      ],
    })
    expect(document.text).toBe(
      'Thank you for your request about parking fines,\nwhich we received on 4 March 2024.\n\nWe hold this information.',
    )
  })

  it('knows the page and the box of every line', async () => {
    const document = await read(
      { texts: [[72, 100, 'On the first page.']] },
      { texts: [[72, 700, 'There were 17 fines.', { size: 12 }]] },
    )
    const start = document.text.indexOf('17 fines')
    const { page, place, quote: words } = cite(document, { start, end: start + 8 })
    expect({ page, words }).toEqual({ page: 2, words: '17 fines' })
    const box = place && 'box' in place ? place.box.map(Math.round) : null
    expect(box?.[0]).toBe(72)
    expect(box?.[1]).toBeGreaterThan(685)
    expect(box?.[3]).toBeLessThan(706)
    expect(document.pages).toBe(2)
  })

  it('puts words shown letter by letter back together', async () => {
    const letters = [...'Fines'].map(
      (letter, index) => [72 + ([0, 6.1, 8.3, 13.9, 19.5][index] ?? 0), 100, letter] as const,
    )
    expect((await read({ texts: letters })).text).toBe('Fines')
  })

  it('keeps a wide gap as a tab, so that a label stays apart from its value', async () => {
    const { text } = await read({
      texts: [
        [72, 100, 'Our ref:'],
        [180, 100, 'FOI 2024/118'],
      ],
    })
    expect(text).toBe('Our ref:\tFOI 2024/118')
  })

  it('never lets the mark of a footnote become a digit of a number', async () => {
    const { text } = await read({
      texts: [
        [72, 100, 'There were 52'],
        [134, 96, '1', { size: 6 }],
        [139, 100, 'fines.'],
      ],
    })
    expect(text).toBe('There were 52¹ fines.')
  })

  it.for([
    ['a little', 97.5],
    ['half a line', 95],
  ] as const)('knows a mark in type of full size that stands %s up', async ([, y]) => {
    const mark = [136, y, '1'] as const
    const { text } = await read({ texts: [[72, 100, 'There were 52'], mark, [145, 100, 'fines.']] })
    expect(text.replace(/\s+/g, ' ')).toBe('There were 52¹ fines.')
  })

  it('keeps a note at the foot and its mark apart, and powers and ordinals as they are', async () => {
    const small = { size: 5 }
    const { text } = await read({
      texts: [
        [72, 100, 'The 1'],
        [99, 96, 'st', { size: 6 }],
        [106, 100, 'of 40 m'],
        [140, 96, '2', { size: 6 }],
        ...[[72, 757, '1', small] as const, [75, 760, 'FOOTNOTE TEXT', { size: 8 }] as const],
        ...[[72, 780, '2', small] as const, [75, 780, 'Second note', { size: 8 }] as const],
      ],
    })
    expect(text).toContain('The 1st of 40 m²')
    expect(text).toContain('¹ FOOTNOTE TEXT')
    expect(text).toContain('2 Second note')
  })

  it('marks what is set in bold', async () => {
    const document = await read({
      texts: [
        [72, 100, 'We hold'],
        [113, 100, '14 records', { bold: true }],
        [168, 100, 'of this.'],
      ],
    })
    expect(document.text).toBe('We hold 14 records of this.')
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['14 records'])
  })

  it('says words printed twice for boldness once', async () => {
    const { text } = await read({
      texts: [
        [72, 100, 'Total 12'],
        [72.4, 100, 'Total 12'],
      ],
    })
    expect(text).toBe('Total 12')
  })

  it('reads words set upwards after the page', async () => {
    const { text } = await read({
      texts: [
        [30, 400, 'Released copy', { turned: 90 }],
        [72, 100, 'Dear requester'],
      ],
    })
    expect(text).toBe('Dear requester\n\nReleased copy')
  })
})

describe('headings and lists', () => {
  it('sees a short bold line as a heading, and a bold answer as none', async () => {
    const document = await read({
      texts: [
        [72, 100, 'Parking fines', { bold: true }],
        ...textLines(72, 116, ['How many fines did you issue in 2023?']),
        [72, 142, 'None known', { bold: true }],
        ...textLines(72, 168, ['We record fines by the day on which they are issued.']),
      ],
    })
    expect(blocks(document).map((block) => block.split(':')[0])).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
    ])
  })

  it('keeps labels of points, and their wrapped lines with them', async () => {
    const document = await read({
      texts: [
        [72, 100, '1.'],
        [90, 100, 'How many fines were issued in each of the last three financial years, and'],
        [90, 113, 'how many were paid?'],
        [90, 132, '(a)'],
        [110, 132, 'by street'],
        [72, 151, '•'],
        [90, 151, 'by month'],
      ],
    })
    const items = document.blocks.flatMap((block) =>
      block.kind === 'item' ? [[block.label ? quote(document.text, block.label) : null, block.level]] : [],
    )
    expect(items).toEqual([
      ['1.', 1],
      ['(a)', 2],
      ['•', 1],
    ])
    expect(document.text).toContain('financial years, and\nhow many were paid?')
  })

  it('does not take a number that begins a wrapped line for a label', async () => {
    const document = await read({
      texts: textLines(72, 100, [
        'The information is exempt because it would identify a living person, under section',
        '40. The council has weighed the rights of that person against the interest of the public.',
      ]),
    })
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
  })
})

describe('pages', () => {
  it('sets heads and feet that come back apart from the letter, and joins the sentence between them', async () => {
    const page = (number: number, texts: SmallPage['texts']): SmallPage => ({
      texts: [[72, 40, 'Anywhere Borough Council'], ...(texts ?? []), [280, 810, `Page ${number} of 2`]],
    })
    const document = await read(
      page(
        1,
        textLines(72, 700, [
          'We searched our records for the period that you asked about and found that no',
          'record of this kind was made for the council or for any of its contractors before',
        ]),
      ),
      page(2, textLines(72, 100, ['the system changed in 2019, when fines moved online.'])),
    )
    expect(blocks(document)).toEqual([
      'furniture: Anywhere Borough Council',
      'paragraph: We searched our records for the period that you asked about and found that no\nrecord of this kind was made for the council or for any of its contractors before\nthe system changed in 2019, when fines moved online.',
      'furniture: Page 1 of 2',
      'furniture: Anywhere Borough Council',
      'furniture: Page 2 of 2',
    ])
  })

  it('reads columns of prose one after the other', async () => {
    const left = [
      'The council issues fines for',
      'parking on yellow lines and',
      'records each one by street',
      'and by the hour of the day',
      'so that wardens can plan',
      'where they walk next month.',
    ]
    const right = [
      'Fines that are paid within two',
      'weeks are halved by the law',
      'and are shown at that amount',
      'in the yearly accounts of the',
      'council, which are open for',
      'anyone to inspect in June.',
    ]
    const { text, blocks: found } = await read({ texts: [...textLines(72, 100, left), ...textLines(300, 100, right)] })
    expect(text).toBe(`${left.join('\n')}\n\n${right.join('\n')}`)
    expect(found.every(({ kind }) => kind !== 'table')).toBe(true)
  })

  it('notes a page without text and reads the others', async () => {
    const document = await read({ texts: [[72, 100, 'Please see overleaf.']] }, {})
    expect(document.notes.map(({ code, place }) => [code, place])).toEqual([
      ['no-text-layer', { kind: 'page', page: 2, box: null }],
    ])
  })

  it('keeps links with the words that carry them', async () => {
    const link =
      '<< /Type /Annot /Subtype /Link /Rect [70 738 200 752] /A << /S /URI /URI (https://www.example.org/log) >> >>'
    const document = await read({ texts: [[72, 100, 'our disclosure log']], annotations: [link] })
    expect(document.links.map((each) => [quote(document.text, each), each.href])).toEqual([
      ['our disclosure log', 'https://www.example.org/log'],
    ])
  })

  it('reads what was typed into a form and is not drawn', async () => {
    const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (count) /V (42 fines) /Rect [150 735 300 752] >>'
    const { text } = await read({ texts: [[72, 103, 'Number issued:']], annotations: [field] })
    expect(text).toBe('Number issued: 42 fines')
  })
})

describe('files that cannot be read', () => {
  it('refuses pages with nothing on them with a sentence', async () => {
    await expect(extract(smallPdf([{}, {}]), { name: 'scan.pdf' })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('scan.pdf: its 2 pages hold no text'),
    })
  })

  it('asks for a password, and opens with the right one', async () => {
    const locked = smallPdf([{ texts: [[72, 100, 'There were 9 fines.']] }], 'open sesame')
    await expect(extract(locked)).rejects.toMatchObject({ code: 'encrypted' })
    await expect(extract(locked, { password: 'wrong' })).rejects.toMatchObject({ code: 'encrypted' })
    expect((await extract(locked, { password: 'open sesame' })).text).toBe('There were 9 fines.')
  })

  it('refuses what only begins like a PDF as damaged', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\nnothing more of it arrived')
    await expect(extract(bytes)).rejects.toMatchObject({ code: 'damaged' })
  })
})
