import type { ToldBySite } from '@disclosed/classify'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

/** What a sidecar tells of a letter; null where it is silent. */
export interface Told {
  readonly url: string | null
  readonly retrieved: string | null
  readonly authority: string | null
  readonly licence: string | null
  readonly round: string | null
  /** What the site told that published it; only sidecars of a file, and those that a crawl writes, say it. */
  readonly site: ToldBySite | null
}

/** One row of a `sources.csv`: the file it tells about, and the line it stands on. */
export interface ToldOfFile extends Told {
  readonly file: string
  readonly line: number
}

const words = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  z.nullish(z.string().trim()),
)
const fields = {
  url: words.refine((value) => !value || isWebAddress(value), 'is no web address (http or https)'),
  retrieved: words.refine((value) => !value || isDay(value), 'is no date as 2024-05-31 or 2024-05-31T09:30:00Z'),
  authority: words,
  licence: words,
  round: words,
}
const fieldNames = ['url', 'retrieved', 'authority', 'licence', 'round'] as const
const anyObject = z.record(z.string(), z.unknown())

/** Reads `NAME.source.json`. A field that is wrong counts as silent and is named; fields of other programs are let be. */
export function readSidecar(json: string): { readonly told: Told; readonly wrong: readonly string[] } {
  const silent = { url: null, retrieved: null, authority: null, licence: null, round: null, site: null }
  try {
    const object = anyObject.safeParse(JSON.parse(json))
    return object.success ? readFields(object.data) : { told: silent, wrong: ['it is no JSON object, { "url": … }'] }
  } catch (error) {
    return { told: silent, wrong: [`it is no JSON (${error instanceof Error ? error.message : String(error)})`] }
  }
}

/** Reads `sources.csv`: a line of column names of which `file` is needed, then a line for each file of the folder. */
export function readSourcesTable(csv: string): {
  readonly rows: readonly ToldOfFile[]
  readonly wrong: readonly string[]
} {
  const rows: ToldOfFile[] = []
  const wrong: string[] = []
  try {
    for (const { record, info } of parseRows(csv)) {
      const file = (record.file ?? '').trim()
      const line = info.lines
      if (file === '') {
        wrong.push(`line ${line} names no file in a column called file`)
        continue
      }
      const read = readFields(record)
      wrong.push(...read.wrong.map((each) => `on line ${line} ${each}`))
      rows.push({ file, line, ...read.told })
    }
  } catch (error) {
    wrong.push(`it is no CSV (${error instanceof Error ? error.message : String(error)})`)
  }
  return { rows, wrong }
}

/** One request of a list of who was asked; null where the list is silent. */
export interface AskedLine {
  readonly authority: string | null
  /** ISO day. */
  readonly sent: string | null
  readonly reference: string | null
  readonly email: string | null
  /** Where the list names rounds itself. */
  readonly round: string | null
}

/** Reads a list of who was asked: a line of column names of which `authority` or `email` is needed, then a line for each request. */
export function readAskedTable(csv: string): {
  readonly rows: readonly AskedLine[]
  readonly wrong: readonly string[]
} {
  const rows: AskedLine[] = []
  const wrong: string[] = []
  try {
    for (const { record, info } of parseRows(csv)) {
      const cell = (name: string) => words.parse(record[name]) ?? null
      const [authority, email] = [cell('authority'), cell('email')]
      if (authority === null && email === null) {
        wrong.push(`line ${info.lines} names nobody in a column called authority or email`)
        continue
      }
      const sent = cell('sent')
      const day = sent === null ? null : dayOf(sent)
      if (sent !== null && day === null)
        wrong.push(`line ${info.lines} was sent on "${sent}", which is no day as 2024-05-31`)
      rows.push({ authority, email, sent: day, reference: cell('reference'), round: cell('round') })
    }
    if (rows.length === 0 && wrong.length === 0) wrong.push('it has no line below its column names')
  } catch (error) {
    wrong.push(`it is no CSV (${error instanceof Error ? error.message : String(error)})`)
  }
  return { rows, wrong }
}

/** "2024-05-31" and "31/05/2024", as British spreadsheets write it. */
function dayOf(written: string): string | null {
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? []
  const day = year === '' ? written.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const isReal = isDay(day) && new Date(day).toISOString().slice(0, 10) === day
  return isReal ? day : null
}

interface ParsedRow {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

function parseRows(csv: string): readonly ParsedRow[] {
  return parse(csv, {
    bom: true,
    columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as readonly ParsedRow[]
}

function readFields(object: Readonly<Record<string, unknown>>): {
  readonly told: Told
  readonly wrong: readonly string[]
} {
  const wrong: string[] = []
  const read = (name: (typeof fieldNames)[number]): string | null => {
    const parsed = fields[name].safeParse(object[name])
    if (parsed.success) return parsed.data ?? null
    wrong.push(`${name} ${JSON.stringify(object[name])} ${reasonOf(parsed.error)}`)
    return null
  }
  const [url, retrieved, authority, licence, round] = fieldNames.map(read)
  return {
    told: {
      url: url ?? null,
      retrieved: retrieved ?? null,
      authority: authority ?? null,
      licence: licence ?? null,
      round: round ?? null,
      site: readSite(object, wrong),
    },
    wrong,
  }
}

const text = words.transform((value) => value ?? null)
const day = z
  .union([
    z
      .string()
      .refine(isPlainDay, 'is no date as 2024-05-31')
      .transform((iso) => ({ asPrinted: iso, iso })),
    z.object({
      asPrinted: z.string().min(1),
      iso: z.string().refine(isPlainDay, 'is no date as 2024-05-31').nullable(),
    }),
  ])
  .nullish()
  .transform((value) => value ?? null)
const siteFields = {
  item: text,
  page: words
    .refine((value) => !value || isWebAddress(value), 'is no web address (http or https)')
    .transform((value) => value ?? null),
  reference: text,
  received: day,
  responded: day,
  title: text,
  status: text,
  request: text,
  response: text,
}
const siteNames = Object.keys(siteFields) as readonly (keyof typeof siteFields)[]

/** Null where nothing of it is said. */
function readSite(object: Readonly<Record<string, unknown>>, wrong: string[]): ToldBySite | null {
  const told = Object.fromEntries(
    siteNames.map((name) => {
      const parsed = siteFields[name].safeParse(object[name])
      if (!parsed.success) wrong.push(`${name} ${JSON.stringify(object[name])} ${siteReason(parsed.error)}`)
      return [name, parsed.success ? parsed.data : null]
    }),
  ) as unknown as ToldBySite
  return Object.values(told).some((value) => value !== null) ? told : null
}

function siteReason(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue?.code === 'invalid_union') return 'is no date as 2024-05-31'
  return issue?.code === 'custom' ? issue.message : 'is no text'
}

function isPlainDay(value: string): boolean {
  return /^\d{4}-\d{2}(?:-\d{2})?$/.test(value) && !Number.isNaN(Date.parse(value))
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue?.code === 'custom' ? issue.message : 'is no text'
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url?.protocol === 'http:' || url?.protocol === 'https:'
}

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T[0-9:.+Z-]{2,30})?$/.test(value) && !Number.isNaN(Date.parse(value))
}
