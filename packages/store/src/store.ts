import { register as knownAuthorities, type Register } from '@disclosed/reference'
import { type Asked, putAsked } from './asked.ts'
import { type Dossier, dossierOf, holdsOf } from './corrections/dossier.ts'
import { type ForeignWord, takeOver } from './corrections/exchange.ts'
import { type Correction, isSaid, speak } from './corrections/speak.ts'
import { type Database, openDatabase } from './database.ts'
import { StoreError } from './errors.ts'
import { hashOf } from './hash.ts'
import { type Entry, type Failure, forgetPath, type PreparedEntry, putEntry, putFailure } from './put.ts'
import { type QueryResult, query, queryRows, type SomeRows } from './query.ts'
import { type RebuildOptions, rebuildFrom } from './rebuild.ts'
import { putReference } from './reference-rows.ts'
import { holdsPeople } from './settings.ts'
import { settle } from './settle/settle.ts'
import { type Status, statusOf } from './status.ts'
import type { Sent } from './tables/asked.ts'
import { findTelling, type Telling } from './telling.ts'

/** The dataset: readings go in, rows come out. Every error is a `StoreError` with a sentence. */
export interface Store {
  readonly path: string
  /** Writes a document with all that was read in it, worked out before or not. Safe to repeat; `settle` afterwards. */
  put(entry: Entry | PreparedEntry): void
  /** Notes a file that could not be read; forgotten when it is put later. */
  fail(failure: Failure): void
  /** Forgets everything found in a file that is gone, or in one that was read again all but the parts `still` there. */
  forget(path: string, still?: ReadonlySet<string | null>): void
  /** Notes who was asked in a round, in place of what was noted of it before; `settle` afterwards. */
  putAsked(round: string, sent: readonly Sent[]): Asked
  /** Does several of these wholly or not at all. */
  together<Result>(work: () => Result): Result
  /**
   * What was found in a file when it had that size and was last changed then (milliseconds since 1970): a row for
   * each part, read or failed. Empty where the file is not known, or not like this.
   */
  known(path: string, file: { readonly size: number; readonly mtime: number }): readonly KnownPlace[]
  /** Where bytes of that SHA-256 (with or without "sha256:") were found, and by which versions they were read. */
  knownBytes(sha256: string): readonly KnownPlace[]
  /** Keeps what a person said of a finding, and gives the id of that word; `settle` afterwards. Saying the same again changes nothing. */
  correct(correction: Correction): string
  /** Did this person say just that before, and not take it back? */
  isSaid(correction: Omit<Correction, 'made'>): boolean
  /** Takes over a word that was said elsewhere, as it was said; true where it was not known yet. `settle` afterwards. */
  takeOver(word: ForeignWord): boolean
  /** All that a person needs to judge a finding, by its id; null where nothing has it. */
  dossier(id: string): Dossier | null
  /** What holds of a finding by now, as `Dossier.holds`, and nothing around it. */
  holds(id: string): Dossier['holds'] | null
  /** Derives all that depends on several documents: responses, comparison, chosen answers. */
  settle(): void
  status(): Status
  /** One hash over all rows, the same for the same readings in any order. */
  hash(): string
  /** Builds the file anew from what is kept in it; the same contents give the same bytes. */
  rebuild(options?: Pick<RebuildOptions, 'people'>): void
  /** Builds such a file elsewhere, and leaves this one as it is. */
  rebuildTo(path: string, options?: Pick<RebuildOptions, 'people'>): void
  /** Do the rows show the people in the letters: names, e-mails, phones, addresses? */
  holdsPeople(): boolean
  /** Runs one SELECT that cannot write, within a time limit (30 seconds). */
  query(sql: string, options?: { readonly seconds?: number }): QueryResult
  /** The same, a handful of rows at a time: a result of any size, in little memory. */
  queryRows(sql: string, options?: { readonly seconds?: number }): AsyncIterable<SomeRows>
  /** Rows of a SELECT of our own, as objects. */
  select(sql: string, ...values: readonly unknown[]): readonly unknown[]
  /** A document with its findings, by its id or that of one of them; people are hidden unless they are asked for. */
  telling(id: string, options?: { readonly people?: boolean }): Telling | null
  close(): void
}

