import type { Column } from './comparison.ts'
import type { Row } from './rows.ts'

/** The columns that rows stand in: by year, calendar before financial; what tells no period comes last. */
export function columnsOf(rows: readonly Row[]): readonly Column[] {
  const columns = new Map(rows.map((row) => [columnKey(row), columnOf(row)]))
  return [...columns.values()].toSorted(
    (one, other) => (one.year ?? Infinity) - (other.year ?? Infinity) || rank(one) - rank(other),
  )
}

export function columnKey({ year, year_kind }: Pick<Row, 'year' | 'year_kind'>): string {
  return year === null ? 'untold' : `${year_kind} ${year}`
}

function columnOf({ year, year_kind: yearKind }: Row): Column {
  if (year === null || yearKind === null) return { label: 'no period', year: null, yearKind: null }
  const next = String((year + 1) % 100).padStart(2, '0')
  switch (yearKind) {
    case 'calendar':
      return { label: String(year), year, yearKind }
    case 'financial':
      return { label: `${year}/${next}`, year, yearKind }
    case 'academic':
      return { label: `Sep ${year}–Aug ${next}`, year, yearKind }
    case 'other':
      return { label: `from ${year}`, year, yearKind }
    case 'day':
      return { label: `as at ${year}`, year, yearKind }
    default:
      return yearKind satisfies never
  }
}

/** Does an answer over more than a year, which stands under the year it begins in, reach into this column's year? */
export function isSpanned(column: Column, rows: readonly Row[]): boolean {
  const days = daysOf(column)
  if (!days) return false
  return rows.some(
    ({ covers, period_from: from, period_to: to, year }) =>
      covers === 'longer' && year !== column.year && from !== null && from <= days.from && to !== null && days.to <= to,
  )
}

/** The first and last day of the year of a column; null where it is of no such year. */
export function daysOf({ year, yearKind }: Column): { readonly from: string; readonly to: string } | null {
  if (year === null) return null
  if (yearKind === 'calendar') return { from: `${year}-01-01`, to: `${year}-12-31` }
  return yearKind === 'financial' ? { from: `${year}-04-01`, to: `${year + 1}-03-31` } : null
}

function rank({ yearKind }: Column): number {
  return yearKind === null ? 9 : ['calendar', 'financial', 'academic', 'other', 'day'].indexOf(yearKind)
}
