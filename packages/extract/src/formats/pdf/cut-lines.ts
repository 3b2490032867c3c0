import { asLine, type PrintedLine, pieces } from './lines.ts'
import { stretches } from './table-columns.ts'

/** A printed line cut at the edges of columns. */
export interface CutLine {
  readonly base: number
  readonly size: number
  readonly cells: readonly CutCell[]
}

interface CutCell {
  readonly column: number
  readonly columns: number
  readonly line: PrintedLine
}

/** Words with gaps up to `close` (times their size) between them are read as one. */
export function cut(line: PrintedLine, edges: readonly number[], close: number): CutLine {
  const cells: CutCell[] = []
  for (const stretch of stretches(line).flatMap((each) => spanning(each, edges, close))) {
    if ('columns' in stretch) {
      cells.push(stretch)
      continue
    }
    const columns = Map.groupBy(stretch.words, ({ box }) => columnAt(edges, (box[0] + box[2]) / 2))
    const [first, ...rest] = [...columns.keys()].toSorted((one, other) => one - other)
    if (first === undefined) continue
    // A stretch whose words run through an edge without a gap is a heading over several columns.
    if (rest.length > 0 && runsThrough(stretch, edges, [first, rest.at(-1) ?? first], close))
      cells.push({ column: first, columns: (rest.at(-1) ?? first) - first + 1, line: stretch })
    else
      for (const [column, words] of columns) {
        const part = asLine(words)
        if (part) cells.push({ column, columns: 1, line: part })
      }
  }
  return { base: line.base, size: line.size, cells: cells.toSorted((one, other) => one.column - other.column) }
}

/** Words set in the middle over several columns: a heading that an edge goes through, apart from those beside it. */
function spanning(stretch: PrintedLine, edges: readonly number[], close: number): readonly (PrintedLine | CutCell)[] {
  const least = 0.4 * stretch.size
  const parted = pieces(stretch, close)
  const found = parted.map((piece): PrintedLine | CutCell => {
    const first = columnAt(edges, piece.box[0] + least)
    const last = columnAt(edges, piece.box[2] - least)
    return first > 0 && last > first ? { column: first, columns: last - first + 1, line: piece } : piece
  })
  return found.some((each) => 'columns' in each) ? found : [stretch]
}

function columnAt(edges: readonly number[], x: number): number {
  const after = edges.slice(1, -1).findIndex((edge) => edge > x)
  return after === -1 ? edges.length - 2 : after
}

function runsThrough(
  stretch: PrintedLine,
  edges: readonly number[],
  [first, last]: readonly [number, number],
  close: number,
): boolean {
  return edges.slice(first + 1, last + 1).some((edge) => {
    const left = stretch.words.findLast(({ box }) => (box[0] + box[2]) / 2 < edge)
    const right = stretch.words.find(({ box }) => (box[0] + box[2]) / 2 >= edge)
    return left && right && right.box[0] - left.box[2] < close * stretch.size
  })
}

export function isFilled({ cells }: CutLine): boolean {
  return cells[0]?.column === 0 && cells.length > 1
}

export function hasLabel({ cells }: CutLine): boolean {
  return cells[0]?.column === 0
}
