import type { Drawn } from './drawn.ts'
import { isFigure } from './figures.ts'
import { type PrintedLine, pieces, textOf } from './lines.ts'
import type { TablePart, TableRow } from './parts.ts'
import { boxOf, withoutEmpty } from './ruled-tables.ts'
import { edgesOf, filledBy, type Stretch, stretches, stretchesOf, widened, withoutHalves } from './table-columns.ts'
import { rowsOf } from './table-rows.ts'
import { whiteBlock } from './white-columns.ts'

/** Rows of a table stand no further apart than this, times their size. */
const farthest = 3.6
/** A cell that wraps has at most so many lines that fill one column alone. */
const longestWrap = 14
const mostLines = 1_000

export type TableOrLines = TablePart | { readonly lines: readonly PrintedLine[] }

/**
 * Tables without rules among the lines of one column of the page, and the lines between them, in order. A table is
 * lines whose words stand in the same columns, with figures in them or at least three columns; in doubt it is text.
 */
export function alignedTables(lines: readonly PrintedLine[], drawn: Drawn): readonly TableOrLines[] {
  // No letter has so many lines on a page; trying each as the beginning of a table would take too long.
  if (lines.length > mostLines) return [{ lines }]
  const found: TableOrLines[] = []
  let text: PrintedLine[] = []
  for (let from = 0; from < lines.length; ) {
    const { run, table } = tableFrom(lines, from, drawn)
    if (run && table) {
      const above = run.lines[0] ? text.filter((each) => !run.lines.includes(each)) : text
      if (above.length > 0) found.push({ lines: above })
      found.push(table)
      text = []
      from = run.end
    } else {
      const end =
        run && isContents(lines.slice(Math.max(0, from - 3), from + 1)) ? Math.max(run.end, from + 1) : from + 1
      text.push(...lines.slice(from, end))
      from = end
    }
  }
  if (text.length > 0) found.push({ lines: text })
  return found
}

interface Run {
  readonly lines: readonly PrintedLine[]
  readonly columns: readonly Stretch[]
  readonly end: number
}

/** The table that begins here: by strips of white that no row crosses, else by columns found line by line. */
function tableFrom(
  lines: readonly PrintedLine[],
  from: number,
  drawn: Drawn,
): { readonly run: Run | null; readonly table: TablePart | null } {
  const white = whiteRun(lines, from)
  if (isContents(lines.slice(Math.max(0, from - 3), from + 1)))
    return { run: white ?? runFrom(lines, from), table: null }
  const table = white ? asTable(white, drawn) : null
  if (table) return { run: white, table }
  const run = runFrom(lines, from)
  return { run, table: run ? asTable(run, drawn) : null }
}

/** Right below "Contents" stand titles and the pages they are on. */
function isContents(lines: readonly PrintedLine[]): boolean {
  return lines.some(
    (line) => line.words.length <= 4 && /^(?:table of )?contents(?:\t?page)?$/i.test(textOf(line).trim()),
  )
}

function whiteRun(lines: readonly PrintedLine[], from: number): Run | null {
  const first = lines[from]
  const block = whiteBlock(lines, from)
  if (!first || !block) return null
  const { columns, end } = block
  const rest = wrappedRest(lines.slice(from, end), lines.slice(end), columns)
  const above = headAbove(lines.slice(Math.max(0, from - 4), from), first, columns)
  return { lines: [...above, ...lines.slice(from, end), ...rest], columns, end: end + rest.length }
}

/** The lines from here on that stand in common columns; null where the first one has but one stretch. */
function runFrom(lines: readonly PrintedLine[], from: number): Run | null {
  const first = lines[from]
  if (!first || stretches(first).length < 2) return null
  let columns: readonly Stretch[] = stretches(first).map(({ box }) => ({ left: box[0], right: box[2] }))
  let end = from + 1
  let alone = 0
  let last = from
  for (; end < lines.length; end += 1) {
    const [line, before] = [lines[end], lines[end - 1]]
    if (!line || !before || line.base - before.base > farthest * line.size) break
    const wider = widened(columns, line)
    if (!wider) break
    columns = wider
    alone = stretches(line).length > 1 ? 0 : alone + 1
    if (alone > longestWrap) break
    if (alone === 0) last = end
  }
  const run = lines.slice(from, last + 1)
  const rest = wrappedRest(lines.slice(from, last + 1), lines.slice(last + 1, end), columns)
  const above = headAbove(lines.slice(Math.max(0, from - 4), from), first, columns)
  return { lines: [...above, ...run, ...rest], columns, end: last + 1 + rest.length }
}

/**
 * Lines at the top of a page that go on with a table of the page before: they stand in its columns, and the first of
 * them fills several or goes on with a cell of its last row. Null where the page begins with something else.
 */
