import { mostCells } from '@disclosed/document'
import type { Letter } from '../letter.ts'
import { cellValue } from './cells.ts'
import { joinContinued } from './continued.ts'
import type { FoundCell, FoundTable } from './found-table.ts'
import { filled, type Grid, type GridRow, type GridSource, type Label } from './grid.ts'
import { type Headed, headed } from './head.ts'
import { keyBelow } from './key.ts'
import { kindOf } from './kinds/index.ts'
import { withoutPageFeet } from './page-feet.ts'
import { partedAtHeads } from './repeated-heads.ts'
import { type Column, shapeOf } from './shape.ts'
import { blocks } from './sources/blocks.ts'
import { brokenPipes } from './sources/broken-pipes.ts'
import { cellRegister } from './sources/cell-register.ts'
import { columns } from './sources/columns.ts'
import { pipes } from './sources/pipes.ts'
import { rhythm } from './sources/rhythm.ts'
import { slashes } from './sources/slashes.ts'
import { stream } from './sources/stream.ts'
import { strokeStream } from './sources/stroke-stream.ts'
import { tabs } from './sources/tabs.ts'
import { periodAbove, periodBefore } from './table-period.ts'
import { titleAbove } from './title.ts'

export type { FoundCell, FoundTable, KeyedMark, TablePeriod } from './found-table.ts'
export type { TableContext, TableValue } from './values.ts'
export { valuesOfTable } from './values.ts'

/** Where tables are looked for; a line that one has taken is out of reach for those after it. */
export const gridSources: readonly GridSource[] = [
  blocks, // first: the file itself says so
  tabs, // a tab is never part of a cell's words
  strokeStream, // before rows of strokes: what stands on one line here is hardly ever a row
  brokenPipes, // before whole rows, which would end where one is broken
  pipes, // an upright stroke hardly ever is
  slashes, // leaning ones part words too, so figures must stand between them
  columns, // two spaces may also end a sentence, so figures must stand below each other
  cellRegister, // its headings are known words
  rhythm, // nothing but the rhythm of the lines tells where the columns were
  stream, // last: here not even lines do
]

/**
 * The tables of a letter that have data in them, in its order: those its file marks as tables, and those that plain text lays out
 * with tabs, strokes, spaces or one cell to each line. Pieces parted by page breaks are joined. Contact details, covers and
 * questions set beside their answers tabulate nothing and are left out; so is what cannot be settled.
 */
export function findTables(letter: Letter): readonly FoundTable[] {
  const lines = withoutPageFeet(letter.lines.filter((line) => line.block?.kind !== 'furniture'))
  const taken = new Set<number>()
  const grids: Grid[] = []
  for (const source of gridSources) {
    for (const grid of source.find(letter, lines, taken)) {
      if (!grid.told && isList(grid)) continue
      grids.push(grid)
      for (let at = grid.first; at <= grid.last; at += 1) taken.add(at)
    }
  }
  const inOrder = grids
    .flatMap((grid) => partedAtHeads(grid, lines))
    .toSorted((one, other) => startOf(one) - startOf(other))
  return joinContinued(inOrder.map(headed), lines).flatMap((table) => found(letter, table, lines, taken) ?? [])
}

/**
 * «168 - 2018/19» over «24 - 2019/20»: a column of nothing but dashes parts figures from what they are of. «Question 1 – 168» over
 * «Question 2 – 24» numbers answers; «T 01632 960421» under an address can be called.
 */
function isList({ rows: all }: Grid): boolean {
  const rows = all.slice(0, mostLooked)
  const columns = rows[0]?.map((_, column) => rows.map((row) => row[column]?.text ?? '')) ?? []
  const [first, ...others] = columns
  return (
    others.some((cells) => cells.every((text) => /^[-–—=:]$/.test(text))) ||
    isNumberedText(columns) ||
    rows.some((row) => isPhone(row)) ||
    (first?.every((text) => /^(?:q(?:uestion)?|a(?:nswer)?|response|point|part|item)[.:]?(?: \d{1,2})?$/i.test(text)) ??
      false)
  )
}

/** «1. | Introduction» over «1.1 | This report covers the year to 31 March.»: paragraphs and their numbers. */
function isNumberedText(columns: readonly (readonly string[])[]): boolean {
  const [first = [], second = []] = columns
  const prose = columns.slice(1).filter((cells) => cells.some((text) => text.length > 60 && /[.?!]$/.test(text)))
  const numbered = first.filter((text) => /^\d{1,2}(?:\.\d{1,2}){0,2}\.?$/.test(text))
  return (
    prose.length > 0 &&
    second.length > 1 &&
    numbered.length * 3 > first.length &&
    /^\d{1,2}\.?$/.test(first[0] ?? '') &&
    columns.length <= 2
  )
}

