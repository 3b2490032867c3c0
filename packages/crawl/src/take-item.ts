import { createHash } from 'node:crypto'
import { type ItemPage, type ItemRecord, type Page, PageError } from './adapter.ts'
import { iso } from './clock.ts'
import { type Crawl, readingOf, readKey, say } from './crawl-context.ts'
import {
  addVersion,
  forgetNamed,
  type ItemRow,
  itemRow,
  type LinkedUrl,
  linkUrl,
  listedOf,
  setItem,
  urlsOf,
  type VersionFile,
} from './journal/items.ts'
import { sourceRow } from './journal/runs.ts'
import { addUrl, askAgain, type UrlRow } from './journal/urls.ts'
import { labelOf } from './labels.ts'
import { nothingTold } from './nothing-told.ts'
import { plainWords } from './plain-words.ts'
import { quarantine } from './quarantine.ts'
import { outOfScope } from './urls.ts'

/**
 * Takes an item as far as it goes: its page is read as soon as it is there, then what belongs to it is asked for, and when nothing is
 * open any more it is settled. Each step is written whole, so that it may be called again at any time.
 */
export async function advance(crawl: Crawl, source: string, key: string): Promise<void> {
  for (;;) {
    const item = itemRow(crawl.db, source, key)
    if (!item || item.phase === 'settled') return
    const urls = urlsOf(crawl.db, source, key)
    if (urls.some(({ state }) => state === 'pending' || state === 'leased')) return
    if (item.phase === 'files') return await settle(crawl, item, urls)
    const goesOn = await readAgain(crawl, item, urls)
    if (!goesOn) return
  }
}

/** Reads the page of an item and what came of its parts. False: there is nothing more to do for now. */
async function readAgain(crawl: Crawl, item: ItemRow, urls: readonly LinkedUrl[]): Promise<boolean> {
  const { source, adapter } = readingOf(crawl, item.source)
  const listed = listedOf(item)
  const row = urls.find(({ role }) => role === 'item')
  if (listed.request === null) {
    const record = completed(listed.record, item, source.authority, row?.url ?? source.start[0] ?? '')
    crawl.db.together(() => nameFiles(crawl, item, { record, further: [], words: listed.words ?? null }))
    return true
  }
  const page = row?.state === 'done' ? await pageOf(crawl, row) : null
  if (!row || !page) {
    // It could not be had: what was known of it stays as it is.
    crawl.db.together(() => setItem(crawl.db, item.source, item.key, { phase: 'settled' }))
    return false
  }
  try {
    const partRows = item.phase === 'parts' ? urls.filter(({ role }) => role === 'part') : []
    const parts: Page[] = []
    for (const each of partRows) {
      const part = each.state === 'done' ? await pageOf(crawl, each) : null
      if (part) parts.push(part)
    }
    const justRead = partRows.length === 0 ? crawl.justRead.get(readKey(row.id, item.key)) : undefined
    crawl.justRead.delete(readKey(row.id, item.key))
    const read = justRead ?? adapter.item(page, source, { listed, parts })
    crawl.db.together(() => take(crawl, item, row, read, partRows))
    return true
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    crawl.db.together(() => {
      quarantine(crawl, row, error)
      setItem(crawl.db, item.source, item.key, { phase: 'settled' })
    })
    return false
  }
}

/** The page asks for parts that were not asked for yet, or else names its files. */
function take(crawl: Crawl, item: ItemRow, row: UrlRow, read: ItemPage, asked: readonly LinkedUrl[]): void {
  const { source } = readingOf(crawl, item.source)
  const known = new Set(asked.map(({ id }) => id))
  let isNew = false
  for (const [at, request] of read.further.slice(0, mostLinks).entries()) {
    const refused = outOfScope(request.url, 'part', source)
    const added = addUrl(crawl.db, {
      source: item.source,
      request: { ...request, role: 'part' },
      foundOn: row.url,
      refused,
    })
    if (!added || known.has(added.row.id)) continue
    isNew = true
    if (!added.isNew && isDue(crawl, item, added.row)) askAgain(crawl.db, added.row.id)
    linkUrl(crawl.db, item.source, item.key, added.row.id, null, 1 + at)
    crawl.wake([added.row.host])
  }
  if (isNew) setItem(crawl.db, item.source, item.key, { phase: 'parts' })
  else nameFiles(crawl, item, read, row, asked)
}

const mostLinks = 500

