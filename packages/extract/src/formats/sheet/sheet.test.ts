import { brokenPromises, cite, type Document, quote } from '@disclosed/document'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

type Given = string | number | Date | null

/** A workbook with these sheets; `change` may merge cells, hide rows, set formats. */
function workbook(
  sheets: Readonly<Record<string, readonly (readonly Given[])[]>>,
  change: (sheet: WorkSheet) => void = () => {},
) {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { cellDates: true, UTC: true },
    )
    change(sheet)
    utils.book_append_sheet(book, sheet, name)
  }
  return book
}

async function read(book: ReturnType<typeof workbook>, options = {}): Promise<Document> {
  const document = await extract(
    new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true })),
    options,
  )
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)
const heads = (document: Document) =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? [block.headRows] : []))
const codes = (document: Document) => document.notes.map(({ code }) => code)

describe('workbooks', () => {
  it('reads each sheet under its name, a title as caption, the words around as lines', async () => {
    const document = await read(
      workbook({
        Fines: [
          ['Fines issued, 2022 to 2023'],
          [],
          ['Road', '2022', '2023'],
          ['High Street', 12, '<5'],
          ['Mill Lane', 7, 9],
          [],
          ['Total', 19, 9],
          ['* figures below five are not shown'],
        ],
        Notes: [['As at 31 March'], ['Source: parking system']],
      }),
    )
    expect(outline(document)).toEqual([
      'heading: Fines',
      'paragraph: Fines issued, 2022 to 2023',
      'table: Road\t2022\t2023\nHigh Street\t12\t<5\nMill Lane\t7\t9\nTotal\t19\t9',
      'paragraph: * figures below five are not shown',
      'heading: Notes',
      'paragraph: As at 31 March\nSource: parking system',
    ])
    expect(heads(document)).toEqual([1])
    const table = document.blocks[2]
    expect(table?.kind === 'table' && table.caption && quote(document.text, table.caption)).toBe(
      'Fines issued, 2022 to 2023',
    )
  })

  it('places every cell by its sheet and address', async () => {
    const document = await read(
      workbook({
        Q3: [
          ['Road', 'Fines'],
          ['High Street', 12],
        ],
      }),
    )
    const start = document.text.indexOf('12')
    expect(cite(document, { start, end: start + 2 })).toMatchObject({
      quote: '12',
      place: { sheet: 'Q3', range: 'B2' },
    })
  })

  it('shows dates, shares and amounts as the office sees them', async () => {
    const day = new Date(Date.UTC(2019, 8, 1))
    const document = await read(
      workbook(
        {
          S: [
            ['Day', 'Share', 'Cost', 'Loss'],
            [day, 0.125, 1234.5, -3],
          ],
        },
        (sheet) => {
          sheet.A2.z = 'm/d/yy'
          sheet.B2.z = '0.0%'
          sheet.C2.z = '£#,##0.00'
        },
      ),
    )
    expect(document.text).toContain('01/09/2019\t12.5%\t£1,234.50\t-3')
  })

  it('keeps merged cells, and the rows of heads below them', async () => {
    const document = await read(
      workbook(
        {
          S: [
            ['Type', 'Lost', null],
            [null, '2022', '2023'],
            ['Laptop', 1, 2],
            ['Phone', 3, 4],
          ],
        },
        (sheet) => {
          sheet['!merges'] = [utils.decode_range('B1:C1'), utils.decode_range('A1:A2')]
        },
      ),
    )
    expect(outline(document)[1]).toBe('table: Type\tLost\n2022\t2023\nLaptop\t1\t2\nPhone\t3\t4')
    expect(heads(document)).toEqual([2])
    const table = document.blocks[1]
    expect(table?.kind === 'table' && table.rows[0]?.cells).toMatchObject([{ rows: 2 }, { columns: 2 }])
  })

  it('parts tables that stand side by side, but not figures that are only spaced apart', async () => {
    const apart = await read(
      workbook({
        S: [
          ['Road', 'Fines', null, 'Ward', 'Bins'],
          ['High', 1, null, 'North', 3],
          ['Mill', 2, null, 'South', 4],
        ],
      }),
    )
    expect(outline(apart).slice(1)).toEqual([
      'table: Road\tFines\nHigh\t1\nMill\t2',
      'table: Ward\tBins\nNorth\t3\nSouth\t4',
    ])
    const spaced = await read(
      workbook({
        S: [
          ['Road', '2022', null, '2023'],
          ['High', 1, null, 3],
          ['Mill', 2, null, 4],
        ],
      }),
    )
    expect(outline(spaced).slice(1)).toEqual(['table: Road\t2022\t2023\nHigh\t1\t3\nMill\t2\t4'])
  })

  it('takes a scale below an empty corner for heads, and short names for those of a register', async () => {
    const scale = await read(
      workbook({
        S: [
          [null, 1, '2 to 5', '> 5'],
          ['Port', 1, 0, 2],
        ],
      }),
    )
    expect(heads(scale)).toEqual([1])
    const register = await read(
      workbook({
        S: [
          ['Ref', 'Team', 'What'],
          ['DB1', 'Port', 'Sent wrongly'],
          ['DB2', 'Port', 'Lost'],
        ],
      }),
    )
    expect(heads(register)).toEqual([1])
    const form = await read(
      workbook({
        S: [
          ['Reference', 'FOI 12'],
          ['Sent to', 'Press office'],
        ],
      }),
    )
    expect(heads(form)).toEqual([0])
  })

  it('leaves hidden sheets, rows and columns out and says so, unless they are asked for', async () => {
    const book = workbook(
      {
        Shown: [
          ['Road', 'Fines', 'Names'],
          ['High', 1, 'x'],
          ['Mill', 2, 'y'],
        ],
        Secret: [['s']],
      },
      (sheet) => {
        sheet['!rows'] = [{}, {}, { hidden: true }]
        sheet['!cols'] = [{}, {}, { hidden: true }]
      },
    )
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const document = await read(book)
    expect(document.text).toBe('Shown\n\nRoad\tFines\nHigh\t1')
    expect(document.notes.map(({ code, place }) => [code, place])).toEqual([
      ['hidden-rows', { kind: 'sheet', sheet: 'Shown', range: '3:3' }],
      ['hidden-columns', { kind: 'sheet', sheet: 'Shown', range: 'C:C' }],
      ['hidden-sheet', { kind: 'sheet', sheet: 'Secret', range: 'A1:A3' }],
    ])
    const whole = await read(book, { includeHidden: true })
    expect(whole.text).toBe('Shown\n\nRoad\tFines\tNames\nHigh\t1\tx\nMill\t2\ty\n\nSecret\n\ns')
    expect(whole.notes.map(({ message }) => message)).toEqual([
      '1 hidden rows of sheet “Shown” were read too, as was asked.',
      '1 hidden columns of sheet “Shown” were read too, as was asked.',
      'The hidden sheet “Secret” with 1 rows was read too, as was asked.',
    ])
  })

  it('never takes a formula without a stored result for nought', async () => {
    const document = await read(
      workbook(
        {
          S: [
            ['Road', 'Fines'],
            ['High', 1],
            ['Total', null],
          ],
        },
        (sheet) => {
          sheet.B3 = { t: 'n', f: 'SUM(B2:B2)' }
        },
      ),
    )
    expect(document.text).toBe('S\n\nRoad\tFines\nHigh\t1\nTotal\t')
    expect(codes(document)).toEqual(['formula-without-value'])
  })

  it('makes a data file of more than 20,000 cells', async () => {
    const rows = Array.from({ length: 21_000 }, (_, index) => [`DB${index}`, 'Port', index])
    const document = await read(workbook({ Register: [['Ref', 'Team', 'People'], ...rows] }))
    expect(document.blocks[1]).toMatchObject({ kind: 'data_file', headRows: 1, rowCount: 21_000, sheet: 'Register' })
    const file = document.blocks[1]
    expect(file?.kind === 'data_file' && file.rows).toHaveLength(51)
    expect(codes(document)).toEqual(['data-file'])
  })

  it('reads a workbook that is cut short, or says in a sentence that none of it is left', async () => {
    const whole = new Uint8Array(write(workbook({ S: [['a']] }), { type: 'buffer', bookType: 'xlsx' }))
    const cut = await extract(whole.subarray(0, whole.length - 200), { name: 'a.xlsx' })
    expect(cut).toMatchObject({ text: 'S\n\na', notes: [{ code: 'truncated' }] })
    const start = Buffer.from(whole).indexOf('xl/worksheets/sheet1.xml') + 40
    await expect(extract(whole.subarray(0, start), { name: 'a.xlsx' })).rejects.toThrow(
      'Cannot read a.xlsx: its end is missing, and what is left of it holds no words.',
    )
  })
})
