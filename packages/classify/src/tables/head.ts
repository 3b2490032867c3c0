import { isBand, isFigure, isGap, isReference, isYesNo } from './cells.ts'
import { filled, type Grid, type GridCell, type GridRow, type Label } from './grid.ts'
import { isHeadOfCases, isHeadOfFigures, isHeadOfLabels } from './headings.ts'
import { isPeriodLabel } from './period-labels.ts'

/** A grid whose head is told from its rows. */
export interface Headed {
  readonly grid: Grid
  /** For each column the labels above it, the outermost first; none where there is no head. */
  readonly heads: readonly (readonly Label[])[]
  readonly body: readonly GridRow[]
  readonly headRows: number
}

const mostHeadRows = 3

/** Tells the head of a grid from its rows, and puts every head above the column it belongs to. */
export function headed(grid: Grid): Headed {
  const headRows = grid.headRows > 0 ? Math.min(grid.headRows, grid.rows.length) : countHeadRows(grid.rows)
  const rows = grid.rows.slice(0, headRows)
  const body = grid.rows.slice(headRows)
  return { grid, heads: headsOf(rows, body), body, headRows }
}

/** Rows at the top without a single figure, above rows that have some; years and bands are labels here. */
function countHeadRows(rows: readonly GridRow[]): number {
  let count = 0
  while (count < mostHeadRows && count < rows.length - 1 && isHeadLike(rows[count] ?? [], count)) count += 1
  const below = rows[count] ?? []
  if (count > 0 && hasFigures(rows.slice(count))) return count
  return isHeadOfText(rows[0] ?? [], rows.slice(1)) || (count > 0 && count < rows.length && hasFigures([below])) ? 1 : 0
}

function hasFigures(rows: readonly GridRow[]): boolean {
  return rows.some((row) => row.some((cell) => isFigure(cell.text) && !isPeriodLabel(cell.text)))
}

function isHeadLike(row: GridRow, above: number): boolean {
  const cells = filled(row)
  if (cells.length === 0 || (cells.length === 1 && row.length > 2 && above > 0)) return false
  if (
    cells.some(
      (cell) => cell.text.length > 120 || isYesNo(cell.text) || (isCase(cell.text) && !isPeriodLabel(cell.text)),
    )
  )
    return false
  const beside = row.slice(1).filter((cell) => cell.text !== '')
  // «Male | Female | Unknown»: among names a word for what is not known names a group, too.
  const hasNames = beside.some((cell) => !isFigure(cell.text) && !isPeriodLabel(cell.text))
  const plain = beside.filter(
    ({ text }) => !isFigure(text) || isPeriodLabel(text) || isBand(text) || (hasNames && isGap(text) && isWorded(text)),
  )
  const hasBands = beside.some((cell) => isBand(cell.text) && !isPeriodLabel(cell.text))
  // "1", "2 to 5", "> 5", "Total": a lone number among bands is a band too.
  return hasBands ? plain.length * 2 > beside.length : plain.length === beside.length && beside.length > 0
}

/** «Unknown», «Not recorded», «Withheld»; «N/A», «nil» and «-» stand for figures only. */
function isWorded(text: string): boolean {
  return /^[a-z]{5,}|^not? [a-z]{4,}/i.test(text)
}

/** "FOI/2019/031" names a case; "V5C" and "P60" are forms, and may head a column. */
function isCase(text: string): boolean {
  return isReference(text) && /\d{3}|\d\W\d/.test(text)
}

/** The first row of a table of words: known headings, or labels above cells of another make (dates, references, yes and no). */
function isHeadOfText(row: GridRow, below: readonly GridRow[]): boolean {
  const cells = filled(row)
  if (
    below.length === 0 ||
    cells.length < 2 ||
    cells.some((cell) => cell.text.length > 100 || isReference(cell.text) || isFigure(cell.text))
  )
    return false
  if (cells.some((cell) => isPeriodLabel(cell.text) || isYesNo(cell.text))) return false
  const known = cells.filter(
    (cell) => isHeadOfCases(cell.text) || isHeadOfLabels(cell.text) || isHeadOfFigures(cell.text),
  ).length
  if (known * 2 > cells.length) return true
  const typed = row.filter(
    (cell, column) => cell.text !== '' && below.every((each) => isTyped(each[column]?.text ?? '')),
  ).length
  return typed > 0
}

function isTyped(text: string): boolean {
  return isPeriodLabel(text) || isReference(text) || isYesNo(text) || isFigure(text)
}

function headsOf(rows: readonly GridRow[], body: readonly GridRow[]): readonly (readonly Label[])[] {
  const width = body[0]?.length ?? rows[0]?.length ?? 0
  const placed = rows.map((row, at) => (at === rows.length - 1 ? shifted(row, body) : spread(row, rows[at + 1] ?? [])))
  return Array.from({ length: width }, (_, column) =>
    broken(
      placed.flatMap((row, at) => {
        const cell = row[column]
        const label = at === placed.length - 1 ? cell?.text : cell?.under
        const isRepeated = placed.slice(0, at).some((above) => above[column]?.start === cell?.start)
        return cell && label && !isRepeated ? [{ text: label, start: cell.start, end: cell.end }] : []
      }),
    ),
  )
}

/** «Apr 2017 –» over «Mar 2018» is one head that the width of its column broke. */
function broken(labels: readonly Label[]): readonly Label[] {
  const [above, below, ...more] = labels
  if (!above || !below || more.length > 0 || !/(?:[–—-]|\bto)$/i.test(above.text)) return labels
  const text = `${above.text} ${below.text}`
  return isPeriodLabel(text) ? [{ text, start: above.start, end: below.end }] : labels
}

/** An upper head stands over all columns up to the next: "2018, (empty), 2019, (empty)" or, without the empty cells, "2018, 2019". */
function spread(row: GridRow, below: GridRow): GridRow {
  const groups = filled(row.slice(1))
  const columns = row.length - 1
  const isCrowded =
    groups.length > 1 && groups.every((cell, at) => cell === row[at + 1]) && columns % groups.length === 0
  if (isCrowded && filled(below.slice(1)).length === columns) {
    const size = columns / groups.length
    return row.map((cell, column) => (column === 0 ? cell : (groups[Math.floor((column - 1) / size)] ?? cell)))
  }
  let over: GridCell | null = null
  return row.map((cell, column) => {
    if (column === 0 || cell.text !== '') {
      over = column === 0 ? null : cell
      return cell
    }
    return cell.under === '' && over ? over : cell
  })
}

/** A head that lacks the empty corner stands one column too far to the left: it is put above the columns it names. */
function shifted(row: GridRow, body: readonly GridRow[]): GridRow {
  const last = row.at(-1)
  const [first] = row
  const isShort = last?.text === '' && first && first.text !== '' && row.slice(0, -1).every((cell) => cell.text !== '')
  if (!isShort || isHeadOfLabels(first.text)) return row
  // "430/1329*" is no figure, but a year over the labels would be stranger still.
  const endsFilled = body.some((cells) =>
    isPeriodLabel(first.text) ? cells.at(-1)?.text : isFigure(cells.at(-1)?.text ?? ''),
  )
  const isLabelled = body.every((cells) => !isFigure(cells[0]?.text ?? '') || isPeriodLabel(cells[0]?.text ?? ''))
  return endsFilled && isLabelled
    ? [last, ...row.slice(0, -1)].map((cell, at) =>
        at === 0 ? { ...cell, text: '', under: '', start: first.start, end: first.start } : cell,
      )
    : row
}
