import type { ListedItem, Listing, Request } from './adapter.ts'
import { type Crawl, readingOf, say } from './crawl-context.ts'
import { addItem, itemRow, linkUrl, setItem } from './journal/items.ts'
import { setSource, sourceRow } from './journal/runs.ts'
import { addUrl, askAgain, setUrl, type UrlRow } from './journal/urls.ts'
import { sha256Of } from './take-item.ts'
import { outOfScope } from './urls.ts'

/** Against lists without an end. */
const mostLists = 500
const mostDepth = 5
/** After so many pages in a row that name nothing new the rest is left. */
const mostBarren = 2
const mostFromPage = 500
const mostFromFile = 50_000

/** Writes down what a list names. Says which items can be taken further at once, for they have no page of their own. */
export function takeListing(crawl: Crawl, row: UrlRow, listing: Listing): readonly string[] {
  const { id, visit } = sourceRow(crawl.db, row.source)
  const most = row.role === 'sitemap' || row.accept !== 'html' ? mostFromFile : mostFromPage
  let fresh = 0
  const ready: string[] = []
  for (const item of listing.items.slice(0, most)) {
    const taken = takeListed(crawl, row, item, visit)
    if (taken.isNewHere) fresh += 1
    if (taken.isReady) ready.push(item.itemKey)
  }
  if (listing.total !== null) setSource(crawl.db, id, { total: listing.total })
  if (listing.items.length > most || listing.next.length > most)
    cut(crawl, row, `it names more than ${most} addresses, and the rest was left`)
  takeNext(crawl, row, listing.next.slice(0, most), visit, fresh > 0)
  return ready
}

function takeListed(
  crawl: Crawl,
  row: UrlRow,
  listed: ListedItem,
  visit: number,
): { readonly isNewHere: boolean; readonly isReady: boolean } {
  const now = crawl.clock.now()
  const { source: id } = row
  const { itemKey } = listed
  // Where an item stands changes whenever another is put before it.
  const digest = sha256Of(
    JSON.stringify([{ ...listed, position: 0, record: { ...listed.record, listPosition: null } }]),
  )
  const known = itemRow(crawl.db, id, itemKey)
  if (!known)
    addItem(crawl.db, { source: id, key: itemKey, listed: JSON.stringify(listed), listed_digest: digest, visit }, now)
  const isNewHere = !known || known.visit !== visit
  const isOther = known !== undefined && known.listed_digest !== digest
  // The same item on two pages of one walk: the first is taken.
  if (known && !isNewHere) return { isNewHere, isReady: false }
  const seen = { last_seen: now, visit, ...(isOther ? { listed: JSON.stringify(listed), listed_digest: digest } : {}) }
  if (listed.request === null) {
    const isDue = !known || isOther || known.status === 'gone'
    setItem(crawl.db, id, itemKey, { ...seen, ...(isDue ? { phase: 'page' } : {}) })
    return { isNewHere, isReady: isDue }
  }
  const page = askForItem(crawl, row, listed.request, isOther)
  if (page === null) return { isNewHere, isReady: false }
  linkUrl(crawl.db, id, itemKey, page.id, null, 0)
  setItem(crawl.db, id, itemKey, { ...seen, page: page.id, ...(page.isOpen ? { phase: 'page' } : {}) })
  return { isNewHere, isReady: false }
}

/** Its page is asked for where it is new, or its list says other things of it, or it was not looked at for long. */
function askForItem(
  crawl: Crawl,
  row: UrlRow,
  request: Request,
  isOther: boolean,
): { readonly id: number; readonly isOpen: boolean } | null {
  const { source } = readingOf(crawl, row.source)
  const refused = outOfScope(request.url, 'item', source)
  const added = addUrl(crawl.db, {
    source: row.source,
    request: { ...request, role: 'item' },
    foundOn: row.url,
    refused,
  })
  if (!added) return null
  const { id, state, fresh_until: freshUntil, host } = added.row
  if (refused !== null)
    say(crawl, {
      kind: 'skipped',
      source: row.source,
      item: null,
      title: null,
      url: request.url,
      words: `${request.url} was not fetched: ${refused}.`,
    })
  const isStale = freshUntil !== null && freshUntil <= crawl.clock.now()
  const isDue = state === 'done' || state === 'gone' ? isOther || isStale : false
  if (isDue) askAgain(crawl.db, id)
  crawl.wake([host])
  return { id, isOpen: isDue || state === 'pending' || state === 'leased' }
}

/** Further pages of the list. A page that leads to one further page alone is a step in a chain, and chains that bring nothing new end. */
function takeNext(crawl: Crawl, row: UrlRow, next: readonly Request[], visit: number, isFruitful: boolean): void {
  const { source } = readingOf(crawl, row.source)
  const unseen = next.filter(({ url }) => outOfScope(url, 'list', source) === null)
  const isChain = unseen.length <= 2
  const depth = isChain ? row.depth : row.depth + 1
  const barren = isFruitful || !isChain ? 0 : row.barren + 1
  if (depth > mostDepth) {
    cut(crawl, row, `it leads on through more than ${mostDepth} lists of lists, and the rest was left`)
    return
  }
  if (barren > mostBarren) return
  for (const request of unseen) {
    if (countLists(crawl, row.source, visit) >= mostLists) {
      cut(crawl, row, `the list has more than ${mostLists} pages, and the rest was left`)
      return
    }
    const role = request.role === 'sitemap' ? 'sitemap' : 'list'
    const added = addUrl(crawl.db, {
      source: row.source,
      request: { ...request, role },
      foundOn: row.url,
      depth,
      barren,
      visit,
    })
    if (!added) continue
    if (!added.isNew && added.row.visit !== visit) {
      setUrl(crawl.db, added.row.id, { visit, depth, barren })
      askAgain(crawl.db, added.row.id)
    }
    crawl.wake([added.row.host])
  }
}

function countLists(crawl: Crawl, source: string, visit: number): number {
  const row = crawl.db.get<{ n: number }>('SELECT count(*) AS n FROM url WHERE source = ? AND visit = ?', source, visit)
  return row?.n ?? 0
}

/** The walk will not see all of the list, and says so. */
export function cut(crawl: Crawl, row: UrlRow, why: string): void {
  setSource(crawl.db, row.source, { trouble: `${row.url}: ${why}` })
  say(crawl, {
    kind: 'alarm',
    source: row.source,
    item: null,
    title: null,
    url: row.url,
    words: `The list ${row.url} was not read to its end: ${why}.`,
  })
}
