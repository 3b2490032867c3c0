import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** The rows of one of the lists in `data/`, each keyed by its column's name. */
export function readList(name: string): readonly Record<string, string>[] {
  return parseList(readFileSync(new URL(`../data/${name}.csv`, import.meta.url), 'utf8'))
}

/** The rows of a list in CSV: the first line names the columns. */
export function parseList(csv: string): readonly Record<string, string>[] {
  return parse(csv, { columns: true, bom: true, skip_empty_lines: true })
}

/** Lists inside a cell are parted by "|". */
export function several(cell: string | undefined): readonly string[] {
  return (cell ?? '').split('|').filter((each) => each !== '')
}

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
