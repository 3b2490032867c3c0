import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The rows of one of the lists in `data/`, each keyed by its column's name. */
export function readList(name: string): readonly Record<string, string>[] {
  return parseOwnList(listNamed(name))
}

function listNamed(name: string): string {
  return readFileSync(new URL(`../data/${name}.csv`, import.meta.url), 'utf8')
}

/** The rows of somebody's list in CSV: the first line names the columns. Throws where it is none. */
export function parseList(csv: string): readonly Record<string, string>[] {
  const { parse } = forAnyCsv()
  return parse(csv, { columns: true, bom: true, skip_empty_lines: true })
}

/** Somebody's list comes now and then, and only then is its reader worth loading. */
const forAnyCsv = once((): typeof import('csv-parse/sync') => createRequire(import.meta.url)('csv-parse/sync'))

/** The rows of a list of our own, which is known to be sound. */
export function parseOwnList(csv: string): readonly Record<string, string>[] {
  const [columns = [], ...rows] = linesOf(csv)
  return rows.map((cells) => {
    const row: Record<string, string> = {}
    for (const [index, column] of columns.entries()) row[column] = cells[index] ?? ''
    return row
  })
}

/** What a row says in a column; nothing where there is no such column. */
export type CellOf = (column: string) => string

/**
 * Makes something of each row of a long list in `data/`. A command waits for the register of authorities before it reads its
 * first letter: rows keyed by column would take three times as long.
 */
export function fromLongList<Made>(name: string, make: (cell: CellOf) => Made): readonly Made[] {
  const [columns = [], ...rows] = linesOf(listNamed(name))
  const at = new Map(columns.map((column, index) => [column, index]))
  return rows.map((cells) => make((column) => cells[at.get(column) ?? -1] ?? ''))
}

function linesOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let lineEnd = -1
  for (let at = 0; at < csv.length; ) {
    const row: string[] = []
    for (let isMore = true; isMore; ) {
      if (lineEnd < at) lineEnd = nextOf(csv, '\n', at)
      const isQuoted = csv.charCodeAt(at) === quote
      // Native searches: a letter waits for thousands of cells.
      const end = isQuoted ? quoteEnd(csv, at) + 1 : Math.min(nextOf(csv, ',', at), lineEnd)
      row.push(isQuoted ? csv.slice(at + 1, end - 1).replaceAll('""', '"') : csv.slice(at, end))
      isMore = csv.charCodeAt(end) === comma
      at = end + 1
    }
    rows.push(row)
  }
  return rows
}

const quote = '"'.charCodeAt(0)
const comma = ','.charCodeAt(0)

/** Where the quotation mark stands that closes a cell: one that no other follows. */
function quoteEnd(csv: string, start: number): number {
  for (let at = csv.indexOf('"', start + 1); at !== -1; at = csv.indexOf('"', at + 2)) {
    if (csv.charCodeAt(at + 1) !== quote) return at
  }
  return csv.length
}

function nextOf(csv: string, mark: string, from: number): number {
  const at = csv.indexOf(mark, from)
  return at === -1 ? csv.length : at
}

/** Lists inside a cell are parted by "|". */
export function several(cell: string | undefined): readonly string[] {
  return cell ? cell.split('|').filter((each) => each !== '') : none
}

/** Thousands of cells name nothing; they share one list. */
const none: readonly string[] = []

/** An empty cell says nothing. */
export function orNull(cell: string | undefined): string | null {
  return cell ? cell : null
}

/** Makes the value when it is first asked for, and keeps it. */
export function once<Value>(make: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined
  return () => {
    kept ??= { value: make() }
    return kept.value
  }
}
