import { brokenPromises, type Document } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, grid, type SmallPage, type SmallText, smallPdf, textLines } from './small-pdf.ts'

async function read(page: SmallPage, includeHidden = false, more: readonly string[] = []): Promise<Document> {
  const document = await extract(smallPdf([page], null, more), { includeHidden })
  expect(brokenPromises(document)).toEqual([])
  return document
}

/** The codes of the notes with the boxes they point at, rounded to tens of points. */
function notesOf({ notes }: Document): readonly unknown[] {
  return notes.map(({ code, place }) => [
    code,
    place && 'box' in place ? place.box?.map((each) => Math.round(each / 10) * 10) : null,
  ])
}

const named: readonly SmallText[] = [
  [72, 100, 'The officer was'],
  [150, 100, 'Somebody'],
  [210, 100, 'of the fines team.'],
]
/** Over the second of them: its letters stand at y = 742, counted from below. */
const over = '145 738 60 14 re f'

describe('text under a box', () => {
  it('is left out and noted with its place, and without its words', async () => {
    const document = await read({ texts: named, after: `0 g ${over}` })
    expect(document.text).toBe('The officer was\tof the fines team.')
    expect(notesOf(document)).toEqual([['text-under-a-box', [150, 90, 200, 100]]])
    expect(JSON.stringify(document)).not.toContain('Somebody')
  })

  it('is read when hidden text is asked for, and noted all the same', async () => {
    const document = await read({ texts: named, after: `0 g ${over}` }, true)
    expect(document.text).toBe('The officer was Somebody of the fines team.')
    expect(document.notes.map(({ code }) => code)).toEqual(['text-under-a-box'])
  })

  it.for([
    ['a white box', `1 g ${over}`],
    ['a line of a broad pen', '0 G 14 w 145 745 m 205 745 l S'],
    ['a box in a form', 'q 1 0 0 1 0 0 cm /Box Do Q'],
    ['a stretched picture of one colour', 'q 60 0 0 14 145 738 cm BI /IM true /W 1 /H 1 /BPC 1 ID \u0000 EI Q'],
  ] as const)('is known under %s', async ([, after]) => {
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 600 850] /Length ${over.length} >>\nstream\n${over}\nendstream`
    const document = await read({ texts: named, after, resources: '/XObject << /Box 7 0 R >>' }, false, [form])
    expect(document.text).toBe('The officer was\tof the fines team.')
  })

  it.for([
    ['a shaded cell below it', { before: `0.8 g ${over}` }],
    ['a dark cell below white words', { before: `0 0 0.4 rg ${over}`, texts: inkedSecond('1 g') }],
    ['a white box below it', { before: `1 g ${over}` }],
    ['a frame around it', { after: '0 g 140 730 80 30 re 142 732 76 26 re f*' }],
    ['a line through it', { after: '0 g 145 744 60 1 re f' }],
    ['a bar below it', { after: '0 g 145 728 60 9 re f' }],
    ['a marker that is seen through', { after: '/See gs 1 1 0 rg 145 738 60 14 re f' }],
    ['a box cut to another place', { after: `q 300 700 50 50 re W n 0 g ${over} Q` }],
    ['a stencil', { after: '/Mask gs' }],
  ] as const)('is no text with %s', async ([, page]) => {
    const resources = '/ExtGState << /See << /ca 0.4 >> /Mask << /SMask << /S /Luminosity /G 7 0 R >> >> >>'
    const mask = `<< /Type /XObject /Subtype /Form /BBox [0 0 600 850] /Group << /S /Transparency /CS /DeviceGray >> /Length ${over.length} >>\nstream\n${over}\nendstream`
    const document = await read({ texts: named, resources, ...page }, false, [mask])
    expect(document.text).toBe('The officer was Somebody of the fines team.')
    expect(document.notes).toEqual([])
  })

  it('keeps the words of a table whose shaded rows were drawn first', async () => {
    const rows = [
      ['Street', 'Fines'],
      ['High Street', '12'],
      ['Mill Lane', '31'],
    ]
    const document = await read({
      texts: cells([76, 204], 100, rows),
      fills: [[72, 86, 208, 20]],
      strokes: grid([72, 200, 280], [86, 106, 126, 146]),
    })
    expect(document.text).toBe(rows.map((row) => row.join('\t')).join('\n'))
    expect(document.notes).toEqual([])
  })

  it('does not count words that are printed again above the box', async () => {
    const document = await read({ texts: named, after: `0 g ${over} 1 g BT /F1 10 Tf 150 742 Td (Somebody) Tj ET` })
    expect(document.text).toBe('The officer was Somebody of the fines team.')
    expect(document.notes).toEqual([])
  })
})

describe('invisible text', () => {
  it.for([
    ['white on white', { texts: inkedSecond('1 g') }],
    ['nearly white on white', { texts: inkedSecond('0.98 g') }],
    ['in no colour', { texts: inkedSecond('3 Tr') }],
    ['black on black', { texts: named, before: `0 g ${over}` }],
    ['outside the page', { texts: [...inkedSecond('1 g').filter((_, index) => index !== 1), [-300, 100, 'Somebody']] }],
  ] as const)('is left out and noted: %s', async ([, page]) => {
    const document = await read({ ...page })
    expect(document.text).toBe('The officer was\tof the fines team.')
    expect(document.notes.map(({ code }) => code)).toEqual(['invisible-text'])
    expect((await read({ ...page }, true)).text).toContain('Somebody')
  })

  it.for([
    [
      'over a picture',
      'q 300 0 0 100 100 700 cm BI /W 8 /H 8 /BPC 8 /CS /G ID ................................................................ EI Q',
    ],
    ['over a dark shape that is no rectangle', '0 g 140 730 m 300 730 l 300 790 l 200 800 l 140 790 l f'],
    ['over a dark bar drawn with a broad pen', '0 G 40 w 100 745 m 400 745 l S'],
  ] as const)('is no white text %s', async ([, before]) => {
    const texts = inkedSecond('1 g')
    expect((await read({ texts, before })).text).toContain('Somebody')
  })

  it('is text in a layer that is switched off', async () => {
    const after = '/OC /Layer BDC BT /F1 10 Tf 72 700 Td (Somebody) Tj ET EMC'
    const page = { texts: named.slice(0, 1), after, resources: '/Properties << /Layer 7 0 R >>' }
    const layer = ['<< /Type /OCG /Name (Notes) >>']
    const file = (state: string) =>
      smallPdf([page], null, layer, `/OCProperties << /OCGs [7 0 R] /D << /${state} [7 0 R] >> >>`)
    const { text, notes } = await extract(file('OFF'))
    expect([text, notes.map(({ code }) => code)]).toEqual(['The officer was', ['invisible-text']])
    expect((await extract(file('ON'))).text).toContain('Somebody')
  })

  it('is no text that is outlined', async () => {
    expect((await read({ texts: inkedSecond('1 g 2 Tr') })).text).toContain('Somebody')
  })
})

describe('a scan with its words recognised', () => {
  const picture =
    'q 595 0 0 842 0 0 cm BI /W 8 /H 8 /BPC 8 /CS /G ID ................................................................ EI Q'
  const lines = textLines(72, 100, ['There were 14 fines in 2023.', 'None was paid late.'])
  const recognised = lines.map(([x, y, text]): SmallText => [x, y, text, { ink: '3 Tr' }])

  it('is read, for it has no other words, and noted', async () => {
    const document = await read({ texts: recognised, before: picture })
    expect(document.text).toBe('There were 14 fines in 2023.\nNone was paid late.')
    expect(document.notes.map(({ code, place }) => [code, place])).toEqual([
      ['recognised-layer', { kind: 'page', page: 1, box: null }],
    ])
  })

  it('keeps back the words that a box covers, drawn before them or after', async () => {
    const box = '0 g 70 734 140 14 re f'
    for (const page of [{ before: `${picture} ${box}` }, { before: picture, after: box }]) {
      const document = await read({ texts: recognised, ...page })
      expect(document.text).toBe('None was paid late.')
      expect(document.notes.map(({ code }) => code)).toEqual(['text-under-a-box', 'recognised-layer'])
    }
  })

  it('is none without a picture', async () => {
    const document = await read({ texts: recognised })
    expect(document.text).toBe('')
    expect(document.notes.map(({ code }) => code)).toEqual(['invisible-text'])
  })
})

function inkedSecond(ink: string): readonly SmallText[] {
  return named.map(([x, y, text], index) => (index === 1 ? [x, y, text, { ink }] : [x, y, text]))
}
