import { anchorsIn, figuresRule } from './anchors.ts'
import { aroundAnchors } from './around-anchors.ts'
import { rowsByCells } from './cell-blocks.ts'
import { type CutLine, cut } from './cut-lines.ts'
import type { Drawn } from './drawn.ts'
import { headApart, headRows, withHeadApart } from './head-rows.ts'
import { type PrintedLine, spaceOf } from './lines.ts'
import type { TableCell, TableRow } from './parts.ts'

/** Lines put together into rows. Rules and shading that part rows decide; without them gaps and figures do. */
export function rowsOf(lines: readonly PrintedLine[], edges: readonly number[], drawn: Drawn): readonly TableRow[] {
  const close = 1.2 * spaceOf(lines)
  const cuts = lines.map((line) => cut(line, edges, close))
  const bands = inBands(cuts, dividersOf(edges, drawn))
  const byFigures = figuresRule(cuts)
  const parted = bands.length >= 3 && bands.every((band) => anchorsIn(band, byFigures).length < 2)
  const groups = parted
    ? withHeadApart(bands)
    : (rowsByCells(cuts) ?? bands.flatMap((band) => groupsOf(band, edges, byFigures)))
  return groups.map((group) => asRow(group, edges.length - 1))
}

function asRow(group: readonly CutLine[], columns: number): TableRow {
  const cells = group.flatMap((line) => line.cells)
  const row: TableCell[] = []
  for (let column = 0; column < columns; ) {
    const here = cells.filter((cell) => cell.column === column)
    const wide = Math.max(1, ...here.map((cell) => cell.columns))
    const inside = cells.filter((cell) => cell.column >= column && cell.column < column + wide)
    row.push({ column, columns: wide, rows: 1, lines: inside.map(({ line }) => line) })
    column += wide
  }
  return row
}

/** The heights of level rules, and of the edges of shading, that go through most of the table's width. */
function dividersOf(edges: readonly number[], { rules, shades }: Drawn): readonly number[] {
  const left = edges[0] ?? 0
  const right = edges.at(-1) ?? 0
  const crosses = (from: number, to: number): boolean =>
    Math.min(to, right) - Math.max(from, left) > 0.7 * (right - left)
  return [
    ...rules.flatMap((rule) => (!rule.upright && crosses(rule.from, rule.to) ? [rule.at] : [])),
    ...shades.flatMap(([from, top, to, bottom]) => (crosses(from, to) ? [top, bottom] : [])),
  ]
}

function inBands(cuts: readonly CutLine[], dividers: readonly number[]): readonly (readonly CutLine[])[] {
  const bands: CutLine[][] = [[]]
  cuts.forEach((each, index) => {
    const before = cuts[index - 1]
    if (before && dividers.some((at) => at > before.base - 0.2 * before.size && at < each.base - 0.3 * each.size))
      bands.push([])
    bands.at(-1)?.push(each)
  })
  return bands.filter((band) => band.length > 0)
}

/** Rows among lines that nothing drawn parts: white between them does, or the figures they stand around. */
function groupsOf(
  band: readonly CutLine[],
  edges: readonly number[],
  byFigures: boolean,
): readonly (readonly CutLine[])[] {
  const blocks = closeBlocks(band)
  return blocks.flatMap((block) => {
    const anchors = anchorsIn(block, byFigures)
    if (anchors.length > 1 && (byFigures || blocks.length < 3)) return aroundAnchors(block, anchors, edges)
    const [anchor] = anchors
    return anchor && anchors.length === 1 ? headApart(block, anchor) : headRows(block)
  })
}

/** Runs of lines about as close as the closest ones; a single close pair among far lines is a wrapped cell. */
function closeBlocks(band: readonly CutLine[]): readonly (readonly CutLine[])[] {
  const pitches = band.slice(1).map(({ base }, index) => base - (band[index]?.base ?? 0))
  const size = Math.max(...band.map((line) => line.size))
  const closest = Math.min(...pitches.filter((pitch) => pitch > 0.8 * size), 2 * size)
  const blocks: CutLine[][] = [[]]
  band.forEach((line, index) => {
    if (index > 0 && (pitches[index - 1] ?? 0) > 1.25 * closest) blocks.push([])
    blocks.at(-1)?.push(line)
  })
  return blocks
}
