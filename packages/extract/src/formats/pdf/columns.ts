import { asLine, type PrintedLine, pieces } from './lines.ts'

/** A column of prose has at least so many lines, and its lines so many words. */
const fewestLines = 5
const fewestWords = 4
/** A page with more lines than this is no page of prose. */
const mostLines = 1_000
/** White between columns, times the type's size. */
const narrowestGutter = 0.8

/**
 * Lines in reading order: where a page is set in columns of prose, the left column is read before the right one.
 * Anything else (a letterhead's two sides, label and value, a table without rules) stays line by line.
 */
export function columnsOf(
  lines: readonly PrintedLine[],
  isOfTable: IsOfTable = () => false,
): readonly (readonly PrintedLine[])[] {
  const split = bestSplit(lines)
  if (!split) return lines.length > 0 ? [lines] : []
  const { above, left, right, below } = withoutTail(split, isOfTable)
  return [above, left, right, below].flatMap((each) => columnsOf(each, isOfTable))
}

/** Does a line stand for a part of a table? */
export type IsOfTable = (line: PrintedLine) => boolean

/** Lines below a table at the foot of a column, and below the other column too, are no more of the column. */
function withoutTail({ above, left, right, below }: Split, isOfTable: IsOfTable): Split {
  const [leftEnd, rightEnd] = [endOf(left, right, isOfTable), endOf(right, left, isOfTable)]
  const tail = [...left.slice(leftEnd), ...right.slice(rightEnd)].toSorted((one, other) => one.base - other.base)
  return { above, left: left.slice(0, leftEnd), right: right.slice(0, rightEnd), below: [...tail, ...below] }
}

function endOf(side: readonly PrintedLine[], other: readonly PrintedLine[], isOfTable: IsOfTable): number {
  const last = side.findLastIndex(isOfTable)
  const next = side[last + 1]
  if (last === -1 || !next) return side.length
  return next.base > (other.at(-1)?.base ?? 0) + 0.5 * next.size ? last + 1 : side.length
}

interface Split {
  readonly above: readonly PrintedLine[]
  readonly left: readonly PrintedLine[]
  readonly right: readonly PrintedLine[]
  readonly below: readonly PrintedLine[]
}

function bestSplit(lines: readonly PrintedLine[]): Split | null {
  if (lines.length < fewestLines || lines.length > mostLines) return null
  const splits = gutters(lines).flatMap((x) => splitsAt(lines, x))
  return splits.toSorted((one, other) => count(other) - count(one))[0] ?? null
}

function count({ left, right }: Split): number {
  return left.length + right.length
}

/** Where right columns may begin: left edges that many stretches of text share, the page's own left edge aside. */
function gutters(lines: readonly PrintedLine[]): readonly number[] {
  const edges = lines.flatMap((line) => pieces(line).map(({ box }) => box[0])).toSorted((one, other) => one - other)
  const leftmost = edges[0] ?? 0
  const found: number[] = []
  for (let from = 0; from < edges.length; ) {
    const edge = edges[from] ?? 0
    let to = from
    while ((edges[to] ?? Number.POSITIVE_INFINITY) <= edge + 3) to += 1
    if (to - from >= fewestLines && edge > leftmost + 60) found.push(edge - 1.5)
    from = to
  }
  return found
}

/** Runs of lines that leave `x` white and read as prose on both sides. */
function splitsAt(lines: readonly PrintedLine[], x: number): readonly Split[] {
  const found: Split[] = []
  let run: PrintedLine[] = []
  let from = 0
  const end = (to: number): void => {
    const split = asSplit(run, x)
    if (split) found.push({ ...split, above: [...lines.slice(0, from), ...split.above], below: lines.slice(to) })
    run = []
  }
  lines.forEach((line, index) => {
    if (line.words.some(({ box }) => box[0] < x && box[2] > x)) {
      end(index)
      from = index + 1
    } else run.push(line)
  })
  end(lines.length)
  return found
}

function asSplit(run: readonly PrintedLine[], x: number): Split | null {
  const begins = Math.max(run.findIndex(hasLeft(x)), run.findIndex(hasRight(x)))
  if (begins === -1) return null
  const start = firstAtOrAfter(run, (run[begins]?.base ?? 0) - 1.6 * (run[begins]?.size ?? 0))
  const inside = run.slice(start)
  const left = inside.flatMap((line) => sideOf(line, (word) => word < x))
  const right = inside.flatMap((line) => sideOf(line, (word) => word >= x))
  if (!isProse(left) || !isProse(right) || !areLevel(left, right)) return null
  const size = left[0]?.size ?? 0
  if (Math.min(...right.map(({ box }) => box[0])) - Math.max(...left.map(({ box }) => box[2])) < narrowestGutter * size)
    return null
  return { above: run.slice(0, start), left, right, below: [] }
}

export function hasLeft(x: number): (line: PrintedLine) => boolean {
  return ({ words }) => words.some(({ box }) => box[0] < x)
}

export function hasRight(x: number): (line: PrintedLine) => boolean {
  return ({ words }) => words.some(({ box }) => box[0] >= x)
}

function firstAtOrAfter(lines: readonly PrintedLine[], y: number): number {
  const index = lines.findIndex(({ base }) => base >= y)
  return index === -1 ? 0 : index
}

export function sideOf(line: PrintedLine, isInside: (left: number) => boolean): readonly PrintedLine[] {
  const side = asLine(line.words.filter(({ box }) => isInside(box[0])))
  return side ? [side] : []
}

/**
 * Lines of several words each that fill their column and leave no wide gaps, but for a table among many lines, or columns
 * of their own. "Name: … Tel: …" twenty times is none, nor is a register of long words.
 */
function isProse(lines: readonly PrintedLine[]): boolean {
  if (lines.length < fewestLines) return false
  const right = Math.max(...lines.map(({ box }) => box[2]))
  const left = Math.min(...lines.map(({ box }) => box[0]))
  const wordy = lines.filter(({ words }) => words.length >= fewestWords).length
  const full = lines.filter(({ box }) => box[2] > left + 0.7 * (right - left)).length
  if (wordy < 0.6 * lines.length || full < 0.5 * lines.length) return false
  const whole = lines.map((line) => pieces(line).length === 1)
  const share = whole.filter(Boolean).length / lines.length
  if (share >= 0.85 || (share >= 0.5 && longestRun(whole) >= runOfProse)) return true
  const split = bestSplit(lines)
  return split !== null && count(split) >= 1.5 * lines.length
}

/** So many lines in a row without a gap stand in no row of a register. */
const runOfProse = 12

function longestRun(whole: readonly boolean[]): number {
  let [longest, now] = [0, 0]
  for (const each of whole) {
    now = each ? now + 1 : 0
    longest = Math.max(longest, now)
  }
  return longest
}

function areLevel(left: readonly PrintedLine[], right: readonly PrintedLine[]): boolean {
  const [leftTop, leftEnd] = reach(left)
  const [rightTop, rightEnd] = reach(right)
  const shared = Math.min(leftEnd, rightEnd) - Math.max(leftTop, rightTop)
  return shared > 0.5 * Math.min(leftEnd - leftTop, rightEnd - rightTop)
}

function reach(lines: readonly PrintedLine[]): readonly [number, number] {
  return [lines[0]?.base ?? 0, lines.at(-1)?.base ?? 0]
}
