import { isTotal } from './cells.ts'
import type { FoundCell, FoundTable } from './found-table.ts'
import { isHeadOfFigures, isHeadOfState } from './headings.ts'
import { type SaidAt, saidAtSide, saidAtTop } from './labels.ts'

/**
 * What stands above a column. Only a crosstab has groups along its top; above the columns of a breakdown or a series
 * stands what is counted.
 */
export function topOf(table: FoundTable, column: number): readonly SaidAt[] {
  return (table.heads[column] ?? []).flatMap((label, level) => {
    const beside = table.figureColumns.flatMap((other) => table.heads[other]?.[level]?.text ?? [])
    const hasGroups = table.kind === 'crosstab' && !areCounts(beside)
    return saidAtTop(label, beside).map((said) => ({
      said: said.says === 'group' && !hasGroups ? { says: 'measure' as const, text: said.text } : said,
      span: { start: label.start, end: label.end },
      name: null,
    }))
  })
}

/** «Q3» above a column, where that is the third question and no quarter; nothing above the others. */
export function questionOf({ heads }: FoundTable, column: number): readonly SaidAt[] {
  const label = heads[column]?.at(-1)
  const number = label ? questionIn(label.text) : null
  return label && number !== null ? [{ said: { says: 'question', number }, span: label, name: null }] : []
}

/** «Q3», «Question 3»: its number; null for other words. */
export function questionIn(head: string): string | null {
  return /^q(?:uestion)?\.?\s?(\d{1,2}[a-z]?)[.:]?$/i.exec(head)?.[1]?.toLowerCase() ?? null
}

/** «Incidents recorded | of which reported to ICO»: two counts of the same rows, and no groups. */
function areCounts(heads: readonly string[]): boolean {
  return (
    heads.some(isHeadOfState) && heads.every((head) => isHeadOfState(head) || isHeadOfFigures(head) || isTotal(head))
  )
}

/** What stands at the side of each row; null for rows without figures and rows that no label names. */
export function sidesOf(table: FoundTable): readonly (readonly SaidAt[] | null)[] {
  const columns = table.heads.flatMap((_, column) => (table.figureColumns.includes(column) ? [] : column))
  const names = columns.map((column) => table.heads[column]?.map((label) => label.text).join(' ') || null)
  const beside = columns.map((column) => table.rows.map((row) => row[column]?.text ?? ''))
  const filledDown: (FoundCell | undefined)[] = []
  const sections = sectionsOf(table, columns)
  return table.rows.map((row, at) => {
    if (sections.isSection(at)) {
      filledDown.length = 0
      return null
    }
    const cells = columns.map((column, place) => {
      const cell = row[column]
      // "Housing" stands once for the rows below it, where another column of labels tells them apart.
      const named = cell?.text ? cell : place < columns.length - 1 ? filledDown[place] : cell?.under ? cell : undefined
      filledDown[place] = named
      return named
    })
    const isTotalRow = cells.some((cell) => cell && isTotal(cell.under))
    const labels = cells.flatMap((cell, place): SaidAt[] => {
      const text = cell?.text || cell?.under
      if (!cell || !text) return []
      const said = saidAtSide({ text, ...cell.span }, beside[place] ?? [], names[place])
      return [{ said, span: cell.span, name: names[place] ?? null }]
    })
    if (columns.length > 0 && labels.length === 0) return null
    const section = sections.above(at, isTotalRow)
    return section
      ? [{ said: saidAtSide({ text: section.text, ...section.span }, []), span: section.span, name: null }, ...labels]
      : labels
  })
}

/** Rows that hold a label and no figures name the rows below them: "Adults", or a year. */
function sectionsOf(
  table: FoundTable,
  columns: readonly number[],
): {
  readonly isSection: (row: number) => boolean
  readonly above: (row: number, isTotalRow: boolean) => FoundCell | null
} {
  const isSection = (at: number): boolean => {
    const row = table.rows[at] ?? []
    const labels = columns.filter((column) => row[column]?.text !== '')
    return (
      labels.length === 1 &&
      table.figureColumns.every((column) => row[column]?.text === '') &&
      !isTotal(row[columns[0] ?? 0]?.text ?? '')
    )
  }
  const places = table.rows.flatMap((_, at) => (isSection(at) ? at : []))
  const totals = table.rows.flatMap((row, at) => (columns.some((column) => isTotal(row[column]?.text ?? '')) ? at : []))
  // One total at the very end, below several sections, is the whole table's.
  const isGrand = (at: number) => places.length > 1 && totals.length === 1 && at === table.rows.length - 1
  return {
    isSection,
    above: (at, isTotalRow) => {
      const last = places.findLast((place) => place < at)
      const label =
        last === undefined
          ? null
          : (columns.map((column) => table.rows[last]?.[column]).find((cell) => cell?.text) ?? null)
      const isOverall =
        isTotalRow &&
        (isGrand(at) || columns.some((column) => /^(?:grand|overall)\b/i.test(table.rows[at]?.[column]?.text ?? '')))
      return isOverall ? null : label
    },
  }
}
