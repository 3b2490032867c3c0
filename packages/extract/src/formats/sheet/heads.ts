import { isFigure, type Region, shownIn } from './regions.ts'

/** A region seen as a table: lines above it, its rows, lines below it. Counts of rows. */
export interface Shape {
  readonly title: number
  readonly head: number
  readonly notes: number
}

/**
 * Sheets do not say which rows are a table's head. A head is the first row (or rows, below merged cells) that names
 * columns in words or years, where figures stand below; in a register of words, the first row of short names.
 */
export function shapeOf(region: Region): Shape {
  const title = leading(region)
  const notes = trailing(region, title)
  const rows = region.rows.slice(title, region.rows.length - notes)
  return { title, head: headRows({ ...region, rows }), notes }
}

/** Rows of one cell above the first row of more. */
function leading(region: Region): number {
  const first = region.rows.findIndex((row) => shownIn(region, row).length > 1)
  return first === -1 ? region.rows.length : first
}

/** Rows of one cell at the end that explain: "* fewer than five", "Source: …", or a whole sentence. */
function trailing(region: Region, title: number): number {
  let notes = 0
  for (const row of region.rows.slice(title).toReversed()) {
    const shown = shownIn(region, row)
    const [only] = shown
    if (
      shown.length !== 1 ||
      !only ||
      !(only.text.length > 60 || /^(?:\*|notes?\b|source\b|key\b|please note)/i.test(only.text))
    )
      break
    notes += 1
  }
  return notes
}

function headRows(region: Region): number {
  const [first, ...rest] = region.rows
  if (!first || rest.length === 0 || !(isHead(region, first) || hasCorner(region, first, rest))) return 0
  if (!hasFigures(region, rest)) return region.columns.length >= 3 && isRowOfNames(region, first) ? 1 : 0
  let head = 1
  while (head < 3 && head < region.rows.length - 1) {
    const above = region.rows[head - 1]
    const row = region.rows[head]
    if (!above || !row || !isHead(region, row) || !leavesRoom(region, above)) break
    head += 1
  }
  return head
}

/** Words and years only, and more than one of them. */
function isHead(region: Region, row: Region['rows'][number]): boolean {
  const shown = shownIn(region, row)
  return shown.length > 1 && shown.every(({ text }) => !isFigure(text) || isYear(text))
}

/** Nothing above the names of the rows: then even "1", "2 to 5", "> 5" name columns. */
function hasCorner(region: Region, row: Region['rows'][number], rest: Region['rows']): boolean {
  const [first] = region.columns
  if (first === undefined || shownIn(region, row).length < region.columns.length - 1) return false
  const has = (each: Region['rows'][number]) => (each.cells.get(first)?.text ?? '') !== ''
  return !has(row) && rest.every((each) => has(each) && !isFigure(each.cells.get(first)?.text ?? ''))
}

/** A year names a column. */
function isYear(text: string): boolean {
  return /^(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|20\d\d))?$/.test(text)
}

function hasFigures(region: Region, rows: Region['rows']): boolean {
  const lines = rows.filter((row) =>
    shownIn(region, row)
      .slice(1)
      .some(({ text }) => isFigure(text)),
  )
  return lines.length * 2 > rows.length
}

function isRowOfNames(region: Region, row: Region['rows'][number]): boolean {
  const shown = shownIn(region, row)
  return shown.length >= region.columns.length * 0.6 && shown.every(({ text }) => text.length <= 80)
}

/** A second row of heads stands only below merged cells, or fills places that the first leaves empty. */
function leavesRoom(region: Region, row: Region['rows'][number]): boolean {
  const shown = shownIn(region, row)
  return shown.some(({ columns }) => columns > 1) || shown.length < region.columns.length - 1
}
