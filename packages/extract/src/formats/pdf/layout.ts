import { alignedTables } from './aligned-tables.ts'
import { columnsOf } from './columns.ts'
import { asLine, type PrintedLine } from './lines.ts'
import { paragraphsOf, type Setting } from './paragraphs.ts'
import type { Part, TablePart, TextPart } from './parts.ts'
import type { ReadPage } from './read.ts'

/** A page as parts in reading order; its head comes first, its foot last. */
export function layOut(page: ReadPage, furniture: ReadonlySet<PrintedLine>, setting: Setting): readonly Part[] {
  const head = page.lines.filter((line) => furniture.has(line) && line.base < page.height / 2)
  const foot = page.lines.filter((line) => furniture.has(line) && line.base >= page.height / 2)
  const body = page.lines.filter((line) => !furniture.has(line))
  return [...asFurniture(head), ...between(body, page, setting), ...turnedParts(page), ...asFurniture(foot)]
}

/** Tables stand where their top edge is; the lines between them are read column by column. */
function between(lines: readonly PrintedLine[], page: ReadPage, setting: Setting): readonly Part[] {
  const parts: Part[] = []
  let rest = lines
  for (const table of page.tables.toSorted((one, other) => one.box[1] - other.box[1])) {
    const above = rest.filter(({ base }) => base < table.box[3])
    rest = rest.filter(({ base }) => base >= table.box[3])
    parts.push(...textAndTables(above, page, setting), table)
  }
  return [...parts, ...textAndTables(rest, page, setting)]
}

function textAndTables(lines: readonly PrintedLine[], page: ReadPage, setting: Setting): readonly Part[] {
  return columnsOf(lines).flatMap((column) =>
    alignedTables(column, page.drawn).flatMap((found): readonly (TextPart | TablePart)[] =>
      'lines' in found ? paragraphsOf(found.lines, setting) : [found],
    ),
  )
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
