import { quote } from '@disclosed/document'
import { expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, type SmallPage, smallPdf, textLines } from './small-pdf.ts'

/** The words of every table, row by row. */
async function tablesIn(page: SmallPage): Promise<readonly (readonly (readonly string[])[])[]> {
  const document = await extract(smallPdf([page]))
  const tables = document.blocks.filter((block) => block.kind === 'table')
  return tables.map(({ rows }) => rows.map((row) => row.cells.map((cell) => quote(document.text, cell))))
}

it('parts columns that stand close by the white that no row crosses', async () => {
  const rows = [
    ['', '2021', '2022', '2023', '2024'],
    ['Ashford', '123,456', '234,567', '3,456', '7'],
    ['Bexhill', '12,345', '23,456', '345,678', '89,012'],
    ['Crawley', '1,234', '345,678', '45,678', '123,456'],
  ]
  const texts = rows.flatMap((row, index) =>
    row.flatMap((words, column) => {
      const right = [0, 150, 190, 230, 270][column] ?? 0
      const left = column === 0 ? 72 : right - 4.45 * words.replace(',', '').length - 2.2 * Number(words.includes(','))
      return words === '' ? [] : [[left, 100 + 12 * index, words, { size: 8 }] as const]
    }),
  )
  expect(await tablesIn({ texts })).toEqual([rows])
})

it('tells rows whose words are set in their middle by the white between cells', async () => {
  const texts = [
    ...cells([72, 140, 300], 100, [['Ref', 'What happened', 'Told']]),
    ...textLines(140, 120, ['A letter was sent to', 'an old address'], 12),
    ...cells([72], 126, [['DB1']]),
    ...cells([300], 126, [['Yes']]),
    ...cells([72, 140, 300], 156, [['DB2', 'None', 'No']]),
    ...textLines(140, 174, ['Papers were left on', 'the train to work'], 12),
    ...cells([72], 180, [['DB3']]),
    ...cells([300], 180, [['No']]),
  ]
  expect(await tablesIn({ texts })).toEqual([
    [
      ['Ref', 'What happened', 'Told'],
      ['DB1', 'A letter was sent to an old address', 'Yes'],
      ['DB2', 'None', 'No'],
      ['DB3', 'Papers were left on the train to work', 'No'],
    ],
  ])
})

it('keeps a heading set over two columns as one cell, and units below headings as a row', async () => {
  const texts = [
    ...cells([235, 395], 100, [['Fines', 'Appeals']]),
    ...cells([72, 200, 280, 360, 440], 114, [
      ['', '2022', '2023', '2022', '2023'],
      ['', '(a)', '(b)', '(c)', '(d)'],
      ['Ashford', '12', '31', '4', '5'],
      ['Bexhill', '7', '18', '2', '1'],
    ]),
  ]
  const [table] = await tablesIn({ texts })
  expect(table?.slice(0, 3)).toEqual([
    ['', 'Fines', 'Appeals'],
    ['', '2022', '2023', '2022', '2023'],
    ['', '(a)', '(b)', '(c)', '(d)'],
  ])
})

it('takes the title of rows below a head of years for a row of its own', async () => {
  const texts = cells([72, 200, 280], 100, [
    ['', '2022', '2023'],
    ['North', '', ''],
    ['Ashford', '12', '31'],
    ['Bexhill', '7', '18'],
  ])
  const [table] = await tablesIn({ texts })
  expect(table?.map((row) => row.join('|'))).toEqual(['|2022|2023', 'North||', 'Ashford|12|31', 'Bexhill|7|18'])
})

it('joins the sign of a currency to its figure', async () => {
  const texts = [
    ...cells([72, 200, 300], 100, [['', '2022', '2023']]),
    ...cells([72, 200, 230, 300, 330], 116, [['Fees', '£', '1,200', '£', '900']]),
    ...cells([72, 230, 330], 132, [
      ['Fines', '300', '450'],
      ['Other', '20', '35'],
    ]),
  ]
  const [table] = await tablesIn({ texts })
  expect(table?.[1]).toEqual(['Fees', '£ 1,200', '£ 900'])
})

it('takes a list of contents for no table', async () => {
  const texts = [
    [72, 100, 'Contents'] as const,
    ...cells([72, 400], 120, [
      ['Introduction', '1'],
      ['Methods', '3'],
      ['Results by region', '8'],
      ['Discussion', '15'],
      ['Annexes', '21'],
    ]),
  ]
  expect(await tablesIn({ texts })).toEqual([])
})
