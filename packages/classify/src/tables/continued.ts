import type { Line } from '../letter.ts'
import { isReference, isTotal, isYesNo } from './cells.ts'
import type { GridRow } from './grid.ts'
import { filled } from './grid.ts'
import type { Headed } from './head.ts'
import { isPageBreak } from './page-break.ts'
import { isPeriodLabel } from './period-labels.ts'

/** Joins the pieces of tables that page breaks, repeated heads, empty lines or captions have parted. */
export function joinContinued(tables: readonly Headed[], lines: readonly Line[]): readonly Headed[] {
  const whole: Headed[] = []
  // The rows of the last table, which may be carried on a thousand times.
  let body: GridRow[] = []
  for (const next of tables) {
    const last = whole.at(-1)
    const rows = last && isBetweenPages(lines, last, next) ? rowsCarriedOn(last, next) : null
    if (last && rows) {
      for (const row of rows) body.push(row)
      whole[whole.length - 1] = { ...last, body, grid: { ...last.grid, last: next.grid.last } }
    } else {
      body = [...next.body]
      whole.push({ ...next, body })
    }
  }
  return whole
}

/** Is there nothing between two pieces but what a page puts there: its number, or the caption again? */
function isBetweenPages(lines: readonly Line[], one: Headed, other: Headed): boolean {
  // Two tables of one line have words between them.
  const line = lines[other.grid.first]
  const start = other.grid.rows[0]?.find(({ text }) => text !== '')?.start ?? 0
  if (other.grid.first <= one.grid.last || (line && start > line.start + longestMark)) return false
  const between = lines.slice(one.grid.last + 1, other.grid.first)
  const caption = lines[one.grid.first - 1]?.text
  return between.length <= 3 && between.every(({ text }) => text === caption || isPageBreak(text))
}

/** More than «| » or a bullet before the first cell of a line names the table that begins there. */
const longestMark = 12

/** The rows by which a piece carries on a table; null where it is a table of its own. */
function rowsCarriedOn(table: Headed, piece: Headed): readonly GridRow[] | null {
  const width = table.body[0]?.length ?? 0
  if (width < 2 || (piece.grid.rows[0]?.length ?? 0) > width) return null
  // Below a total another list begins.
  if (table.headRows === 0 && isTotal(table.body.at(-1)?.[0]?.text ?? '')) return null
  if (table.headRows === 0)
    return piece.headRows === 0 && piece.grid.rows[0]?.length === width && isSameKind(table, piece.grid.rows)
      ? piece.grid.rows
      : null
  if (piece.headRows > 0 && words(piece.heads) === words(table.heads)) return padded(piece.body, width)
  const isHeaded =
    piece.headRows > 0 && (isYears(piece) || !isSameKind(table, piece.grid.rows.slice(0, piece.headRows)))
  return isHeaded || piece.grid.headRows > 0 || !isSameKind(table, piece.grid.rows)
    ? null
    : padded(piece.grid.rows, width)
}

/** «Type | 2021 | 2022»: the years of a head are written like its figures. */
function isYears({ grid: { rows } }: Headed): boolean {
  const [, ...heads] = rows[0] ?? []
  return heads.length > 1 && heads.every(({ text }) => isPeriodLabel(text))
}

function words(heads: Headed['heads']): string {
  return heads.map((labels) => labels.map((label) => label.text.toLowerCase()).join(' ')).join('|')
}

function padded(rows: readonly GridRow[], width: number): readonly GridRow[] {
  return rows.map((row) => {
    const end = row.at(-1)?.end ?? 0
    return [...row, ...Array.from({ length: width - row.length }, () => ({ text: '', under: '', start: end, end }))]
  })
}

/** Do rows hold references, dates, yes and no, or figures where the table's rows do? At least one column must show it. */
function isSameKind(table: Headed, rows: readonly GridRow[]): boolean {
  const sample = table.body.slice(-20)
  const typed = (sample[0] ?? []).flatMap((_, column) => {
    const is = tests.find((test) => sample.every((row) => test(row[column]?.text ?? '')))
    return is ? [rows.every((row) => is(row[column]?.text ?? ''))] : []
  })
  const isFull = rows.every((row) => filled(row).length * 2 >= (sample[0] ?? []).length)
  return isFull && typed.length > 0 && typed.every((fits) => fits)
}

const tests: readonly ((text: string) => boolean)[] = [
  (text) => isPeriodLabel(text),
  (text) => isYesNo(text),
  (text) => isReference(text) && /[a-z]/i.test(text),
  (text) => /^£?\d[\d,.]{0,12}$/.test(text),
]
