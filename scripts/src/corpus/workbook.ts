import * as XLSX from '@e965/xlsx'
import { type LetterSource, plain, type SourceBlock } from './source.ts'

type Cell = string | number

/** A workbook: each first heading begins a sheet of that name; lines stand above and below its tables. */
export function asWorkbook(source: LetterSource): Uint8Array {
  const workbook = XLSX.utils.book_new()
  for (const { name, blocks } of sheetsOf(source)) {
    const rows = blocks.flatMap(rowsOf)
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!cols'] = [{ wch: 28 }, { wch: 28 }, { wch: 40 }]
    XLSX.utils.book_append_sheet(workbook, sheet, name)
  }
  return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType: 'xlsx', compression: true }))
}

function sheetsOf({ name, blocks }: LetterSource): readonly { name: string; blocks: SourceBlock[] }[] {
  const sheets: { name: string; blocks: SourceBlock[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) sheets.push({ name: block.text, blocks: [] })
    else if (sheets.length === 0)
      throw new Error(`Cannot build the workbook of ${name}: words stand before its first "# sheet".`)
    else sheets.at(-1)?.blocks.push(block)
  }
  return sheets
}

function rowsOf(block: SourceBlock): readonly (readonly Cell[])[] {
  switch (block.kind) {
    case 'heading':
      return [[plain(block.text)]]
    case 'paragraph':
      return [...block.lines.map((line) => [plain(line)]), []]
    case 'list':
      return [...block.items.map((item) => [plain(item)]), []]
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows.map((row) => row.map(asCell)), []]
    default:
      return block satisfies never
  }
}

/** A count is a number in its cell, as a person would type it; a year that heads a row too. */
function asCell(cell: string): Cell {
  return /^\d{1,6}$/.test(cell) ? Number(cell) : plain(cell)
}
