import { brokenPromises, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, grid, type SmallPage, smallPdf, textLines } from './small-pdf.ts'

async function outline(page: SmallPage, more: readonly string[] = []): Promise<readonly string[]> {
  const document = await extract(smallPdf([page], null, more))
  expect(brokenPromises(document)).toEqual([])
  return document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)
}

const body = [
  'We recorded the fines that were',
  'issued in each of the two years',
  'by the street they were issued in,',
  'as the register of fines has them.',
]
const aside = ['Please note:', 'fines may be', 'paid online.']
const whole = [`paragraph: ${body.join('\n')}`, `paragraph: ${aside.join('\n')}`]

describe('boxes beside running text', () => {
  it('leave its lines whole, and come behind the paragraph beside them', async () => {
    const next = textLines(72, 170, ['Some of them were cancelled later.'])
    const texts = [...textLines(72, 100, body), ...textLines(330, 104, aside), ...next]
    expect(await outline({ texts, strokes: grid([320, 480], [86, 136]) })).toEqual([
      ...whole,
      'paragraph: Some of them were cancelled later.',
    ])
    expect(await outline({ texts, fills: [[320, 86, 160, 50]] })).toHaveLength(3)
  })

  it('stay behind the text of the heading that they begin beside', async () => {
    const texts = [
      [72, 80, 'Parking fines', { size: 16 }] as const,
      ...textLines(72, 100, body),
      ...textLines(330, 90, aside),
    ]
    const [heading, ...rest] = await outline({ texts, strokes: grid([320, 480], [66, 122]) })
    expect(heading).toBe('heading: Parking fines')
    expect(rest).toEqual(whole)
  })

  it('that hold the answers to questions stay on their lines', async () => {
    const texts = cells([72, 400], 100, [
      ['Are the matching figures the same in all of them?', 'P Yes'],
      ['Have all of the key fields been completed in it?', 'No'],
    ])
    const found = await outline({ texts, strokes: grid([390, 480], [86, 126]) })
    expect(found.join('\n')).toContain('in all of them?\tP Yes')
  })

  it('that hold the values of labels stay on their lines', async () => {
    const texts = cells([72, 330], 100, [
      ['Our reference', 'FOI 12 of this year'],
      ['Date of reply', '3 May of this year'],
    ])
    const found = await outline({ texts, strokes: grid([320, 480], [86, 126]) })
    expect(found.join('\n')).toContain('Our reference\tFOI 12')
  })
})

describe('text boxes laid over a page', () => {
  const said = (lines: readonly string[]) =>
    `<< /Type /Annot /Subtype /FreeText /Rect [330 700 480 745] /DA (/Helv 10 Tf) /Contents (${lines.join('\\n')}) >>`
  const drawn = (lines: readonly string[]): readonly string[] => {
    const shown = lines.map((line, index) => `1 0 0 1 4 ${30 - 13 * index} Tm (${line}) Tj`).join(' ')
    const stream = `BT /F1 10 Tf ${shown} ET`
    return [
      '<< /Type /Annot /Subtype /FreeText /Rect [330 700 480 745] /DA (/Helv 10 Tf) /AP << /N 8 0 R >> >>',
      `<< /Type /XObject /Subtype /Form /BBox [0 0 150 45] /Resources << /Font << /F1 3 0 R >> >> /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]
  }
  const texts = textLines(72, 100, body)

  it('leave the lines below them whole', async () => {
    expect(await outline({ texts, annotations: ['7 0 R'] }, drawn(aside))).toEqual(whole)
  })

  it('are read where only viewers draw them', async () => {
    expect(await outline({ texts, annotations: [said(aside)] })).toEqual(whole)
  })

  it('of one line fill in a form', async () => {
    const label = [[72, 111, 'Number of fines:'] as const]
    expect(await outline({ texts: label, annotations: ['7 0 R'] }, drawn(['42 fines']))).toEqual([
      'paragraph: Number of fines:\t42 fines',
    ])
  })
})
