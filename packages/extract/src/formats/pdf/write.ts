import { around, type Place } from '@disclosed/document'
import { writeDataFile, writeGrid } from '../../grid.ts'
import { limits } from '../../limits.ts'
import type { Line, Run } from '../../line.ts'
import type { Writer } from '../../writer.ts'
import { type PrintedLine, runsOf } from './lines.ts'
import type { Part, TableCell, TablePart, TableRow } from './parts.ts'

/** Says the parts to the writer, each line and each cell with its page and box. */
export function writeParts(parts: readonly Part[], writer: Writer): void {
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        writer.heading(part.level, part.lines.map(asPlaced))
        break
      case 'paragraph':
        writer.paragraph(part.lines.map(asPlaced))
        break
      case 'item':
        writer.item(part.label, part.level, part.lines.map(asPlaced))
        break
      case 'furniture':
        writer.furniture(part.lines.map(asPlaced))
        break
      case 'table':
        writeTable(part, writer)
        break
      default:
        part satisfies never
    }
  }
}

function writeTable({ caption, headRows, rows, page, leftOut }: TablePart, writer: Writer): void {
  const title = caption.length > 0 ? caption.map(asPlaced) : null
  const asCells = (cells: TableRow) => cells.map((cell) => asCell(cell, page))
  if (leftOut === undefined) {
    writeGrid(writer, { caption: title, headRows, rows: rows.map(asCells), sheet: null })
    return
  }
  if (title) writer.paragraph(title)
  const kept = rows.slice(0, headRows + limits.dataFileRows).map(asCells)
  const data = { headRows, rows: kept, rowCount: rows.length - headRows + leftOut, sheet: null }
  writeDataFile(writer, data, () => kept)
}

function asCell(cell: TableCell, page: number): Line & { readonly columns: number; readonly rows: number } {
  const [first, ...rest] = cell.lines
  const words = cell.lines.flatMap((line, index): readonly Run[] =>
    index === 0 ? runsOf(line) : [{ text: ' ' }, ...runsOf(line)],
  )
  const box = first
    ? rest.filter((line) => line.page === first.page).reduce((all, line) => around(all, line.box), first.box)
    : null
  const place: Place = { kind: 'page', page: first?.page ?? page, box }
  return { words, place, columns: cell.columns, rows: cell.rows }
}

function asPlaced(line: PrintedLine): Line {
  return { words: runsOf(line), place: { kind: 'page', page: line.page, box: line.box } }
}
