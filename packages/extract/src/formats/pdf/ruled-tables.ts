import { around, type Box } from '@disclosed/document'
import { type Drawn, middle, type Rule, type Word } from './drawn.ts'
import { hiddenEdges } from './hidden-columns.ts'
import { asLine, linesOf, type PrintedLine, pieces } from './lines.ts'
import { innerFirst, partedAround, withoutWordsOf } from './nested-tables.ts'
import type { TableCell, TablePart, TableRow } from './parts.ts'
import { connected, mergedRules, parts, positions } from './rules.ts'
import { splitRows } from './stacked-rows.ts'
import { partTallCells } from './tall-cells.ts'

/** The columns and rows that rules draw: the x and y of their edges. */
export interface Frame {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly upright: readonly Rule[]
  readonly level: readonly Rule[]
}

/** A grid with more cells than this is graph paper. */
const mostUnits = 20_000

/** Tables whose cells are parted by lines, level and upright, drawn with the pen or as thin rectangles. */
export function ruledTables(drawn: Drawn): readonly TablePart[] {
  let tables: readonly TablePart[] = []
  let { words } = drawn
  for (const frame of innerFirst(framesOf(drawn.rules))) {
    const table = readFrame(withHiddenEdges(frame, words), words)
    if (!table) continue
    tables = [...partedAround(table, tables), ...tables]
    words = withoutWordsOf(words, [table])
  }
  return tables.toSorted((one, other) => one.box[0] - other.box[0])
}

/** All grids of at least two columns that rules draw on a page. */
export function framesOf(rules: readonly Rule[]): readonly Frame[] {
  return connected(mergedRules(rules)).flatMap((group) => {
    const frame = asFrame(group)
    const units = (frame.xs.length - 1) * (frame.ys.length - 1)
    return frame.xs.length > 2 && frame.ys.length > 1 && units <= mostUnits ? [frame] : []
  })
}

function asFrame(group: readonly Rule[]): Frame {
  const upright = group.filter((rule) => rule.upright)
  const level = group.filter((rule) => !rule.upright)
  return {
    xs: withOpenSides(positions(upright), level),
    ys: withOpenSides(positions(level), upright),
    upright,
    level,
  }
}

/** Many tables have no rules at their sides: the ends of the crossing rules show where they would be. */
function withOpenSides(at: readonly number[], crossing: readonly Rule[]): readonly number[] {
  const first = at[0] ?? 0
  const last = at.at(-1) ?? 0
  const from = Math.min(...crossing.map((rule) => rule.from))
  const to = Math.max(...crossing.map((rule) => rule.to))
  return [...(from < first - 8 ? [from] : []), ...at, ...(to > last + 8 ? [to] : [])]
}

/** Columns that only white parts get rules of their own, wherever no word runs over them. */
function withHiddenEdges(frame: Frame, words: readonly Word[]): Frame {
  const { xs, ys } = frame
  const inside = words.filter((word) => !word.turned && unitOf(frame, word) !== null)
  const found = xs.slice(1).flatMap((right, column) => hiddenEdges(inside, xs[column] ?? 0, right))
  if (found.length === 0) return frame
  const rules = found.flatMap((at) =>
    ys.slice(1).flatMap((to, row): readonly Rule[] => {
      const from = ys[row] ?? 0
      const over = inside.some(({ box, base }) => base > from && base < to && box[0] < at && box[2] > at)
      return over ? [] : [{ upright: true, at, from, to }]
    }),
  )
  return {
    ...frame,
    xs: [...xs, ...found].toSorted((one, other) => one - other),
    upright: [...frame.upright, ...rules],
  }
}

interface Unit {
  readonly row: number
  readonly column: number
}

function readFrame(frame: Frame, words: readonly Word[]): TablePart | null {
  const { xs, ys } = frame
  const inside = words.filter((word) => unitOf(frame, word) !== null)
  if (inside.length < 4) return null
  const cells = cellsOf(frame)
  const byCell = Map.groupBy(inside, (word) => {
    const unit = unitOf(frame, word)
    return unit ? (cells.owner[unit.row]?.[unit.column] ?? -1) : -1
  })
  const grid = ys
    .slice(1)
    .map(
      (_, row): TableRow =>
        cells.list.flatMap((cell, index) =>
          cell.row === row ? apart({ ...cell, lines: cellLines(byCell.get(index) ?? []) }, xs) : [],
        ),
    )
  const rows = withoutEmpty(splitRows(partTallCells(grid, ys), xs), xs)
  if (!isTable(rows.rows)) return null
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0]
  const page = inside[0]?.page ?? 1
  return { kind: 'table', page, box: [left, top, right, bottom], caption: [], headRows: 0, shownBy: 'rules', ...rows }
}

/** Headings over several columns whose rules were left out: "2009        2010        2011" in one box. */
function apart(cell: TableCell, xs: readonly number[]): readonly TableCell[] {
  const [line, ...more] = cell.lines
  const parted = line && more.length === 0 && cell.columns > 1 ? pieces(line, 2) : []
  if (parted.length < 2) return [cell]
  const cuts = parted.slice(1).map(({ box }, index) => {
    const between = ((parted[index]?.box[2] ?? 0) + box[0]) / 2
    const inner = xs.slice(cell.column + 1, cell.column + cell.columns)
    return inner.reduce((one, other) => (Math.abs(other - between) < Math.abs(one - between) ? other : one), xs[0] ?? 0)
  })
  if (new Set(cuts).size < cuts.length) return [cell]
  const begins = [cell.column, ...cuts.map((cut) => xs.indexOf(cut))]
  return begins.map((column, index) => {
    const end = begins[index + 1] ?? cell.column + cell.columns
    return { ...cell, column, columns: end - column, lines: parted.slice(index, index + 1) }
  })
}

