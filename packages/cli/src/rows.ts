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
  switch (format) {
    case 'table':
      return asTable(columns, rows)
    case 'csv':
      return stringify([[...columns], ...rows.map((row) => row.map(harmless))])
    case 'json':
      return `${JSON.stringify(asObjects(columns, rows), plain, 2)}\n`
    case 'jsonl':
      return asObjects(columns, rows)
        .map((row) => `${JSON.stringify(row, plain)}\n`)
        .join('')
    default:
      return format satisfies never
  }
}

/** Two columns of one name, as `SELECT a.id, b.id` gives them, are told apart by a number. */
function asObjects(columns: readonly string[], rows: readonly Row[]): readonly Readonly<Record<string, unknown>>[] {
  const names: string[] = []
  for (const column of columns) {
    let name = column
    for (let nth = 2; names.includes(name); nth += 1) name = `${column}_${nth}`
    names.push(name)
  }
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])))
}

function asTable(columns: readonly string[], rows: readonly Row[]): string {
  const cells = rows.map((row) => row.map((cell) => shortened(shownCell(cell))))
  const widths = columns.map((column, at) => Math.max(width(column), ...cells.map((row) => width(row[at] ?? ''))))
  const isNumeric = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0, isNumeric[at] ?? false))
      .join('  ')
      .trimEnd()
  const rule = widths.map((each) => '─'.repeat(each)).join('  ')
  return `${[line(columns), rule, ...cells.map(line)].join('\n')}\n`
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
