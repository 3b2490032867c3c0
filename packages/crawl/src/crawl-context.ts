import type { Adapter, ItemPage } from './adapter.ts'
import type { Blobs } from './blobs.ts'
import type { Clock } from './clock.ts'
import type { Fetcher } from './fetcher.ts'
import type { Db } from './journal/open.ts'
import { type Event, tell } from './journal/runs.ts'
import type { Pace } from './pace.ts'
import type { RobotsKeeper } from './robots-keeper.ts'
import type { Source } from './source.ts'

/** A source and how it is read. */
export interface Reading {
  readonly source: Source
  readonly adapter: Adapter
}

/** What every step of one run has at hand. */
export interface Crawl {
  readonly db: Db
  readonly blobs: Blobs
  readonly clock: Clock
  readonly fetcher: Fetcher
  readonly pace: Pace
  readonly robots: RobotsKeeper
  readonly signal: AbortSignal
  readonly run: number
  readonly sources: ReadonlyMap<string, Reading>
  /** What the pages of items said that were read a moment ago, so that none is read twice: by `readKey`. */
  readonly justRead: Map<string, ItemPage>
  /** Something is to be fetched from these hosts: whoever is idle wakes up. */
  readonly wake: (hosts: Iterable<string>) => void
}

export function readingOf(crawl: Crawl, source: string): Reading {
  const reading = crawl.sources.get(source)
  if (!reading) throw new Error(`There is no source ${source} in this run`)
  return reading
}

export function readKey(page: number, item: string): string {
  return `${page} ${item}`
}

export function say(crawl: Crawl, event: Event): void {
  tell(crawl.db, crawl.run, crawl.clock.now(), event)
}
