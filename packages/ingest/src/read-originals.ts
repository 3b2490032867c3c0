import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Reading } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import { type ExtractOptions, extract, type Original, originalsIn, rowsOf, UnreadableError } from '@disclosed/extract'
import type { Register } from '@disclosed/reference'
import { isLetter, notALetter } from './letters.ts'
import {
  type LeftOut,
  type PagesDone,
  type PreparedResult,
  type ReadingResult,
  type ReadingTask,
  type Rows,
  type Told,
  TooSlow,
  type Unreadable,
  unreadable,
} from './reading-task.ts'
import { refusal } from './refusal.ts'

/** Reads a file and every file inside it, one after the other, and tells what came of each. Never throws. */
export async function readOriginals(given: ReadingTask, tell: Tell, within?: Within): Promise<void> {
  const onPage = (pages: PagesDone): void => void tell({ kind: 'page', ...pages })
  const onRows = (rows: Rows): void | Promise<void> => tell({ kind: 'rows', rows })
  const task: Bounded = { ...given, onPage, onRows, within: within ?? ((work) => work()) }
  const { path } = task.source
  const bytes = await bytesOf(task.absolute)
  if ('why' in bytes) tell(came(unreadable(bytes.code, `Cannot read ${path}: ${bytes.why}`)))
  else if (task.part === undefined) await readAll(bytes, task, tell)
  else {
    const only = await readOnly(task.part, bytes, task)
    if (only) tell(came(only))
  }
  tell({ kind: 'done' })
}

/** Tells what came; where it gives a promise, rows wait for it, so that they do not pile up. */
export type Tell = (told: Told) => void | Promise<void>

/** Does a piece of work that no process of its own bounds; throws `TooSlow` where it gives up on it. */
export type Within = <Made>(work: () => Made) => Made

interface Bounded extends ReadingTask {
  readonly within: Within
  readonly onPage: (pages: PagesDone) => void
  readonly onRows: (rows: Rows) => void | Promise<void>
}

function came(result: ReadingResult): Told {
  return { kind: 'came', result }
}

async function readAll(bytes: Uint8Array, task: Bounded, tell: Tell): Promise<void> {
  let nth = 0
  for await (const original of originalsIn(bytes, opening(task))) {
    const { part, name } = original
    nth += 1
    if (nth <= (task.from ?? 0)) continue
    tell({ kind: 'begins', nth, part, name })
    const result = leftOut(part) ?? (await readOne(original, task))
    if (result) tell(came(result))
  }
}

function opening({ source, password = null }: Bounded) {
  return { name: source.path, password }
}

/** One original of a file. Where there is none of that name, a sentence says what there is. Null once its rows are told. */
async function readOnly(part: string | null, bytes: Uint8Array, task: Bounded): Promise<ReadingResult | null> {
  const { path } = task.source
  const others: string[] = []
  const locked: string[] = []
  for await (const original of originalsIn(bytes, opening(task))) {
    if (original.part === part) return readOne(original, task)
    if (original.part !== null) others.push(original.part)
    if (original.kind === 'lost' && original.error.code === 'encrypted') locked.push(original.error.message)
  }
  const [refused] = locked
  if (part === null && refused !== undefined && locked.length === others.length) return unreadable('encrypted', refused)
  const held = `It holds ${others.slice(0, mostNamed).join(', ')}${others.length > mostNamed ? ` and ${others.length - mostNamed} more` : ''}.`
  return part === null
    ? unreadable(
        'container',
        `${path} is an archive and has no words of its own. ${held} Name one with --part, or read all of them: disclosed read ${path}.`,
      )
    : unreadable('no-such-part', `There is no ${part} in ${path}. ${others.length > 0 ? held : 'It holds no files.'}`)
}

const mostNamed = 20

