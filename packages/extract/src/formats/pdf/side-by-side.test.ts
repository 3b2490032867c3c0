import { brokenPromises, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, grid, type SmallPage, smallPdf, textLines } from './small-pdf.ts'

async function outline(page: SmallPage): Promise<readonly string[]> {
  const document = await extract(smallPdf([page]))
  expect(brokenPromises(document)).toEqual([])
  return document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)
}

const streets = [
  ['Street', '2022', '2023'],
  ['High Street', '12', '7'],
  ['Mill Lane', '4', '5'],
  ['Total', '16', '12'],
]
const wards = [
  ['Ward', '2022', '2023'],
  ['North', '1', '2'],
  ['South', '31', '44'],
  ['East', '8', '9'],
  ['Total', '40', '55'],
]
const prose = [
  'We recorded the fines that were',
  'issued in each of the two years',
  'by the street they were issued',
  'in, as the register of fines has',
  'them. Fines that were cancelled',
  'are not among them, since none',
  'of them were paid in the end.',
]
const [left, right] = [
  [72, 150, 200],
  [320, 400, 450],
]
const table = (rows: readonly (readonly string[])[]) => `table: ${rows.map((row) => row.join('\t')).join('\n')}`
const paragraph = `paragraph: ${prose.join('\n')}`

describe('tables without rules beside each other', () => {
  it('are two where their heads are the same, with their titles', async () => {
    const texts = [
      [72, 80, 'Fines by street'] as const,
      [320, 80, 'Fines by ward'] as const,
      ...cells(left, 100, streets),
      ...cells(right, 100, wards),
    ]
    expect(await outline({ texts })).toEqual([
      'paragraph: Fines by street',
      table(streets),
      'paragraph: Fines by ward',
      table(wards),
    ])
  })

  it('are two where their rows stand at heights of their own', async () => {
    const reasons = [
      ['Reason', 'Cases', 'Cost'],
      ['Bus lane', '3', '£90'],
      ['No ticket', '5', '£150'],
      ['Expired', '2', '£60'],
    ]
    const texts = [...cells(left, 100, streets, 24), ...cells(right, 108, reasons, 17)]
    expect(await outline({ texts })).toEqual([table(streets), table(reasons)])
  })

  it.for([
    [
      'columns of figures under heads that come again',
      [
        ['Street', 'Cases', 'Cost', 'Cases', 'Cost'],
        ['High Street', '12', '7', '3', '4'],
        ['Mill Lane', '9', '8', '5', '6'],
        ['Long Row', '1', '2', '3', '4'],
      ],
    ],
    [
      'a second column of words',
      [
        ['Team', 'Cases', 'Cost', 'Officer', 'Hours'],
        ['Parking', '12', '7', 'A Smith', '4'],
        ['Waste', '9', '8', 'B Jones', '6'],
        ['Roads', '1', '2', 'C Brown', '4'],
      ],
    ],
  ] as const)('are one with %s', async ([, rows]) => {
    expect(await outline({ texts: cells([72, 150, 200, 320, 420], 100, rows) })).toEqual([table(rows)])
  })
})

describe('a paragraph beside a table', () => {
  it.for([
    ['close lines', 13],
    ['lines as far apart as rows', 20],
  ] as const)('stays a paragraph: %s', async ([, pitch]) => {
    const beside = [...textLines(72, 100, prose, pitch), ...cells(right, 100, wards)]
    expect(await outline({ texts: beside })).toEqual([paragraph, table(wards)])
    const after = [...cells(left, 100, streets), ...textLines(320, 100, prose, pitch)]
    expect(await outline({ texts: after })).toEqual([table(streets), paragraph])
  })

  it('is not cut at the foot of a table with rules', async () => {
    const texts = [...cells(left, 100, streets), ...textLines(320, 100, prose)]
    const strokes = grid([70, 145, 195, 240], [86, 106, 126, 146, 166])
    expect(await outline({ texts, strokes })).toEqual([table(streets), paragraph])
  })

  it('is a column where each row begins beside a sentence', async () => {
    const told = ['A letter was sent to an', 'old address in the town', 'and came back unopened']
    const rows = ['INC1', 'INC2', 'INC3'].flatMap((id, index) => [
      ...cells([72, 150], 125 + 45 * index, [[id, String(index + 1)]]),
      ...textLines(220, 125 + 45 * index, told, 13),
    ])
    const texts = [...cells([72, 150, 220], 100, [['Reference', 'People', 'What happened']]), ...rows]
    const [only, ...more] = await outline({ texts })
    expect(more).toEqual([])
    expect(only).toContain(`INC2\t2\t${told.join(' ')}`)
  })
})

describe('tables with rules beside each other', () => {
  it('part the titles above them, and leave what comes below both behind them', async () => {
    const texts = [
      [72, 86, 'Fines by street'] as const,
      [320, 86, 'Fines by ward'] as const,
      ...cells(left, 110, streets),
      ...cells(right, 110, wards),
      [72, 230, 'None were cancelled.'] as const,
    ]
    const strokes = [
      ...grid([70, 145, 195, 240], [96, 116, 136, 156, 176]),
      ...grid([316, 395, 445, 490], [96, 116, 136, 156, 176, 196]),
    ]
    expect(await outline({ texts, strokes })).toEqual([
      'paragraph: Fines by street',
      table(streets),
      'paragraph: Fines by ward',
      table(wards),
      'paragraph: None were cancelled.',
    ])
  })
})