export function continuedTable(
  lines: readonly PrintedLine[],
  before: TablePart,
  drawn: Drawn,
): { readonly table: TablePart; readonly rest: readonly PrintedLine[] } | null {
  let columns = stretchesOf(before)
  let end = 0
  let last = 0
  for (; end < lines.length; end += 1) {
    const [line, above] = [lines[end], lines[end - 1]]
    if (!line || line.box[0] < (before.edges[0] ?? 0) - 4) break
    if (above && line.base - above.base > farthest * line.size) break
    const wider = widened(columns, line)
    if (wider?.length !== columns.length) break
    columns = wider
    if (stretches(line).length > 1 || (end === last && goesOnWith(line, before))) last = end + 1
  }
  if (last === 0) return null
  const rest = wrappedRest(lines.slice(0, last), lines.slice(last, end), columns)
  const run = lines.slice(0, last + rest.length)
  const edges = edgesOf(columns)
  const rows = rowsOf(run, edges, drawn)
  const page = run[0]?.page ?? 1
  const table = {
    kind: 'table',
    page,
    box: boxOf(rows),
    caption: [],
    headRows: 0,
    edges,
    rows,
    shownBy: 'page before',
  } as const
  return { table, rest: lines.slice(run.length) }
}

/** Does the line begin below the words of a cell of the last row, and not in the first column? */
function goesOnWith(line: PrintedLine, { rows, edges }: TablePart): boolean {
  const cells = rows.at(-1) ?? []
  return (
    line.box[0] > (edges[1] ?? 0) &&
    cells.some(({ lines: [first] }) => first && Math.abs(first.box[0] - line.box[0]) < 3)
  )
}

/** Lines right below the last full one that go on with one of its cells; `before` ends with that one. */
function wrappedRest(
  before: readonly PrintedLine[],
  below: readonly PrintedLine[],
  columns: readonly Stretch[],
): readonly PrintedLine[] {
  const kept: PrintedLine[] = []
  for (const line of below) {
    const [column] = filledBy(line, columns)
    const near = [...before.slice(-3), ...kept].filter(({ base }) => line.base - base <= 1.35 * line.size)
    if (column === undefined || !near.some((each) => filledBy(each, columns).includes(column))) break
    kept.push(line)
  }
  return kept
}

/**
 * Lines right above the first full one that belong to its table: the beginning of wrapped headings, over its columns
 * but the first; and headings set so close that they looked like one stretch.
 */
function headAbove(
  lines: readonly PrintedLine[],
  first: PrintedLine,
  columns: readonly Stretch[],
): readonly PrintedLine[] {
  const kept: PrintedLine[] = []
  let below = first
  for (const line of lines.toReversed()) {
    const pitch = (below.base - line.base) / line.size
    const beside = line.box[0] > (columns[0]?.right ?? 0) && filledBy(line, columns).length > 0
    if (!(beside && pitch <= 1.6) && !(pitch <= farthest && areHeadings(line, columns))) break
    kept.unshift(line)
    below = line
  }
  return kept
}

/** Do close words stand one each over most columns? "Reported  What happened" is two headings. */
function areHeadings(line: PrintedLine, columns: readonly Stretch[]): boolean {
  const over = pieces(line, 0.5).map((piece) => filledBy(piece, columns))
  const filled = over.flatMap(([column, ...more]) => (column === undefined || more.length > 0 ? [] : [column]))
  return (
    filled.length === over.length &&
    new Set(filled).size === filled.length &&
    filled.length >= Math.max(3, 0.6 * columns.length)
  )
}

function asTable(run: Run, drawn: Drawn): TablePart | null {
  if (run.columns.length < 3 && run.lines.some((line) => /\.{5}|(?: \.){4}/.test(textOf(line)))) return null
  const columns = withoutHalves(
    run.columns,
    run.lines.map((line) => filledBy(line, run.columns)),
  )
  return asAligned(run.lines, edgesOf(columns), drawn)
}

function asAligned(lines: readonly PrintedLine[], columnEdges: readonly number[], drawn: Drawn): TablePart | null {
  const { rows, edges } = withoutEmpty(rowsOf(lines, columnEdges, drawn), columnEdges)
  if (!readsAsTable(rows, edges.length - 1)) return null
  const page = lines[0]?.page ?? 1
  return { kind: 'table', page, box: boxOf(rows), caption: [], headRows: 0, edges, rows, shownBy: 'white' }
}

/**
 * Two columns are a table when the second one holds figures; more columns also where words are short and most rows
 * fill them. "Our ref: … / Date: …" and two addresses side by side are none.
 */
function readsAsTable(rows: readonly TableRow[], columns: number): boolean {
  const wide = rows.filter((row) => row.filter(({ lines }) => lines.length > 0).length > 1)
  const others = wide.flatMap((row) => row.filter(({ column, lines }) => column > 0 && lines.length > 0))
  const figures = others.filter(({ lines }) => lines.length === 1 && lines.every((line) => isFigure(textOf(line))))
  const share = figures.length / Math.max(1, others.length)
  if (columns < 2 || wide.length < 2) return false
  if (columns === 2) return wide.length >= 3 && share >= 0.6
  if (share >= 0.4) return figures.length >= 3
  const full = wide.filter((row) => row.filter(({ lines }) => lines.length > 0).length >= 0.6 * columns)
  return wide.length >= 3 && full.length >= 0.7 * wide.length && isShort(rows)
}

/** Most cells hold a few words. */
function isShort(rows: readonly TableRow[]): boolean {
  const lengths = rows.flatMap((row) =>
    row.flatMap(({ lines }) => (lines.length > 0 ? [lines.map(textOf).join(' ').length] : [])),
  )
  return lengths.filter((length) => length <= 40).length >= 0.7 * lengths.length
}