function nameFiles(crawl: Crawl, item: ItemRow, read: ItemPage, row?: UrlRow, parts: readonly LinkedUrl[] = []): void {
  const { source, adapter } = readingOf(crawl, item.source)
  forgetNamed(crawl.db, item.source, item.key)
  if (row) linkUrl(crawl.db, item.source, item.key, row.id, null, 0)
  for (const part of parts) linkUrl(crawl.db, item.source, item.key, part.id, null, part.position)
  const isOther = digestOf(read.record, read.words?.text ?? null) !== digestOfKept(item)
  for (const [at, attachment] of read.record.attachments.slice(0, mostLinks).entries()) {
    if (attachment.notFetched !== null) continue
    const refused = outOfScope(attachment.url, 'attachment', source)
    const request = { url: attachment.url, role: 'attachment', accept: 'any' } as const
    const added = addUrl(crawl.db, { source: item.source, request, foundOn: row?.url ?? null, refused })
    if (!added) continue
    if (refused !== null)
      say(crawl, {
        kind: 'skipped',
        source: item.source,
        item: item.key,
        title: read.record.title,
        url: attachment.url,
        words: `A file was not fetched: ${refused}.`,
      })
    // A file is asked for again by its validators, or where what the page says of it is not what it said.
    const { etag, last_modified: lastModified } = added.row
    if (!added.isNew && isDue(crawl, item, added.row) && (isOther || etag !== null || lastModified !== null))
      askAgain(crawl.db, added.row.id)
    linkUrl(crawl.db, item.source, item.key, added.row.id, labelOf(attachment.name), 1_000 + at)
    crawl.wake([added.row.host])
  }
  setItem(crawl.db, item.source, item.key, {
    phase: 'files',
    record: JSON.stringify(read.record),
    words: read.words === null ? null : JSON.stringify(read.words),
    adapter: adapter.version,
  })
}

/** It was not looked at since the walk through the lists began, and its own time has run out. */
function isDue(crawl: Crawl, item: ItemRow, { state, retrieved, fresh_until: freshUntil }: UrlRow): boolean {
  if (state !== 'done' && retrieved !== null) return false
  const began = sourceRow(crawl.db, item.source).visit_began ?? 0
  return (retrieved ?? 0) < began && (freshUntil === null || freshUntil <= crawl.clock.now())
}

/** Nothing is open: what it holds now is compared with what it held. */
async function settle(crawl: Crawl, item: ItemRow, urls: readonly LinkedUrl[]): Promise<void> {
  const record = JSON.parse(item.record ?? '{}') as ItemRecord
  const files = urls.flatMap(({ url, role, sha256, extension }): VersionFile[] =>
    sha256 === null || role === 'part' ? [] : [{ url, role, sha256, extension: extension ?? 'bin' }],
  )
  const page = files.find(({ role }) => role === 'item')
  // A page that tells nothing else by itself counts by its words: banners and days of the week in its frame must not.
  const isBare = item.words === null && record.responseText === null && record.attachments.length === 0
  const words = isBare && page?.extension === 'html' ? plainWords(await crawl.blobs.read(page.sha256)) : ''
  const attachments = files.filter(({ role }) => role === 'attachment').map(({ url, sha256 }) => [url, sha256])
  const fingerprint = sha256Of(JSON.stringify([digestOfKept(item), words, attachments]))
  crawl.db.together(() => {
    const now = crawl.clock.now()
    setItem(crawl.db, item.source, item.key, { phase: 'settled' })
    const event = { source: item.source, item: item.key, title: record.title, url: record.pageUrl }
    if (item.status === 'gone') {
      setItem(crawl.db, item.source, item.key, { status: 'live', gone_since: null, unread: 1 })
      say(crawl, { ...event, kind: 'back', words: 'It was gone and is there again.' })
    }
    if (fingerprint === item.fingerprint) return
    const version = item.version + 1
    addVersion(crawl.db, item, version, files, now)
    setItem(crawl.db, item.source, item.key, { version, fingerprint, changed: now, unread: 1 })
    const since = `It is not what it was on ${iso(item.changed ?? now).slice(0, 10)}; both are kept.`
    say(crawl, {
      ...event,
      kind: version === 1 ? 'new' : 'changed',
      words: version === 1 ? 'It was not there before.' : since,
    })
  })
}

function digestOfKept({ record, words }: ItemRow): string {
  if (record === null) return ''
  const kept = JSON.parse(record) as ItemRecord
  return digestOf(kept, words === null ? null : (JSON.parse(words) as { text: string }).text)
}

/** Where it stands in its list says nothing of an item. */
function digestOf(record: ItemRecord, words: string | null): string {
  return sha256Of(JSON.stringify([{ ...record, listPosition: null }, words]))
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An item that its list told all about: what it left out is not known. */
function completed(told: Partial<ItemRecord>, item: ItemRow, authority: string | null, pageUrl: string): ItemRecord {
  const own = { sourceId: item.source, itemKey: item.key }
  return { ...nothingTold({ ...own, pageUrl }), authority, ...told, ...own }
}

/** A page as it was kept; null where its bytes are not at hand. */
export async function pageOf(crawl: Crawl, row: UrlRow): Promise<Page | null> {
  if (row.sha256 === null || !crawl.blobs.has(row.sha256)) return null
  return {
    url: row.url,
    finalUrl: row.final_url ?? row.url,
    status: row.status ?? 200,
    mediaType: row.media_type,
    bytes: await crawl.blobs.read(row.sha256),
    retrieved: row.retrieved === null ? null : iso(row.retrieved),
    headers: row.headers === null ? {} : (JSON.parse(row.headers) as Record<string, string>),
  }
}
