import { describe, expect, it } from 'vitest'
import type { Word } from './drawn.ts'
import type { StructureNode } from './engine.ts'
import { textOf } from './lines.ts'
import { taggedTables } from './tagged-tables.ts'

/** A word of marked content `mark` at x, y, six points wide for each letter. */
function word(mark: number, x: number, y: number, text: string): Word {
  const box = [x, y - 9, x + 6 * text.length, y + 2] as const
  const plain = { bold: false, artifact: false, note: null, turned: false, spaced: true, href: null, page: 1 }
  return { text, box, base: y, size: 10, mark, ...plain }
}

function cell(role: 'TH' | 'TD', ...marks: readonly number[]): StructureNode {
  return { role, children: marks.map((mark) => ({ type: 'content', id: `p7R_mc${mark}` })) }
}

function tableOf(...rows: readonly (readonly StructureNode[])[]): StructureNode {
  const body = { role: 'TBody', children: rows.map((children) => ({ role: 'TR', children })) }
  return { role: 'Root', children: [{ role: 'Document', children: [{ role: 'Table', children: [body] }] }] }
}

function read(words: readonly Word[], tree: StructureNode): readonly (readonly string[])[] {
  const [table] = taggedTables({ words, rules: [], shades: [] }, tree)
  return (table?.rows ?? []).map((row) => row.map(({ lines }) => lines.map(textOf).join(' ')))
}

const head = [word(0, 72, 100, 'Street'), word(1, 200, 100, '2022'), word(2, 300, 100, '2023')]
const headRow = [cell('TH', 0), cell('TH', 1), cell('TH', 2)]

describe('tables that tags name', () => {
  it('leaves the instructions of a form outside its table, and keeps a title that is none', () => {
    const told = 'Use one line for each street and leave out the ones without any fines'.split(' ')
    const rest = told.map((each, index) => word(9, 72 + 20 * index, 80, each))
    const body = [word(3, 72, 120, 'Mill'), word(4, 200, 120, '3'), word(5, 300, 120, '7')]
    const rows = [headRow, [cell('TD', 3), cell('TD', 4), cell('TD', 5)]]
    const table = [
      ['Street', '2022', '2023'],
      ['Mill', '3', '7'],
    ]
    expect(read([...rest, ...head, ...body], tableOf([cell('TD', 9)], ...rows))).toEqual(table)
    const title = ['Fines', 'issued', 'by', 'street', 'year'].map((each, index) => word(9, 72 + 60 * index, 80, each))
    expect(read([...title, ...head, ...body], tableOf([cell('TD', 9)], ...rows))).toHaveLength(3)
  })

  it('puts empty cells back where the file leaves them out', () => {
    const words = [...head, word(3, 72, 120, 'Mill'), word(4, 306, 120, '7')]
    const tree = tableOf(headRow, [cell('TD', 3), cell('TD', 4)])
    expect(read(words, tree)).toEqual([
      ['Street', '2022', '2023'],
      ['Mill', '', '7'],
    ])
  })

  it('orders cells by where they stand, not by when they were written', () => {
    const words = [...head, word(3, 306, 120, '7'), word(4, 72, 120, 'Mill'), word(5, 206, 120, '4')]
    const tree = tableOf(headRow, [cell('TD', 3), cell('TD', 4), cell('TD', 5)])
    expect(read(words, tree)[1]).toEqual(['Mill', '4', '7'])
  })

  it('keeps the lines of a wrapped cell in one cell', () => {
    const words = [...head, word(3, 72, 120, 'Mill'), word(3, 72, 132, 'Lane'), word(4, 206, 126, '4')]
    const tree = tableOf(headRow, [cell('TD', 3), cell('TD', 4)])
    expect(read(words, tree)[1]).toEqual(['Mill Lane', '4', ''])
  })

  it('says how many rows are its head', () => {
    const words = [...head, word(3, 72, 120, 'Mill'), word(4, 206, 120, '4')]
    const [table] = taggedTables({ words, rules: [], shades: [] }, tableOf(headRow, [cell('TD', 3), cell('TD', 4)]))
    expect(table?.headRows).toBe(1)
  })

  it('leaves a table of one column, and one whose cells overlap, to the eye', () => {
    expect(read([word(0, 72, 100, 'One'), word(1, 72, 120, 'Two')], tableOf([cell('TD', 0)], [cell('TD', 1)]))).toEqual(
      [],
    )
    const words = [...head, word(3, 72, 120, 'Mill'), word(4, 80, 120, 'Lane')]
    expect(read(words, tableOf(headRow, [cell('TD', 3), cell('TD', 4)]))).toEqual([])
  })
})
