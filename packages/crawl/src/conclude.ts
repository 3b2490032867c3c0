import { type ItemPage, type Listing, type Page, PageError } from './adapter.ts'
import { freshUntil, keptHeaders, mismatch } from './answers.ts'
import { day, iso } from './clock.ts'
import { type Crawl, readingOf, readKey } from './crawl-context.ts'
import type { Answered } from './fetcher.ts'
import { itemsOf, listedOf, setItem } from './journal/items.ts'
import { countFailure } from './journal/runs.ts'
import { setUrl, type UrlRow, writeAttempt } from './journal/urls.ts'
import { nameInDisposition } from './labels.ts'
import { endingOf, type Kind, kindOf } from './sniff.ts'
import { advance, pageOf } from './take-item.ts'
import { takeListing } from './take-list.ts'
import { absent, itemsAgain, notNow, putAside, type Unhappy, unhappy } from './unhappy.ts'
import { hostOf } from './urls.ts'
import type { Visited } from './visit.ts'

const longestFresh = 90 * day

/** Writes down how it went to ask for an address, all at once, and takes the items it is of further. */
export async function conclude(crawl: Crawl, row: UrlRow, visited: Visited): Promise<void> {
  const { end } = visited
  if (end.kind === 'stopped' || end.kind === 'host_stopped') {
    const isElsewhere = end.kind === 'host_stopped' && hostOf(visited.finalUrl) !== row.host
    setUrl(crawl.db, row.id, { state: 'pending', ...(isElsewhere ? { not_before: notNow(crawl) } : {}) })
    return
  }
  const ready = await written(crawl, row, visited)
  for (const { source, key } of itemsOf(crawl.db, row.id)) await advance(crawl, source, key)
  for (const key of ready) await advance(crawl, row.source, key)
}

async function written(crawl: Crawl, row: UrlRow, visited: Visited): Promise<readonly string[]> {
  const { end, answered } = visited
  if (end.kind === 'good' && answered) {
    const seen = await look(crawl, row, visited, answered)
    return crawl.db.together(() => {
      note(crawl, row, visited, seen)
      return keep(crawl, row, visited, seen)
    })
  }
  if (end.kind === 'fresh' || end.kind === 'not_modified') {
    // A list that has not changed names what it named: that is still there.
    const isList = row.role === 'list' || row.role === 'sitemap'
    const page = isList ? await pageOf(crawl, row) : null
    const { source, adapter } = readingOf(crawl, row.source)
    const listing = page ? adapter.list(page, source) : null
    return crawl.db.together(() => {
      if (end.kind === 'not_modified') note(crawl, row, visited, null)
      unchanged(crawl, row, visited)
      return listing ? takeListing(crawl, row, listing) : []
    })
  }
  return crawl.db.together(() => {
    note(crawl, row, visited, null)
    if (end.kind === 'absent') absent(crawl, row, visited)
    else unhappy(crawl, row, visited, end as Unhappy)
    return []
  })
}

/** What came, and what it says. */
interface Seen {
  readonly answered: Answered & { readonly sha256: string }
  readonly kind: Kind
  readonly listing: Listing | null
  readonly item: ItemPage | null
  /** Why it is not what was asked for. */
  readonly wrong: PageError | string | null
}

async function look(crawl: Crawl, row: UrlRow, { finalUrl }: Visited, answered: Answered): Promise<Seen> {
  const { sha256, headers, head, status } = answered
  if (sha256 === null) throw new Error(`${finalUrl} answered ${status} and was not kept`)
  const disposition = headers['content-disposition']
  const name = (disposition && nameInDisposition(disposition)) || nameInUrl(finalUrl)
  const declared = headers['content-type'] ?? null
  const kind = await kindOf(crawl.blobs.pathOf(sha256), head, declared, name)
  const seen = { answered: { ...answered, sha256 }, kind, listing: null, item: null, wrong: null }
  const isLeaf = row.role === 'attachment'
  const wrong = mismatch(row.role, kind, finalUrl, name, isLeaf ? declaredBy(crawl, row) : null)
  if (wrong !== null) return { ...seen, wrong }
  if (isLeaf || row.role === 'part') return seen
  const page: Page = {
    url: row.url,
    finalUrl,
    status,
    mediaType: declared,
    bytes: await crawl.blobs.read(sha256),
    retrieved: iso(crawl.clock.now()),
    headers: keptHeaders(headers),
  }
  try {
    return { ...seen, ...read(crawl, row, page) }
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    return { ...seen, wrong: error }
  }
}

