import type { CellWords, Words } from '../../line.ts'
import {
  attribute,
  childElements,
  descendants,
  type Element,
  findAllWithin,
  findWithin,
  isBelow,
  isHidden,
  isTag,
  lengthOfWords,
} from './dom.ts'

/** What a table needs from the page around it. */
export interface TableReader {
  /** The words of an element in one piece, but for those of elements that stand apart. */
  readonly wordsOf: (element: Element, apart?: ReadonlySet<Element>) => Words
  readonly selectorOf: (element: Element) => string
}

/** Is it there to arrange the page and not to show data? Then its cells are read as blocks, one after the other. */
export function isLayout(table: Element): boolean {
  const role = attribute(table, 'role')
  if (role === 'presentation' || role === 'none') return true
  const rows = rowsOf(table)
  if (rows.every((row) => cellsOf(row).length <= 1)) return true
  if (isAroundTables(table) || isFrame(table)) return true
  if (findWithin(table, marksOfData)) return false
  return rows.length <= 2 && rows.some((row) => cellsOf(row).some(holdsPage))
}

/** The cells of a layout table in reading order. */
export function layoutCells(table: Element): readonly Element[] {
  return rowsOf(table).flatMap(cellsOf)
}

export function captionOf(table: Element): Element | null {
  return childElements(table).find(({ name }) => name === 'caption') ?? null
}

/** The rows with their cells, and how many of them are head: what stands in thead, else leading rows of th alone. */
export function readTable(table: Element, reader: TableReader): { headRows: number; rows: CellWords[][] } {
  const rows = rowsOf(table)
  const inHead = rows.findIndex((row) => !isInside(row, 'thead'))
  const allHeads = rows.findIndex((row) => !cellsOf(row).every(({ name }) => name === 'th'))
  const headRows = inHead > 0 ? inHead : Math.max(0, allHeads)
  return {
    headRows,
    rows: rows.map((row, index) => cellsOf(row).map((cell) => readCell(cell, rows.length - index, reader))),
  }
}

function readCell(cell: Element, rowsLeft: number, { wordsOf, selectorOf }: TableReader): CellWords {
  const rows = spanOf(cell, 'rowspan')
  return {
    words: wordsOf(cell),
    place: { kind: 'element', selector: selectorOf(cell) },
    columns: Math.max(1, Math.min(spanOf(cell, 'colspan'), 1000)),
    rows: rows === 0 ? rowsLeft : Math.min(rows, rowsLeft),
  }
}

function spanOf(cell: Element, name: string): number {
  const written = attribute(cell, name)
  return /^\d{1,5}$/.test(written) ? Number(written) : 1
}

const sections: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot'])
const marksOfData: ReadonlySet<string> = new Set(['th', 'thead', 'caption'])

/** Its own rows, foot last, those of tables inside left out; hidden rows and rows without a cell too. */
export function rowsOf(table: Element): readonly Element[] {
  const own = childElements(table).filter((each) => !isHidden(each))
  const foot = own.filter(({ name }) => name === 'tfoot')
  return [...own.filter(({ name }) => name !== 'tfoot'), ...foot]
    .flatMap((each) => (sections.has(each.name) ? childElements(each) : [each]))
    .filter((row) => row.name === 'tr' && !isHidden(row) && cellsOf(row).length > 0)
}

export function cellsOf(row: Element): readonly Element[] {
  return childElements(row).filter((cell) => (cell.name === 'td' || cell.name === 'th') && !isHidden(cell))
}

function isInside(row: Element, section: string): boolean {
  return row.parent !== null && isTag(row.parent) && row.parent.name === section
}

/** Are most of its words those of tables inside it? */
function isAroundTables(table: Element): boolean {
  const inner = findAllWithin(table, 'table')
  if (inner.length === 0) return false
  const outermost = inner.filter((each) => !inner.some((other) => other !== each && isBelow(each, other)))
  return outermost.reduce((sum, each) => sum + lengthOfWords(each), 0) * 2 > lengthOfWords(table)
}

/** Is it a frame around a letter: one cell with a page in it, and hardly a word beside? */
function isFrame(table: Element): boolean {
  const whole = lengthOfWords(table)
  return rowsOf(table).some((row) =>
    cellsOf(row).some((cell) => holdsPage(cell) && lengthOfWords(cell) * 5 > whole * 4),
  )
}

/** A cell that holds headings or a great many paragraphs is a column of a page. */
function holdsPage(cell: Element): boolean {
  let paragraphs = 0
  for (const { name } of descendants(cell)) {
    if (/^h[1-6]$/.test(name)) return true
    if (name === 'p' || name === 'li') paragraphs += 1
  }
  return paragraphs > 8
}
