import { isBand, isFigure } from '../cells.ts'
import type { Label } from '../grid.ts'
import { isPeriodLabel } from '../period-labels.ts'
import type { CellLine } from './cell-words.ts'
import { joined } from './cell-words.ts'

/** Rows of one shape that follow each other: a label and so many figures, on one line or on several. */
export interface Body {
  readonly start: number
  readonly end: number
  /** Figures in each row. */
  readonly figures: number
  readonly rows: readonly (readonly Label[])[]
  /** Did it end where a row ended? */
  readonly isSettled: boolean
}

const mostFigures = 40
const mostWrapped = 3

/** The rows that begin at a line; of several ways to count their figures the one that makes most rows. Null where none begin there. */
export function bodyAt(lines: readonly CellLine[], start: number): Body | null {
  let best: Body | null = null
  for (const figures of countsOf(lines, start)) {
    const body = bodyOf(lines, start, figures)
    if (body && (!best || isBetter(body, best))) best = body
  }
  return best
}

function isBetter(one: Body, other: Body): boolean {
  return one.isSettled === other.isSettled ? one.rows.length > other.rows.length : one.isSettled
}

function bodyOf(lines: readonly CellLine[], start: number, figures: number): Body | null {
  const rows: (readonly Label[])[] = []
  let at = start
  for (let row = rowAt(lines, at, figures); row; row = rowAt(lines, at, figures)) {
    rows.push(row.cells)
    at = row.next
  }
  // "Castle – 60", "Bridge – 43": a list, with a dash before each figure.
  if (rows.every((row) => row.length > 1 && /^[-–—]$/.test(row[1]?.text ?? ''))) return null
  return rows.length > 0 ? { start, end: at, figures, rows, isSettled: !isMidRow(lines, at) } : null
}

/** A row of another shape follows, and nothing tells which of the shapes is right; but at its end a letter may break off. */
function isMidRow(lines: readonly CellLine[], at: number): boolean {
  const next = lines[at]
  if (!next) return false
  const isRow = next.kind === 'row' && !next.line.gap
  return next.kind === 'figures' || isRow || (next.kind === 'label' && lines[at + 1]?.kind === 'figures')
}

/** How many figures a row may have that begins at a line: those up to the next label, and what rows on one line agree on. */
function countsOf(lines: readonly CellLine[], start: number): readonly number[] {
  const first = lines[start]
  if (!first || first.kind === 'other' || first.kind === 'figures') return []
  if (first.kind === 'row') {
    const next = lines.slice(start, start + 8).filter(({ kind }) => kind === 'row')
    const fewest = Math.min(...next.map(({ figures }) => figures.length))
    return [...new Set([first.figures.length, fewest, fewest - 1])].filter((count) => count > 0)
  }
  const counts: number[] = []
  let count = 0
  for (let at = start + 1; count < mostFigures; at += 1) {
    const line = lines[at]
    if (!line) break
    if (isWrapped(line) && count === 0 && at - start <= mostWrapped) {
      count += line.figures.length
      if (count > 0) counts.push(count)
      continue
    }
    const more = figuresIn(line, first)
    if (more.length === 0) break
    count += more.length
    counts.push(count)
  }
  return counts.toReversed()
}

interface Row {
  readonly cells: readonly Label[]
  readonly next: number
}

/** The row that begins at a line, and where the next one would. */
function rowAt(lines: readonly CellLine[], at: number, count: number): Row | null {
  const first = lines[at]
  if (!first?.label || first.kind === 'other' || first.kind === 'figures') return null
  const onLine = first.kind === 'row' ? first.figures : []
  if (onLine.length > count) return shortened(lines, at, count)
  const figures = [...onLine]
  let label = first.label
  let next = at + 1
  while (figures.length === 0 && next - at <= mostWrapped && isWrapped(lines[next])) {
    const line = lines[next]
    if (line?.label) label = { ...label, text: `${label.text} ${line.label.text}`, end: line.label.end }
    figures.push(...(line?.kind === 'row' ? line.figures : []))
    next += 1
  }
  while (figures.length < count) {
    const more = figuresIn(lines[next], first)
    if (more.length === 0) return null
    figures.push(...more)
    next += 1
  }
  if (figures.length !== count || lines[next]?.kind === 'figures') return null
  return withRest({ cells: [label, ...figures], next }, lines)
}

/** "Year 3 12" beside "Year 4 15": a number too many belongs to the label. */
function shortened(lines: readonly CellLine[], at: number, count: number): Row | null {
  const line = lines[at]
  const own = line?.figures.slice(0, -count) ?? []
  const label = joined([...(line?.label ? [line.label] : []), ...own])
  if (!line || !label) return null
  const isWhole = isPeriodLabel(label.text) || isBand(label.text) || !isFigure(label.text.split(' ').at(-1) ?? '')
  return isWhole ? withRest({ cells: [label, ...line.figures.slice(-count)], next: at + 1 }, lines) : null
}

/** "Requests answered 12 15" above "within twenty days": the label goes on below its figures. */
function withRest({ cells, next }: Row, lines: readonly CellLine[]): Row {
  const [label, ...figures] = cells
  const rest = lines[next]
  const isRest =
    rest?.kind === 'label' && isWrapped(rest) && rest.line.text.length <= 60 && lines[next + 1]?.kind !== 'figures'
  if (!label || !rest || !isRest) return { cells, next }
  return { cells: [{ ...label, text: `${label.text} ${rest.line.text}` }, ...figures], next: next + 1 }
}

/** Does a line go on with the label above it? */
function isWrapped(line: CellLine | undefined): boolean {
  return (
    line !== undefined &&
    !line.line.gap &&
    (line.kind === 'label' || line.kind === 'row') &&
    /^[a-z(&]/.test(line.line.text)
  )
}

/** The figures that a line without a label adds to a row; a period counts as one below a label that is none itself. */
function figuresIn(line: CellLine | undefined, first: CellLine): readonly Label[] {
  if (line?.kind === 'figures' || line?.kind === 'either') return line.figures
  return line?.kind === 'period' && first.kind !== 'period' ? [line.line] : []
}
