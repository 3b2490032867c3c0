import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Adapter } from '../adapter.ts'
import { type FastClock, fastClock } from '../clock.ts'
import { type Crawled, type CrawlOptions, crawl } from '../crawl.ts'
import { openDb } from '../journal/open.ts'
import type { EventKind } from '../journal/runs.ts'
import type { Told } from '../report.ts'
import type { Source } from '../source.ts'
import { readyMade } from '../sources/index.ts'
import { readSource } from '../sources-file.ts'
import { numbered } from './numbered.ts'
import { type Mounted, openTestServer, type TestServer } from './server.ts'
import type { ExpectedItem } from './site.ts'

/** A crawl of sites on this machine, with a clock that goes quickly. */
export interface World {
  readonly folder: string
  readonly clock: FastClock
  readonly server: TestServer
  readonly sources: readonly Source[]
  readonly run: (more?: Partial<CrawlOptions>) => Promise<Crawled>
  /** What was brought home of a site: every item that was read, with the files that are kept of it. */
  readonly home: (site: string) => readonly ExpectedItem[]
  readonly close: () => Promise<void>
}

export interface WorldOptions {
  /** So many times faster than time. */
  readonly times?: number
  readonly adapters?: readonly Adapter[]
  /** Added to the entry of each source. */
  readonly entry?: Readonly<Record<string, unknown>>
}

export const beginning = Date.parse('2026-05-01T02:00:00Z')

export async function openWorld(mounted: readonly Mounted[], options: WorldOptions = {}): Promise<World> {
  const { times = 1_000, adapters = [numbered], entry = {} } = options
  const folder = mkdtempSync(join(tmpdir(), 'disclosed-crawl-'))
  const clock = fastClock(times, beginning, Date.now())
  const server = await openTestServer(mounted, clock)
  const sources = mounted.map(({ site }) => {
    // On a machine that is busy an hour of a quick clock is soon over.
    const told = { budget: { minutes: 1_440 }, ...site.source(server.origin(site.name)), ...entry }
    const { source, wrong } = readSource(told, { adapters, readyMade })
    if (!source) throw new Error(wrong.join(' '))
    return source
  })
  return {
    folder,
    clock,
    server,
    sources,
    run: (more = {}) =>
      crawl(sources, { folder, contact: null, version: '0.1.0', clock, adapters, limits: impatient, ...more }),
    home: (site) => homeOf(folder, site),
    close: async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a site does in two seconds it does not do at all. */
const impatient = {
  page: { milliseconds: 2_000, bytes: 2 * 1024 * 1024 },
  file: { milliseconds: 2_000, bytes: 2 * 1024 * 1024 },
  slowAfter: 500,
}

/** Items that were read, as the journal in the folder has them. */
export function homeOf(folder: string, site: string): readonly ExpectedItem[] {
  const db = openDb(folder, { readonly: true })
  try {
    const items = db.all<{ key: string }>('SELECT key FROM item WHERE source = ? AND version > 0', site)
    return items
      .map(({ key }) => {
        const files = db.all<{ url: string }>(
          `SELECT url.url FROM item_url JOIN url ON url.id = item_url.url WHERE item_url.source = ? AND item = ?
             AND is_named = 1 AND role = 'attachment' AND sha256 IS NOT NULL ORDER BY item_url.position`,
          site,
          key,
        )
        return { itemKey: key, attachments: files.map(({ url }) => new URL(url).pathname + new URL(url).search) }
      })
      .toSorted(byKey)
  } finally {
    db.close()
  }
}

export function byKey(a: ExpectedItem, b: ExpectedItem): number {
  return a.itemKey < b.itemKey ? -1 : 1
}

/** What a run told of these kinds. */
export function told({ report }: Crawled, ...kinds: readonly EventKind[]): readonly Told[] {
  return report.sources.flatMap(({ news }) => news.filter(({ kind }) => kinds.includes(kind)))
}
