import { quote } from '@disclosed/document'
import { expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, grid, type SmallPage, smallPdf } from './small-pdf.ts'

async function tablesIn(page: SmallPage): Promise<readonly (readonly string[])[]> {
  const { blocks, text } = await extract(smallPdf([page]))
  const tables = blocks.filter((block) => block.kind === 'table')
  return tables.map(({ rows }) => rows.map((row) => row.cells.map((cell) => quote(text, cell)).join('|')))
}

it('says the words of a table within a cell once, after the row that holds it', async () => {
  const texts = [
    ...cells([76, 204], 100, [
      ['Question', 'Answer'],
      ['How many fines?', 'See below:'],
    ]),
    ...cells([210, 270], 140, [
      ['2022', '12'],
      ['2023', '7'],
    ]),
    ...cells([204], 178, [['As at March.']]),
    ...cells([76, 204], 200, [['How much?', '£400']]),
  ]
  const strokes = [...grid([72, 200, 380], [86, 106, 186, 206]), ...grid([206, 260, 320], [126, 146, 166])]
  expect(await tablesIn({ texts, strokes })).toEqual([
    ['Question|Answer', 'How many fines?|See below: As at March.'],
    ['2022|12', '2023|7'],
    ['How much?|£400'],
  ])
})

it('leaves a table whole around another one where a cell reaches past that', async () => {
  const texts = [
    ...cells([76, 154, 234], 100, [
      ['Team', 'Question', 'Answer'],
      ['Parking', 'How many fines?', ''],
    ]),
    ...cells([240, 300], 120, [
      ['2022', '12'],
      ['2023', '7'],
    ]),
    ...cells([154, 234], 170, [['How much?', '£400']]),
  ]
  const strokes = [
    ...grid([72, 150, 230, 380], [86, 106]),
    ...grid([150, 230, 380], [106, 156, 176]),
    ...grid([72, 150], [106, 176]),
    ...grid([236, 290, 350], [110, 128, 148]),
  ]
  expect(await tablesIn({ texts, strokes })).toEqual([
    ['Team|Question|Answer', 'Parking|How many fines?|', 'How much?|£400'],
    ['2022|12', '2023|7'],
  ])
})
