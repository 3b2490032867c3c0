import type { Store } from '@disclosed/store'
import type { Looks } from './size.ts'
import type { Surroundings } from './surroundings.ts'
import { allFormats, isSameReader, type Versions } from './versions.ts'

/** What the dataset remembers of a file, so that nothing is read twice. */
export type Memory =
  /** It was never seen, or has changed, or would be read in another way now. */
  | { readonly kind: 'new' }
  | { readonly kind: 'read' }
  /** It could not be read, and would not be now. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

/** What the dataset remembers of a file that looks like this; `hash` gives the SHA-256 of its bytes and is asked only when needed. */
export async function remember(
  store: Store,
  path: string,
  looks: Looks,
  beside: Surroundings,
  hash: () => Promise<string>,
): Promise<Memory> {
  const failure = store.select(failedSql, path)[0] as FailedRow | undefined
  if (failure && isSameFailure(failure, looks)) return { kind: 'failed', code: failure.code, message: failure.message }
  const row = store.select(readSql, path)[0] as ReadRow | undefined
  if (!row || !isSameReader(JSON.parse(row.reader), beside.authorities) || !isSameSource(row, beside))
    return { kind: 'new' }
  if (row.bytes !== looks.bytes) return { kind: 'new' }
  // Copied or touched: the bytes tell.
  const isSame = row.mtime === looks.modified || row.document === `sha256:${await hash()}`
  return isSame ? { kind: 'read' } : { kind: 'new' }
}

/** The paths of files that could not be read. */
export function failedPaths(store: Store): ReadonlySet<string> {
  return new Set((store.select('SELECT path FROM failure') as { path: string }[]).map(({ path }) => path))
}

/** The round that a file was said to belong to: it stays so until another is told. */
export function roundOf(store: Store, path: string): string | null {
  const [row] = store.select('SELECT round FROM document_place WHERE path = ?', path) as { round: string | null }[]
  return row?.round ?? null
}

/** The paths of files that were read. */
export function readPaths(store: Store): readonly string[] {
  const rows = store.select('SELECT DISTINCT path FROM document_place WHERE path IS NOT NULL ORDER BY path')
  return (rows as { path: string }[]).map(({ path }) => path)
}

interface ReadRow {
  readonly document: string
  readonly bytes: number | null
  readonly mtime: number | null
  readonly reader: string
  readonly url: string | null
  readonly retrieved: string | null
  readonly licence: string | null
  readonly round: string | null
  readonly told_authority: string | null
}

interface FailedRow {
  readonly code: string
  readonly message: string
  readonly bytes: number | null
  readonly mtime: number | null
  readonly reader: string
}

const readSql = `SELECT k.document, k.bytes, k.mtime, k.reader, p.url, p.retrieved, p.licence, p.round, p.told_authority
  FROM document_place p JOIN kept k ON k.place = p.id WHERE p.path = ?`
const failedSql = 'SELECT code, message, bytes, mtime, reader FROM failure WHERE path = ?'

function isSameFailure({ bytes, mtime, reader }: FailedRow, looks: Looks): boolean {
  const { extract } = JSON.parse(reader) as Versions
  return bytes === looks.bytes && mtime === looks.modified && extract !== '' && extract === allFormats()
}

function isSameSource(row: ReadRow, { source }: Surroundings): boolean {
  return (
    row.url === source.url &&
    row.retrieved === source.retrieved &&
    row.licence === source.licence &&
    row.round === source.round &&
    row.told_authority === source.authority
  )
}
