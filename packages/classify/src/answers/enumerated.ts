import type { Finding } from '../finding.ts'
import type { Quantity } from '../quantities/index.ts'
import { type Entry, type Line, lineOf } from './shapes/index.ts'
import { labelBehind } from './shapes/label-behind.ts'

/**
 * «We sent 1 inspector, 3 sergeants and 28 constables to the event»: a sentence that runs through kinds of one thing, each
 * behind its number; empty where it is built otherwise. Two alone may be different things: «12 fines and 9 warnings».
 */
export function enumeratedIn(line: Line): readonly Entry[] {
  const [first] = line.figures
  const last = line.figures.at(-1)
  if (!first || !last || line.figures.length < 3) return []
  const end = endOf(line.words, last)
  const pieces = line.figures.map((figure, at) => {
    const next = line.figures[at + 1]
    const joint = next
      ? /(?:,\s{1,3}(?:and\s)?|\s(?:and|&)\s)$/i.exec(line.words.slice(figure.span.end, next.span.start))
      : null
    if (next && !joint) return null
    return { start: figure.span.start, end: next && joint ? next.span.start - joint[0].length : end }
  })
  const entries = pieces.map((piece) => {
    if (!piece) return null
    const [entry, more] = labelBehind.read(lineOf(line.words.slice(piece.start, piece.end)))
    if (!entry || more || !entry.isUnit || entry.period) return null
    return { ...entry, figure: moved(entry.figure, piece.start) }
  })
  return entries.every((entry) => entry !== null) ? entries : []
}

/** The last kind ends where the sentence goes on with a verb or a preposition: «… and 1 support unit were involved in it». */
function endOf(words: string, last: Finding<Quantity>): number {
  const behind = words.slice(last.span.end)
  const stop =
    /\s(?:were|was|are|is|have|has|had|who|that|which|in|on|at|to|for|from|with|during|since|attended|took|respectively)\b|[.;]/i.exec(
      behind,
    )
  return last.span.end + (stop?.index ?? behind.length)
}

function moved(found: Finding<Quantity>, by: number): Finding<Quantity> {
  return { ...found, span: { start: found.span.start + by, end: found.span.end + by } }
}
