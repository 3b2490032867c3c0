import { brokenPromises, cite, type Document, quote, type Table } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { cells, grid, type SmallPage, smallPdf, textLines } from './small-pdf.ts'

async function read(...pages: readonly SmallPage[]): Promise<Document> {
  const document = await extract(smallPdf(pages))
  expect(brokenPromises(document)).toEqual([])
  return document
}

function tablesOf(document: Document): readonly Table[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

/** The words of the only table, row by row. */
function onlyTable(document: Document): readonly (readonly string[])[] {
  const tables = tablesOf(document)
  expect(tables).toHaveLength(1)
  return (tables[0]?.rows ?? []).map((row) => row.cells.map((cell) => quote(document.text, cell)))
}

const fines = [
  ['Street', '2022', '2023'],
  ['High Street', '12', '7'],
  ['Mill Lane', '', '<5'],
  ['Total', '12', '10'],
]

describe('tables with rules', () => {
  const xs = [72, 200, 280, 360]
  const ys = [86, 106, 126, 146, 166]
  const texts = cells([76, 204, 284], 100, fines)

  it('reads a grid drawn with the pen, and keeps empty cells', async () => {
    const document = await read({ texts, strokes: grid(xs, ys) })
    expect(onlyTable(document)).toEqual(fines)
    const start = document.text.indexOf('<5')
    const { page, place } = cite(document, { start, end: start + 2 })
    expect(page).toBe(1)
    expect(place && 'box' in place ? Math.round(place.box[0]) : null).toBe(284)
  })

  it('reads a grid drawn as thin filled rectangles, as Word and Excel do', async () => {
    const fills = grid(xs, ys).map(
      ([x0, y0, x1, y1]) => [x0, y0, Math.max(0.5, x1 - x0), Math.max(0.5, y1 - y0)] as const,
    )
    expect(onlyTable(await read({ texts, fills }))).toEqual(fines)
  })

  it('puts wrapped words of a cell on one line', async () => {
    const document = await read({
      texts: [
        ...cells([76, 204], 100, [['Reason', 'Fines']]),
        ...textLines(76, 118, ['Parked where', 'buses stop'], 12),
        [204, 124, '31'],
      ],
      strokes: grid([72, 200, 280], [86, 106, 136]),
    })
    expect(onlyTable(document)).toEqual([
      ['Reason', 'Fines'],
      ['Parked where buses stop', '31'],
    ])
  })

  it('knows a heading over two columns as one cell', async () => {
    const strokes = [...grid([72, 200, 360], [86, 106]), ...grid(xs, [106, 126, 146])]
    const document = await read({
      texts: [
        [204, 100, 'Fines issued'],
        ...cells([76, 204, 284], 120, [
          ['Street', '2022', '2023'],
          ['High Street', '12', '7'],
        ]),
      ],
      strokes,
    })
    const [head] = tablesOf(document)[0]?.rows ?? []
    expect(head?.cells.map(({ columns }) => columns)).toEqual([1, 2])
  })

  it('finds the columns that white alone parts behind one rule', async () => {
    const document = await read({
      texts,
      strokes: [
        ...grid([72, 195], [86, 106, 126, 146, 166]),
        [72, 86, 360, 86],
        [72, 106, 360, 106],
        [72, 126, 360, 126],
        [72, 146, 360, 146],
        [72, 166, 360, 166],
      ],
    })
    expect(onlyTable(document)).toEqual(fines)
  })

  it('parts rows that stand below each other in one box', async () => {
    const document = await read({
      texts: [...cells([76, 204, 284], 100, fines, 20)],
      strokes: grid(xs, [86, 106, 166]),
    })
    expect(onlyTable(document)).toEqual(fines)
  })

  it('takes a box around a paragraph for no table', async () => {
    const document = await read({
      texts: textLines(76, 100, ['Please note that fines', 'may be paid online.']),
      strokes: grid([72, 300], [86, 130]),
    })
    expect(tablesOf(document)).toEqual([])
  })
})

describe('tables without rules', () => {
  it('reads columns that line up, with the line above as title', async () => {
    const document = await read({ texts: [[72, 80, 'Fines by street'], ...cells([72, 204, 284], 100, fines)] })
    expect(onlyTable(document)).toEqual(fines)
    const caption = tablesOf(document)[0]?.caption
    expect(caption ? quote(document.text, caption) : null).toBe('Fines by street')
  })

  it('joins wrapped labels and leaves a label without figures a row of its own', async () => {
    const document = await read({
      texts: [
        ...cells([72, 204, 284], 100, [['Reason', '2022', '2023']]),
        ...cells([72, 204, 284], 124, [['Parked where the', '4', '9']]),
        [72, 136, 'buses stop'],
        [72, 160, 'Other'],
        ...cells(
          [72, 204, 284],
          184,
          [
            ['Expired', '30', '41'],
            ['Unknown', '1', '-'],
          ],
          24,
        ),
      ],
    })
    expect(onlyTable(document)).toEqual([
      ['Reason', '2022', '2023'],
      ['Parked where the buses stop', '4', '9'],
      ['Other', '', ''],
      ['Expired', '30', '41'],
      ['Unknown', '1', '-'],
    ])
  })

  it('reads a register whose last column runs over several lines', async () => {
    const row = (y: number, id: string, cause: string, text: readonly string[]) => [
      ...cells([72, 150, 250], y, [[id, cause, 'No']]),
      ...textLines(300, y, text, 12),
    ]
    const document = await read({
      texts: [
        ...cells([72, 150, 250, 300], 100, [['Reference', 'Cause', 'Reported', 'What happened']]),
        ...row(125, 'INC1', 'Human error', ['A letter was sent to', 'a former address']),
        ...row(165, 'INC2', 'Lost device', ['A phone was left on', 'a train and wiped', 'the same day']),
        ...row(215, 'INC3', 'Human error', ['An e-mail was copied']),
      ],
    })
    expect(onlyTable(document).slice(1)).toEqual([
      ['INC1', 'Human error', 'No', 'A letter was sent to a former address'],
      ['INC2', 'Lost device', 'No', 'A phone was left on a train and wiped the same day'],
      ['INC3', 'Human error', 'No', 'An e-mail was copied'],
    ])
  })

  it('reads a table of words in three columns', async () => {
    const rows = [
      ['Policy', 'In place', 'Reviewed'],
      ['Data protection', 'Yes', 'May 2023'],
      ['Records', 'No', 'n/a'],
      ['Security', 'Yes', 'June 2022'],
    ]
    expect(onlyTable(await read({ texts: cells([72, 220, 320], 100, rows, 16) }))).toEqual(rows)
  })

  it('reads close rows, a wrapped label and a section of its own among them', async () => {
    const xs = [72, 227, 320]
    const document = await read({
      texts: [
        ...cells(
          xs,
          100,
          [
            ['Department', 'Cases', 'Cost'],
            ['Adult Social Care', '3', '£1,200'],
          ],
          12,
        ),
        ...cells(xs, 124, [['Housing, Neighbourhood and the', '4', '£300']], 12),
        [72, 136, 'Building Services'],
        [72, 148, 'Other'],
        ...cells(
          xs,
          160,
          [
            ['Port', '0', '£0'],
            ['Total', '7', '£1,500'],
          ],
          12,
        ),
      ],
    })
    expect(onlyTable(document).map(([label]) => label)).toEqual([
      'Department',
      'Adult Social Care',
      'Housing, Neighbourhood and the Building Services',
      'Other',
      'Port',
      'Total',
    ])
  })

  it.each([
    [
      'labels with their values',
      [
        ['Our ref:', 'FOI 118'],
        ['Date:', '4 March 2024'],
        ['Subject:', 'Parking fines'],
      ],
    ],
    [
      'a list of contents',
      [
        ['Introduction .............', '1'],
        ['Fines .............', '4'],
        ['Appeals .............', '9'],
      ],
    ],
    [
      'two addresses side by side',
      [
        ['Information Team', 'Ms Requester'],
        ['Town Hall', '1 Some Road'],
        ['Anywhere', 'Elsewhere'],
      ],
    ],
  ])('takes %s for no table', async (_, rows) => {
    const document = await read({ texts: cells([72, 260], 100, rows, 14) })
    expect(tablesOf(document)).toEqual([])
    expect(document.text).toContain(rows[1]?.[1])
  })
})

describe('tables over page breaks', () => {
  const head = ['Reference', 'Cause', 'People', 'Detail']
  const xs = [72, 150, 250, 300]
  const page = (texts: SmallPage['texts']): SmallPage => ({
    texts: [[72, 40, 'Anywhere Borough Council'], ...(texts ?? [])],
  })

  it('joins them, and counts a repeated head once', async () => {
    const document = await read(
      page(cells(xs, 700, [head, ['INC1', 'Human error', '1', 'Letter'], ['INC2', 'Lost device', '2', 'Phone']])),
      page(cells(xs, 80, [head, ['INC3', 'Human error', '3', 'E-mail'], ['INC4', 'Theft', '4', 'Laptop']])),
    )
    expect(onlyTable(document).map(([id]) => id)).toEqual(['Reference', 'INC1', 'INC2', 'INC3', 'INC4'])
    const rows = tablesOf(document)[0]?.rows ?? []
    expect(rows.map((row) => cite(document, row).page)).toEqual([1, 1, 1, 2, 2])
  })

  it('joins a cell that goes on at the top of the next page', async () => {
    const document = await read(
      page(
        cells(xs, 700, [
          head,
          ['INC1', 'Human error', '1', 'Letter'],
          ['INC2', 'Lost device', '2', 'A phone was left'],
        ]),
      ),
      page([[300, 80, 'on a train'], ...cells(xs, 110, [['INC3', 'Human error', '3', 'E-mail']])]),
    )
    expect(onlyTable(document).slice(2)).toEqual([
      ['INC2', 'Lost device', '2', 'A phone was left on a train'],
      ['INC3', 'Human error', '3', 'E-mail'],
    ])
  })

  it('keeps another table with a head of its own apart', async () => {
    const ys = [700, 720, 740].map((y) => y - 14)
    const document = await read(
      {
        texts: cells([76, 204, 284], 700, [
          ['Street', '2022', '2023'],
          ['High Street', '12', '7'],
        ]),
        strokes: grid([72, 200, 280, 360], ys),
      },
      {
        texts: cells([76, 204, 284], 100, [
          ['Ward', '2022', '2023'],
          ['North', '3', '4'],
        ]),
        strokes: grid([72, 200, 280, 360], [86, 106, 126]),
      },
    )
    expect(tablesOf(document)).toHaveLength(2)
  })
})

describe('forms printed from a spreadsheet', () => {
  it('keeps words apart that are printed over each other', async () => {
    const { text } = await read({
      texts: [
        [72, 100, 'W7201_1'],
        [88, 100, '7', { bold: true }],
        [200, 100, 'Abertown'],
      ],
    })
    expect(text).toBe('W7201_1 7\tAbertown')
  })
})
