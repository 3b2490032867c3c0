import type { Store } from '@disclosed/store'
import type { ReadingOptions, Unreadable } from './reading-task.ts'
import type { Looks } from './size.ts'
import type { Surroundings } from './surroundings.ts'
import { allFormats, isSameReader, type Versions } from './versions.ts'

/** What the dataset remembers of a file, so that nothing is read twice. */
export type Memory =
  /** It was never seen, or has changed, or would be read in another way now. */
  | { readonly kind: 'new' }
  /** It is as it was, and would be read as it was. */
  | {
      readonly kind: 'known'
      /** Could any of it be read? */
      readonly isRead: boolean
      /** What of it could not be read, and would not be now. */
      readonly failures: readonly Pick<Unreadable, 'part' | 'code' | 'message'>[]
    }

/** What the dataset remembers of a file that looks like this; `hash` gives the SHA-256 of its bytes and is asked only when needed. */
export async function remember(
  store: Store,
  path: string,
  looks: Looks,
  { beside, includeHidden = false, password = null }: ReadingOptions & { readonly beside: Surroundings },
  hash: () => Promise<string>,
): Promise<Memory> {
  const failures = store.select(failedSql, path) as readonly FailedRow[]
  const rows = store.select(readSql, path) as readonly ReadRow[]
  const isNew =
    failures.length + rows.length === 0 ||
    failures.some((each) => !isSameFailure(each, looks) || (each.code === 'encrypted' && password !== null)) ||
    rows.some(
      (row) =>
        row.bytes !== looks.bytes ||
        !isSameReader(JSON.parse(row.reader), beside.authorities, includeHidden) ||
        !isSameSource(row, beside),
    )
  if (isNew) return { kind: 'new' }
  if (rows.some(({ mtime }) => mtime !== looks.modified)) {
    // Copied or touched: the bytes tell. Those of an archive are kept nowhere.
    const own = rows.find(({ part }) => part === null)
    if (own?.document !== `sha256:${await hash()}`) return { kind: 'new' }
  }
  return { kind: 'known', isRead: rows.length > 0, failures }
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

interface ReadRow {
  readonly part: string | null
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
  readonly part: string | null
  readonly code: string
  readonly message: string
  readonly bytes: number | null
  readonly mtime: number | null
  readonly reader: string
}

const readSql = `SELECT p.part, k.document, k.bytes, k.mtime, k.reader, p.url, p.retrieved, p.licence, p.round, p.told_authority
  FROM document_place p JOIN kept k ON k.place = p.id WHERE p.path = ?`
const failedSql = 'SELECT part, code, message, bytes, mtime, reader FROM failure WHERE path = ? ORDER BY part'

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
