import { hasFigure, isUnits } from './anchors.ts'
import { type CutLine, isFilled } from './cut-lines.ts'

/** Nothing parts the head from the first row where every other row is shaded: the row begins with its own first column. */
export function withHeadApart(bands: readonly (readonly CutLine[])[]): readonly (readonly CutLine[])[] {
  const [first = [], ...rest] = bands
  const most = Math.max(...rest.map(([line]) => line?.cells.length ?? 0))
  const row = first.findLast((line) => isFilled(line) && line.cells.length >= 0.75 * most)
  const at = row ? first.indexOf(row) : 0
  const head = first.slice(0, at)
  return head.some(isFilled) && head.some(({ cells }) => cells.length >= 0.75 * most)
    ? [...headRows(head), first.slice(at), ...rest]
    : bands
}

/** A block with one anchor is one row, save for lines above it that fill the anchor's own columns: its heading. */
export function headApart(block: readonly CutLine[], anchor: CutLine): readonly (readonly CutLine[])[] {
  const at = block.indexOf(anchor)
  const above = block.slice(0, at)
  const isHead = hasFigure(anchor) && above.some(({ cells }) => cells.some(({ column }) => column > 0))
  return isHead ? [...headRows(above), block.slice(at)] : [block]
}

/** Lines without figures that stand close: one heading, wrapped; a heading over several columns is a row of its own. */
export function headRows(lines: readonly CutLine[]): readonly (readonly CutLine[])[] {
  const rows: CutLine[][] = []
  let spans = false
  for (const line of lines) {
    const spanning = line.cells.some(({ columns }) => columns > 1)
    if (rows.length === 0 || spanning || spans || isTitle(line, rows.at(-1) ?? []) || isUnits(line)) rows.push([line])
    else rows.at(-1)?.push(line)
    spans = spanning
  }
  return rows
}

/** Words in the first column alone, below headings of the others: the title of the rows that follow. */
function isTitle({ cells }: CutLine, above: readonly CutLine[]): boolean {
  const heads = new Set(above.flatMap((line) => line.cells.map(({ column }) => column)))
  return cells.every(({ column }) => column === 0) && heads.size > 1 && !heads.has(0)
}
