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

function rank({ yearKind }: Column): number {
  return yearKind === null ? 9 : ['calendar', 'financial', 'academic', 'other', 'day'].indexOf(yearKind)
}
