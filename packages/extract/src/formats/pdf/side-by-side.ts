import { alignedTables } from './aligned-tables.ts'
import { hasLeft, hasRight, sideOf } from './columns.ts'
import type { Drawn } from './drawn.ts'
import { isFigure } from './figures.ts'
import { type PrintedLine, pieces, textOf } from './lines.ts'
import type { TablePart } from './parts.ts'

/** A page with more lines has no tables beside each other that a letter would have. */
const mostLines = 150
/** Left edges that are tried as the beginning of what stands at the right. */
const mostEdges = 12
const fewestRows = 3
/** Rows of one table stand on one line, to this part of the type's size. */
const sameBase = 0.08
/** Lines of tables stand no further apart than this, times their size. */
const farthest = 3.6
/** White between what stands side by side, times the type's size. */
const narrowest = 1.5

/**
 * Lines in reading order where a table without rules stands beside another one, or beside a paragraph: the left one is
 * read before the right one. In doubt all is one table, for rows that are torn apart say less than rows too long.
 */
export function apartSideBySide(lines: readonly PrintedLine[], drawn: Drawn): readonly (readonly PrintedLine[])[] {
  const split = lines.length > mostLines ? null : splitOf(lines, drawn)
  if (!split) return lines.length > 0 ? [lines] : []
  const { above, left, right, below } = split
  return [
    ...(above.length > 0 ? [above] : []),
    left,
    ...apartSideBySide(right, drawn),
    ...apartSideBySide(below, drawn),
  ]
}

interface Split {
  readonly above: readonly PrintedLine[]
  readonly left: readonly PrintedLine[]
  readonly right: readonly PrintedLine[]
  readonly below: readonly PrintedLine[]
}

function splitOf(lines: readonly PrintedLine[], drawn: Drawn): Split | null {
  for (const x of edgesIn(lines)) {
    for (const [from, to] of runsAround(lines, x)) {
      const run = lines.slice(from, to)
      const left = run.flatMap((line) => sideOf(line, (word) => word < x))
      const right = run.flatMap((line) => sideOf(line, (word) => word >= x))
      if (arePartedBy(left, right) && standAlone(left, right, drawn))
        return { above: lines.slice(0, from), left, right, below: lines.slice(to) }
    }
  }
  return null
}

/** Where several lines begin anew behind a wide gap. */
function edgesIn(lines: readonly PrintedLine[]): readonly number[] {
  const begins = lines.flatMap((line) => pieces(line).map(({ box }) => box[0]))
  const leftmost = Math.min(...begins)
  const edges: number[] = []
  for (const edge of begins.filter((each) => each > leftmost + 60).toSorted((one, other) => one - other)) {
    const last = edges.at(-1)
    const near = begins.filter((each) => Math.abs(each - edge) <= 3).length
    if (near >= fewestRows && (last === undefined || edge - last > 6)) edges.push(edge)
  }
  return edges.length > mostEdges ? [] : edges.map((edge) => edge - 1.5)
}

/** Stretches of close lines that no word crosses x in, from the first to the last that both sides have a part in. */
function runsAround(lines: readonly PrintedLine[], x: number): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from
    while (to < lines.length && !crosses(lines[to], x) && (to === from || areClose(lines[to - 1], lines[to]))) to += 1
    const run = lines.slice(from, to)
    const begins = Math.max(run.findIndex(hasLeft(x)), run.findIndex(hasRight(x)))
    const hasBoth = run.some(hasLeft(x)) && run.some(hasRight(x))
    if (hasBoth) found.push([from + firstOfBlock(run, begins), to])
    from = Math.max(to, from + 1)
  }
  return found
}

/** One side may begin a little above the other; a line alone far above is no part of either. */
function firstOfBlock(run: readonly PrintedLine[], begins: number): number {
  let first = begins
  for (let at = begins - 1; at >= 0; at -= 1) {
    const [line, below] = [run[at], run[first]]
    if (!line || !below || below.base - line.base > 2.2 * line.size) break
    if (pieces(line).length > 1 || below.base - line.base <= 1.6 * line.size) first = at
    else break
  }
  return first
}

function crosses(line: PrintedLine | undefined, x: number): boolean {
  return line?.words.some(({ box }) => box[0] < x && box[2] > x) === true
}

function areClose(above: PrintedLine | undefined, line: PrintedLine | undefined): boolean {
  return above !== undefined && line !== undefined && line.base - above.base <= farthest * line.size
}

function arePartedBy(left: readonly PrintedLine[], right: readonly PrintedLine[]): boolean {
  if (left.length < fewestRows || right.length < fewestRows) return false
  const gutter = Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2]))
  return gutter >= narrowest * (left[0]?.size ?? 0)
}

