import { decode } from '../../encoding.ts'
import { type Options, UnreadableError } from '../../format.ts'
import { writeGrid } from '../../grid.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'

/** Reads data in JSON. A list of records is a table, its columns in the order in which they first appear; all else stands under the names that lead to it. */
export function readJson(bytes: Uint8Array, writer: Writer, { name }: Options): void {
  const file = name ?? 'the file'
  if (bytes.length > limits.text)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: it is a JSON file of more than 20 MB. Ask for the data as CSV, which may be of any length.`,
    )
  const text = decode(bytes)?.text
  if (text === undefined)
    throw new UnreadableError('not_text', `Cannot read ${file}: it begins as JSON and goes on as something else.`)
  writeValue('', parsed(text.replace(/^\ufeff/, ''), file), 0, writer)
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // One record a line is as common.
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    try {
      if (lines.length > 1) return lines.map((line) => JSON.parse(line) as unknown)
    } catch {
      // Then it is neither.
    }
    const seen = cause instanceof Error ? cause.message.slice(0, 120) : String(cause)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${file} as a JSON file: it breaks off or is damaged (${seen}). Fetch it again.`,
    )
  }
}

const deepest = 30
const mostColumns = 500

function writeValue(path: string, value: unknown, depth: number, writer: Writer): void {
  if (isRecord(value) && depth < deepest) {
    const [plain, nested] = parted(Object.entries(value))
    writer.paragraph(plain.map(([key, each]) => `${joined(path, key)}: ${inWords(each)}`).join('\n'))
    for (const [key, each] of nested) writeValue(joined(path, key), each, depth + 1, writer)
    return
  }
  if (!Array.isArray(value) || depth >= deepest) {
    writer.paragraph(path === '' ? inWords(value) : `${path}: ${inWords(value)}`)
    return
  }
  const rows = value.every(isRecord) ? recordsAsRows(value) : value.every(Array.isArray) ? listsAsRows(value) : null
  if (rows === null) {
    writer.paragraph([...(path === '' ? [] : [`${path}:`]), ...value.map(inWords)].join('\n'))
    return
  }
  writeGrid(writer, {
    caption: path === '' ? null : path,
    headRows: value.every(Array.isArray) ? 0 : 1,
    rows: rows.map((row) => row.map((each) => ({ words: inWords(each) }))),
    sheet: null,
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parted(entries: readonly (readonly [string, unknown])[]) {
  const isPlain = ([, value]: readonly [string, unknown]) => typeof value !== 'object' || value === null
  return [entries.filter(isPlain), entries.filter((each) => !isPlain(each))] as const
}

function recordsAsRows(records: readonly Readonly<Record<string, unknown>>[]): readonly (readonly unknown[])[] {
  const columns = new Set<string>()
  for (const record of records) for (const key of Object.keys(record)) if (columns.size < mostColumns) columns.add(key)
  const keys = [...columns]
  return [keys, ...records.map((record) => keys.map((key) => (Object.hasOwn(record, key) ? record[key] : '')))]
}

function listsAsRows(lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  const width = Math.min(mostColumns, Math.max(0, ...lists.slice(0, 10_000).map(({ length }) => length)))
  return lists.map((list) => Array.from({ length: width }, (_, at) => list[at] ?? ''))
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path} / ${key}`
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return ''
  const words = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return words.slice(0, limits.cell).toWellFormed()
}
