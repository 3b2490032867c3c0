import type { Letter, Line } from '../../letter.ts'
import { isSentence } from '../cells.ts'
import type { Grid, GridCell, GridRow, GridSource, Label } from '../grid.ts'
import { filled, squared, wholeLine } from '../grid.ts'
import { isHeadOfLabels } from '../headings.ts'
import { widthOf } from '../widths.ts'

/**
 * Web pages printed as text may end every cell with an upright stroke and begin a new line for it: "Ward |", "2021 |", "Castle |",
 * "12 |". Where a row ends is not said, but no cell is lost: an empty one is a stroke alone, so the rows show in what the cells are.
 */
export const strokeStream: GridSource = {
  id: 'tables/stroke-stream',
  about: 'One cell to each line, ended by an upright stroke.',
  find: (letter, lines, taken): readonly Grid[] => {
    const grids: Grid[] = []
    let at = 0
    while (at < lines.length) {
      const end = streamEnd(lines, taken, at)
      if (end > at) grids.push(...gridsOf(letter, lines, cornerAt(lines, taken, at), end))
      at = Math.max(end, at + 1)
    }
    return grids
  },
}

const mostWrapped = 3

/** The line behind a stream that begins at a line; a cell's words may go on over a few lines before its stroke comes. */
function streamEnd(lines: readonly Line[], taken: ReadonlySet<number>, first: number): number {
  if (taken.has(first) || !lines[first]?.text.endsWith('|')) return first
  let end = first
  let wrapped = 0
  for (let at = first; at < lines.length && wrapped <= mostWrapped && !taken.has(at); at += 1) {
    const text = lines[at]?.text ?? ''
    if (text.endsWith('|')) {
      end = at + 1
      wrapped = 0
    } else if (text.length > 100 || isSentence(text) || text.includes('|')) break
    else wrapped += 1
  }
  return isStream(lines.slice(first, end)) ? end : first
}

/** «Year» over a stroke alone: the words of the first cell stand above the stroke that ends it. */
function cornerAt(lines: readonly Line[], taken: ReadonlySet<number>, first: number): number {
  const above = lines[first - 1]
  const isAlone = lines[first]?.text === '|' && !lines[first]?.gap
  if (!isAlone || !above || taken.has(first - 1) || isSentence(above.text)) return first
  const isShort = above.gap && above.text.split(' ').length <= 5 && !/[.:;,?]$/.test(above.text)
  return isHeadOfLabels(above.text) || isShort ? first - 1 : first
}

/** Most lines hold one stroke, at their end; lines that each hold a whole row are another layout. */
function isStream(lines: readonly Line[]): boolean {
  const single = lines.filter(({ text }) => text.indexOf('|') === text.length - 1).length
  return lines.length >= 4 && single * 2 > lines.length
}

/** A line without a stroke may name the table below it rather than go on in the next cell. */
function gridsOf(letter: Letter, lines: readonly Line[], first: number, end: number): readonly Grid[] {
  const whole = gridOf(letter, lines, first, end)
  if (whole) return [whole]
  const breaks = lines.slice(first, end).flatMap(({ text }, at) => (text.endsWith('|') ? [] : first + at))
  const found = breaks.slice(0, mostBreaks).flatMap((at) => {
    const grid = isStream(lines.slice(first, at)) ? gridOf(letter, lines, first, at) : null
    return grid ? [{ grid, at }] : []
  })
  const [part] = found
  return part ? [part.grid, ...gridsOf(letter, lines, part.at + 1, end)] : []
}

const mostBreaks = 8

function gridOf(letter: Letter, lines: readonly Line[], first: number, end: number): Grid | null {
  const cells = cellsOf(letter, lines.slice(first, end))
  const width = cells && widthOf(cells, end >= lines.length - 1)
  if (!cells || !width) return null
  const all: GridRow[] = []
  for (let at = 0; at + 2 <= cells.length; at += width) all.push(cells.slice(at, at + width))
  const [top, ...below] = all.filter((row) => filled(row).length > 0)
  if (!top || below.length === 0) return null
  const caption = isLoneLabel(top) ? (top[0] ?? null) : null
  const rows = squared(caption ? below : [top, ...below])
  return { rule: 'tables/stroke-stream', rows, headRows: 0, caption, first, last: end - 1, told: false }
}

/** A label with nothing beside it above the head names the table. */
function isLoneLabel(row: GridRow): boolean {
  return row.length > 1 && row[0]?.text !== '' && filled(row).length === 1
}

const mostCellsOfStream = 4_000

/** The cells between the strokes, words of several lines joined; null where they are too many. */
function cellsOf(letter: Letter, lines: readonly Line[]): readonly GridCell[] | null {
  const cells: GridCell[] = []
  let open: Label[] = []
  for (const line of lines) {
    const whole = wholeLine(letter, line)
    if (!whole) return null
    const pieces = whole.text.split('|')
    let from = 0
    for (const [at, piece] of pieces.entries()) {
      const text = piece.trim()
      const start = whole.start + from + (text === '' ? 0 : piece.indexOf(text))
      if (text !== '') open.push({ text, start, end: start + text.length })
      if (at < pieces.length - 1) {
        cells.push(joined(open, start))
        open = []
      }
      from += piece.length + 1
    }
    if (cells.length > mostCellsOfStream) return null
  }
  return cells
}

function joined(pieces: readonly Label[], at: number): GridCell {
  const text = pieces.map((piece) => piece.text).join(' ')
  return { text, under: text, start: pieces[0]?.start ?? at, end: pieces.at(-1)?.end ?? at }
}
