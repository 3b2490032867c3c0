import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { odfFile, type SmallOdf } from '../odf/small-odf.ts'

async function read(given: Omit<SmallOdf, 'kind'>, options = {}): Promise<Document> {
  const document = await extract(odfFile({ kind: 'text', ...given }), { name: 'reply.odt', ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)
const p = (inside: string, style = 'Standard') => `<text:p text:style-name="${style}">${inside}</text:p>`
const numbered = `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-prefix="(" style:num-suffix=")" style:num-format="a"/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>`
const list = (inside: string, more = '') => `<text:list text:style-name="L1"${more}>${inside}</text:list>`
const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`

describe('OpenDocument texts', () => {
  it('prints the numbers of lists, through the answers between', async () => {
    const document = await read({
      styles: numbered,
      body:
        list(item(p('How many?') + p('In all, please.'))) +
        p('Two') +
        list(
          item(list(item(p('Where?')) + item(list(item(p('indoors')) + item(p('outdoors')))))),
          ' text:continue-numbering="true"',
        ) +
        list(item(p('When?')), ' text:continue-numbering="true"') +
        `<text:list text:style-name="B">${item(p('laptops'))}</text:list>`,
    })
    expect(document.text).toBe(
      '1. How many?\n\nIn all, please.\n\nTwo\n\n1.1. Where?\n(a) indoors\n(b) outdoors\n2. When?\n• laptops',
    )
  })

  it('reads headings with their numbers, bold words, links, fields, spaces and page heads', async () => {
    const document = await read({
      styles:
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
      named:
        '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style></office:styles><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>Amblethorpe Borough Council</text:p></style:header><style:footer><text:p>Page <text:page-number>2</text:page-number></text:p></style:footer></style:master-page><style:master-page style:name="Envelope"><style:header><text:p>Never used</text:p></style:header></style:master-page></office:master-styles>',
      body:
        '<text:h text:outline-level="1">Your request</text:h>' +
        p(
          '<text:span text:style-name="T1">Two</text:span><text:s text:c="3"/>laptops <text:a xlink:href="https://amblethorpe.example/">here</text:a>,<text:line-break/>on <text:date>3 May 2021</text:date>',
        ),
    })
    expect(outline(document)).toEqual([
      'furniture: Amblethorpe Borough Council',
      'heading: 1. Your request',
      'paragraph: Two laptops here,\non 3 May 2021',
      'furniture: Page',
    ])
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['Two'])
    expect(document.links.map(({ href }) => href)).toEqual(['https://amblethorpe.example/'])
  })

  it('reads tables with merged cells and a head, footnotes and text boxes', async () => {
    const cell = (text: string, more = '') => `<table:table-cell${more}>${p(text)}</table:table-cell>`
    const document = await read({
      body:
        p(
          '40 m<text:note><text:note-citation>i</text:note-citation><text:note-body><text:p>As at March.</text:p></text:note-body></text:note> of kerb<draw:frame><draw:text-box><text:p>Ref: IR-7</text:p></draw:text-box></draw:frame>',
        ) +
        `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>${cell('Type', ' table:number-rows-spanned="2"')}${cell('Thefts', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>${cell('2019')}${cell('2020')}</table:table-row><table:table-row>${cell('Phone')}${cell('&lt;5')}${cell('7')}</table:table-row></table:table>`,
    })
    expect(document.text).toBe(
      '40 m ¹ of kerb\n\nRef: IR-7\n\nType\tThefts\n2019\t2020\nPhone\t<5\t7\n\n¹ As at March.',
    )
    const table = document.blocks[2]
    expect(table).toMatchObject({ kind: 'table', headRows: 1 })
    expect(table?.kind === 'table' && table.rows[0]?.cells.map(({ columns, rows }) => [columns, rows])).toEqual([
      [1, 2],
      [2, 1],
    ])
  })

  it('leaves out what is deleted, hidden or white, and says so', async () => {
    const given = {
      styles:
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>',
      body:
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>3</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        p(
          'There were <text:change text:change-id="c1"/>4<text:span text:style-name="H"> of 9</text:span><text:span text:style-name="W"> at home</text:span> thefts<office:annotation><text:p>Check</text:p></office:annotation>.<draw:frame><draw:image/></draw:frame>',
        ) +
        `<text:section text:display="none">${p('Draft')}</text:section>`,
    }
    const document = await read(given)
    expect(document.text).toBe('There were 4 thefts.')
    expect(document.notes.map(({ code }) => code)).toEqual([
      'tracked-changes',
      'hidden-content',
      'white-text',
      'comments',
      'picture',
    ])
    expect((await read(given, { includeHidden: true })).text).toBe('There were 4 of 9 at home thefts.\n\nDraft')
  })

  it('says in a sentence that a file is locked, hollow or made to fill the memory', async () => {
    const locked = odfFile({ kind: 'text', body: '', manifest: '<manifest:encryption-data/>' })
    await expect(extract(locked, { name: 'a.odt' })).rejects.toMatchObject({ code: 'encrypted' })
    const wide = await read({
      body: `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000">${p('x')}</table:table-cell></table:table-row></table:table>`,
    })
    expect(wide.text.length).toBeLessThan(1000)
    const deep = await read({ body: '<text:section>'.repeat(5000) + p('x') + '</text:section>'.repeat(5000) })
    expect(deep.text).toBe('')
  })

  it('reads flat files too', async () => {
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="o" xmlns:text="t" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>We hold two records.</text:p></office:text></office:body></office:document>'
    expect(await extract(Buffer.from(flat))).toMatchObject({ text: 'We hold two records.', reader: 'odt@2' })
  })
})
