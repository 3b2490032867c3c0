import { around, type Box } from '@disclosed/document'
import { cellsOf, framesOf } from '../formats/pdf/ruled-tables.ts'
import type { DrawnLine } from './drawn-lines.ts'
import { inkBelow, type Picture } from './picture.ts'

/** A line of words in a cell of a ruled table, in dots of the page. */
export interface CellLine {
  readonly box: Box
  /** The y its letters stand on, as far as their ink shows. */
  readonly base: number
}

/** The ruled tables of a page as the lines of words in their cells. */
export interface CellLines {
  readonly frames: readonly Box[]
  readonly lines: readonly CellLine[]
}

/** A page with more of them is no letter. */
const mostLines = 4_000

/** What stands in the cells of tables, line by line: beside each other, cells disturb each other's lines. `page` is without its rules. */
export function cellLines(page: Picture, drawn: readonly DrawnLine[]): CellLines {
  const scale = 72 / page.dpi
  const rules = drawn.map(({ upright, at, from, to }) => ({
    upright,
    at: at * scale,
    from: from * scale,
    to: to * scale,
  }))
  const below = inkBelow(page)
  const frames: Box[] = []
  const lines: CellLine[] = []
  for (const frame of framesOf(rules)) {
    const { xs, ys } = frame
    const box = dots([xs[0] ?? 0, ys[0] ?? 0, xs.at(-1) ?? 0, ys.at(-1) ?? 0], scale)
    if (frames.some((other) => isInside(box, other))) continue
    const cells = cellsOf(frame).list.map(({ row, column, rows, columns }) =>
      dots([xs[column] ?? 0, ys[row] ?? 0, xs[column + columns] ?? 0, ys[row + rows] ?? 0], scale),
    )
    frames.push(box)
    lines.push(...cells.flatMap((cell) => linesIn(page, cell, below)))
  }
  return lines.length > mostLines ? { frames: [], lines: [] } : { frames, lines: level(lines) }
}

function dots([left, top, right, bottom]: Box, scale: number): Box {
  return [Math.round(left / scale), Math.round(top / scale), Math.round(right / scale), Math.round(bottom / scale)]
}

function isInside([left, top, right, bottom]: Box, outer: Box): boolean {
  return left >= outer[0] - 4 && top >= outer[1] - 4 && right <= outer[2] + 4 && bottom <= outer[3] + 4
}

/** Rows of ink with white between; a dot above its letter is no row of its own. */
function linesIn(page: Picture, cell: Box, below: number): readonly CellLine[] {
  const [left, right] = [Math.max(0, cell[0] + 2), Math.min(page.width, cell[2] - 2)]
  const [top, bottom] = [Math.max(0, cell[1] + 2), Math.min(page.height, cell[3] - 2)]
  const counts = Array.from({ length: Math.max(0, bottom - top) }, (_, y) => inkIn(page, top + y, left, right, below))
  return apart(runsOf(counts), counts, page.dpi).flatMap(([from, to]) => {
    const box = tight(page, [left, top + from, right, top + to], below)
    return box && isWords(box, page.dpi) ? [{ box, base: top + baseOf(counts, from, to, box[2] - box[0]) }] : []
  })
}

type Rows = readonly [from: number, to: number]

function runsOf(counts: readonly number[]): readonly Rows[] {
  const runs: Rows[] = []
  let from = -1
  counts.forEach((count, y) => {
    if (count > 0 && from === -1) from = y
    if (count === 0 && from !== -1) {
      runs.push([from, y])
      from = -1
    }
  })
  return from === -1 ? runs : [...runs, [from, counts.length]]
}

/** Runs that are too low for a line belong to the one beneath, those as high as several are cut where there is least ink. */
function apart(runs: readonly Rows[], counts: readonly number[], dpi: number): readonly Rows[] {
  const low = dpi * 0.045
  const joined: Rows[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && last[1] - last[0] < low && run[0] - last[1] < low) joined[joined.length - 1] = [last[0], run[1]]
    else if (last && run[1] - run[0] < low && run[0] - last[1] < low / 2) joined[joined.length - 1] = [last[0], run[1]]
    else joined.push(run)
  }
  return joined.flatMap((run) => cutHigh(run, counts, dpi))
}

function cutHigh([from, to]: Rows, counts: readonly number[], dpi: number): readonly Rows[] {
  const line = dpi * 0.17
  const parts = Math.round((to - from) / line)
  if (to - from < 1.7 * line || parts < 2 || parts > 60) return [[from, to]]
  const cuts = Array.from({ length: parts - 1 }, (_, index) => {
    const about = from + ((index + 1) * (to - from)) / parts
    let best = Math.round(about)
    for (let y = Math.floor(about - line * 0.35); y <= about + line * 0.35; y += 1)
      if ((counts[y] ?? 0) < (counts[best] ?? 0)) best = y
    return best
  })
  return [from, ...cuts].map((start, index): Rows => [start, cuts[index] ?? to])
}

function inkIn({ width, grey }: Picture, y: number, left: number, right: number, below: number): number {
  let ink = 0
  for (let x = left; x < right; x += 1) if ((grey[y * width + x] ?? 255) < below) ink += 1
  return ink
}

function tight(page: Picture, [left, top, right, bottom]: Box, below: number): Box | null {
  let box: Box | null = null
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if ((page.grey[y * page.width + x] ?? 255) >= below) continue
      const dot: Box = [x, y, x + 1, y + 1]
      box = box ? around(box, dot) : dot
    }
  }
  return box
}

/** Specks are left out: what is lower than a hyphen and no wider. */
function isWords([left, top, right, bottom]: Box, dpi: number): boolean {
  return right - left >= 0.02 * dpi && bottom - top >= 0.01 * dpi
}

/** Below the line that letters stand on there is far less ink, where there are letters enough to tell. */
function baseOf(counts: readonly number[], from: number, to: number, wide: number): number {
  if (wide < 2.5 * (to - from)) return to
  const most = Math.max(...counts.slice(from, to))
  for (let y = to - 1; y > from + (to - from) / 2; y -= 1) if ((counts[y] ?? 0) > 0.3 * most) return y + 1
  return to
}

/** Hyphens and stops do not show what height they hang at: it is that of what stands beside them. */
function level(lines: readonly CellLine[]): readonly CellLine[] {
  const heights = lines.map(({ box }) => box[3] - box[1]).toSorted((one, other) => one - other)
  const usual = heights[Math.floor(0.7 * heights.length)] ?? 0
  return lines.map((line) => {
    const [, top, , bottom] = line.box
    if (bottom - top > 0.5 * usual) return line
    const middle = (top + bottom) / 2
    const beside = lines.find(({ box }) => box[3] - box[1] > 0.5 * usual && box[1] < middle && box[3] > middle)
    return { ...line, base: beside?.base ?? bottom + 0.35 * usual }
  })
}
