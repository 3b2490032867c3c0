import type { Reading, Source } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import type { Register } from '@disclosed/reference'
import type { Database } from './database.ts'
import { contentId } from './ids.ts'
import { keptEntry, type PackedEntry } from './packed.ts'
import { ofDocuments, type Prepared, prepare } from './prepare.ts'
import { indexBefore, indexWords } from './search.ts'
import { holdsPeople } from './settings.ts'
import { forgetSettled } from './settle/settled.ts'
import { insertInto, insertValues, named, rowsTogether, type Table } from './table.ts'
import {
  documentPlace,
  document as documentTable,
  failure as failureTable,
  kept,
  round,
  source as sourceTable,
} from './tables/document.ts'
import { tables } from './tables/index.ts'

/** One document, as it was read at one place. */
export interface Entry {
  readonly document: Document
  readonly reading: Reading
  readonly source: Source
  /** The size in bytes of the file on disk (of the archive, for a part of one): how an unchanged file is known again. */
  readonly size?: number | null
  /** When that file was last changed, in milliseconds since 1970. */
  readonly mtime?: number | null
  /** What was packed of it before, where that is at hand. */
  readonly before?: PackedEntry
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

/** The same, with all that it gives the dataset worked out before. */
export interface PreparedEntry extends Pick<Entry, 'source' | 'size' | 'mtime'> {
  readonly prepared: Prepared
}

/** Writes a document and all that was read in it; repeating it changes nothing. Part of the caller's transaction. */
export function putEntry(db: Database, register: Register, entry: Entry | PreparedEntry): void {
  const { source, size = null, mtime = null } = entry
  const prepared = preparedFor(db, register, entry)
  const { document, part, reader, document_packed, reading_packed } = prepared
  const place = placeId(source.path ?? source.url ?? document, part)
  const before = db.get('SELECT document, document_packed, reading_packed FROM kept WHERE place = ?', place) as
    | ({ readonly document: string } & PackedEntry)
    | undefined
  forgetSettled(db)
  if (source.path !== null) db.run('DELETE FROM failure WHERE id = ?', [placeId(source.path, part)])
  const isNew = before === undefined && !isThere(db, document)
  // What is referred to goes in first: of what is missing SQLite looks through every table once it comes.
  if (isNew) writeDocument(db, register, prepared, linkAmong(document, [{ ...source, part }]))
  putPlace(db, place, { document, part, source })
  db.run(insertInto(kept, 'change'), {
    ...{ place, document, bytes: size, mtime, reader },
    ...{ document_packed, reading_packed },
  })
  if (isNew) {
    writeRows(db, prepared)
    return
  }
  const isSame =
    before !== undefined &&
    isSameBytes(before.document_packed, document_packed) &&
    isSameBytes(before.reading_packed, reading_packed)
  if (before && before.document !== document) deriveDocument(db, register, before.document)
  if (!isSame) deriveDocument(db, register, document, prepared)
}

/** As it was worked out before, unless the dataset shows people and that does not, or the other way round. */
function preparedFor(db: Database, register: Register, entry: Entry | PreparedEntry): Prepared {
  const people = holdsPeople(db)
  if (!('prepared' in entry)) {
    const { document, reading, before } = entry
    return prepare(document, reading, { register, people, ...(before ? { before } : {}) })
  }
  return entry.prepared.people === people ? entry.prepared : preparedOf(entry.prepared, register, people)
}

function preparedOf(before: PackedEntry, register: Register, people: boolean): Prepared {
  const { document, reading } = keptEntry(before)
  return prepare(document, reading, { register, people, before })
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

interface Place {
  readonly document: string
  readonly part: string | null
  readonly source: Source
}

function putPlace(db: Database, id: string, { document, part, source }: Place): void {
  const from = sourceOf(source)
  if (from) db.run(insertInto(sourceTable, 'ignore'), from)
  if (source.round !== null) db.run(insertInto(round, 'ignore'), { name: source.round })
  db.run(insertInto(documentPlace, 'change'), {
    id,
    document,
    path: source.path,
    part,
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
function deriveDocument(db: Database, register: Register, id: string, fresh?: Prepared): void {
  forgetSettled(db)
  if (isThere(db, id)) removeRows(db, id)
  const places = db.all('SELECT place FROM kept WHERE document = ?', id) as { place: string }[]
  const all = places.length === 1 && fresh ? [fresh] : inOrder(places).map((place) => preparedAt(db, register, place))
  const speaking = all.toSorted((one, other) => other.weight - one.weight)[0]
  if (!speaking) return
  writeDocument(db, register, speaking, linkOf(db, id))
  writeRows(db, speaking)
}

function isThere(db: Database, document: string): boolean {
  return db.get('SELECT 1 FROM document WHERE id = ?', document) !== undefined
}

/** For a handful of rows SQLite's own way of sorting costs more than finding them. */
function inOrder(places: readonly { readonly place: string }[]): readonly string[] {
  return places.map(({ place }) => place).toSorted()
}

function removeRows(db: Database, id: string): void {
  indexBefore(db, id)
  for (const { name } of ofDocuments.toReversed()) {
    if (hasDocument(name)) db.run(`DELETE FROM ${named(name)} WHERE document = ?`, [id])
  }
  db.run('DELETE FROM review WHERE document = ?', [id])
  db.run('UPDATE attachment SET target = NULL WHERE target = ?', [id])
  db.run('DELETE FROM document WHERE id = ?', [id])
}

function preparedAt(db: Database, register: Register, place: string): Prepared {
  const row = db.get('SELECT document_packed, reading_packed FROM kept WHERE place = ?', place) as PackedEntry
  return preparedOf(row, register, holdsPeople(db))
}

function hasDocument(name: string): boolean {
  return tables.some((each) => each.name === name && 'document' in each.columns)
}

const tablesByName: ReadonlyMap<string, Table> = new Map(tables.map((each) => [each.name, each]))
const linkAt = Object.keys(documentTable.columns).indexOf('link')

function writeDocument(db: Database, register: Register, { document, authority, row }: Prepared, link: string): void {
  if (authority) {
    // Only so that it can be referred to; settling writes what is known of it.
    db.run(
      `INSERT OR IGNORE INTO authority (id, name, short_name, type, invented, known, source)
       VALUES (@id, @name, @name, 'other', @invented, 0, 'the documents themselves')`,
      { id: authority.id, name: authority.name, invented: Number(isInvented(register, authority)) },
    )
  }
  db.run(insertValues(documentTable), row.with(linkAt, link))
  indexWords(db, document)
}

/** Whatever was read in a document whose own row is there. */
function writeRows(db: Database, { cites, wordings, rows }: Prepared): void {
  for (const cite of cites) db.run('INSERT OR IGNORE INTO provision (cite) VALUES (?)', [cite])
  for (const [id, text] of wordings) putGroup(db, id, text)
  for (const [name, values] of rows) writeAll(db, name, values)
}

/** Values of rows, one after the other, as many rows with one statement as is quickest. */
function writeAll(db: Database, name: string, values: readonly unknown[]): void {
  const table = tablesByName.get(name)
  if (!table) throw new RangeError(`There is no table ${name}`)
  const width = Object.keys(table.columns).length
  let at = 0
  for (const rows of rowsTogether(table))
    for (; at + rows * width <= values.length; at += rows * width)
      db.run(insertValues(table, rows), values.slice(at, at + rows * width))
}

function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}

function isInvented(
  register: Register,
  { known, name }: { readonly known: string | null; readonly name: string },
): boolean {
  return (known !== null && register.byId(known)?.invented === true) || name.includes('(invented)')
}

/** Only so that they can be referred to; settling tells which wordings are one question. */
function putGroup(db: Database, id: string, text: string): void {
  db.run(
    'INSERT OR IGNORE INTO question_group (id, wording, wordings, questions, authorities) VALUES (?, ?, 1, 0, 0)',
    [id, text],
  )
  db.run(
    'INSERT OR IGNORE INTO question_wording (id, question_group, text, after, questions, authorities) VALUES (?, ?, ?, NULL, 0, 0)',
    [id, id, text],
  )
}

function linkOf(db: Database, id: string): string {
  return linkAmong(id, db.all('SELECT url, path, part FROM document_place WHERE document = ?', id) as PlaceNames[])
}

/** The first of its web addresses, else of its paths. */
function linkAmong(id: string, places: readonly PlaceNames[]): string {
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
