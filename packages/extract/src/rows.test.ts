import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { odfFile } from './formats/odf/small-odf.ts'
import { cells, smallPdf } from './formats/pdf/small-pdf.ts'
import { extract, rowsOf, tablesOf, UnreadableError } from './index.ts'

async function rowsIn(bytes: Uint8Array, table = 0): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const row of rowsOf(bytes, table)) rows.push(row)
  return rows
}

describe('all rows of a table', () => {
  it('come from a long table in plain text, quoted breaks and all, though the document shows fifty', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `B${at},"Ward ${at},\nEast",${at}`)
    const bytes = Buffer.from(`Ref,Where,Bins\n${rows.join('\n')}\n\nB30000,,5\n`)
    const [table] = tablesOf(await extract(bytes))
    expect(table).toMatchObject({ kind: 'data_file', rowCount: 30_001 })
    expect(table?.rows).toHaveLength(51)
    const all = await rowsIn(bytes)
    expect(all).toHaveLength(30_002)
    expect(all[0]).toEqual(['Ref', 'Where', 'Bins'])
    expect(all[15_001]).toEqual(['B15000', 'Ward 15000, East', '15000'])
    expect(all.at(-1)).toEqual(['B30000', '', '5'])
  })

  it('come from a long sheet of a workbook, and of the table that is meant', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Year', 'Bins'],
        ['2019', 4],
        ['2020', 5],
      ]),
      'Short',
    )
    const long = Array.from({ length: 21_000 }, (_, at) => [`B${at}`, at])
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Ref', 'Bins'], ...long]), 'Long')
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
    expect(await rowsIn(bytes, 0)).toEqual([
      ['Year', 'Bins'],
      ['2019', '4'],
      ['2020', '5'],
    ])
    const all = await rowsIn(bytes, 1)
    expect(all).toHaveLength(21_001)
    expect(all.at(-1)).toEqual(['B20999', '20999'])
    await expect(rowsIn(bytes, 2)).rejects.toThrow(new RangeError('There is no table 2 in the file: it has 2.'))
  })

  it('come from a table over many pages', async () => {
    const pages = Array.from({ length: 130 }, (_, page) => ({
      texts: cells(
        [72, 220, 320, 420],
        60,
        Array.from({ length: 45 }, (_, row) => [`Street ${page * 45 + row}`, `${row * 7}`, `${row * 3}`, `${page}`]),
        16,
      ),
    }))
    const all = await rowsIn(smallPdf(pages))
    expect(all).toHaveLength(45 * 130)
    expect(all.at(-1)).toEqual(['Street 5849', '308', '132', '129'])
  })

  it('have a merged cell on its first place only', async () => {
    const page = `<table><tr><th rowspan=2>Road</th><th colspan=2>Fines</th></tr><tr><th>2019</th><th>2020</th></tr>
      <tr><td>High</td><td>4</td><td>5</td></tr></table>`
    expect(await rowsIn(Buffer.from(page))).toEqual([
      ['Road', 'Fines', ''],
      ['', '2019', '2020'],
      ['High', '4', '5'],
    ])
  })

  it('are not held where a sheet repeats one row a million times', async () => {
    const row =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="60"><text:p>x</text:p></table:table-cell></table:table-row>'
    const bytes = odfFile({ kind: 'spreadsheet', body: `<table:table table:name="Wide">${row}</table:table>` })
    await expect(rowsIn(bytes)).rejects.toThrow(UnreadableError)
  })
})
