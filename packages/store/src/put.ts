import type { Reading, Source } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import { exemption, type Register } from '@disclosed/reference'
import type { Database } from './database.ts'
import { contentId } from './ids.ts'
import { keptEntry, type PackedEntry, packed } from './packed.ts'
import { withoutPeople } from './people/mask.ts'
import { indexWords } from './search.ts'
import { holdsPeople } from './settings.ts'
import { forgetSettled } from './settle/settled.ts'
import { bindable, insertInto, insertValues, named, rowsTogether, type Table, valuesOf } from './table.ts'
import {
  documentPlace,
  document as documentTable,
  failure as failureTable,
  kept,
  round,
  source as sourceTable,
} from './tables/document.ts'
import { tables } from './tables/index.ts'
import { questionGroup, questionWording } from './tables/question.ts'
import { type Seen, type Told, told } from './told.ts'

/** One document, as it was read at one place. */
export interface Entry {
  readonly document: Document
  readonly reading: Reading
  readonly source: Source
  /** The size in bytes of the file on disk (of the archive, for a part of one): how an unchanged file is known again. */
  readonly size?: number | null
  /** When that file was last changed, in milliseconds since 1970. */
  readonly mtime?: number | null
}

/** A file that could not be read, and why. */
export interface Failure {
  readonly path: string
  readonly part: string | null
  /** The SHA-256 of its bytes; null where they could not be read. */
  readonly sha256: string | null
  readonly bytes: number | null
  readonly mtime?: number | null
  readonly code: string
  /** A sentence. */
  readonly message: string
  /** The versions that tried. */
  readonly reader: Reading['reader']
}

/** The tables whose rows speak of one document alone, and hold its id. */
const ofDocuments: readonly Table[] = tables.filter(({ rows }) => rows)

/** Writes a document and all that was read in it; repeating it changes nothing. Part of the caller's transaction. */
export function putEntry(db: Database, register: Register, entry: Entry): void {
  const { document, reading, source } = entry
  const place = placeId(source.path ?? source.url ?? document.id, document.part)
  const now = {
    place,
    document: document.id,
    bytes: entry.size ?? null,
    mtime: entry.mtime ?? null,
    reader: JSON.stringify(reading.reader),
    document_packed: packed(document),
    reading_packed: packed(reading),
  }
  const before = db.get('SELECT document, document_packed, reading_packed FROM kept WHERE place = ?', place) as
    | ({ readonly document: string } & PackedEntry)
    | undefined
  putPlace(db, place, entry)
  db.run(insertInto(kept, 'change'), now)
  if (source.path !== null) db.run('DELETE FROM failure WHERE id = ?', [placeId(source.path, document.part)])
  const isSame =
    before !== undefined &&
    isSameBytes(before.document_packed, now.document_packed) &&
    isSameBytes(before.reading_packed, now.reading_packed)
  if (before && before.document !== document.id) deriveDocument(db, register, before.document)
  if (!isSame) deriveDocument(db, register, document.id, toldFor(db, register, entry))
}

/** Notes a file that could not be read. What an earlier content of that file said goes. */
export function putFailure(db: Database, register: Register, { reader, mtime = null, ...failure }: Failure): void {
  const id = placeId(failure.path, failure.part)
  removePlace(db, register, id)
  db.run(insertInto(failureTable, 'change'), { ...failure, id, mtime, reader: JSON.stringify(reader) })
}

/** Forgets everything that was found in a file, but for the parts that are still there. */
export function forgetPath(
  db: Database,
  register: Register,
  path: string,
  still: ReadonlySet<string | null> = new Set(),
): void {
  const gone = (sql: string) =>
    (db.all(sql, path) as { id: string; part: string | null }[]).filter(({ part }) => !still.has(part))
  for (const { id } of gone('SELECT id, part FROM failure WHERE path = ?')) {
    db.run('DELETE FROM failure WHERE id = ?', [id])
  }
  for (const { id } of gone('SELECT id, part FROM document_place WHERE path = ?')) removePlace(db, register, id)
}

