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

/** The cells of a row, in the order of its list's columns. */
export type Cells = readonly string[]

/**
 * A long list in `data/` before its rows are read: the list as it is, its columns, and each row as a line, for no cell of it holds a line
 * break. A command waits for the register of authorities before it reads its first letter, and a letter is about few of thousands.
 */
export interface LongList {
  readonly csv: string
  readonly columns: Cells
  readonly lines: readonly string[]
}

export function longList(name: string): LongList {
  const csv = listNamed(name)
  const [head = '', ...lines] = csv.trimEnd().split('\n')
  return { csv, columns: cellsIn(head), lines }
}

/** All cells of a line, or only the first few of them. */
export function cellsIn(line: string, most?: number): Cells {
  const quoted = line.indexOf('"')
  if (quoted === -1) return line.split(',', most)
  if (most !== undefined) {
    // Most marks stand far behind, around words about sources.
    const front = line.slice(0, quoted).split(',', most + 1)
    if (front.length > most) return front.slice(0, most)
  }
  return cellsAround(line.split('"')).slice(0, most)
}

function linesOf(csv: string): readonly Cells[] {
  const rows: Cells[] = []
  const lines = csv.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at] ?? ''
    if (!line.includes('"')) rows.push(line.split(','))
    else {
      let parts = line.split('"')
      while (parts.length % 2 === 0 && at < lines.length - 1) {
        at += 1
        line += `\n${lines[at]}`
        parts = line.split('"')
      }
      rows.push(cellsAround(parts))
    }
  }
  return rows
}

/** The cells of a line that was split at its quotation marks: every second part stood between two of them. */
function cellsAround(parts: readonly string[]): Cells {
  const cells = ['']
  for (const [index, part] of parts.entries()) {
    const last = cells.length - 1
    if (index % 2 === 1) cells[last] += part
    // Two marks beside each other inside a cell are one that is meant.
    else if (part === '' && index > 0 && index < parts.length - 1) cells[last] += '"'
    else {
      const [end = '', ...more] = part.split(',')
      cells[last] += end
      cells.push(...more)
    }
  }
  return cells
}

/** Lists inside a cell are parted by "|". */
export function several(cell: string | undefined): readonly string[] {
  if (!cell) return none
  return cell.includes('|') ? cell.split('|').filter((each) => each !== '') : [cell]
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