/** The lines of one cell; turned words stand by themselves, in the order of their columns. */
export function cellLines(words: readonly Word[]): readonly PrintedLine[] {
  const turned = words.filter((word) => word.turned).toSorted((one, other) => one.box[0] - other.box[0])
  return [...linesOf(words), ...turned.map((word) => asLine([word])).filter((line) => line !== null)]
}

function unitOf({ xs, ys }: Frame, word: Word): Unit | null {
  const column = bandOf(xs, middle(word.box))
  const row = bandOf(ys, word.turned ? (word.box[1] + word.box[3]) / 2 : word.base - 0.3 * word.size)
  return column === null || row === null ? null : { row, column }
}

/** Between which two edges a place lies; null outside them. */
export function bandOf(edges: readonly number[], at: number): number | null {
  const after = edges.findIndex((edge) => edge > at)
  return after <= 0 ? null : after - 1
}

interface Joined {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** The cells of a frame, counted in its units: units that no rule parts are one cell. */
export function cellsOf({ xs, ys, upright, level }: Frame): {
  readonly list: readonly Joined[]
  readonly owner: readonly (readonly number[])[]
} {
  const owner: number[][] = ys.slice(1).map(() => xs.slice(1).map(() => -1))
  const list: Joined[] = []
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (owner[row]?.[column] !== -1) continue
      const columns = reachRight(row, column)
      const rows = reachDown(row, column, columns)
      for (let y = row; y < row + rows; y += 1)
        for (let x = column; x < column + columns; x += 1) (owner[y] ?? [])[x] = list.length
      list.push({ row, column, rows, columns })
    }
  }
  return { list, owner }

  function reachRight(row: number, column: number): number {
    let end = column + 1
    while (
      end < xs.length - 1 &&
      owner[row]?.[end] === -1 &&
      !parts(upright, xs[end] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0)
    )
      end += 1
    return end - column
  }

  function reachDown(row: number, column: number, columns: number): number {
    let end = row + 1
    while (end < ys.length - 1 && isOpenBelow(end, column, columns)) end += 1
    return end - row
  }

  /** Is there no rule above row `end`, and is the row as wide as the cell that would grow into it? */
  function isOpenBelow(end: number, column: number, columns: number): boolean {
    const [left, right] = [xs[column] ?? 0, xs[column + columns] ?? 0]
    if (parts(level, ys[end] ?? 0, left, right)) return false
    for (let x = column; x < column + columns; x += 1) {
      if (owner[end]?.[x] !== -1 || parts(level, ys[end] ?? 0, xs[x] ?? 0, xs[x + 1] ?? 0)) return false
      if (x > column && parts(upright, xs[x] ?? 0, ys[end] ?? 0, ys[end + 1] ?? 0)) return false
    }
    const [top, bottom] = [ys[end] ?? 0, ys[end + 1] ?? 0]
    const closedLeft = column === 0 || parts(upright, left, top, bottom)
    const closedRight = column + columns === xs.length - 1 || parts(upright, right, top, bottom)
    return closedLeft && closedRight
  }
}

/** Leaves out rows and columns without a word; narrow ones come from double borders. */
export function withoutEmpty(
  rows: readonly TableRow[],
  edges: readonly number[],
): { readonly rows: readonly TableRow[]; readonly edges: readonly number[] } {
  const isKept = rows.map((row) => row.some(({ lines }) => lines.length > 0))
  const used = new Set(rows.flatMap((row) => row.flatMap(({ column, lines }) => (lines.length > 0 ? [column] : []))))
  const columns = edges.slice(1).flatMap((_, column) => (used.has(column) ? [column] : []))
  const kept = rows.flatMap((row, index): readonly TableRow[] => {
    if (!isKept[index]) return []
    const cells = row.flatMap((cell): readonly TableCell[] => {
      const covered = columns.filter((column) => column >= cell.column && column < cell.column + cell.columns)
      const [first] = covered
      if (first === undefined) return []
      const over = isKept.slice(index, index + cell.rows).filter(Boolean).length
      return [{ ...cell, column: columns.indexOf(first), columns: covered.length, rows: over }]
    })
    return [cells]
  })
  const last = edges.at(-1) ?? 0
  return { rows: kept, edges: [...columns.map((column) => edges[column] ?? 0), last] }
}

/** Two rows and two columns with words in them; a box around the letter with its reference beside is none. */
function isTable(rows: readonly TableRow[]): boolean {
  const filled = rows.flatMap((row) => row.filter(({ lines }) => lines.length > 0))
  const columns = new Set(filled.map(({ column }) => column))
  if (rows.length < 2 || columns.size < 2 || filled.length < 3) return false
  const all = rows.reduce((sum, row) => sum + row.length, 0)
  if (filled.length < 0.1 * all) return false
  const longest = Math.max(...filled.map(({ lines }) => lines.length))
  const most = filled.reduce((sum, { lines }) => sum + lines.length, 0)
  return !(filled.length <= 4 && longest > 12 && longest > 0.6 * most)
}

/** The box around all words of a table; for tables without rules. */
export function boxOf(rows: readonly TableRow[]): Box {
  const boxes = rows.flatMap((row) => row.flatMap(({ lines }) => lines.map(({ box }) => box)))
  const [first, ...rest] = boxes
  return first ? rest.reduce(around, first) : [0, 0, 0, 0]
}
