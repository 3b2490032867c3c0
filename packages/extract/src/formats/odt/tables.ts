import { childElements, type Element } from '../html/dom.ts'
import type { StoryBlock, StoryCell, StoryTable } from '../story/story.ts'

/** A table: its rows, those of its head first; cells that others cover are none. */
export function tableIn(table: Element, blocksIn: (cell: Element) => readonly StoryBlock[]): StoryTable {
  const rows = rowsOf(table, false, 0)
  const headRows = rows.findIndex(({ isHead }) => !isHead)
  return {
    kind: 'table',
    headRows: Math.max(0, headRows),
    rows: rows.map(({ row }) => childElements(row).flatMap((cell) => cellsOf(cell, blocksIn))),
  }
}

interface RowOfTable {
  readonly row: Element
  readonly isHead: boolean
}

function rowsOf(element: Element, isHead: boolean, depth: number): readonly RowOfTable[] {
  if (depth > 20) return []
  return childElements(element).flatMap((each): readonly RowOfTable[] => {
    if (each.name === 'table:table-row') return [{ row: each, isHead }]
    return /^table:table-(?:header-rows|rows|row-group)$/.test(each.name)
      ? rowsOf(each, isHead || each.name === 'table:table-header-rows', depth + 1)
      : []
  })
}

function cellsOf(cell: Element, blocksIn: (cell: Element) => readonly StoryBlock[]): readonly StoryCell[] {
  if (cell.name !== 'table:table-cell') return []
  const blocks = blocksIn(cell)
  const times = Math.min(spanOf(cell, 'table:number-columns-repeated'), mostRepeated)
  const one: StoryCell = {
    columns: spanOf(cell, 'table:number-columns-spanned'),
    rows: spanOf(cell, 'table:number-rows-spanned'),
    blocks,
  }
  return Array.from({ length: times }, () => one)
}

/** A table in a text has no more columns than this; one that repeats a cell more often was made to fill the memory. */
const mostRepeated = 100

function spanOf(cell: Element, name: string): number {
  const written = cell.attribs[name] ?? '1'
  return /^[1-9]\d{0,4}$/.test(written) ? Number(written) : 1
}
