import type { Told } from './told.ts'

/**
 * A table of the dataset, described once: its schema, its entry in the dictionary and its inserts all come from here.
 * Tables that speak of one document alone make their rows with `rows`; the others are filled when the dataset is settled.
 */
export interface Table {
  readonly name: string
  readonly about: string
  readonly columns: ColumnSet
  /** The columns that make a row what it is. */
  readonly key: readonly string[]
  readonly indexes?: readonly Index[]
  /** Columns that differ from one run to the next with nothing changed in what is said: left out of the hash. */
  readonly passing?: readonly string[]
  readonly rows?: (told: Told) => Iterable<Readonly<Record<string, unknown>>>
}

/** Columns by whose order rows are found; the index holds all rows, or those of which something is true. */
export interface Index<Name extends string = string> {
  readonly by: readonly Name[]
  /** Those of them that stand in it from the largest down. */
  readonly falling?: readonly Name[]
  readonly where?: string
  /** How it is called behind the name of its table; the columns where it says nothing. */
  readonly name?: string
}

export interface Column<Value = unknown> {
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB'
  readonly about: string
  readonly nullable: boolean
  /** A condition on the column, written with its name in place of `?`. */
  readonly check: string | null
  /** The codes that may stand in it; null where anything may. */
  readonly codes: readonly string[] | null
  readonly references: Reference | null
  /** Never there: it carries the type of what stands in the column. */
  readonly holds?: Value
}

export interface Reference {
  readonly table: string
  readonly column: string
  /** The row goes when what it refers to goes. */
  readonly follows: boolean
}

export type ColumnSet = Readonly<Record<string, Column>>

export type RowOf<Columns extends ColumnSet> = {
  readonly [Name in keyof Columns]: Columns[Name] extends Column<infer Value> ? Value : never
}

/** A description in which every name of a column, and every row, is held to the columns described. */
interface Description<Columns extends ColumnSet> {
  readonly name: string
  readonly about: string
  readonly columns: Columns
  readonly key?: readonly (keyof Columns & string)[]
  readonly indexes?: readonly Index<keyof Columns & string>[]
  readonly passing?: readonly (keyof Columns & string)[]
  readonly rows?: (told: Told) => Iterable<RowOf<Columns>>
}

/** Describes a table. Where no key is named its first column is the key. */
export function table<Columns extends ColumnSet>(
  described: Description<Columns>,
): Omit<Table, 'columns'> & { readonly columns: Columns } {
  return { ...described, key: described.key ?? Object.keys(described.columns).slice(0, 1) }
}

const plain = { nullable: false, check: null, codes: null, references: null } as const

export function text(about: string): Column<string> {
  return { ...plain, type: 'TEXT', about }
}

export function integer(about: string): Column<number> {
  return { ...plain, type: 'INTEGER', about }
}

export function real(about: string): Column<number> {
  return { ...plain, type: 'REAL', about }
}

/** Bytes that only programs read. */
export function bytes(about: string): Column<Uint8Array> {
  return { ...plain, type: 'BLOB', about }
}

/** 1 or 0. */
export function flag(about: string): Column<boolean> {
  return { ...plain, type: 'INTEGER', about, check: '? IN (0, 1)' }
}

/** An ISO date: 2019-04-01. */
export function day(about: string): Column<string> {
  return { ...plain, type: 'TEXT', about, check: "? GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'" }
}

/** A chance, 0 to 1. */
export function chance(about: string): Column<number> {
  return { ...plain, type: 'REAL', about, check: '? BETWEEN 0 AND 1' }
}

/** JSON, for lists that nobody joins on. */
export function json(about: string): Column<string> {
  return { ...plain, type: 'TEXT', about, check: 'json_valid(?)' }
}

/** One of the codes of a vocabulary. Compared one by one: for a list with IN, SQLite builds an index anew with every row. */
export function oneOf<Code extends string>(codes: readonly Code[], about: string): Column<Code> {
  return { ...plain, type: 'TEXT', about, codes, check: codes.map((code) => `? = ${quoted(code)}`).join(' OR ') }
}

export function orNull<Value>(column: Column<Value>): Column<Value | null> {
  const { holds: _, ...rest } = column
  return { ...rest, nullable: true }
}

/** A row of another table, which must be there. */
export function refersTo<Value>(table: string, column: Column<Value>, target = 'id'): Column<Value> {
  return { ...column, references: { table, column: target, follows: false } }
}

/** A row of another table, with which this row goes too. */
export function belongsTo<Value>(table: string, column: Column<Value>, target = 'id'): Column<Value> {
  return { ...column, references: { table, column: target, follows: true } }
}

