import type { Span } from '@disclosed/document'
import type { Finding } from '../../finding.ts'
import type { Quantity } from '../../quantities/index.ts'
import { type Beside, readBeside } from './label.ts'
import type { Line } from './line.ts'

/** A line with one figure, seen from that figure; what stands in brackets behind it may hold others that remark on it. */
export interface OneFigure {
  readonly figure: Finding<Quantity>
  readonly share: Finding<Quantity> | null
  readonly before: Beside
  readonly behind: Beside
  /** Where the words before and behind it stand. */
  readonly span: { readonly before: Span; readonly behind: Span }
}

export function readOneFigure(line: Line): OneFigure | null {
  const known = read.get(line)
  if (known !== undefined) return known
  const found = oneFigureIn(line)
  read.set(line, found)
  return found
}

/** Several shapes ask the same of a line. */
const read = new WeakMap<Line, OneFigure | null>()

function oneFigureIn(line: Line): OneFigure | null {
  const { words, figures } = line
  const [figure, second, third] = figures
  if (!figure || third || words.length > longest) return null
  const share =
    second?.value.quantity === 'percent' &&
    figure.value.quantity !== 'percent' &&
    /^\s{0,2}(?:in total |total )?\(\s?$/.test(words.slice(figure.span.end, second.span.start)) &&
    /^\s?\)/.test(words.slice(second.span.end))
      ? second
      : null
  if (second && !share) return null
  const end = share ? share.span.end + 1 : figure.span.end
  const span = { before: { start: 0, end: figure.span.start }, behind: { start: end, end: words.length } }
  const before = readBeside(line, span.before)
  const behind = readBeside(line, span.behind)
  return before && behind ? { figure, share, before, behind, span } : null
}

const longest = 160
