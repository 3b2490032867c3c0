import { brokenPromises } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { odfFile } from '../odf/small-odf.ts'

const box = (words: string, kind = '') =>
  `<draw:frame ${kind && `presentation:class="${kind}"`}><draw:text-box>${words}</draw:text-box></draw:frame>`
const row = (...cells: readonly string[]) =>
  `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`

const file = odfFile({
  kind: 'presentation',
  styles:
    '<style:style style:name="dp2" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
  body: `<draw:page draw:style-name="dp1">${box('<text:p>Parking fines in Amblethorpe</text:p>', 'title')}${box('<text:p>In both years:</text:p>')}<draw:frame><table:table>${row('Year', 'Fines')}${row('2022', '310')}</table:table></draw:frame><presentation:notes>${box('<text:p>Speak slowly</text:p>')}</presentation:notes></draw:page><draw:page draw:style-name="dp2">${box('<text:p>For the council alone</text:p>')}</draw:page>`,
})

describe('an OpenDocument presentation', () => {
  it('gives what stands on its slides, and tells of hidden ones', async () => {
    const document = await extract(file, { name: 'slides.odp' })
    expect(brokenPromises(document)).toEqual([])
    expect(document.mediaType).toBe('application/vnd.oasis.opendocument.presentation')
    expect(document.text).toBe('Parking fines in Amblethorpe\n\nIn both years:\n\nYear\tFines\n2022\t310')
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table'])
    expect(document.notes).toMatchObject([{ code: 'hidden-content', message: expect.stringContaining('(2)') }])
  })

  it('gives hidden slides too where they are asked for', async () => {
    expect((await extract(file, { includeHidden: true })).text).toContain('For the council alone')
  })
})
