import { brokenPromises, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { box, slidesFile, words } from './small-pptx.ts'

const cell = (text: string, attributes = '') => `<a:tc ${attributes}><a:txBody>${words(text)}</a:txBody></a:tc>`
const row = (...cells: readonly string[]) => `<a:tr>${cells.join('')}</a:tr>`
const number = '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>'

const file = slidesFile([
  {
    shapes: [
      box([words('Parking fines in Amblethorpe')], 'ctrTitle'),
      box([words('How many fines?', number), words('How many were cancelled?', number)]),
      box([words('7')], 'sldNum'),
    ].join(''),
  },
  { attributes: 'show="0"', shapes: box([words('For the council alone')]) },
  {
    shapes: `<p:pic/><p:grpSp>${box([words('In both years:')])}</p:grpSp><p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/>${row(cell('Year'), cell('Fines', 'gridSpan="2"'), cell('', 'hMerge="1"'))}${row(cell('2022'), cell('310'), cell('41'))}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`,
  },
])

describe('a presentation', () => {
  it('gives what stands on its slides in the order in which they are shown', async () => {
    const document = await extract(file, { name: 'slides.pptx' })
    expect(brokenPromises(document)).toEqual([])
    expect(document.text).toBe(
      'Parking fines in Amblethorpe\n\n1. How many fines?\n2. How many were cancelled?\n\nIn both years:\n\nYear\tFines\n2022\t310\t41',
    )
    const table = document.blocks.find(({ kind }) => kind === 'table')
    const cells = table?.kind === 'table' ? table.rows.flatMap((each) => each.cells) : []
    expect(cells.map((each) => [quote(document.text, each), each.columns])).toContainEqual(['Fines', 2])
    expect(document.notes).toMatchObject([
      { code: 'hidden-content', message: expect.stringContaining('(2)') },
      { code: 'picture', message: '1 picture was left out.' },
    ])
  })

  it('gives hidden slides too where they are asked for', async () => {
    const { text } = await extract(file, { name: 'slides.pptx', includeHidden: true })
    expect(text).toContain('For the council alone')
  })

  it('without slides comes to a sentence', async () => {
    await expect(extract(slidesFile([]), { name: 'slides.pptx' })).rejects.toThrow('Cannot read slides.pptx')
  })
})
