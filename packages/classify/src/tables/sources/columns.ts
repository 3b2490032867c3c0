import type { Letter, Line } from '../../letter.ts'
import { isFigure, isNumeric } from '../cells.ts'
import {
  cellOf,
  type Grid,
  type GridCell,
  type GridRow,
  type GridSource,
  mostColumns,
  squared,
  wholeLine,
} from '../grid.ts'
import { isPeriodLabel } from '../period-labels.ts'

/** Columns made with runs of spaces, as typewriters and printed pages do. */
export const columns: GridSource = {
  id: 'tables/columns',
  about: 'Lines whose cells stand below each other, parted by two spaces or more.',
  find: (letter, lines, taken): readonly Grid[] => {
    const grids: Grid[] = []
    let run: Chunks[] = []
    let first = 0
    const finish = (last: number) => {
      const rows = run.length >= 3 ? (aligned(run) ?? inOrder(run)) : null
      if (rows) grids.push({ rule: 'tables/columns', rows, headRows: 0, caption: null, first, last, told: false })
      run = []
    }
    let last = 0
    lines.forEach((line, at) => {
      // A rule below the head, or above the total, parts no table.
      if (run.length > 0 && isRule.test(line.text)) return
      const row = taken.has(at) || line.block?.kind === 'item' ? null : chunksOf(letter, line)
      if (row === null || (line.gap && !isBelowHead(run, row))) finish(last)
      if (row === null) return
      if (run.length === 0) first = at
      last = at
      run.push(row)
    })
    finish(last)
    return grids
  },
}

const isRule = /^[-–—=_+|\s]{3,200}$/

/** An empty line parts a head from its rows: «Service   2021   2022», and below it «Housing   4   6». */
function isBelowHead(run: readonly Chunks[], row: Chunks): boolean {
  const [head, second] = run
  if (!head || second || head.length !== row.length) return false
  const isFigure = ({ cell: { text } }: Chunk) => isNumeric(text) && !isPeriodLabel(text)
  return !head.some(isFigure) && row.slice(1).some(isFigure)
}

interface Chunk {
  readonly cell: GridCell
  readonly from: number
  readonly to: number
}
type Chunks = readonly Chunk[]

/** The pieces of a line between runs of two spaces or more; null where there is but one. */
function chunksOf(letter: Letter, line: Line): Chunks | null {
  if (!line.text.includes('  ') || line.text.includes('\t')) return null
  const whole = wholeLine(letter, line)
  if (!whole) return null
  const chunks: Chunk[] = []
  let from = -1
  for (let at = 0; at <= whole.text.length; at += 1) {
    const isSpace = at >= whole.text.length || whole.text[at] === ' '
    const ends = isSpace && (at + 1 >= whole.text.length || whole.text[at + 1] === ' ')
    if (!isSpace && from === -1) from = at
    if (ends && from !== -1) {
      chunks.push({ cell: cellOf(whole, from, at), from, to: at })
      from = -1
    }
  }
  // «4.       Amount spent on training»: a point and its words.
  if (chunks.length === 2 && /^\(?\d{1,2}[.)]{1,2}$/.test(chunks[0]?.cell.text ?? '')) return null
  return chunks.length >= 2 && chunks.length <= mostColumns ? chunks : null
}

/** Puts pieces into columns: two pieces share a column where one stands below the other. Null where that cannot be settled. */
function aligned(run: readonly Chunks[]): readonly GridRow[] | null {
  const bands = bandsOf(run)
  if (bands.length < 2 || bands.length > mostColumns) return null
  const rows: GridRow[] = []
  for (const chunks of run) {
    const end = chunks.at(-1)?.cell.end ?? 0
    const row: GridCell[] = bands.map(() => ({ text: '', under: '', start: end, end }))
    let at = 0
    for (const { cell, from } of chunks) {
      while (at < bands.length && (bands[at]?.to ?? 0) <= from) at += 1
      if (row[at]?.text !== '') return null
      row[at] = cell
    }
    rows.push(row)
  }
  return withFigures(rows)
}

/** Rows below the first of which some column but the first holds figures, and marks where they are held back. */
function withFigures(rows: readonly GridRow[]): readonly GridRow[] | null {
  const body = rows.slice(1)
  const hasFigures = (rows[0] ?? []).some((_, column) => {
    const cells = body.flatMap((row) => row[column]?.text || [])
    return (
      column > 0 &&
      cells.some((text) => isNumeric(text) || isPeriodLabel(text)) &&
      cells.every((text) => isFigure(text) || isPeriodLabel(text))
    )
  })
  return hasFigures ? squared(rows) : null
}

/**
 * Pieces that stand askew, as text loses its columns, in the order of their lines: where all lines have as many, and either four of
 * them or nothing but figures behind the labels. Whoever sets words apart in a sentence does neither.
 */
function inOrder(run: readonly Chunks[]): readonly GridRow[] | null {
  const width = run[0]?.length ?? 0
  if (run.some((chunks) => chunks.length !== width)) return null
  const areFigures = run
    .slice(1)
    .every((chunks) => chunks.slice(1).every(({ cell }) => isFigure(cell.text) || isPeriodLabel(cell.text)))
  const isNumbered = run.slice(1).every(([first]) => first && isNumeric(first.cell.text))
  if (!areFigures && width < fewestInOrder) return null
  return isNumbered && width < fewestInOrder ? null : run.map((chunks) => chunks.map(({ cell }) => cell))
}

const fewestInOrder = 4

/** Stretches of the page that are filled in some row, parted by what is empty in all of them. */
function bandsOf(run: readonly Chunks[]): readonly { readonly from: number; readonly to: number }[] {
  const pieces = run.flat().toSorted((one, other) => one.from - other.from)
  const bands: { from: number; to: number }[] = []
  for (const { from, to } of pieces) {
    const last = bands.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else bands.push({ from, to })
  }
  return bands
}
