import type { PageError } from './adapter.ts'
import { day } from './clock.ts'
import { type Crawl, say } from './crawl-context.ts'
import { setUrl, type UrlRow } from './journal/urls.ts'

/** What came is not what was asked for: it is kept and never read, and asked for once more another day. */
export function quarantine(crawl: Crawl, row: UrlRow, trouble: PageError | string): void {
  const why = typeof trouble === 'string' ? trouble : trouble.message
  const quarantines = row.quarantines + 1
  const wait = quarantines < 2 ? day : 30 * day
  setUrl(crawl.db, row.id, {
    state: 'quarantined',
    why,
    quarantines,
    not_before: crawl.clock.now() + wait,
    etag: null,
    last_modified: null,
  })
  say(crawl, {
    kind: 'quarantined',
    source: row.source,
    item: null,
    title: null,
    url: row.url,
    words: `What came for ${row.url} was put aside: ${why.replace(/\.$/, '')}.`,
  })
}