export interface KnownPlace {
  readonly path: string | null
  readonly part: string | null
  /** Null for a file that could not be read at all. */
  readonly sha256: string | null
  /** The versions that read it, as in a reading. */
  readonly reader: Readonly<Record<'disclosed' | 'extract' | 'rules' | 'calibration', string>>
  /** The reason why it could not be read; null where it was. */
  readonly failed: string | null
}

export interface StoreOptions {
  /** Opens the file for reading only; it must be there. */
  readonly readonly?: boolean
  /** The authorities that are known: by default those of the reference lists. */
  readonly register?: Register
}

/** Opens the dataset in that file, and makes it where it is missing. */
export function openStore(path: string, { readonly = false, register }: StoreOptions = {}): Store {
  let db = openDatabase(path, { readonly })
  let isReferenceThere = false
  const authorities = () => register ?? knownAuthorities()
  const writing = <Result>(work: (open: Database) => Result): Result => {
    if (readonly) throw new StoreError('read_only', `Cannot write to ${path}: it was opened for reading only.`)
    return db.together(() => {
      if (!isReferenceThere) putReference(db)
      isReferenceThere = true
      return work(db)
    })
  }
  if (!readonly && db.get('SELECT 1 FROM dictionary LIMIT 1') === undefined) writing(() => undefined)
  return {
    path,
    put: (entry) => writing((open) => putEntry(open, authorities(), entry)),
    fail: (failure) => writing((open) => putFailure(open, authorities(), failure)),
    forget: (gone, still) => writing((open) => forgetPath(open, authorities(), gone, still)),
    putAsked: (round, sent) => writing((open) => putAsked(open, authorities(), round, sent)),
    together: (work) => writing(work),
    known: (file, { size, mtime }) => {
      const places = db.all(`${knownSql} WHERE path = ?`, file) as KnownRow[]
      return places.every((each) => each.size === size && each.mtime === mtime) ? places.map(asKnown) : []
    },
    knownBytes: (sha256) =>
      (db.all(`${knownSql} WHERE sha256 = ?`, sha256.replace(/^sha256:/, '')) as KnownRow[]).map(asKnown),
    correct: (said) => writing((open) => speak(open, authorities(), said)),
    isSaid: (said) => isSaid(db, authorities(), said),
    takeOver: (word) => writing((open) => takeOver(open, word)),
    dossier: (id) => dossierOf(db, id),
    holds: (id) => holdsOf(db, id),
    settle: () => writing((open) => settle(open, authorities())),
    status: () => statusOf(db),
    hash: () => hashOf(db),
    rebuild: (options = {}) => {
      if (readonly) throw new StoreError('read_only', `Cannot rebuild ${path}: it was opened for reading only.`)
      try {
        rebuildFrom(db, authorities(), options)
      } finally {
        db.close()
        db = openDatabase(path)
        isReferenceThere = false
      }
    },
    rebuildTo: (to, options = {}) => rebuildFrom(db, authorities(), { ...options, to }),
    holdsPeople: () => holdsPeople(db),
    query: (sql, { seconds = 30 } = {}) => query(path, sql, seconds),
    queryRows: (sql, { seconds = 30 } = {}) => queryRows(path, sql, seconds),
    select: (sql, ...values) => db.all(sql, ...values),
    telling: (id, { people = false } = {}) => findTelling(db, authorities(), id, people || holdsPeople(db)),
    close: () => db.close(),
  }
}

interface KnownRow {
  readonly path: string | null
  readonly part: string | null
  readonly sha256: string | null
  readonly size: number | null
  readonly mtime: number | null
  readonly reader: string
  readonly failed: string | null
}

const knownSql = `SELECT * FROM (
  SELECT p.path, p.part, substr(k.document, 8) AS sha256, k.bytes AS size, k.mtime, k.reader, NULL AS failed
  FROM kept k JOIN document_place p ON p.id = k.place
  UNION ALL
  SELECT path, part, sha256, bytes, mtime, reader, code FROM failure
)`

function asKnown({ path, part, sha256, reader, failed }: KnownRow): KnownPlace {
  return { path, part, sha256, reader: JSON.parse(reader), failed }
}
