import { textOf } from './lines.ts'
import type { TableRow } from './parts.ts'

/** A sentence has at least so many letters. */
const shortestSentence = 60

/**
 * Forms printed from a spreadsheet tag the whole page as one table: its title, what to do, then the table proper. Rows of
 * instructions above and below it (one cell that runs over several columns and reads as a sentence) are left to the text,
 * and with them the titles outside them. A table of two columns has none: there a long row may be a question.
 */
export function withoutProse(rows: readonly TableRow[], columns: number): readonly TableRow[] {
  if (columns < 3) return rows
  const open = rows.findIndex((row) => filled(row) > 2)
  const close = rows.findLastIndex((row) => filled(row) > 2)
  if (open === -1) return rows
  const from = rows.slice(0, open).findLastIndex(isSentence) + 1
  const after = rows.slice(close + 1).findIndex(isSentence)
  return rows.slice(from, after === -1 ? rows.length : close + 1 + after)
}

function filled(row: TableRow): number {
  return row.filter(({ lines }) => lines.length > 0).length
}

function isSentence(row: TableRow): boolean {
  const [cell, ...more] = row.filter(({ lines }) => lines.length > 0)
  if (!cell || more.length > 0 || cell.columns < 2) return false
  return cell.lines.map(textOf).join(' ').length >= shortestSentence
}
