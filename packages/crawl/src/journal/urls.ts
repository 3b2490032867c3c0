import type { Request, Role } from '../adapter.ts'
import { hostOf, urlKey } from '../urls.ts'
import type { Db } from './open.ts'

export type UrlState =
  | 'pending'
  | 'leased'
  | 'done'
  /** It answered 404 or 410 once. */
  | 'missing'
  | 'gone'
  | 'skipped_robots'
  | 'skipped_scope'
  | 'blocked'
  | 'failed'
  | 'quarantined'

export interface UrlRow {
  readonly id: number
  readonly source: string
  readonly key: string
  readonly url: string
  readonly host: string
  readonly role: Role
  readonly accept: Request['accept']
  readonly depth: number
  readonly barren: number
  readonly found_on: string | null
  readonly state: UrlState
  readonly why: string | null
  readonly attempts: number
  readonly not_before: number
  readonly visit: number | null
  readonly fresh_until: number | null
  readonly missing_since: number | null
  readonly quarantines: number
  readonly etag: string | null
  readonly last_modified: string | null
  readonly sha256: string | null
  readonly final_url: string | null
  readonly status: number | null
  readonly media_type: string | null
  readonly kind: string | null
  readonly extension: string | null
  readonly headers: string | null
  readonly retrieved: number | null
}

/** Lists first, then what belongs to an item that was begun, then the next item: items are finished one after the other. */
const ranks: Readonly<Record<Role, number>> = { list: 0, sitemap: 0, part: 1, attachment: 2, item: 3 }

export interface Wanted {
  readonly source: string
  readonly request: Request
  readonly foundOn: string | null
  readonly depth?: number
  readonly barren?: number
  readonly visit?: number | null
  /** Why it will not be asked for; then it is only written down. */
  readonly refused?: string | null
}

/** Writes an address down once for each source. It is to be fetched where it is new; says its id, and whether it was new. Null: it is no web address. */
export function addUrl(db: Db, wanted: Wanted): { readonly row: UrlRow; readonly isNew: boolean } | null {
  const { source, request, foundOn, depth = 0, barren = 0, visit = null, refused = null } = wanted
  const key = urlKey(request.url)
  if (key === null) return null
  const known = db.get<UrlRow>('SELECT * FROM url WHERE source = ? AND key = ?', source, key)
  if (known) return { row: known, isNew: false }
  const { id } = db.run(
    `INSERT INTO url (source, key, url, host, role, accept, rank, depth, barren, found_on, state, why, visit)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    source,
    key,
    withoutFragment(request.url),
    hostOf(request.url),
    request.role,
    request.accept,
    ranks[request.role],
    depth,
    barren,
    foundOn,
    refused === null ? 'pending' : 'skipped_scope',
    refused,
    visit,
  )
  return { row: urlById(db, id), isNew: true }
}

function withoutFragment(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}

export function urlById(db: Db, id: number): UrlRow {
  const row = db.get<UrlRow>('SELECT * FROM url WHERE id = ?', id)
  if (!row) throw new Error(`There is no address ${id} in the journal`)
  return row
}

/** Addresses of sources that may take more; pages of further items only for those of `items`. */
const mayTake = `(source IN (SELECT value FROM json_each(?)) AND (rank < 3 OR source IN (SELECT value FROM json_each(?))))`

/** Takes the next address of this host that is due; it is ours until it is set to something else, or until the next run. */
export function leaseNext(
  db: Db,
  host: string,
  sources: readonly string[],
  items: readonly string[],
  now: number,
): UrlRow | null {
  const row = db.get<UrlRow>(
    `UPDATE url SET state = 'leased' WHERE id = (
       SELECT id FROM url WHERE state = 'pending' AND host = ? AND not_before <= ?
         AND ${mayTake} ORDER BY rank, id LIMIT 1) RETURNING *`,
    host,
    Math.floor(now),
    JSON.stringify(sources),
    JSON.stringify(items),
  )
  return row ?? null
}

/** When the next address of this host that has to wait is due; null where none waits. */
export function nextDue(db: Db, host: string, sources: readonly string[], items: readonly string[]): number | null {
  const row = db.get<{ at: number | null }>(
    `SELECT min(not_before) AS at FROM url WHERE state = 'pending' AND host = ? AND ${mayTake}`,
    host,
    JSON.stringify(sources),
    JSON.stringify(items),
  )
  return row?.at ?? null
}

/** Hosts with something to fetch. */
export function openHosts(db: Db, sources: readonly string[]): readonly string[] {
  const rows = db.all<{ host: string }>(
    `SELECT DISTINCT host FROM url WHERE state = 'pending' AND source IN (SELECT value FROM json_each(?))`,
    JSON.stringify(sources),
  )
  return rows.map(({ host }) => host)
}

export function setUrl(db: Db, id: number, values: Partial<Omit<UrlRow, 'id' | 'source' | 'key'>>): void {
  const names = Object.keys(values)
  if (names.length === 0) return
  db.run(`UPDATE url SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...Object.values(values), id)
}

