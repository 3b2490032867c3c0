import { asLine, type PrintedLine, pieces, wideGap } from './lines.ts'
import { labelOf } from './list-labels.ts'
import type { TablePart } from './parts.ts'

/** What stands in one column, as far as lines were seen: from the leftmost to the rightmost letter. */
export interface Stretch {
  readonly left: number
  readonly right: number
}

/** The stretches of a line that wide gaps part; the number of a point belongs to its words. */
export function stretches(line: PrintedLine): readonly PrintedLine[] {
  const parted = pieces(line)
  const [first, second, ...rest] = parted
  if (!first || !second || labelOf(line) === null || first.words.length > 1) return parted
  const joined = asLine([...first.words, ...second.words])
  return joined ? [joined, ...rest] : parted
}

/** Figures may follow a long label this closely (times the type's size), where other lines show the column. */
const closeGap = 0.5

/**
 * The columns with one more line in them; null where the line does not fit: a stretch lies across two columns, or
 * two stretches in one. A stretch beside all columns is a column of its own where the line has several. A long label
 * may come close to the next column, and is told from it by the lines before.
 */
export function widened(columns: readonly Stretch[], line: PrintedLine): readonly Stretch[] | null {
  return widenedBy(columns, stretches(line), line.size) ?? widenedBy(columns, inColumns(columns, line), line.size)
}

/** The words of a line column by column, as far as white of half their size parts them. */
function inColumns(columns: readonly Stretch[], line: PrintedLine): readonly PrintedLine[] {
  const parted: PrintedLine[] = []
  for (const piece of pieces(line, closeGap)) {
    const last = parted.at(-1)
    const [here] = filledBy(piece, columns)
    const close = last && piece.box[0] - last.box[2] <= wideGap * line.size
    const same = close && here !== undefined && filledBy(last, columns).at(-1) === here
    const joined = same ? asLine([...last.words, ...piece.words]) : null
    if (joined) parted[parted.length - 1] = joined
    else parted.push(piece)
  }
  return parted
}

function widenedBy(
  columns: readonly Stretch[],
  parted: readonly PrintedLine[],
  size: number,
): readonly Stretch[] | null {
  const found = [...columns]
  const taken = new Set<number>()
  for (const { box } of parted) {
    const here = { left: box[0], right: box[2] }
    const over = found.flatMap((column, index) => (overlap(column, here) > 0 ? [index] : []))
    const [index] = over
    if (over.length > 1) return null
    if (index === undefined) {
      if (parted.length < 2) return null
      found.push(here)
    } else {
      const column = found[index]
      if (!column || taken.has(index)) return null
      taken.add(index)
      found[index] = { left: Math.min(column.left, here.left), right: Math.max(column.right, here.right) }
    }
  }
  const ordered = found.toSorted((one, other) => one.left - other.left)
  const narrowest = 0.4 * size
  const parts = ordered.every(
    (column, index) => index === 0 || column.left - (ordered[index - 1]?.right ?? 0) > narrowest,
  )
  return parts ? ordered : null
}

/** How far the words of each column reach. */
export function stretchesOf({ rows, edges }: Pick<TablePart, 'rows' | 'edges'>): readonly Stretch[] {
  return edges.slice(1).map((right, column) => {
    const boxes = rows.flatMap((row) =>
      row.flatMap((cell) => (cell.column === column && cell.columns === 1 ? cell.lines.map(({ box }) => box) : [])),
    )
    const left = edges[column] ?? 0
    if (boxes.length === 0) return { left: left + 2, right: right - 2 }
    return { left: Math.min(...boxes.map((box) => box[0])), right: Math.max(...boxes.map((box) => box[2])) }
  })
}

/** The edges between columns: the middle of the white between them. */
export function edgesOf(columns: readonly Stretch[]): readonly number[] {
  const first = columns[0]
  if (!first) return []
  const between = columns.slice(1).map((column, index) => ((columns[index]?.right ?? 0) + column.left) / 2)
  return [first.left - 2, ...between, (columns.at(-1)?.right ?? 0) + 2]
}

/**
 * Columns that are never filled on the same line and stand next to each other are one: a heading set to the left over
 * figures set to the right. `fills` says for each line which columns it fills.
 */
export function withoutHalves(columns: readonly Stretch[], fills: readonly (readonly number[])[]): readonly Stretch[] {
  for (let index = 1; index < columns.length; index += 1) {
    const [one, other] = [columns[index - 1], columns[index]]
    const apart = !fills.some((filled) => filled.includes(index - 1) && filled.includes(index))
    const before = fills.filter((filled) => filled.includes(index - 1)).length
    const after = fills.filter((filled) => filled.includes(index)).length
    if (one && other && apart && Math.min(before, after) <= 2 && index > 1) {
      const merged = [
        ...columns.slice(0, index - 1),
        { left: one.left, right: other.right },
        ...columns.slice(index + 1),
      ]
      const joinedFills = fills.map((filled) => [...new Set(filled.map((each) => (each >= index ? each - 1 : each)))])
      return withoutHalves(merged, joinedFills)
    }
  }
  return columns
}

/** Which of the columns a line's words stand in. */
export function filledBy(line: PrintedLine, columns: readonly Stretch[]): readonly number[] {
  return columns.flatMap((column, index) =>
    line.words.some(({ box }) => overlap(column, { left: box[0], right: box[2] }) > 0) ? [index] : [],
  )
}

function overlap(one: Stretch, other: Stretch): number {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left)
}
