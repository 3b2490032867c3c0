import { isFigure } from './figures.ts'
import { countPieces, type PrintedLine, pieces, spaceOf, textOf } from './lines.ts'
import type { Stretch } from './table-columns.ts'

/** White that parts two columns on every line may be as narrow as this, times a space between words. */
const narrowest = 1.3
/** Words no further apart than this, times a space, are read as one. */
const wordGap = 1.1
/** A line with a gap as wide as this, times its size, may be a row. */
const rowGap = 0.5
/** Lines of a table stand no further apart than this, times their size. */
const farthest = 3.6
/** So many lines in a row may hold the rest of one cell. */
const longestWrap = 14
const mostLines = 150

/** Lines that white parts into columns all the way down. */
export interface WhiteBlock {
  readonly end: number
  readonly columns: readonly Stretch[]
}

/**
 * The lines from here on that strips of white part into columns: strips that no row crosses. A strip may be narrower
 * than a gap that tells columns on one line alone. Headings over several columns, titles of sections and notes may cross
 * them, for they fill few columns themselves. Null where there are no such strips.
 */
export function whiteBlock(lines: readonly PrintedLine[], from: number): WhiteBlock | null {
  const first = lines[from]
  if (!first || rowPieces(first) < 2) return null
  const space = spaceOf(lines.slice(from, from + 40))
  const end = endOfBlock(lines, from, space)
  const block = lines.slice(from, end)
  const columns = whiteColumns(block, space)
  if (columns === null || runsInto(first, columns, space)) return null
  const last = block.findLastIndex((line) => !runsInto(line, columns, space))
  return { end: from + last + 1, columns }
}

/** A sentence runs from the first column on through the white. */
function runsInto(line: PrintedLine, columns: readonly Stretch[], space: number): boolean {
  const [label, next] = columns
  return (
    label !== undefined &&
    next !== undefined &&
    stripsIn(line, space).some(({ left, right }) => left < label.right && right > next.left + line.size)
  )
}

/** Rows go on as long as they leave white what those before them left. */
function endOfBlock(lines: readonly PrintedLine[], from: number, space: number): number {
  const first = lines[from]
  if (!first) return from
  let strips = stripsOf([first], space)
  let rows = 1
  let alone = 0
  let figures = 0
  let end = from + 1
  let [left, right] = [first.box[0], first.box[2]]
  for (let at = from + 1; at < Math.min(lines.length, from + mostLines); at += 1) {
    const [line, above] = [lines[at], lines[at - 1]]
    if (!line || !above || line.base - above.base > farthest * line.size) break
    if (rowPieces(line) < 2) {
      alone += 1
      if (alone > longestWrap || isSentence(line, left, right)) break
      continue
    }
    if (alone > 0 && figures >= 3 && isOtherHead(line, strips)) break
    const more = joinedStrips([...strips, ...stripsOf([line], space)], narrowest * space * line.size)
    if (rows >= 3 && (more.length < strips.length - 1 || more.length < 2)) break
    strips = more
    rows += 1
    alone = 0
    if (holdsFigure(line)) figures += 1
    left = Math.min(left, line.box[0])
    right = Math.max(right, line.box[2])
    end = at + 1
  }
  return end
}

/** A line that begins where the table does and runs through most of it. */
function isSentence({ box, size }: PrintedLine, left: number, right: number): boolean {
  return box[0] < left + 2 * size && box[2] - box[0] > 0.7 * (right - left)
}

/** Words without a figure, in fewer columns than the rows above, after a line of its own: another table begins. */
function isOtherHead(line: PrintedLine, strips: readonly Stretch[]): boolean {
  const begins = line.box[0] < (strips[0]?.right ?? 0)
  return begins && !holdsFigure(line) && rowPieces(line) < 0.6 * strips.length
}

function holdsFigure(line: PrintedLine): boolean {
  return pieces(line, rowGap).some((piece) => isFigure(textOf(piece)))
}

function whiteColumns(lines: readonly PrintedLine[], space: number): readonly Stretch[] | null {
  const counts = lines.map((line) => (rowPieces(line) < 2 ? 1 : stripsIn(line, space).length))
  const rows = counts.filter((count) => count > 1)
  if (rows.length < 3) return null
  const usual = middleOf(rows)
  const from = Math.min(...lines.map(({ box }) => box[0]))
  const to = Math.max(...lines.map(({ box }) => box[2]))
  const isTelling = (line: PrintedLine, index: number): boolean => {
    const count = counts[index] ?? 0
    return count < 2 ? line.box[2] - line.box[0] < 0.25 * (to - from) : count >= 0.75 * usual
  }
  const size = middleOf(lines.map((line) => line.size))
  const least = narrowest * space * size
  const columns = joinedStrips(stripsOf(lines.filter(isTelling), space), least)
  // a column that only rows with many empty cells fill; above the fullest rows stand headings over several columns
  const top = lines.findIndex(isTelling)
  const others = lines.filter((line, index) => index > top && !isTelling(line, index) && (counts[index] ?? 0) > 1)
  const between = stripsOf(others, space).filter((strip) =>
    columns.every(({ left, right }) => strip.left - right > least || left - strip.right > least),
  )
  const all = joinedStrips([...columns, ...between], least)
  if (all.length < Math.max(2, 0.75 * usual)) return null
  return lines.reduce((reached, line) => reachedBy(reached, line, space), all)
}

/** Lines that told nothing of the columns still show how far each of them reaches. */
function reachedBy(columns: readonly Stretch[], line: PrintedLine, space: number): readonly Stretch[] {
  const found = [...columns]
  for (const { left, right } of stripsIn(line, space)) {
    const over = found.flatMap((column, index) => (column.left < right && left < column.right ? [index] : []))
    const [at] = over
    const column = at === undefined ? undefined : found[at]
    if (at === undefined || !column || over.length > 1) continue
    const room = 0.2 * line.size
    const isFree =
      left > (found[at - 1]?.right ?? Number.NEGATIVE_INFINITY) + room &&
      right < (found[at + 1]?.left ?? Number.POSITIVE_INFINITY) - room
    if (isFree) found[at] = { left: Math.min(left, column.left), right: Math.max(right, column.right) }
  }
  return found
}

function stripsOf(lines: readonly PrintedLine[], space: number): readonly Stretch[] {
  return lines.flatMap((line) => stripsIn(line, space))
}

function stripsIn(line: PrintedLine, space: number): readonly Stretch[] {
  return pieces(line, wordGap * space).map(({ box }) => ({ left: box[0], right: box[2] }))
}

function joinedStrips(strips: readonly Stretch[], least: number): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const strip of strips.toSorted((one, other) => one.left - other.left)) {
    const last = joined.at(-1)
    if (last && strip.left - last.right < least)
      joined[joined.length - 1] = { ...last, right: Math.max(last.right, strip.right) }
    else joined.push(strip)
  }
  return joined
}

/** The same lines are looked at from many beginnings. */
const known = new WeakMap<PrintedLine, number>()

function rowPieces(line: PrintedLine): number {
  const count = known.get(line) ?? countPieces(line, rowGap)
  known.set(line, count)
  return count
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}