function read(crawl: Crawl, row: UrlRow, page: Page): Pick<Seen, 'listing' | 'item'> {
  const { source, adapter } = readingOf(crawl, row.source)
  if (row.role !== 'item') return { listing: adapter.list(page, source), item: null }
  const [item] = itemsOf(crawl.db, row.id)
  return { listing: null, item: item ? adapter.item(page, source, { listed: listedOf(item), parts: [] }) : null }
}

/** What the page that names a file says of its type. */
function declaredBy(crawl: Crawl, row: UrlRow): string | null {
  const [item] = itemsOf(crawl.db, row.id)
  const record = item?.record
    ? (JSON.parse(item.record) as { attachments: { url: string; declaredType: string | null }[] })
    : null
  return record?.attachments.find(({ url }) => url === row.url)?.declaredType ?? null
}

function nameInUrl(url: string): string | null {
  const last = URL.parse(url)?.pathname.split('/').at(-1) ?? ''
  return endingOf(last) === '' ? null : last
}

function note(
  crawl: Crawl,
  row: UrlRow,
  { end, chain, answered, robots, waited, wireBytes }: Visited,
  seen: Seen | null,
): void {
  const why = 'why' in end ? end.why : end.kind === 'trouble' ? end.trouble.message : null
  writeAttempt(crawl.db, {
    run: crawl.run,
    url: row.id,
    source: row.source,
    host: row.host,
    at: Math.round(crawl.clock.now()),
    ms: Math.round(answered?.milliseconds ?? 0),
    requests: chain.length,
    status: answered?.status ?? null,
    address: answered?.remoteAddress ?? null,
    chain: JSON.stringify(chain),
    headers: answered ? JSON.stringify(keptHeaders(answered.headers)) : null,
    wire_bytes: wireBytes,
    bytes: answered?.bytes ?? 0,
    sha256: answered?.sha256 ?? null,
    kind: seen?.kind.mediaType ?? null,
    declared: answered?.headers['content-type'] ?? null,
    outcome: seen?.wrong ? 'quarantined' : end.kind === 'trouble' ? end.trouble.code : end.kind,
    why: seen?.wrong ? String(seen.wrong) : why,
    robots,
    delay: Math.round(waited),
  })
}

/** What came is as wanted, or is put aside. Says which items are ready to be taken further. */
function keep(crawl: Crawl, row: UrlRow, { finalUrl }: Visited, seen: Seen): readonly string[] {
  const { answered, kind, wrong } = seen
  countFailure(crawl.db, row.host, false)
  // Waiting pages and login forms leave what was known as it was.
  if (wrong !== null) {
    putAside(crawl, row, wrong, finalUrl)
    return []
  }
  const now = crawl.clock.now()
  const { headers, sha256, status } = answered
  const own = row.role === 'item' ? now + itemsAgain : null
  setUrl(crawl.db, row.id, {
    state: 'done',
    why: null,
    attempts: 0,
    quarantines: 0,
    missing_since: null,
    fresh_until: later(own, freshUntil(headers, now, longestFresh)),
    etag: headers.etag?.slice(0, 500) ?? null,
    last_modified: headers['last-modified']?.slice(0, 100) ?? null,
    sha256,
    final_url: finalUrl,
    status,
    media_type: headers['content-type'] ?? null,
    kind: kind.mediaType,
    extension: kind.extension,
    headers: JSON.stringify(keptHeaders(headers)),
    retrieved: now,
  })
  reopen(crawl, row)
  const [item] = itemsOf(crawl.db, row.id)
  if (seen.item && item) crawl.justRead.set(readKey(row.id, item.key), seen.item)
  return seen.listing ? takeListing(crawl, row, seen.listing) : []
}

/** It is as it was; what belongs to it is looked at all the same. */
function unchanged(crawl: Crawl, row: UrlRow, { end, answered }: Visited): void {
  const now = crawl.clock.now()
  const own = row.role === 'item' ? now + itemsAgain : null
  const fresh = later(own, freshUntil(answered?.headers ?? {}, now, longestFresh))
  const looked = end.kind === 'fresh' ? {} : { fresh_until: fresh, retrieved: now }
  setUrl(crawl.db, row.id, { state: 'done', why: null, attempts: 0, missing_since: null, ...looked })
  countFailure(crawl.db, row.host, false)
  reopen(crawl, row)
}

/** The items of an address that is there (again) are taken up where it stands in them. */
function reopen(crawl: Crawl, row: UrlRow): void {
  for (const { source, key, phase } of itemsOf(crawl.db, row.id))
    if (phase === 'settled') setItem(crawl.db, source, key, { phase: row.role === 'attachment' ? 'files' : 'page' })
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}