const mostLooked = 40

/** «T 01632 960 421», «Fax: 01632 | 960422» */
function isPhone(row: GridRow): boolean {
  const words = row.map(({ text }) => text).join(' ')
  return /\b(?:t|tel(?:ephone)?|phone|f|fax|m|mob(?:ile)?|switchboard)\b[.:]{0,2} {1,3}\(?(?:0|\+44)\d/i.test(words)
}

function startOf(grid: Grid): number {
  return grid.rows[0]?.[0]?.start ?? 0
}

/** Rows kept of a table that is too long to be read as a letter is. */
const rowsOfLongTable = 50

function found(letter: Letter, table: Headed, lines: Letter['lines'], taken: ReadonlySet<number>): FoundTable | null {
  const tidy = withoutNotes(withoutEmptyColumns(table))
  const shape = shapeOf(tidy)
  const kind = kindOf(shape)
  if (kind === 'other' || tidy.body.length === 0 || !isEnough(tidy, kind)) return null
  const { grid, heads, body } = tidy
  const start = heads.flat()[0]?.start ?? startOf(grid)
  const line = lines[grid.first]
  const isInLine = line !== undefined && line.start < start && start < line.end
  const above = grid.caption ? lastLine(grid.caption) : isInLine ? null : titleAbove(lines, grid.first, taken)
  const title = above && { text: above.text, span: { start: above.start, end: above.end } }
  const isLong = body.length * heads.length > mostCells
  const cells = isLong ? body.slice(0, rowsOfLongTable) : body
  return {
    span: { start, end: body.at(-1)?.at(-1)?.end ?? startOf(grid) },
    title,
    kind,
    header: heads.every((labels) => labels.length === 0) ? [] : shape.header,
    heads,
    rows: cells.map((row) => row.map((cell, column) => foundCell(cell, isNamed(shape.columns[column]), grid.told))),
    rowCount: body.length + (grid.leftInFile ?? 0),
    figureColumns: shape.figures,
    period: isInLine
      ? periodBefore(letter, lines[grid.first], start)
      : periodAbove(letter, lines, grid.first, title, grid.caption),
    key: keyBelow(
      lines,
      grid.last,
      cells.flatMap((row) => row.map((cell) => cell.text)),
    ),
    rule: grid.rule,
  }
}

/** Of a caption of several lines the last names the table; those above it name the page or the years. */
function lastLine({ text, start, end }: Label): Label {
  const from = text.lastIndexOf('\n') + 1
  return { text: text.slice(from), start: start + from, end }
}

function foundCell(cell: GridRow[number], isName: boolean, told: boolean): FoundCell {
  const { text, under, start, end } = cell
  return { text, under, span: { start, end }, value: isName ? text : cellValue(text, told) }
}

/** "2019" at the side and "2475897" in a list of cases are names, though they are written in digits. */
function isNamed(column: Column | undefined): boolean {
  return column === 'periods' || column === 'days' || column === 'references' || column === 'serial'
}

/** Without a head three rows of plain text make a table, or two where the file says that it is one. */
function isEnough({ grid, headRows, body }: Headed, kind: FoundTable['kind']): boolean {
  if (headRows > 0) return body.length >= 1
  return kind !== 'register' && body.length >= (grid.told ? 2 : 3)
}

/** Columns with neither head nor content say nothing. */
function withoutEmptyColumns(table: Headed): Headed {
  const kept = table.heads.flatMap((labels, column) =>
    labels.length > 0 || table.body.some((row) => row[column]?.text !== '') ? column : [],
  )
  if (kept.length === table.heads.length) return table
  const pick = <Each>(list: readonly Each[]): readonly Each[] => list.filter((_, column) => kept.includes(column))
  return { ...table, heads: pick(table.heads), body: table.body.map(pick) }
}

/** A last row with words in its first place alone, long or marked as a note, is a note and no row. */
function withoutNotes(table: Headed): Headed {
  const isNote = (row: GridRow): boolean => {
    const [only, ...others] = filled(row)
    if (row.length < 2 || !only || others.length > 0) return false
    return only.text.length > 60 || /^(?:\*|†|notes?\b|n\.?b\.?|source\b|please note|key\b)/i.test(only.text)
  }
  const last = table.body.findLastIndex((row) => !isNote(row))
  return last + 1 === table.body.length ? table : { ...table, body: table.body.slice(0, last + 1) }
}
