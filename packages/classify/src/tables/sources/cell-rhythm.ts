import type { Line } from '../../letter.ts'
import { isFigure, isSentence } from '../cells.ts'
import { isPeriodLabel } from '../period-labels.ts'

/** What a line could be in a table: a label, a figure, a period (which may be either), or no cell at all. */
export type LineKind = 'label' | 'figure' | 'period' | 'other'

export function kindOf(line: Line): LineKind {
  const { text, block } = line
  if (text.length > 100 || block?.kind === 'item' || block?.kind === 'heading') return 'other'
  if (isPeriodLabel(text)) return 'period'
  if (isFigure(text)) return 'figure'
  if (isSentence(text) || /[:;,]$|[\t|]|@|https?:|www\./.test(text) || isAsked(text)) return 'other'
  return 'label'
}

/** "2. How many laptops …", "b) of these", "- laptops", "Please list": lines of a letter, and no labels of a table. */
function isAsked(text: string): boolean {
  return /^(?:q(?:uestion)?\s?\d|[([]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)\]:]|[-•·*–]\s|how (?:many|much|often)|what|which|when|please|do you|does|dear|yours|thank you|we |i |if )/i.test(
    text,
  )
}

export interface Body {
  readonly start: number
  readonly end: number
  /** Figures in each row. */
  readonly figures: number
  readonly rows: readonly (readonly Line[])[]
  /** Did it end where a row ended? */
  readonly isSettled: boolean
}

const mostFigures = 40

/** The rows that begin at a line: a label and its figures, at least twice. Null where none begin there. */
export function bodyAt(lines: readonly Line[], kinds: readonly LineKind[], start: number): Body | null {
  const figures = firstRow(kinds, start)
  if (figures === 0) return null
  const rows: Line[][] = []
  let at = start
  while (isRow(kinds, at, figures)) {
    rows.push(lines.slice(at, at + figures + 1))
    at += figures + 1
  }
  if (rows.length < 2) return null
  const isMidRow = kinds[at] === 'figure' || (kinds[at] === 'label' && isFigureLike(kinds[at + 1]))
  return { start, end: at, figures, rows, isSettled: !isMidRow }
}

/** How many figures stand below a label; below a bare period, as many as come before the next period. */
function firstRow(kinds: readonly LineKind[], start: number): number {
  const kind = kinds[start]
  if (kind !== 'label' && kind !== 'period') return 0
  let count = 0
  while (
    count < mostFigures &&
    (kinds[start + count + 1] === 'figure' || (kind === 'label' && kinds[start + count + 1] === 'period'))
  )
    count += 1
  return count
}

function isRow(kinds: readonly LineKind[], at: number, figures: number): boolean {
  if (kinds[at] !== 'label' && kinds[at] !== 'period') return false
  for (let next = at + 1; next <= at + figures; next += 1) if (!isFigureLike(kinds[next])) return false
  return kinds[at + figures + 1] !== 'figure'
}

function isFigureLike(kind: LineKind | undefined): boolean {
  return kind === 'figure' || kind === 'period'
}
