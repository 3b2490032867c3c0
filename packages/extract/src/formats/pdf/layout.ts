import { alignedTables, continuedTable } from './aligned-tables.ts'
import { withAsides } from './asides.ts'
import { columnsOf } from './columns.ts'
import { asLine, type PrintedLine, textOf } from './lines.ts'
import { paragraphsOf, type Setting } from './paragraphs.ts'
import type { Part, TablePart, TextPart } from './parts.ts'
import type { ReadPage } from './read.ts'
import { apartSideBySide } from './side-by-side.ts'
import { columnsWithTables, standsBeside } from './tables-in-columns.ts'

/** A page as parts in reading order; its head comes first, its foot last. */
export function layOut(
  page: ReadPage,
  furniture: ReadonlySet<PrintedLine>,
  setting: Setting,
  before: TablePart | null,
): readonly Part[] {
  const head = page.lines.filter((line) => furniture.has(line) && line.base < page.height / 2)
  const foot = page.lines.filter((line) => furniture.has(line) && line.base >= page.height / 2)
  const body = page.lines.filter((line) => !furniture.has(line))
  return [
    ...asFurniture(head),
    ...withAsides(withCaptions(between(body, page, setting, before)), asidesOf(page, setting)),
    ...turnedParts(page),
    ...asFurniture(foot),
  ]
}

/** The table that a page ends with, and that may go on on the next one. */
export function lastTable(parts: readonly Part[]): TablePart | null {
  const last = parts.findLast(({ kind }) => kind !== 'furniture')
  return last?.kind === 'table' ? last : null
}

function asidesOf(page: ReadPage, setting: Setting) {
  return page.asides.map(({ box, lines }) => ({ box, parts: withCaptions(textAndTables(lines, page, setting)) }))
}

/** Tables stand where their top edge is; the lines between them are read column by column. */
function between(
  lines: readonly PrintedLine[],
  page: ReadPage,
  setting: Setting,
  before: TablePart | null,
): readonly Part[] {
  const begins = page.tables.some(({ box }) => box[1] < (lines[0]?.base ?? 0))
  const continued = before && !begins ? continuedTable(lines, before, page.drawn) : null
  const parts: Part[] = continued ? [continued.table] : []
  let rest = continued ? continued.rest : lines
  let beside: TablePart[] = []
  for (const table of page.tables.toSorted((one, other) => one.box[1] - other.box[1])) {
    if (standsBeside(table, lines, page.tables)) {
      beside.push(table)
      continue
    }
    const above = rest.filter(({ base }) => base < table.box[3])
    rest = rest.filter(({ base }) => base >= table.box[3])
    parts.push(...inColumns(above, beside, page, setting), table)
    beside = []
  }
  return [...parts, ...inColumns(rest, beside, page, setting)]
}

/** Tables with something beside them stand in columns of the page. */
function inColumns(
  lines: readonly PrintedLine[],
  tables: readonly TablePart[],
  page: ReadPage,
  setting: Setting,
): readonly Part[] {
  if (tables.length === 0) return textAndTables(lines, page, setting)
  return columnsWithTables(lines, tables).flatMap((column): readonly Part[] => {
    const parts: Part[] = []
    let rest = column.lines
    for (const table of column.tables) {
      const above = rest.filter(({ base }) => base < table.box[3])
      rest = rest.filter(({ base }) => base >= table.box[3])
      parts.push(...textAndTables(above, page, setting), table)
    }
    return [...parts, ...textAndTables(rest, page, setting)]
  })
}

function textAndTables(lines: readonly PrintedLine[], page: ReadPage, setting: Setting): readonly Part[] {
  const columns = columnsOf(lines).flatMap((column) => apartSideBySide(column, page.drawn))
  return columns.flatMap((column) =>
    alignedTables(column, page.drawn).flatMap((found): readonly (TextPart | TablePart)[] =>
      'lines' in found ? paragraphsOf(found.lines, setting) : [found],
    ),
  )
}

/** A short line right above a table is its title. */
function withCaptions(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, index): readonly Part[] => {
    const [above, below] = [parts[index - 1], parts[index + 1]]
    if (below?.kind === 'table' && isCaption(part, below)) return []
    return part.kind === 'table' && above && isCaption(above, part) ? [{ ...part, caption: above.lines }] : [part]
  })
}

/** "Total crimes by hospital", "Table 2: Fines issued"; a sentence, a question or "Answer:" is none. */
function isCaption(part: Part, table: TablePart): part is TextPart {
  if (part.kind !== 'heading' && part.kind !== 'paragraph') return false
  const words = part.lines.map(textOf).join(' ').trim()
  const last = part.lines.at(-1)
  if (!last || part.lines.length > 2 || words.length > 120 || words.includes('\t')) return false
  if (table.box[1] - last.base > 2.5 * last.size) return false
  if (/^table \d/i.test(words)) return true
  return part.lines.length === 1 && !/[.:;,?]$/.test(words) && !/^(?:question|answer|response|q ?\d)/i.test(words)
}

function asFurniture(lines: readonly PrintedLine[]): readonly TextPart[] {
  const [first, ...rest] = lines
  return first ? [{ kind: 'furniture', page: first.page, lines: [first, ...rest], label: null, level: 0 }] : []
}

/** Words set upwards (a note along the margin, a stamp) are said last, each by itself. */
function turnedParts({ turned }: ReadPage): readonly TextPart[] {
  return turned.flatMap((word): readonly TextPart[] => {
    const line = asLine([word])
    return line ? [{ kind: 'paragraph', page: word.page, lines: [line], label: null, level: 0 }] : []
  })
}
