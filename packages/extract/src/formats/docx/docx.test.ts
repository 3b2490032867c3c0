import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cell, names, paragraph, point, run, wordFile } from './small-docx.ts'

async function read(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Document> {
  const document = await extract(wordFile(body, parts))
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)

describe('Word files', () => {
  it('prints the numbers of lists as Word does, through the answers between', async () => {
    const document = await read(
      point('How many?', 0) +
        paragraph(run('Two', '<w:b/>')) +
        point('In which year?', 1) +
        point('spring', 2) +
        point('autumn', 2) +
        point('Where?', 0) +
        point('When?', 1) +
        point('Anew', 0, 2) +
        point('laptop', 0, 3) +
        point('phone', 1, 3),
    )
    expect(document.text).toBe(
      '1. How many?\n\nTwo\n\n1.1 In which year?\n(a) spring\n(b) autumn\n2. Where?\n2.1 When?\n5. Anew\n• laptop\nI) phone',
    )
    expect(document.blocks[0]).toMatchObject({ kind: 'item', level: 1, label: { start: 0, end: 2 } })
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['Two'])
  })

  it('keeps the words of page heads and feet as furniture', async () => {
    const document = await read(
      `${paragraph('Dear all')}<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>`,
      {
        'word/header1.xml': `<w:hdr ${names}>${paragraph('Anytown Council')}${paragraph(`${run('Our ref:')}<w:r><w:tab/></w:r>${run('FOI 12')}`)}</w:hdr>`,
        'word/footer1.xml': `<w:ftr ${names}>${paragraph('foi@anytown.example')}</w:ftr>`,
      },
    )
    expect(outline(document)).toEqual([
      'furniture: Anytown Council\nOur ref:\tFOI 12',
      'paragraph: Dear all',
      'furniture: foi@anytown.example',
    ])
  })

  it('reads fields, content controls and tracked changes as Word shows them at the end', async () => {
    const document = await read(
      paragraph(`${run('Sent ')}<w:fldSimple w:instr=" DATE ">${run('3 May 2023')}</w:fldSimple>`) +
        `<w:sdt><w:sdtContent>${paragraph('None held')}</w:sdtContent></w:sdt>` +
        paragraph(`<w:del>${run('7')}</w:del><w:ins>${run('8')}</w:ins><w:moveFrom>${run('x')}</w:moveFrom>`) +
        paragraph(`${run('seen')}${run('unseen', '<w:vanish/>')}`),
    )
    expect(document.text).toBe('Sent 3 May 2023\n\nNone held\n\n8\n\nseen')
    expect(document.notes.map(({ code }) => code)).toEqual(['tracked-changes', 'hidden-content'])
  })

  it('never lets deleted words into the text, wherever they stood', async () => {
    const gone = `<w:del>${run('7').replace(/w:t\b/g, 'w:delText')}</w:del><w:moveFrom>${run('moved')}</w:moveFrom>`
    const document = await read(
      `${paragraph(`${run('How many were lost? ')}${gone}<w:r><w:footnoteReference w:id="2"/></w:r>`)}${paragraph(gone)}<w:sectPr><w:headerReference r:id="h"/></w:sectPr>`,
      {
        'word/header1.xml': `<w:hdr ${names}>${paragraph(`${run('Anytown')}${gone}`)}</w:hdr>`,
        'word/footnotes.xml': `<w:footnotes ${names}><w:footnote w:id="2">${paragraph(`${run('as at 31 March')}${gone}`)}</w:footnote></w:footnotes>`,
      },
    )
    expect(document.text).toBe('Anytown\n\nHow many were lost? ¹\n\n¹ as at 31 March')
    const [note] = document.notes
    expect(note?.message).toBe(
      '4 tracked changes in 2 paragraphs were read as if accepted; what was deleted is still in the file.',
    )
    expect(note?.span && quote(document.text, note.span)).toBe('How many were lost?')
  })

  it('leaves out words that cannot be seen, and says where, unless they are asked for', async () => {
    const white = '<w:color w:val="FFFFFF"/>'
    const body =
      paragraph(`${run('Two were lost.')}${run(' A Name', white)}`) +
      paragraph('by style', '<w:pStyle w:val="Unseen"/>') +
      paragraph(run('on a dark ground', white), '<w:shd w:val="clear" w:fill="1F3864"/>') +
      `<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tblGrid/><w:tr>${cell(run('Year', white))}${cell(run('Lost', `${white}<w:vanish/>`))}</w:tr></w:tbl>`
    const parts = {
      'word/styles.xml': `<w:styles ${names}><w:style w:type="paragraph" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
    }
    const document = await read(body, parts)
    expect(document.text).toBe('Two were lost.\n\non a dark ground\n\nYear\t')
    expect(document.notes.map(({ code, message }) => [code, message])).toEqual([
      ['hidden-content', '2 stretches of hidden text in 2 paragraphs were left out.'],
      ['white-text', '1 stretches of white text on white in one paragraph were left out.'],
    ])
    const place = document.notes[1]?.span
    expect(place && quote(document.text, place)).toBe('Two were lost.')
    const whole = await extract(wordFile(body, parts), { includeHidden: true })
    expect(whole.text).toBe('Two were lost. A Name\n\nby style\n\non a dark ground\n\nYear\tLost')
    expect(whole.notes.map(({ message }) => message).join()).toContain('were read too, as was asked')
  })

  it('leaves comments and the properties of the file out of the text', async () => {
    const document = await read(paragraph(`${run('None held.')}<w:r><w:commentReference w:id="0"/></w:r>`), {
      'word/comments.xml': `<w:comments ${names}><w:comment w:id="0" w:author="A">${paragraph('check with legal')}</w:comment></w:comments>`,
      'docProps/core.xml': '<coreProperties><title>Draft for the leader</title></coreProperties>',
    })
    expect(document.text).toBe('None held.')
    expect(document.notes).toMatchObject([{ code: 'comments', span: { start: 0, end: 10 } }])
  })

  it('reads a text box that is written twice once, and counts its numbers once', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:pict><v:shape><v:textbox><w:txbxContent>${point('How many?', 0)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${point('How many?', 0)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const document = await read(paragraph(`${run('Questions')}${box}`) + point('Where?', 0))
    expect(document.text).toBe('Questions\n\n1. How many?\n2. Where?')
  })

  describe('text boxes', () => {
    const old = (words: string) =>
      `<w:pict><v:shape><v:textbox><w:txbxContent>${words}</w:txbxContent></v:textbox></v:shape></w:pict>`
    const shape = (words: string) => `<wps:wsp><wps:txbx><w:txbxContent>${words}</w:txbxContent></wps:txbx></wps:wsp>`
    const drawing = (...shapes: readonly string[]) =>
      `<w:drawing><wp:anchor><a:graphic><a:graphicData>${shapes.join('')}</a:graphicData></a:graphic></wp:anchor></w:drawing>`
    const twoWays = (now: string, then: string) =>
      `<mc:AlternateContent><mc:Choice>${now}</mc:Choice>${then}</mc:AlternateContent>`
    const boxed = paragraph('Boxed words.')

    it.for([
      ['in the old way', old(boxed)],
      ['in the new way', drawing(shape(boxed))],
      ['in the new way, as an alternative to nothing', twoWays(drawing(shape(boxed)), '')],
      ['in both ways', twoWays(drawing(shape(boxed)), `<mc:Fallback>${old(boxed)}</mc:Fallback>`)],
      [
        'beside a picture',
        twoWays(drawing(shape(boxed)), '<mc:Fallback><w:pict><v:imagedata/></w:pict></mc:Fallback>'),
      ],
    ] as const)('stand once behind the paragraph of their anchor: %s', async ([, box]) => {
      const anchor = paragraph(`${run('Two were ')}<w:r>${box}</w:r>${run('lost.')}`)
      const document = await read(`${paragraph('Dear all')}${anchor}${paragraph('Yours')}`)
      expect(outline(document)).toEqual([
        'paragraph: Dear all',
        'paragraph: Two were lost.',
        'paragraph: Boxed words.',
        'paragraph: Yours',
      ])
    })

    it('are kept in order where they are grouped, hold a table, or stand in each other', async () => {
      const table = `<w:tbl><w:tblGrid/><w:tr>${cell('Year')}${cell('Lost')}</w:tr><w:tr>${cell('2023')}${cell('4')}</w:tr></w:tbl>`
      const inner = paragraph(`${run('outer')}<w:r>${drawing(shape(paragraph('inner')))}</w:r>`)
      const document = await read(
        paragraph(`<w:r>${drawing(shape(boxed), shape(table), shape(inner))}</w:r>${run('Dear all')}`),
      )
      expect(outline(document)).toEqual([
        'paragraph: Dear all',
        'paragraph: Boxed words.',
        'table: Year\tLost\n2023\t4',
        'paragraph: outer',
        'paragraph: inner',
      ])
    })
  })

  it('reads the words of a table within a cell once, where they stand', async () => {
    const inner = `<w:tbl><w:tblGrid/><w:tr>${cell('2022')}${cell('7')}</w:tr></w:tbl>`
    const document = await read(
      `<w:tbl><w:tblGrid/><w:tr>${cell('Question')}${cell('Answer')}</w:tr><w:tr>${cell('How many?')}<w:tc>${paragraph('See below:')}${inner}${paragraph('As at March.')}</w:tc></w:tr></w:tbl>`,
    )
    expect(document.text).toBe('Question\tAnswer\nHow many?\tSee below: 2022 7 As at March.')
  })

  it('gives a table of figures within a cell a place of its own after its row', async () => {
    const years = ['2022', '2023'].map((year) => `<w:tr>${cell(year)}${cell('7')}</w:tr>`).join('')
    const document = await read(
      `<w:tbl><w:tblGrid/><w:tr>${cell('How many?')}<w:tc>${paragraph('Fines are counted by calendar year:')}<w:tbl><w:tblGrid/>${years}</w:tbl>${paragraph('')}</w:tc></w:tr><w:tr>${cell('Where?')}${cell('In car parks.')}</w:tr></w:tbl>`,
    )
    expect(outline(document)).toEqual([
      'table: How many?\tFines are counted by calendar year:',
      'table: 2022\t7\n2023\t7',
      'table: Where?\tIn car parks.',
    ])
  })

  it('reads tables with merged cells and head rows', async () => {
    const document = await read(
      `<w:tbl><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Type', '<w:vMerge w:val="restart"/>')}${cell('Year', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('', '<w:vMerge/>')}${cell('2022')}${cell('2023')}</w:tr>
      <w:tr>${cell('Lost')}${cell('')}${cell('&lt;5')}</w:tr></w:tbl>`,
    )
    expect(document.text).toBe('Type\tYear\n2022\t2023\nLost\t\t<5')
    const [table] = document.blocks
    expect(table).toMatchObject({ kind: 'table', headRows: 2 })
    expect(table?.kind === 'table' && table.rows[0]?.cells).toMatchObject([{ rows: 2 }, { columns: 2 }])
  })

  it('knows headings, tabs, and words that are bold by their style', async () => {
    const document = await read(
      paragraph('Lost laptops', '<w:pStyle w:val="H1"/>') +
        paragraph(`${run('2023')}<w:r><w:tab/></w:r>${run('4')}`) +
        paragraph(`${run('Two ')}${run('only', '<w:b w:val="0"/>')}`, '<w:pStyle w:val="Short"/>'),
    )
    expect(outline(document)).toEqual(['heading: Lost laptops', 'paragraph: 2023\t4', 'paragraph: Two only'])
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['Two'])
  })

  it('keeps footnotes below the letter, under the raised digits that mark them', async () => {
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const note = (id: number, text: string) => `<w:footnote w:id="${id}">${paragraph(text)}</w:footnote>`
    const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>')
    const notes = `<w:footnotes ${names}>${note(2, 'as at 31 March')}${note(3, 'of land')}</w:footnotes>`
    const document = await read(
      paragraph(`${run('12')}${mark(2)}${run(' fines')}`) +
        paragraph(`${run('40 m')}${raised('2')}${run(' and 7 km')}${mark(3)}`) +
        paragraph(`${run('the 1')}${raised('st')}${run(' of 10')}${raised('6')}${run(' and 52')}${raised('1')}`),
      { 'word/footnotes.xml': notes },
    )
    expect(outline(document)).toEqual([
      'paragraph: 12¹ fines',
      'paragraph: 40 m² and 7 km ²',
      'paragraph: the 1st of 10⁶ and 52¹',
      'paragraph: ¹ as at 31 March',
      'paragraph: ² of land',
    ])
  })

  it('says in a sentence that a file is cut short, hollow, or a bomb', async () => {
    const whole = wordFile(paragraph('Dear all'))
    const cut = extract(whole.subarray(0, Buffer.from(whole).indexOf('word/document.xml') + 17), { name: 'a.docx' })
    await expect(cut).rejects.toMatchObject({ code: 'damaged' })
    await expect(cut).rejects.toThrow('Cannot read a.docx')
    await expect(extract(wordFile('', { 'word/document.xml': '<w:document/>' }))).rejects.toMatchObject({
      code: 'damaged',
    })
    const bomb = wordFile('', { 'word/document.xml': ' '.repeat(30 * 1024 * 1024) })
    await expect(extract(bomb, { name: 'a.docx' })).rejects.toMatchObject({ code: 'too_large' })
  })

  it('says of a file without words that it has none', async () => {
    expect((await read('')).notes.map(({ code }) => code)).toEqual(['no-words'])
  })
})
