import { rowsByCells } from './cell-blocks.ts'
import type { Drawn } from './drawn.ts'
import { isFigure } from './figures.ts'
import { asLine, isBold, type PrintedLine, pieces, spaceOf, textOf } from './lines.ts'
import type { TableCell, TableRow } from './parts.ts'
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

/** Nothing parts the head from the first row where every other row is shaded: the row begins with its own first column. */
function withHeadApart(bands: readonly (readonly CutLine[])[]): readonly (readonly CutLine[])[] {
  const [first = [], ...rest] = bands
  const most = Math.max(...rest.map(([line]) => line?.cells.length ?? 0))
  const row = first.findLast((line) => isFilled(line) && line.cells.length >= 0.75 * most)
  const at = row ? first.indexOf(row) : 0
  const head = first.slice(0, at)
  return head.some(isFilled) && head.some(({ cells }) => cells.length >= 0.75 * most)
    ? [...headRows(head), first.slice(at), ...rest]
    : bands
}

/** Words with gaps up to `close` (times their size) between them are read as one. */
function cut(line: PrintedLine, edges: readonly number[], close: number): CutLine {
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

/** Do figures tell the rows? Not in a table of words where a "No" or "n/a" stands now and then. */
function figuresRule(cuts: readonly CutLine[]): boolean {
  return cuts.filter(hasFigure).length >= 0.4 * cuts.filter(isFilled).length
}

/** Most of what stands outside the first column is figures: «cases | year | 1,000» is the end of three headings. */
function hasFigure({ cells }: CutLine): boolean {
  const others = cells.filter(({ column }) => column > 0)
  const figures = others.filter(({ line }) => isFigure(textOf(line)))
  if (isUnits({ base: 0, size: 0, cells })) return false
  return figures.length > 0 && figures.length >= 0.4 * others.length
}

/**
 * The lines that rows are built around: those with a figure outside the first column where there are any; else
 * those that begin in the first column and fill most columns.
 */
function anchorsIn(block: readonly CutLine[], byFigures: boolean): readonly CutLine[] {
  const figured = byFigures ? block.filter(hasFigure) : []
  if (figured.length > 0) return figured
  const most = Math.max(...block.map(({ cells }) => cells.length))
  return block.filter((line) => isFilled(line) && line.cells.length >= 0.6 * most)
}

function isFilled({ cells }: CutLine): boolean {
  return cells[0]?.column === 0 && cells.length > 1
}

/** A block with one anchor is one row, save for lines above it that fill the anchor's own columns: its heading. */
function headApart(block: readonly CutLine[], anchor: CutLine): readonly (readonly CutLine[])[] {
  const at = block.indexOf(anchor)
  const above = block.slice(0, at)
  const isHead = hasFigure(anchor) && above.some(({ cells }) => cells.some(({ column }) => column > 0))
  return isHead ? [...headRows(above), block.slice(at)] : [block]
}

/** Lines without figures that stand close: one heading, wrapped; a heading over several columns is a row of its own. */
function headRows(lines: readonly CutLine[]): readonly (readonly CutLine[])[] {
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

/** "(1 000)  (%)  (EUR)" or "(a)  (b)": below all headings their units, or the letters that notes know them by. */
function isUnits({ cells }: CutLine): boolean {
  const heads = cells.filter(({ column }) => column > 0)
  return heads.length > 1 && heads.every(({ line }) => /^\([^()]{1,24}\)$/.test(textOf(line)))
}

function aroundAnchors(
  block: readonly CutLine[],
  anchors: readonly CutLine[],
  edges: readonly number[],
): readonly (readonly CutLine[])[] {
  const [first] = anchors
  const start = first ? block.indexOf(first) : 0
  const leading = block.slice(0, start)
  const own = first && isLabelOf(leading, first) ? leading : []
  const groups: (readonly CutLine[])[] = []
  let before: readonly CutLine[] = own
  anchors.forEach((anchor, index) => {
    const from = block.indexOf(anchor)
    const next = anchors[index + 1]
    const between = block.slice(from + 1, next ? block.indexOf(next) : block.length)
    const { kept, alone, passed } = share(anchor, next, between, before.length, edges)
    groups.push([...before, anchor, ...kept], ...alone.map((line) => [line]))
    before = passed
  })
  return [...headRows(own.length > 0 ? [] : leading), ...groups]
}

/** Are these the first lines of the anchor's own label, which has none on its line? */
function isLabelOf(lines: readonly CutLine[], anchor: CutLine): boolean {
  return (
    lines.length > 0 &&
    !hasLabel(anchor) &&
    lines.every(({ cells }) => cells.every(({ column, columns }) => column === 0 && columns === 1))
  )
}

interface Shared {
  readonly kept: readonly CutLine[]
  readonly alone: readonly CutLine[]
  readonly passed: readonly CutLine[]
}

/** Lines between two anchors: the wrapped rest of the upper row, rows of their own, or the beginning of the lower row. */
function share(
  anchor: CutLine,
  next: CutLine | undefined,
  between: readonly CutLine[],
  above: number,
  edges: readonly number[],
): Shared {
  if (next && !hasLabel(next)) {
    // Figures in the middle of their row: as many lines of the label below them as above.
    const kept = hasLabel(anchor) && above === 0 ? wrapped(anchor, between, edges) : between.slice(0, above)
    return { kept, alone: [], passed: between.slice(kept.length) }
  }
  if (isYears(anchor)) return { kept: [], alone: between, passed: [] }
  const kept = hasLabel(anchor) ? wrapped(anchor, between, edges) : between
  return { kept, alone: between.slice(kept.length), passed: [] }
}

/** "2019  2020  2021" without a label: headings, and what stands below them is a title of rows. */
function isYears({ cells }: CutLine): boolean {
  return cells.length > 1 && cells.every(({ column, line }) => column > 0 && /^(?:19|20)\d\d$/.test(textOf(line)))
}

/** The first of these lines, as long as each holds only words that did not fit on the line above it. */
function wrapped(anchor: CutLine, lines: readonly CutLine[], edges: readonly number[]): readonly CutLine[] {
  const kept: CutLine[] = []
  let above = anchor
  for (const line of lines) {
    const goesOn = line.cells.every(({ column, columns, line: words }) => {
      const before = [anchor, ...kept].map(({ cells }) => cells.find((cell) => cell.column === column)?.line)
      const last = before.findLast((each) => each !== undefined)
      return (
        columns === 1 &&
        last !== undefined &&
        isBold(last) === isBold(words) &&
        didNotFit(last, words, edges[column + 1] ?? 0)
      )
    })
    if (!goesOn && line.cells.some(({ column }) => column === 0)) break
    kept.push(line)
    above = line
  }
  return above === anchor ? [] : kept
}

function didNotFit(above: PrintedLine, below: PrintedLine, edge: number): boolean {
  const [word] = below.words
  const needed = above.box[2] + (word.box[2] - word.box[0]) + 0.25 * below.size
  return needed > edge - below.size || /^[\p{Ll}(&]/u.test(textOf(below))
}

function hasLabel({ cells }: CutLine): boolean {
  return cells[0]?.column === 0
}