function placeId(where: string, part: string | null): string {
  return contentId('place', where, part)
}

function putPlace(db: Database, id: string, { document, source }: Entry): void {
  forgetSettled(db)
  const from = sourceOf(source)
  if (from) db.run(insertInto(sourceTable, 'ignore'), from)
  if (source.round !== null) db.run(insertInto(round, 'ignore'), { name: source.round })
  db.run(insertInto(documentPlace, 'change'), {
    id,
    document: document.id,
    path: source.path,
    part: document.part,
    url: source.url,
    retrieved: source.retrieved,
    licence: source.licence,
    round: source.round,
    told_authority: source.authority,
    item: source.site?.item ?? null,
    page: source.site?.page ?? null,
    told_site: source.site ? JSON.stringify(source.site) : null,
    source: from?.id ?? null,
  })
}

function removePlace(db: Database, register: Register, id: string): void {
  const held = db.get('SELECT document FROM document_place WHERE id = ?', id) as { document: string } | undefined
  if (!held) return
  db.run('DELETE FROM kept WHERE place = ?', [id])
  db.run('DELETE FROM document_place WHERE id = ?', [id])
  deriveDocument(db, register, held.document)
}

/** Makes a document's rows anew from the reading that speaks for it; removes them where it is found nowhere any more. */
function deriveDocument(db: Database, register: Register, id: string, fresh?: Told): void {
  forgetSettled(db)
  if (db.get('SELECT 1 FROM document WHERE id = ?', id) !== undefined) removeRows(db, id)
  const places = db.all('SELECT place FROM kept WHERE document = ?', id) as { place: string }[]
  const all = places.length === 1 && fresh ? [fresh] : inOrder(places).map((place) => toldAt(db, register, place))
  const speaking = all.toSorted(bySurenessOfAuthority)[0]
  if (speaking) writeRows(db, register, speaking)
}

/** For a handful of rows SQLite's own way of sorting costs more than finding them. */
function inOrder(places: readonly { readonly place: string }[]): readonly string[] {
  return places.map(({ place }) => place).toSorted()
}

function removeRows(db: Database, id: string): void {
  for (const { name } of ofDocuments.toReversed()) {
    if (hasDocument(name)) db.run(`DELETE FROM ${named(name)} WHERE document = ?`, [id])
  }
  db.run('UPDATE attachment SET target = NULL WHERE target = ?', [id])
  db.run('DELETE FROM document WHERE id = ?', [id])
}

function toldAt(db: Database, register: Register, place: string): Told {
  const row = db.get('SELECT document_packed, reading_packed FROM kept WHERE place = ?', place) as PackedEntry
  return toldFor(db, register, keptEntry(row))
}

/** What the rows tell: without the people in it, unless the dataset is to hold them. */
function toldFor(db: Database, register: Register, { document, reading }: Seen): Told {
  if (holdsPeople(db)) return told(document, reading)
  const isBody = (words: string) => register.named(words).length > 0
  return told(document, reading, withoutPeople(document, reading, isBody))
}

/** A copy whose place tells whose letter it is knows more than one whose place does not. */
function bySurenessOfAuthority(one: Told, other: Told): number {
  return weight(other) - weight(one)
}

function weight({ reading: { authority } }: Told): number {
  return (authority?.sure ? 2 : 0) + (authority?.confidence ?? -1)
}

function hasDocument(name: string): boolean {
  return tables.some((each) => each.name === name && 'document' in each.columns)
}