/** It is to be fetched once more, with the validators that are known. */
export function askAgain(db: Db, id: number, notBefore = 0): void {
  db.run(
    `UPDATE url SET state = 'pending', attempts = 0, not_before = ?, why = NULL WHERE id = ? AND state NOT IN ('pending', 'leased')`,
    notBefore,
    id,
  )
}

/** What failed, was missing or held back in an earlier run is tried again when its time has come. Says how many. */
export function revive(db: Db, source: string, now: number): number {
  return db.run(
    `UPDATE url SET state = 'pending', attempts = 0, why = NULL
     WHERE source = ? AND state IN ('failed', 'quarantined', 'missing', 'blocked', 'skipped_robots', 'skipped_scope') AND not_before <= ?
       AND (state <> 'skipped_scope' OR not_before > 0)
       AND role NOT IN ('list', 'sitemap')`,
    source,
    now,
  ).changes
}

export interface Attempt {
  readonly run: number
  readonly url: number
  readonly source: string
  readonly host: string
  readonly at: number
  readonly ms: number
  readonly requests: number
  readonly status: number | null
  readonly address: string | null
  readonly chain: string
  readonly headers: string | null
  readonly wire_bytes: number
  readonly bytes: number
  readonly sha256: string | null
  readonly kind: string | null
  readonly declared: string | null
  readonly outcome: string
  readonly why: string | null
  readonly robots: string | null
  readonly delay: number
}

/** Written once, never changed. */
export function writeAttempt(db: Db, attempt: Attempt): void {
  const names = Object.keys(attempt)
  db.run(
    `INSERT INTO attempt (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(attempt),
  )
}

export interface Spent {
  readonly requests: number
  readonly bytes: number
}

/** What this run has taken so far, by host and by source. */
export function spentIn(
  db: Db,
  run: number,
): { readonly hosts: Map<string, Spent>; readonly sources: Map<string, Spent> } {
  const by = (column: 'host' | 'source') =>
    new Map(
      db
        .all<Spent & { name: string }>(
          `SELECT ${column} AS name, sum(requests) AS requests, sum(wire_bytes) AS bytes FROM attempt WHERE run = ? GROUP BY ${column}`,
          run,
        )
        .map(({ name, requests, bytes }) => [name, { requests, bytes }]),
    )
  return { hosts: by('host'), sources: by('source') }
}

/** How many pages of items this run has asked for, by source. */
export function countItems(db: Db, run: number): Map<string, number> {
  const rows = db.all<{ source: string; n: number }>(
    `SELECT attempt.source, count(*) AS n FROM attempt JOIN url ON url.id = attempt.url
     WHERE run = ? AND role = 'item' GROUP BY attempt.source`,
    run,
  )
  return new Map(rows.map(({ source, n }) => [source, n]))
}
