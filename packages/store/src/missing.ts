import type { Database } from './database.ts'
import { plainFileName } from './settle/shared-places.ts'

/** A file that a letter says is enclosed. */
export interface Enclosed {
  readonly name: string
  /** The letter that says so, and where to open it. */
  readonly document: string
  readonly link: string
}

/** What letters say is enclosed: how much, and what of it is not at hand. A log of letters encloses nothing itself. */
export function enclosuresIn(db: Database): { readonly mentioned: number; readonly missing: readonly Enclosed[] } {
  const mentioned = db.all(
    `SELECT a.name, a.document, d.link, a.target FROM attachment a JOIN document d ON d.id = a.document
     WHERE d.kind NOT IN ('disclosure_log', 'enclosure', 'request') ORDER BY d.link, a.name, a.id`,
  ) as readonly (Enclosed & { readonly target: string | null })[]
  const isThere = openedOrFailed(db)
  return {
    mentioned: mentioned.length,
    missing: mentioned
      .filter(({ target, document, name }) => target === null && !isThere(document, name))
      .map(({ name, document, link }) => ({ name, document, link })),
  }
}

/** Is it an archive that was opened, or a file that is there and could not be read? */
function openedOrFailed(db: Database): (document: string, name: string) => boolean {
  const stepsBeside = new Map<string, Set<string>>()
  const places = db.all(
    `SELECT path, part FROM document_place WHERE part LIKE '%/%' AND path IS NOT NULL UNION ALL SELECT path, part FROM failure`,
  ) as readonly { readonly path: string; readonly part: string | null }[]
  for (const { path, part } of places) {
    for (const beside of part === null ? [folderOf(path)] : [path]) {
      const steps = stepsBeside.get(beside) ?? new Set()
      for (const step of (part ?? path).split('/')) steps.add(plainFileName(step))
      stepsBeside.set(beside, steps)
    }
  }
  return (document, name) =>
    (db.all('SELECT path FROM document_place WHERE document = ? AND path IS NOT NULL', document) as { path: string }[])
      .flatMap(({ path }) => [path, folderOf(path)])
      .some((beside) => stepsBeside.get(beside)?.has(plainFileName(name)))
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
