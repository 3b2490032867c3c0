import type { ItemRecord, ListedItem, PublishedWords } from '../adapter.ts'
import type { Db } from './open.ts'
import type { UrlRow } from './urls.ts'

export type Phase =
  /** Its page is to be read. */
  | 'page'
  /** Pages that belong to it are. */
  | 'parts'
  /** Its files are. */
  | 'files'
  | 'settled'

export interface ItemRow {
  readonly source: string
  readonly key: string
  readonly phase: Phase
  readonly listed: string
  readonly listed_digest: string
  readonly page: number | null
  readonly record: string | null
  readonly words: string | null
  readonly adapter: number | null
  readonly version: number
  readonly fingerprint: string | null
  readonly status: 'live' | 'gone'
  readonly first_seen: number
  readonly last_seen: number
  readonly changed: number | null
  readonly gone_since: number | null
  readonly visit: number
  readonly unread: number
}

/** A file or page of an item, as a version of it was made of. */
export interface VersionFile {
  readonly url: string
  readonly role: string
  readonly sha256: string
  readonly extension: string
}

export function itemRow(db: Db, source: string, key: string): ItemRow | undefined {
  return db.get<ItemRow>('SELECT * FROM item WHERE source = ? AND key = ?', source, key)
}

export function addItem(
  db: Db,
  row: Pick<ItemRow, 'source' | 'key' | 'listed' | 'listed_digest' | 'visit'>,
  now: number,
): void {
  db.run(
    `INSERT INTO item (source, key, phase, listed, listed_digest, first_seen, last_seen, visit) VALUES (?, ?, 'page', ?, ?, ?, ?, ?)`,
    row.source,
    row.key,
    row.listed,
    row.listed_digest,
    now,
    now,
    row.visit,
  )
}

export function setItem(db: Db, source: string, key: string, values: Partial<Omit<ItemRow, 'source' | 'key'>>): void {
  const names = Object.keys(values)
  db.run(
    `UPDATE item SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE source = ? AND key = ?`,
    ...Object.values(values),
    source,
    key,
  )
}

/** An item names an address; in the order of `position`. */
export function linkUrl(
  db: Db,
  source: string,
  item: string,
  url: number,
  name: string | null,
  position: number,
): void {
  db.run(
    `INSERT INTO item_url (source, item, url, name, position) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (source, item, url) DO UPDATE SET name = excluded.name, position = excluded.position, is_named = 1`,
    source,
    item,
    url,
    name,
    position,
  )
}

/** The item is read anew: what it names will be said again. */
export function forgetNamed(db: Db, source: string, item: string): void {
  db.run(`UPDATE item_url SET is_named = 0 WHERE source = ? AND item = ?`, source, item)
}

export interface LinkedUrl extends UrlRow {
  readonly name: string | null
  readonly position: number
}

export function urlsOf(db: Db, source: string, item: string): readonly LinkedUrl[] {
  return db.all<LinkedUrl>(
    `SELECT url.*, item_url.name, item_url.position FROM item_url JOIN url ON url.id = item_url.url
     WHERE item_url.source = ? AND item = ? AND is_named = 1 ORDER BY item_url.position, url.id`,
    source,
    item,
  )
}

/** The items that wait for an address, or are made of it. */
export function itemsOf(db: Db, url: number): readonly ItemRow[] {
  return db.all<ItemRow>(
    `SELECT item.* FROM item_url JOIN item ON item.source = item_url.source AND item.key = item_url.item
     WHERE item_url.url = ? AND is_named = 1`,
    url,
  )
}

export function addVersion(db: Db, row: ItemRow, version: number, files: readonly VersionFile[], now: number): void {
  db.run(
    'INSERT INTO item_version (source, item, version, at, files, record) VALUES (?, ?, ?, ?, ?, ?)',
    row.source,
    row.key,
    version,
    now,
    JSON.stringify(files),
    row.record ?? '{}',
  )
}

/** Items that nothing is open for any more and that are not settled: a run that was killed left them so. */
export function stalledItems(db: Db, source: string, most: number): readonly ItemRow[] {
  return db.all<ItemRow>(
    `SELECT * FROM item WHERE source = ? AND phase <> 'settled' AND NOT EXISTS (
       SELECT 1 FROM item_url JOIN url ON url.id = item_url.url WHERE item_url.source = item.source
         AND item_url.item = item.key AND is_named = 1 AND url.state IN ('pending', 'leased')) LIMIT ?`,
    source,
    most,
  )
}

/** Items that another version of their adapter read are read again from what is kept. */
export function rereadBy(db: Db, source: string, adapter: number): void {
  db.run(`UPDATE item SET phase = 'page' WHERE source = ? AND phase = 'settled' AND adapter <> ?`, source, adapter)
}

/** Items whose files are to be laid out for reading, so many at most. */
export function itemsToLayOut(db: Db, most: number): readonly ItemRow[] {
  return db.all<ItemRow>('SELECT * FROM item WHERE unread = 1 ORDER BY source, key LIMIT ?', most)
}

/** Source and key of the items that are laid out and that no dataset has. */
export function itemsToIngest(db: Db): readonly Pick<ItemRow, 'source' | 'key'>[] {
  return db.all<Pick<ItemRow, 'source' | 'key'>>('SELECT source, key FROM item WHERE unread = 2 ORDER BY source, key')
}

export function countOf(db: Db, source: string, visit: number): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM item WHERE source = ? AND visit = ?', source, visit)?.n ?? 0
}

export function listedOf(row: ItemRow): ListedItem {
  return JSON.parse(row.listed) as ListedItem
}

export function recordOf(row: ItemRow): ItemRecord | null {
  return row.record === null ? null : (JSON.parse(row.record) as ItemRecord)
}

export function wordsOf(row: ItemRow): PublishedWords | null {
  return row.words === null ? null : (JSON.parse(row.words) as PublishedWords)
}
