import { utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...pairs: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships>${pairs.map(([kind, target], index) => `<Relationship Id="r${index}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

/** A workbook with one sheet, and these parts beside it. */
function workbook(parts: Readonly<Record<string, string>>): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Road', 'Fines'],
      ['High Street', 12],
    ]),
    'Summary',
  )
  const made = unzipSync(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })))
  return zipSync({ ...made, ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])) })
}

const pivot = {
  'xl/worksheets/_rels/sheet1.xml.rels': relations(['pivotTable', '../pivotTables/pivotTable1.xml']),
  'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition cacheId="1"><location ref="A3:B9"/></pivotTableDefinition>',
  'xl/pivotTables/_rels/pivotTable1.xml.rels': relations([
    'pivotCacheDefinition',
    '../pivotCache/pivotCacheDefinition1.xml',
  ]),
  'xl/pivotCache/pivotCacheDefinition1.xml':
    '<pivotCacheDefinition recordCount="9276"><cacheSource type="worksheet"><worksheetSource ref="A1:F9277" sheet="Staff &amp; ranks"/></cacheSource><sharedItems><s v="A Name"/></sharedItems></pivotCacheDefinition>',
  'xl/pivotCache/pivotCacheRecords1.xml': '<pivotCacheRecords><r><s v="A Name"/></r></pivotCacheRecords>',
}

describe('what a workbook carries', () => {
  it('is noted where a pivot table keeps the rows it was made of, and never read', async () => {
    for (const includeHidden of [false, true]) {
      const document = await extract(workbook(pivot), { includeHidden })
      expect(document.text).toBe('Summary\n\nRoad\tFines\nHigh Street\t12')
      expect(document.notes).toEqual([
        {
          code: 'pivot-cache',
          message:
            'The pivot table in A3:B9 of sheet “Summary” carries the 9276 rows it was made of, shown or not (sheet “Staff & ranks”, which is not in the file); they were left out.',
          place: { kind: 'sheet', sheet: 'Summary', range: 'A3:B9' },
          span: null,
        },
      ])
    }
  })

  it('is noted where no table shows it any more', async () => {
    const { 'xl/pivotCache/pivotCacheDefinition1.xml': cache } = pivot
    const document = await extract(workbook({ 'xl/pivotCache/pivotCacheDefinition1.xml': cache }))
    expect(document.notes).toMatchObject([{ code: 'pivot-cache', place: null }])
    expect(document.notes[0]?.message).toMatch(/^A pivot table carries the values it was made of/)
  })

  it('is noted where cells of another workbook were copied, and not where it is only linked', async () => {
    const link = (cells: string) =>
      `<externalLink><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1">${cells}</row></sheetData></sheetDataSet></externalBook></externalLink>`
    const document = await extract(
      workbook({
        'xl/externalLinks/externalLink1.xml': link(
          '<cell r="A1" t="str"><v>A Name</v></cell><cell r="B1"><v>4</v></cell>',
        ),
        'xl/externalLinks/_rels/externalLink1.xml.rels': relations([
          'externalLinkPath',
          'file:///C:\\Cases\\All%20cases.xlsx',
        ]),
        'xl/externalLinks/externalLink2.xml': link(''),
      }),
    )
    expect(document.text).not.toContain('A Name')
    expect(document.notes.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'external-cells: The workbook carries 2 cells that it copied from another workbook (All cases.xlsx); they were left out.',
    ])
  })

  it('does not stop the reading where it is damaged', async () => {
    const document = await extract(workbook({ ...pivot, 'xl/worksheets/_rels/sheet1.xml.rels': '<!DOCTYPE x><x/>' }))
    expect(document.text).toContain('High Street\t12')
    expect(document.notes.map(({ code }) => code)).toEqual(['damaged-part'])
  })
})
