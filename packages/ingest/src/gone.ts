import { resolve } from 'node:path'
import type { Store } from '@disclosed/store'
import { isBelow, isThere } from './paths.ts'

/** A file that was read once and is there no more. */
export interface Gone {
  readonly path: string
  /** Is all that was in it still found at another place? */
  readonly isElsewhere: boolean
  /** How many figures go with it; 0 where it is elsewhere. */
  readonly figures: number
}

/** What is gone below the paths of a run, and how many files were known there in all. */
export interface GoneBelow {
  readonly gone: readonly Gone[]
  readonly known: number
}

/**
 * Looks for the files that the dataset knows below these paths. A path that is itself not there tells nothing, for a drive may be
 * away, unless it is meant.
 */
export async function goneBelow(
  store: Store,
  { paths, base, isMeant }: { readonly paths: readonly string[]; readonly base: string; readonly isMeant: boolean },
): Promise<GoneBelow> {
  const there = new Map<string, Promise<boolean>>()
  const looked = (path: string): Promise<boolean> => {
    const known = there.get(path) ?? isThere(resolve(base, path))
    there.set(path, known)
    return known
  }
  const typed: string[] = []
  for (const path of paths) if (isMeant || (await looked(path))) typed.push(path)
  const known = knownPaths(store).filter((path) => typed.some((each) => isBelow(path, each)))
  const gone: Gone[] = []
  for (const path of known) {
    if (await looked(path)) continue
    const others = otherPlaces(store, path)
    const isKept = await Promise.all(others.map(async (each) => some(await Promise.all(each.map(looked)))))
    const isElsewhere = isKept.every(Boolean)
    gone.push({ path, isElsewhere, figures: isElsewhere ? 0 : figuresIn(store, path) })
  }
  return { gone, known: known.length }
}

function some(each: readonly boolean[]): boolean {
  return each.includes(true)
}

function knownPaths(store: Store): readonly string[] {
  const rows = store.select('SELECT DISTINCT path FROM document_place WHERE path IS NOT NULL ORDER BY path')
  return (rows as { path: string }[]).map(({ path }) => path)
}

/** For each document found in that file, the other paths where it was found. */
function otherPlaces(store: Store, path: string): readonly (readonly string[])[] {
  const rows = store.select(
    `SELECT p.document, o.path FROM document_place p
     LEFT JOIN document_place o ON o.document = p.document AND o.path <> p.path WHERE p.path = ?`,
    path,
  ) as readonly { readonly document: string; readonly path: string | null }[]
  return [...new Set(rows.map(({ document }) => document))].map((document) =>
    rows.flatMap((row) => (row.document === document && row.path !== null ? [row.path] : [])),
  )
}

function figuresIn(store: Store, path: string): number {
  const [row] = store.select(
    `SELECT count(*) AS figures FROM observation WHERE document IN (SELECT document FROM document_place WHERE path = ?)`,
    path,
  ) as readonly { readonly figures: number }[]
  return row?.figures ?? 0
}
