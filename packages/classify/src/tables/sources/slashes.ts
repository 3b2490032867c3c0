import type { Line } from '../../letter.ts'
import { isSentence } from '../cells.ts'
import { filled, type Grid, type GridCell, type GridRow, type GridSource, squared } from '../grid.ts'
import { isPeriodLabel } from '../period-labels.ts'

/** Rows whose cells are parted by " / ", each perhaps over several lines: "2020 / 2021", "Vans / 4", "(50%) / 6". */
export const slashes: GridSource = {
  id: 'tables/slashes',
  about: 'Cells parted by strokes that lean, with spaces around them.',
  find: (_letter, lines, taken): readonly Grid[] => {
    const grids: Grid[] = []
    let at = 0
    while (at < lines.length) {
      const rows = rowsFrom(lines, taken, at)
      const last = rows.at(-1)?.last ?? at
      const grid = gridOf(rows)
      if (grid)
        grids.push({ ...grid, rule: 'tables/slashes', headRows: 0, caption: null, first: at, last, told: false })
      at = grid ? last + 1 : Math.max(last, at + 1)
    }
    return grids
  },
}

interface Row {
  readonly cells: readonly GridCell[]
  readonly last: number
}

const mostLines = 60
const mostRows = 400

/** The rows that stand below each other from a line on. All have as many cells as the second; the head may lack the corner. */
function rowsFrom(lines: readonly Line[], taken: ReadonlySet<number>, first: number): readonly Row[] {
  const head = piecesOf(lines[first])
  if (taken.has(first) || head.length < 2 || isProse(lines[first])) return []
  const rows: Row[] = [{ cells: head, last: first }]
  let width = head.length + 1
  while (rows.length < mostRows) {
    const from = (rows.at(-1)?.last ?? first) + 1
    const row = rowAt(lines, taken, from, width) ?? (rows.length === 1 ? rowAt(lines, taken, from, head.length) : null)
    if (!row) break
    width = row.cells.length
    rows.push(row)
  }
  return rows
}

/** The row that begins at a line: its cells, some of which go on over the next lines, until there are as many as it must have. */
function rowAt(lines: readonly Line[], taken: ReadonlySet<number>, first: number, width: number): Row | null {
  const cells: GridCell[] = []
  for (let at = first; at < first + mostLines && at < lines.length && !taken.has(at); at += 1) {
    const line = lines[at]
    const pieces = piecesOf(line)
    if (!line || pieces.length === 0 || (at > first && line.gap) || (at === first && pieces.length < 2)) return null
    const [goesOn, ...next] = pieces
    const open = at > first ? cells.pop() : undefined
    cells.push(...(open && goesOn ? [joined(open, goesOn), ...next] : pieces))
    if (cells.length > width) return null
    const isWhole = cells.length === width && !isRest(lines[at + 1])
    if (isWhole) return { cells, last: at }
  }
  return null
}

/** "(53%)" alone on a line ends the cell above. */
function isRest(line: Line | undefined): boolean {
  return line !== undefined && !line.gap && /^\([^()]{1,20}\)[*†]?$/.test(line.text)
}

function isProse(line: Line | undefined): boolean {
  return line !== undefined && (line.text.length > 400 || isSentence(line.text.replaceAll(' / ', ' ').slice(0, 120)))
}

function piecesOf(line: Line | undefined): readonly GridCell[] {
  if (!line || line.text.length > 2_000) return []
  let from = 0
  return line.text.split(/ \/(?= |$)/).map((piece) => {
    const text = piece.trim()
    const start = line.start + from + (text === '' ? 0 : piece.indexOf(text))
    from += piece.length + 2
    return { text, under: text, start, end: start + text.length }
  })
}

function joined(one: GridCell, other: GridCell): GridCell {
  const text = [one.text, other.text].filter((each) => each !== '').join(' ')
  return { text, under: text, start: one.start, end: other.end }
}

/** Figures below each other, or heads that are periods, show a table; words with strokes between them ("and / or") do not. */
function gridOf(rows: readonly Row[]): { readonly rows: readonly GridRow[] } | null {
  const [head, ...body] = rows.map(({ cells }) => cells)
  if (!head || body.length === 0) return null
  const beside = body.flatMap((row) => row.slice(1).filter((cell) => cell.text !== ''))
  const figures = beside.filter((cell) => /^[£<~]?\s?\d/.test(cell.text) && cell.text.length <= 40).length
  const isHeaded = filled(head).some((cell) => isPeriodLabel(cell.text)) || body.length >= 2
  return isHeaded && figures * 2 > beside.length ? { rows: squared([head, ...body]) } : null
}
