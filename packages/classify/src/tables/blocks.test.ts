import type { Block, Cell, Document, Row } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { findIncidents } from '../incidents/index.ts'
import { letterOf } from '../letter.ts'
import { findTables } from './index.ts'
import { outlined } from './outline.ts'

/** A cell that fills several columns or rows is written "words>2" or "words^2". */
function letterWith(tables: readonly (readonly string[])[], headRows = 0, between = ''): ReturnType<typeof letterOf> {
  let text = ''
  const blocks: Block[] = []
  for (const table of tables) {
    const tableStart = text.length
    const rows = table.map((line): Row => {
      const start = text.length
      const cells = line.split('|').map((written): Cell => {
        const [words = '', columns = '1'] = (written.split('^')[0] ?? '').split('>')
        if (text.length > start) text += '\t'
        const from = text.length
        text += words
        return { start: from, end: text.length, columns: Number(columns), rows: Number(written.split('^')[1] ?? '1') }
      })
      const row = { start, end: text.length, cells }
      text += '\n'
      return row
    })
    blocks.push({ kind: 'table', caption: null, headRows, start: tableStart, end: text.length - 1, rows })
    if (between) {
      blocks.push({ kind: 'paragraph', start: text.length, end: text.length + between.length })
      text += `${between}\n`
    }
  }
  const document: Document = {
    id: 'sha256:00',
    mediaType: 'text/plain',
    bytes: text.length,
    part: null,
    pages: null,
    ocr: false,
    reader: 'text@1',
    text,
    blocks,
    places: [],
    bold: [],
    links: [],
    notes: [],
  }
  return letterOf(document)
}

function tablesIn(tables: readonly (readonly string[])[], headRows = 0, between = ''): string {
  return findTables(letterWith(tables, headRows, between))
    .map(outlined)
    .join('\n\n')
}

describe('tables that the file marks', () => {
  it('joins the words of two heads, the upper one merged over its columns', () => {
    expect(tablesIn([['Device^2|2018>2|2019>2', 'Lost|Stolen|Lost|Stolen', 'Radio|4|1|5|2', 'Camera|0|1|0|3']])).toBe(
      [
        'crosstab',
        'Device | 2018 Lost | 2018 Stolen | 2019 Lost | 2019 Stolen',
        '"Radio" | 4 | 1 | 5 | 2',
        '"Camera" | 0 | 1 | 0 | 3',
      ].join('\n'),
    )
  })

  it('parts a sheet at its empty rows and takes a lone cell above for the title', () => {
    expect(
      tablesIn([
        [
          'Losses by type|',
          '|',
          'Type|Losses',
          'Vans|4',
          'Radios|5',
          '|',
          'Losses by month|',
          'Month|Losses',
          'May|4',
          'June|5',
        ],
      ]),
    ).toBe(
      [
        'breakdown: Losses by type',
        'Type | Losses',
        '"Vans" | 4',
        '"Radios" | 5',
        '',
        'series: Losses by month',
        'Month | Losses',
        '"May" | 4',
        '"June" | 5',
      ].join('\n'),
    )
  })

  it('drops columns without words and notes below the last row', () => {
    expect(tablesIn([['Type|Losses|', 'Vans|4|', 'Radios|5|', 'Note: radios were found again.||']])).toBe(
      ['breakdown', 'Type | Losses', '"Vans" | 4', '"Radios" | 5'].join('\n'),
    )
  })

  it('joins pieces that a page break parted', () => {
    expect(
      tablesIn(
        [['Ref|Date|What happened', 'L1/20|04/05/2020|Bag left on a bus'], ['L2/20|09/05/2020|Letter sent astray']],
        0,
        'Page 2 of 2',
      ),
    ).toBe(
      [
        'register',
        'Ref | Date | What happened',
        '"L1/20" | "04/05/2020" | "Bag left on a bus"',
        '"L2/20" | "09/05/2020" | "Letter sent astray"',
      ].join('\n'),
    )
  })

  it.for([
    ['contact details', ['Telephone|01234 567890', 'Email|foi@example.gov.uk', 'Address|Town Hall']],
    ['a cover', ['Our reference|FOI 12', 'Date|4 May 2020', 'Subject|Losses']],
    [
      'a page set in columns',
      [
        'We have looked into your request with care and can tell you that nothing of the kind is held by us.|Your request was about the loss of bags on buses in the year 2020, and it was received in May.',
      ],
    ],
    [
      'questions beside their answers',
      ['Question|Answer', 'How many vans were lost in the year?|4', 'How many radios were lost in the year?|5'],
    ],
  ] as const)('leaves out %s', ([, rows]) => {
    expect(tablesIn([rows])).toBe('')
  })

  it('takes dates further in for those of cases, and numbers in order for the numbers of the rows', () => {
    expect(
      tablesIn([['Place|Switched on|Gross income', 'North Street|23/02/2016|149', 'South Street|30/11/2015|24']]),
    ).toMatch(/^register/)
    expect(tablesIn([['No|Cause|Fires', '1|Haste|4', '2|Storm|5', '3|Frost|1', '4|Rust|1']])).toMatch(/^breakdown/)
  })

  it('lets numbers head the rows where nothing else does', () => {
    expect(tablesIn([['Dogs in the home|Homes|Share', '0|138|6.9', '1|178|8.8', '2|626|31.1', '3|1070|53.2']])).toMatch(
      /^(?:breakdown|crosstab)/,
    )
  })

  it('keeps fifty rows of a table too long to be read as a letter, and says how many there are', () => {
    const rows = Array.from({ length: 11_000 }, (_, at) => `R-${at}|Bag left on a bus`)
    const [table] = findTables(letterWith([['Ref|What happened', ...rows]]))
    expect(table?.rows).toHaveLength(50)
    expect(table?.rowCount).toBe(11_000)
  })

  it('counts the rows of a data file that stay in it, and takes none of those shown for incidents', () => {
    const letter = letterWith(
      [
        [
          'Reference|Date of incident|Type of breach',
          'S-01|4 May 2020|Letter to wrong address',
          'S-02|7 May 2020|Lost laptop',
          'S-03|9 May 2020|Lost file',
        ],
      ],
      1,
    )
    const blocks = letter.document.blocks.flatMap((block) =>
      block.kind === 'table' ? [{ ...block, kind: 'data_file' as const, rowCount: 30_000, sheet: 'Register' }] : [],
    )
    const [table] = findTables(letterOf({ ...letter.document, blocks }))
    expect(table).toMatchObject({ kind: 'register', rowCount: 30_000 })
    expect(table?.rows).toHaveLength(3)
    expect(table && findIncidents(table)).toEqual([])
    expect(findTables(letter).flatMap(findIncidents)).toHaveLength(3)
  })
})