function writeRows(db: Database, register: Register, telling: Told): void {
  const { reading, authority } = telling
  if (reading.authority && authority) {
    // Only so that it can be referred to; settling writes what is known of it.
    db.run(
      `INSERT OR IGNORE INTO authority (id, name, short_name, type, invented, known, source)
       VALUES (@id, @name, @name, 'other', @invented, 0, 'the documents themselves')`,
      { id: authority, name: reading.authority.name, invented: Number(isInvented(register, reading.authority)) },
    )
  }
  for (const { cite } of reading.exemptions) {
    if (!exemption(cite)) db.run('INSERT OR IGNORE INTO provision (cite) VALUES (?)', [cite])
  }
  db.run(insertInto(documentTable), bindable(documentRow(db, telling)))
  for (const each of ofDocuments) {
    const values: (readonly unknown[])[] = []
    for (const row of each.rows?.(telling) ?? []) {
      if (each.name === 'question') putGroup(db, row)
      values.push(valuesOf(each, row))
    }
    writeAll(db, each, values)
  }
  indexWords(db, telling.document.id)
}

function writeAll(db: Database, table: Table, rows: readonly (readonly unknown[])[]): void {
  const together = rowsTogether(table)
  const whole = rows.length - (rows.length % together)
  for (let at = 0; at < whole; at += together)
    db.run(insertValues(table, together), rows.slice(at, at + together).flat())
  for (const row of rows.slice(whole)) db.run(insertValues(table), row)
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

function isInvented(register: Register, { id, name }: { readonly id: string | null; readonly name: string }): boolean {
  return (id !== null && register.byId(id)?.invented === true) || name.includes('(invented)')
}

/** Only so that they can be referred to; settling tells which wordings are one question. */
function putGroup(db: Database, { question_wording: wording, text }: Readonly<Record<string, unknown>>): void {
  const counts = { questions: 0, authorities: 0 }
  db.run(insertInto(questionGroup, 'ignore'), { id: wording, wording: text, wordings: 1, ...counts })
  db.run(insertInto(questionWording, 'ignore'), { id: wording, question_group: wording, text, after: null, ...counts })
}

function documentRow(db: Database, { document, reading, authority }: Told) {
  return {
    id: document.id,
    kind: reading.kind,
    authority,
    authority_confidence: reading.authority?.confidence ?? null,
    authority_sure: (reading.authority?.sure ?? false) || isToldWhose(reading),
    reference: reading.reference?.value ?? null,
    received: reading.received?.value ?? null,
    received_sure: reading.received?.sure ?? false,
    responded: reading.responded?.value ?? null,
    responded_sure: reading.responded?.sure ?? false,
    period_from: reading.period?.from ?? null,
    period_to: reading.period?.to ?? null,
    regimes: JSON.stringify(reading.regimes),
    outcome: reading.outcome,
    response: null,
    rule: null,
    link: linkOf(db, document.id),
    media_type: document.mediaType,
    bytes: document.bytes,
    pages: document.pages,
    ocr: document.ocr,
    as_read: null,
    reader: document.reader,
    text: document.text,
  }
}

/** Whoever wrote what came with a letter knows whose it is, as one who confirms it does; not where the letter says otherwise. */
function isToldWhose({ authority, discrepancies }: Reading): boolean {
  const isTold = authority?.evidence.some((each) => 'from' in each && each.from === 'sidecar') ?? false
  return isTold && !discrepancies.some(({ code }) => code === 'told_otherwise')
}

/** The first of its web addresses, else of its paths. */
function linkOf(db: Database, id: string): string {
  const places = db.all('SELECT url, path, part FROM document_place WHERE document = ?', id) as PlaceNames[]
  const order = ({ url, path, part }: PlaceNames) => JSON.stringify([url === null, url ?? '', path ?? '', part ?? ''])
  const [place] = places.toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
  if (place?.url) return place.url
  return [place?.path ?? id, ...(place?.part ? [place.part] : [])].join(' › ')
}

interface PlaceNames {
  readonly url: string | null
  readonly path: string | null
  readonly part: string | null
}

function sourceOf({ url, path }: Source): { readonly id: string; readonly kind: 'site' | 'folder' } | null {
  const host = url === null ? null : hostOf(url)
  if (host) return { id: host, kind: 'site' }
  if (path === null) return null
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return { id: slash <= 0 ? '.' : path.slice(0, slash), kind: 'folder' }
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host || null : null
}
