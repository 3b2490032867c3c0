import { textSafe } from '@disclosed/store'
import { stringify } from 'csv-stringify/sync'
import { oneLine } from './io.ts'
import { type RowFormat, rowFormats } from './row-formats.ts'

/** The format that was asked for; where none was, a table for people and CSV for programs. */
export function formatOf(asked: string | null, isTerminal: boolean): RowFormat {
  return rowFormats.find((each) => each === asked) ?? (isTerminal ? 'table' : 'csv')
}

/** The cells of one row, in the order of the columns. */
export type Row = readonly unknown[]

/** The widest cell of a table for people; CSV and JSON keep everything. */
const widestCell = 60

/** Prints rows. An empty cell is null; in a table it shows as "·". */
export function printRows(columns: readonly string[], rows: readonly Row[], format: RowFormat): string {
  const printer = rowPrinter(columns, format)
  return printer.print(rows) + printer.end()
}

/** Prints rows as they come: all that `print` and `end` give, one after the other, is the whole. */
export interface RowPrinter {
  print(rows: readonly Row[]): string
  end(): string
}

/** A table is as wide as its first rows need; the other formats hold none. */
export function rowPrinter(columns: readonly string[], format: RowFormat): RowPrinter {
  switch (format) {
    case 'table':
      return tablePrinter(columns)
    case 'csv':
      return csvPrinter(columns)
    case 'json':
      return jsonPrinter(columns)
    case 'jsonl': {
      const asObject = objectsOf(columns)
      const line = (row: Row) => `${JSON.stringify(asObject(row), plain)}\n`
      return { print: (rows) => rows.map(line).join(''), end: () => '' }
    }
    default:
      return format satisfies never
  }
}

function csvPrinter(columns: readonly string[]): RowPrinter {
  let head: string | null = stringify([[...columns]])
  const first = () => {
    const words = head ?? ''
    head = null
    return words
  }
  return { print: (rows) => first() + stringify(rows.map((row) => row.map(harmless))), end: first }
}

/** One list, indented. */
function jsonPrinter(columns: readonly string[]): RowPrinter {
  const asObject = objectsOf(columns)
  let count = 0
  return {
    print: (rows) =>
      rows
        .map((row) => {
          count += 1
          const object = JSON.stringify(asObject(row), plain, 2).replaceAll('\n', '\n  ')
          return `${count === 1 ? '[\n  ' : ',\n  '}${object}`
        })
        .join(''),
    end: () => (count === 0 ? '[]\n' : '\n]\n'),
  }
}

/** Two columns of one name, as `SELECT a.id, b.id` gives them, are told apart by a number. */
function objectsOf(columns: readonly string[]): (row: Row) => Readonly<Record<string, unknown>> {
  const names: string[] = []
  for (const column of columns) {
    let name = column
    for (let nth = 2; names.includes(name); nth += 1) name = `${column}_${nth}`
    names.push(name)
  }
  return (row) => Object.fromEntries(names.map((name, at) => [name, row[at]]))
}

/** So many rows are looked at before the first is printed, to know how wide columns are. */
const mostMeasured = 1000

function tablePrinter(columns: readonly string[]): RowPrinter {
  let waiting: Row[] = []
  let line: ((row: Row) => string) | null = null
  const begin = (): string => {
    const cells = waiting.map((row) => row.map((cell) => shortened(shownCell(cell))))
    const widths = columns.map((column, at) => Math.max(width(column), ...cells.map((row) => width(row[at] ?? ''))))
    const isNumeric = columns.map((_, at) => waiting.some((row) => typeof row[at] === 'number'))
    const aligned = (row: readonly string[]) =>
      row
        .map((cell, at) => pad(cell, widths[at] ?? 0, isNumeric[at] ?? false))
        .join('  ')
        .trimEnd()
    line = (row) => aligned(row.map((cell) => shortened(shownCell(cell))))
    waiting = []
    return `${[aligned(columns), widths.map((each) => '─'.repeat(each)).join('  '), ...cells.map(aligned)].join('\n')}\n`
  }
  return {
    print: (rows) => {
      if (line !== null) return rows.map((row) => `${line?.(row)}\n`).join('')
      waiting.push(...rows)
      return waiting.length >= mostMeasured ? begin() : ''
    },
    end: () => (line === null ? begin() : ''),
  }
}

function shownCell(value: unknown): string {
  return value === null || value === undefined ? '·' : oneLine(asText(value))
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  return typeof value === 'object' ? JSON.stringify(value, plain) : String(value)
}

/** A spreadsheet runs text that begins as a formula does: an apostrophe before it keeps it text. */
export function harmless(value: unknown): string {
  return typeof value === 'string' ? textSafe(value) : asText(value)
}

/** What JSON has no word for: whole numbers beyond 2^53, and bytes. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length > widestCell ? `${characters.slice(0, widestCell - 1).join('')}…` : text
}

function pad(text: string, to: number, atStart: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(text)))
  return atStart ? space + text : text + space
}

function width(text: string): number {
  return Array.from(text).length
}
