import { brokenPromises, type Document } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { odfFile } from '../odf/small-odf.ts'

const styles =
  '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style><number:date-style style:name="N1" number:automatic-order="true"/><style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>'

async function read(body: string, options = {}): Promise<Document> {
  const document = await extract(odfFile({ kind: 'spreadsheet', styles, body }), { name: 'data.ods', ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

const sheet = (name: string, inside: string, style = '') =>
  `<table:table table:name="${name}" table:style-name="${style}">${inside}</table:table>`
const row = (cells: readonly string[], more = '') => `<table:table-row${more}>${cells.join('')}</table:table-row>`
const cell = (text: string, more = '') =>
  `<table:table-cell${more}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`
const words = (...texts: readonly string[]) => row(texts.map((text) => cell(text)))

describe('OpenDocument spreadsheets', () => {
  it('reads cells as they are shown, with their addresses, below the name of their sheet', async () => {
    const document = await read(
      sheet(
        'Thefts',
        words('Type', '2019', '2020') +
          row([cell('Phone'), cell('&lt;5'), cell('12.5%', ' office:value-type="percentage" office:value="0.125"')]) +
          row([cell('Laptop'), cell('', ' table:number-columns-repeated="1"'), cell('£1,200')]),
      ),
    )
    expect(document.text).toBe('Thefts\n\nType\t2019\t2020\nPhone\t<5\t12.5%\nLaptop\t\t£1,200')
    expect(document.places.at(-1)?.place).toEqual({ kind: 'sheet', sheet: 'Thefts', range: 'C3' })
    expect(document.blocks[1]).toMatchObject({ kind: 'table', headRows: 1 })
  })

  it('shows standard dates as a British screen does, and others as they stand', async () => {
    const day = (style: string, shown: string, date = '2020-03-31') =>
      cell(shown, ` table:style-name="${style}" office:value-type="date" office:date-value="${date}"`)
    const document = await read(
      sheet(
        'Days',
        row([day('day', '03/31/20'), day('', '31 March 2020'), day('day', '3/31/20 17:45', '2020-03-31T17:45:00')]),
      ),
    )
    expect(document.text).toContain('31/03/2020\t31 March 2020\t31/03/2020 17:45')
  })

  it('leaves out hidden sheets, rows and columns unless they are asked for, and says what else it saw', async () => {
    const body =
      sheet(
        'Shown',
        '<table:table-column/><table:table-column table:visibility="collapse"/>' +
          row([cell('Type'), cell('Name'), cell('Count')]) +
          row([
            cell('Phone'),
            cell('A. Person'),
            `<table:table-cell><text:p>2</text:p><office:annotation><text:p>check</text:p></office:annotation></table:table-cell>`,
          ]) +
          row([cell('Laptop'), cell('B. Person'), cell('3')], ' table:visibility="collapse"') +
          row([cell('Pad'), cell(''), cell('#REF!')]) +
          row([cell('Bag'), cell(''), cell('', ' table:formula="of:=1+1"')]),
      ) + sheet('Drafts', words('secret', 'rows'), 'hid')
    const document = await read(body)
    expect(document.text).toBe('Shown\n\nType\tCount\nPhone\t2\nPad\t#REF!\nBag\t')
    expect(document.notes.map(({ code, place }) => `${code} ${place?.kind === 'sheet' ? place.range : ''}`)).toEqual([
      'hidden-rows 3:3',
      'hidden-columns B:B',
      'formula-without-value ',
      'error-value ',
      'comments C2',
      'hidden-sheet A1',
    ])
    expect((await read(body, { includeHidden: true })).text).toContain('secret\trows')
  })

  it('never reads what it copied from another file, and says so', async () => {
    const copied = `<table:table-source xlink:href="file:///C:/staff.ods" table:table-name="Names"/>${words('A. Person')}`
    const body = sheet('Fines', words('Ward', 'Fines')) + sheet("'file:///C:/staff.ods'#$Names", copied)
    for (const includeHidden of [false, true]) {
      const document = await read(body, { includeHidden })
      expect(document.text).toBe('Fines\n\nWard\tFines')
      expect(document.notes).toMatchObject([
        { code: 'external-cells', message: expect.stringContaining('(staff.ods)'), place: { kind: 'sheet' } },
      ])
    }
  })

  it('reads merged cells once', async () => {
    const document = await read(
      sheet(
        'S',
        row([
          cell('Type', ' table:number-rows-spanned="2"'),
          cell('Thefts', ' table:number-columns-spanned="2"'),
          '<table:covered-table-cell/>',
        ]) +
          row(['<table:covered-table-cell/>', cell('2019'), cell('2020')]) +
          words('Phone', '1', '2'),
      ),
    )
    expect(document.text).toBe('S\n\nType\tThefts\n2019\t2020\nPhone\t1\t2')
  })

  it('keeps the head of a sheet that says it has a thousand million cells, in no time', async () => {
    const started = performance.now()
    const document = await read(
      sheet(
        'Wide',
        row([cell('x', ' table:number-columns-repeated="16384"')], ' table:number-rows-repeated="1048576"'),
      ) +
        sheet(
          'Empty',
          row([cell('', ' table:number-columns-repeated="16384"')], ' table:number-rows-repeated="1048576"'),
        ),
    )
    expect(document.notes.map(({ code }) => code)).toContain('data-file')
    expect(document.blocks[1]).toMatchObject({ kind: 'data_file', rowCount: 1_048_575 })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('says in a sentence that a file is locked', async () => {
    const locked = odfFile({ kind: 'spreadsheet', body: '', manifest: '<manifest:encryption-data/>' })
    await expect(extract(locked, { name: 'a.ods' })).rejects.toMatchObject({ code: 'encrypted' })
  })
})