/** The statements that make the table and its indexes. */
export function createTable(table: Table): string {
  const { name, columns, key } = table
  const lines = Object.entries(columns).map(([column, described]) => `  ${columnSql(column, described)}`)
  const primary = `  PRIMARY KEY (${key.map(named).join(', ')})`
  // Rows that are little more than their key need no index of it beside them.
  const kind = key.length > 1 ? 'STRICT, WITHOUT ROWID' : 'STRICT'
  const indexes = createIndexes(table).map(({ sql }) => sql)
  return [`CREATE TABLE ${named(name)} (\n${[...lines, primary].join(',\n')}\n) ${kind};`, ...indexes].join('\n')
}

/** The indexes of a table beside that of its key, each with the statement that makes it. */
export function createIndexes({ name, columns: all, key, indexes = [] }: Table): readonly {
  readonly index: string
  readonly sql: string
}[] {
  // Whatever refers to a row must be found quickly when that row goes.
  const begun = new Set([key[0], ...indexes.flatMap(({ by, where }) => (where === undefined ? by.slice(0, 1) : []))])
  const referring = Object.keys(all).filter((column) => all[column]?.references && !begun.has(column))
  return [...referring.map((column): Index => ({ by: [column] })), ...indexes].map(
    ({ by, falling, where, name: called }) => {
      const index = [name, ...(called === undefined ? by : [called])].join('_')
      const some = where === undefined ? '' : ` WHERE ${where}`
      const columns = by.map((each) => (falling?.includes(each) ? `${named(each)} DESC` : named(each)))
      return { index, sql: `CREATE INDEX ${named(index)} ON ${named(name)} (${columns.join(', ')})${some};` }
    },
  )
}

/** An insert that takes a row as an object; one already there is left, changed to it, or an error. */
export function insertInto(table: Table, ifThere: 'abort' | 'ignore' | 'change' = 'abort'): string {
  const known = inserts[ifThere].get(table)
  if (known !== undefined) return known
  const names = Object.keys(table.columns)
  const values = names.map((column) => `@${column}`).join(', ')
  const either = ifThere === 'ignore' ? 'INSERT OR IGNORE' : 'INSERT'
  const changed = names.filter((column) => !table.key.includes(column))
  const set = changed.map((column) => `${named(column)} = excluded.${named(column)}`).join(', ')
  const others = set === '' ? 'NOTHING' : `UPDATE SET ${set}`
  // A row that is replaced goes first, and with it whatever is to go with it: it is changed where it stands.
  const then = ifThere === 'change' ? ` ON CONFLICT (${table.key.map(named).join(', ')}) DO ${others}` : ''
  const sql = `${either} INTO ${named(table.name)} (${names.map(named).join(', ')}) VALUES (${values})${then}`
  inserts[ifThere].set(table, sql)
  return sql
}

const inserts = {
  abort: new Map<Table, string>(),
  ignore: new Map<Table, string>(),
  change: new Map<Table, string>(),
}

/** An insert that takes the values of so many rows in the order of their columns, as `valuesOf` gives them: the quickest way in. */
export function insertValues(table: Table, rows = 1): string {
  const known = inOrder.get(table)?.get(rows)
  if (known !== undefined) return known
  const names = Object.keys(table.columns)
  const one = `(${names.map(() => '?').join(', ')})`
  const sql = `INSERT INTO ${named(table.name)} (${names.map(named).join(', ')}) VALUES ${Array(rows).fill(one).join(', ')}`
  inOrder.set(table, (inOrder.get(table) ?? new Map<number, string>()).set(rows, sql))
  return sql
}

const inOrder = new Map<Table, Map<number, string>>()

/** How many rows go into a table with one statement, the most first: of narrow rows the statement itself is most of the cost. */
export function rowsTogether({ columns }: Table): readonly number[] {
  return Object.keys(columns).length <= 9 ? [64, 16, 4, 1] : [1]
}

/** The values of a row in the order of its columns; flags become 1 and 0. */
export function valuesOf({ columns }: Table, row: Readonly<Record<string, unknown>>): readonly unknown[] {
  const values: unknown[] = []
  for (const column in columns) values.push(bound(row[column]))
  return values
}

/** What SQLite can hold of a row: flags become 1 and 0. */
export function bindable(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = { ...row }
  for (const column in values) values[column] = bound(values[column])
  return values
}

/** A value as SQLite can hold it. */
export function bound(value: unknown): unknown {
  return value === true ? 1 : value === false ? 0 : value
}

/** A name as SQL writes it, whatever word it is. */
export function named(name: string): string {
  return `"${name}"`
}

function columnSql(name: string, { type, nullable, check, references }: Column): string {
  return [
    named(name),
    type,
    nullable ? '' : 'NOT NULL',
    check ? `CHECK (${check.replaceAll('?', named(name))})` : '',
    references ? `REFERENCES ${named(references.table)} (${named(references.column)})` : '',
    references?.follows ? 'ON DELETE CASCADE' : '',
    // A document is taken out and put in again within one transaction; only its end has to be right.
    references ? 'DEFERRABLE INITIALLY DEFERRED' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function quoted(code: string): string {
  return `'${code.replaceAll("'", "''")}'`
}
