import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

const fonts =
  '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset204 Arial Cyr;}{\\f3\\fcharset2 Wingdings;}{\\f4\\fcharset77 Geneva;}}'
const styles = '{\\stylesheet{Normal;}{\\s1 heading 1;}{\\*\\cs2 Strong;}{\\s3 Title;}}'

async function read(body: string, options = {}, head = '\\ansi\\ansicpg1252'): Promise<Document> {
  const source = `{\\rtf1${head}\\deff0${fonts}{\\colortbl;\\red255\\green255\\blue255;}${styles}\n${body}}`
  const document = await extract(Buffer.from(source, 'latin1'), { name: 'reply.rtf', ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)
const codes = (document: Document) => document.notes.map(({ code }) => code)

describe('rich text files', () => {
  it('reads paragraphs, headings, bold words, links and page heads', async () => {
    const document = await read(
      '{\\header\\pard Amblethorpe Borough Council\\par Our ref: FOI 12\\par}{\\footer\\pard Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par}' +
        '\\pard\\s1 Your request\\par\\pard\\plain {\\b Two} laptops, see {\\field{\\*\\fldinst HYPERLINK "https://amblethorpe.example/foi"}{\\fldrslt the log}}.\\line Yours\\par',
    )
    expect(outline(document)).toEqual([
      'furniture: Amblethorpe Borough Council\nOur ref: FOI 12',
      'heading: Your request',
      'paragraph: Two laptops, see the log.\nYours',
      'furniture: Page',
    ])
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['Two'])
    expect(document.links.map(({ href }) => href)).toEqual(['https://amblethorpe.example/foi'])
  })

  it('keeps the numbers of lists that the program printed, and signs of Symbol fonts', async () => {
    const document = await read(
      '\\pard{\\listtext\\pard\\plain 1.\\tab}\\ls1\\ilvl0 How many?\\par' +
        '\\pard{\\listtext\\pard\\plain (a)\\tab}\\ls1\\ilvl1 in 2019\\par' +
        "\\pard{\\pntext\\f1\\'b7\\tab}{\\*\\pn\\pnlvlblt}laptops\\par" +
        "\\pard {\\f3\\u-3842\\'3f} phones\\par",
    )
    expect(document.text).toBe('1. How many?\n(a) in 2019\n• laptops\n\n🗹 phones')
  })

  it('decodes by the font a word is set in, by the code page of the file, and by number', async () => {
    const document = await read(
      "\\pard \\'a3500, {\\f2\\'c4\\'e0}, {\\f4\\'a3\\'d4}, {\\uc1\\u8364?12}, caf\\uc2\\u233\\'e9?\\par",
    )
    expect(document.text).toBe('£500, Да, £‘, €12, café')
    expect((await read("\\pard\\plain \\'d3 caf\\'8e\\par", {}, '\\mac')).text).toBe('” café')
    expect((await read("\\pard\\plain \\'9c5\\par", {}, '\\pca')).text).toBe('£5')
  })

  it('reads tables with merged cells, a head, and tables inside them', async () => {
    const document = await read(
      '\\trowd\\trhdr\\clvmgf\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl Type\\cell 2019\\cell 2020\\cell\\row' +
        '\\trowd\\clvmrg\\cellx2000\\cellx6000\\pard\\intbl\\cell calendar years\\cell\\row' +
        '\\trowd\\cellx2000\\cellx4000\\cellx6000\\pard\\intbl Loss\\par\\pard\\intbl\\itap2 in\\nestcell out\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\cell 2\\cell <5\\cell\\row\\pard After\\par',
    )
    const [table] = document.blocks
    expect(document.text).toBe('Type\t2019\t2020\ncalendar years\nLoss in out\t2\t<5\n\nAfter')
    expect(table).toMatchObject({ kind: 'table', headRows: 1 })
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.rows.map(({ cells }) => cells.map(({ columns, rows }) => [columns, rows]))).toEqual([
      [
        [1, 2],
        [1, 1],
        [1, 1],
      ],
      [[2, 1]],
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ])
  })

  it('puts footnotes below under raised digits, and text boxes behind their paragraph', async () => {
    const document = await read(
      '\\pard 40 m{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} As at March.\\par} of kerb{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard Ref: IR-7\\par}}{\\shprslt\\par wrong}} laid.\\par\\pard End\\par',
    )
    expect(document.text).toBe('40 m ¹ of kerb laid.\n\nRef: IR-7\n\nEnd\n\n¹ As at March.')
  })

  it('leaves out what is deleted, hidden or white, and says so', async () => {
    const body =
      '\\pard There were {\\deleted 3}{\\revised 4}{\\v  of 9}{\\cf1  at home} thefts{\\*\\annotation Check this}.{\\pict\\wmetafile8 0102}\\par'
    const document = await read(body)
    expect(document.text).toBe('There were 4 thefts.')
    expect(codes(document)).toEqual(['tracked-changes', 'hidden-content', 'white-text', 'comments', 'picture'])
    expect((await read(body, { includeHidden: true })).text).toBe('There were 4 of 9 at home thefts.')
  })

  it('says that its end is missing, and refuses groups without end', async () => {
    const cut = await extract(Buffer.from('{\\rtf1\\ansi\\pard We hold {\\b two records'), {})
    expect(cut.text).toBe('We hold two records')
    expect(codes(cut)).toEqual(['truncated'])
    const deep = Buffer.from(`{\\rtf1 ${'{'.repeat(200_000)}`)
    await expect(extract(deep, { name: 'deep.rtf' })).rejects.toMatchObject({ code: 'damaged' })
  })
})
