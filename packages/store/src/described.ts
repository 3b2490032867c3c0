import { searches } from './search.ts'
import { tables } from './tables/index.ts'
import { views } from './views/index.ts'

/** A table, view or search of the dataset as other programs and pages describe it. */
export interface DescribedTable {
  readonly name: string
  readonly kind: 'table' | 'view' | 'search'
  readonly about: string
  readonly columns: readonly DescribedColumn[]
  /** The columns that make a row what it is; empty for views and searches. */
  readonly key: readonly string[]
}

export interface DescribedColumn {
  readonly name: string
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB'
  readonly about: string
  /** null where a view does not say. */
  readonly nullable: boolean | null
  /** "table.column" */
  readonly references: string | null
  /** The codes that may stand in it; null where anything may. */
  readonly codes: readonly string[] | null
  /** Is it JSON, an ISO date, or 1 and 0? */
  readonly form: 'json' | 'day' | 'flag' | null
}

const plain = { nullable: null, references: null, codes: null, form: null } as const

/** Everything in the file, in its order, written from the descriptions that the schema is made of. */
export function describedTables(): readonly DescribedTable[] {
  return [
    ...tables.map(({ name, about, columns, key }) => ({
      name,
      kind: 'table' as const,
      about,
      key,
      columns: Object.entries(columns).map(([column, { type, about, nullable, references, codes, check }]) => ({
        name: column,
        type,
        about,
        nullable,
        references: references ? `${references.table}.${references.column}` : null,
        codes,
        form: formOf(check),
      })),
    })),
    ...views.map(({ name, about, columns }) => ({
      name,
      kind: 'view' as const,
      about,
      key: [],
      columns: Object.entries(columns).map(([column, { type, about }]) => ({ name: column, type, about, ...plain })),
    })),
    ...searches.map(({ name, about, columns }) => ({
      name,
      kind: 'search' as const,
      about,
      key: [],
      columns: Object.entries(columns).map(([column, about]) => ({
        name: column,
        type: 'TEXT' as const,
        about,
        ...plain,
      })),
    })),
  ]
}

function formOf(check: string | null): DescribedColumn['form'] {
  if (check === null) return null
  if (check.startsWith('json_valid')) return 'json'
  return check.includes('GLOB') ? 'day' : check === '? IN (0, 1)' ? 'flag' : null
}
