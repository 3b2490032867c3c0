import { describe, expect, it } from 'vitest'
import { rowFormats } from './row-formats.ts'
import { printRows, rowPrinter } from './rows.ts'

const columns = ['authority', 'number', 'quote']
const rows = [
  ['leeds', 4, 'a "total" of 4'],
  ['adur', null, '=HYPERLINK("x")'],
]

describe('rows', () => {
  it('line up in a table, numbers to the right, and say where there is nothing', () => {
    expect(printRows(columns, rows, 'table')).toBe(
      [
        'authority  number  quote',
        '─────────  ──────  ───────────────',
        'leeds           4  a "total" of 4',
        'adur            ·  =HYPERLINK("x")',
        '',
      ].join('\n'),
    )
  })

  it('are CSV that a spreadsheet takes for text', () => {
    expect(printRows(columns, rows, 'csv')).toBe(
      'authority,number,quote\nleeds,4,"a ""total"" of 4"\nadur,,"\'=HYPERLINK(""x"")"\n',
    )
    expect(printRows(['n'], [[-4], ['-'], ['-4'], ['-A1']], 'csv')).toBe("n\n-4\n-\n-4\n'-A1\n")
  })

  it('are JSON, as a list or a row a line, large numbers whole', () => {
    expect(JSON.parse(printRows(columns, rows, 'json'))).toEqual([
      { authority: 'leeds', number: 4, quote: 'a "total" of 4' },
      { authority: 'adur', number: null, quote: '=HYPERLINK("x")' },
    ])
    expect(printRows(['n', 'n'], [[2n ** 60n, 1]], 'jsonl')).toBe('{"n":"1152921504606846976","n_2":1}\n')
  })

  it('keep a table to one line a row and let no letter steer the terminal', () => {
    const table = printRows(['quote'], [['one\n\u001b[2Jtwo\u202e'], ['x'.repeat(100)]], 'table')
    expect(table.split('\n')).toEqual(['quote', '─'.repeat(60), 'one [2Jtwo', `${'x'.repeat(59)}…`, ''])
  })

  it.for(rowFormats)('are the same in %s whether they come at once or one by one, many or none', (format) => {
    for (const count of [0, 1, 2, 1500]) {
      const many = Array.from({ length: count }, (_, at) => [
        `council ${at % 1000}`,
        at % 3 === 0 ? null : at % 1000,
        'so many',
      ])
      const printer = rowPrinter(columns, format)
      const oneByOne = many.map((row) => printer.print([row])).join('') + printer.end()
      expect(oneByOne).toBe(printRows(columns, many, format))
    }
  })
})