function standAlone(left: readonly PrintedLine[], right: readonly PrintedLine[], drawn: Drawn): boolean {
  if (isProse(left)) return isBesideProse(right, left, drawn)
  if (isProse(right)) return isBesideProse(left, right, drawn)
  if (!mayHaveLabels(left) || !mayHaveLabels(right)) return false
  const one = onlyTable(left, drawn)
  const other = one && hasLabels(one) ? onlyTable(right, drawn) : null
  if (!one || !other || !hasLabels(other)) return false
  return haveSameHeads(one, other) || (areApart(left, right) && areApart(right, left))
}

/** Sentences that go on from line to line, in lines that fill their column. */
function isProse(lines: readonly PrintedLine[]): boolean {
  const right = Math.max(...lines.map(({ box }) => box[2]))
  const left = Math.min(...lines.map(({ box }) => box[0]))
  const share = (test: (line: PrintedLine) => boolean, of: readonly PrintedLine[] = lines) =>
    of.filter(test).length / of.length
  return (
    lines.length > fewestRows &&
    share((line) => pieces(line).length === 1) >= 0.85 &&
    share(({ words }) => words.length > 3) >= 0.75 &&
    share(({ box }) => box[2] > left + 0.7 * (right - left)) >= 0.6 &&
    share(goesOn, lines.slice(1)) >= 0.5
  )
}

function goesOn(line: PrintedLine): boolean {
  return /^[\p{Ll}\d(]/u.test(textOf(line))
}

/**
 * A table beside a paragraph, and not its rows: in a register whose last column is a long text each row begins beside a
 * line that begins a sentence.
 */
function isBesideProse(side: readonly PrintedLine[], prose: readonly PrintedLine[], drawn: Drawn): boolean {
  const table = onlyTable(side, drawn)
  if (!table) return false
  const begun = prose.slice(1).filter((line) => !goesOn(line)).length
  if (2 * begun >= table.rows.length) return false
  const level = side.filter((line) => prose.some(({ base }) => Math.abs(base - line.base) < sameBase * line.size))
  if (2 * level.length <= side.length) return true
  const [first, last] = [side[0]?.base ?? 0, side.at(-1)?.base ?? 0]
  return prose.filter(({ base }) => base > first - 3 && base < last + 3).length <= 1.2 * side.length
}

/** The table that a side is, with a title at most. */
function onlyTable(side: readonly PrintedLine[], drawn: Drawn): TablePart | null {
  const found = alignedTables(side, drawn)
  const [table, ...more] = found.flatMap((each) => ('kind' in each ? [each] : []))
  const others = found.flatMap((each) => ('kind' in each ? [] : each.lines))
  return table && more.length === 0 && table.rows.length >= fewestRows && others.length <= 2 ? table : null
}

/** Where hardly a line has letters no column names rows: columns of figures need not be tried as a table, which takes long. */
function mayHaveLabels(side: readonly PrintedLine[]): boolean {
  return side.filter((line) => /\p{L}{2}/u.test(textOf(line))).length >= 2
}

/** Does its first column name the rows, each by words of its own? */
function hasLabels({ rows }: TablePart): boolean {
  const labels = rows.slice(1).map((row) => cellText(row[0]))
  const named = labels.filter((label) => /\p{L}{2}/u.test(label) && !isFigure(label))
  return named.length >= 0.8 * labels.length && new Set(named).size >= 0.8 * labels.length
}

/** "Street 2022 2023" beside "Ward 2022 2023": a table has no column twice. */
function haveSameHeads(one: TablePart, other: TablePart): boolean {
  const [heads, others] = [one, other].map(({ rows: [head] }) => (head ?? []).map(cellText))
  const named = (others ?? []).filter((each) => each !== '')
  const said = new Set(heads)
  return named.length >= 2 && named.filter((each) => said.has(each)).length >= Math.max(1, 0.5 * named.length)
}

function cellText(cell: TablePart['rows'][number][number] | undefined): string {
  return (cell?.lines ?? []).map(textOf).join(' ').trim()
}

/** Do most lines of a side stand beside none of the other's? */
function areApart(side: readonly PrintedLine[], other: readonly PrintedLine[]): boolean {
  return 2 * side.filter((line) => !other.some((each) => isLevel(line, each))).length >= side.length
}

function isLevel(one: PrintedLine, other: PrintedLine): boolean {
  return Math.abs(one.base - other.base) <= 0.3 * Math.min(one.size, other.size)
}