/** What stands in an archive and is no letter, as it would be left out of a folder. */
function leftOut(part: string | null): LeftOut | null {
  if (part === null) return null
  for (const step of part.split('/')) {
    const what = notALetter(step)
    if (what !== null) return { kind: 'left_out', part, what }
  }
  return null
}

type Found = Original | { readonly kind: 'lost'; readonly part: string | null; readonly error: UnreadableError }

async function readOne(original: Found, task: Bounded): Promise<ReadingResult | null> {
  const { part } = original
  if (original.kind === 'lost') return unreadable(original.error.code, original.error.message, part)
  const { name, bytes, notes } = original
  try {
    return await readBytes(bytes, { name, part, notes }, task)
  } catch (error) {
    return { ...failed(error, name, part), sha256: createHash('sha256').update(bytes).digest('hex') }
  }
}

async function readBytes(
  bytes: Uint8Array,
  called: Pick<Original, 'name' | 'part' | 'notes'>,
  task: Bounded,
): Promise<ReadingResult | null> {
  const { source, authorities, want, includeHidden = false, password = null, within, recognisers, onPage } = task
  const recognition = { onPage, ...(recognisers === undefined ? {} : { beside: recognisers }) }
  const how = { ...called, includeHidden, password, recognition }
  if (want === 'rows') {
    await tellRows(bytes, how, task)
    return null
  }
  const extracted = await extract(bytes, how)
  const document = includeHidden ? { ...extracted, reader: `${extracted.reader}+hidden` } : extracted
  if (want === 'document') return { kind: 'read', document, reading: null }
  const [{ classify }, { rulesWith }] = await Promise.all([import('@disclosed/classify'), import('./versions.ts')])
  const register = await registerFor(authorities)
  const reading = within(() => classify(document, { source, register }))
  const read = { ...reading, reader: { ...reading.reader, rules: rulesWith(authorities) } }
  return want === 'prepared' ? preparedOf(document, read, register) : { kind: 'read', document, reading: read }
}

async function preparedOf(document: Document, reading: Reading, register: Register): Promise<PreparedResult> {
  const { prepare } = await import('@disclosed/store/prepare')
  const { id, part, mediaType } = document
  return {
    kind: 'prepared',
    prepared: prepare(document, reading, { register }),
    file: { document: id, part, mediaType, isLetter: isLetter(reading.kind) },
    characters: document.text.length,
    mentions: reading.attachments.map(({ id, name }) => ({ id, name })),
  }
}

/** So many rows are told at once. */
const rowsAtOnce = 500

async function tellRows(bytes: Uint8Array, how: ExtractOptions, { table = 0, onRows }: Bounded): Promise<void> {
  let rows: (readonly string[])[] = []
  for await (const row of rowsOf(bytes, table, how)) {
    rows.push(row)
    if (rows.length < rowsAtOnce) continue
    await onRows(rows)
    rows = []
  }
  await onRows(rows)
}

function failed(error: unknown, name: string, part: string | null): Unreadable {
  if (error instanceof UnreadableError) return unreadable(error.code, naming(error.message, name), part)
  if (error instanceof TooSlow) return unreadable('too-slow', `Reading ${name} ${error.message}`, part)
  const seen = error instanceof Error ? error.message : String(error)
  const message = `Reading ${name} went wrong (${seen}). This is a fault in Disclosed: please report it.`
  return unreadable('fault', message, part)
}

/** A sentence of a reader that was told no name still has to say which file it is about. */
function naming(message: string, name: string): string {
  return message.includes(name) ? message : `${name}: ${message}`
}

async function bytesOf(absolute: string) {
  try {
    return await readFile(absolute)
  } catch (error) {
    return refusal(error)
  }
}

const registers = new Map<string, Register>()

async function registerFor(authorities: string | null): Promise<Register> {
  const { register, registerWith } = await import('@disclosed/reference')
  if (authorities === null) return register()
  const known = registers.get(authorities) ?? registerWith(authorities)
  registers.set(authorities, known)
  return known
}
