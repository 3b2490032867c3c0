import type { Request } from './adapter.ts'
import { day, iso } from './clock.ts'
import { type Crawl, readingOf, say } from './crawl-context.ts'
import { countOf, rereadBy, stalledItems } from './journal/items.ts'
import { type SourceRow, setSource, sourceRow, stopOf } from './journal/runs.ts'
import { addUrl, askAgain, revive, setUrl } from './journal/urls.ts'
import type { Source } from './source.ts'
import { advance } from './take-item.ts'
import { outOfScope } from './urls.ts'

/** Lists are looked at again after a day at first, sooner or later as they turn out to change or not. */
const firstInterval = day
const leastInterval = day
const mostInterval = 90 * day

/** Goes on with the walk through the lists of a source that was broken off, or begins another; takes up what was left lying. */
export async function beginVisit(crawl: Crawl, source: Source, recheck: boolean): Promise<void> {
  const row = sourceRow(crawl.db, source.id)
  const now = crawl.clock.now()
  revive(crawl.db, source.id, now)
  rereadBy(crawl.db, source.id, readingOf(crawl, source.id).adapter.version)
  if (row.visit_state !== 'walking') crawl.db.together(() => startWalk(crawl, source, row, recheck))
  for (;;) {
    const stalled = stalledItems(crawl.db, source.id, 200)
    for (const { key } of stalled) await advance(crawl, source.id, key)
    if (stalled.length < 200 || crawl.signal.aborted) return
  }
}

function startWalk(crawl: Crawl, source: Source, row: SourceRow, recheck: boolean): void {
  const visit = row.visit + 1
  const now = crawl.clock.now()
  setSource(crawl.db, source.id, {
    visit,
    visit_state: 'walking',
    visit_began: now,
    visit_ended: null,
    trouble: null,
    total: null,
  })
  if (recheck) crawl.db.run(`UPDATE url SET fresh_until = NULL WHERE source = ?`, source.id)
  if (recheck)
    crawl.db.run(
      `UPDATE url SET state = 'pending', attempts = 0, not_before = 0 WHERE source = ? AND role = 'item' AND state = 'done'`,
      source.id,
    )
  for (const request of readingOf(crawl, source.id).adapter.start(source)) {
    const role: Request['role'] = request.role
    const refused = outOfScope(request.url, role, source)
    const added = addUrl(crawl.db, { source: source.id, request, foundOn: null, visit, refused })
    if (!added || added.isNew) continue
    setUrl(crawl.db, added.row.id, { visit, depth: 0, barren: 0 })
    askAgain(crawl.db, added.row.id)
  }
}

/** Ends the walk where nothing is left of the lists, and judges what it found. Nothing is ever taken for gone because a list is shorter. */
export function endVisit(crawl: Crawl, source: Source): void {
  crawl.db.together(() => {
    const row = sourceRow(crawl.db, source.id)
    if (row.visit_state === 'walking' && openLists(crawl, source.id) === 0) judge(crawl, source, row)
    else if (row.visit_state === 'walking' && !crawl.signal.aborted)
      setSource(crawl.db, source.id, { next_visit: crawl.clock.now() + day })
  })
}

function openLists(crawl: Crawl, source: string): number {
  return (
    crawl.db.get<{ n: number }>(
      `SELECT count(*) AS n FROM url WHERE source = ? AND role IN ('list', 'sitemap') AND state IN ('pending', 'leased')`,
      source,
    )?.n ?? 0
  )
}

function judge(crawl: Crawl, source: Source, row: SourceRow): void {
  const now = crawl.clock.now()
  const found = countOf(crawl.db, source.id, row.visit)
  const trouble = row.trouble ?? shortOf(row, found)
  if (trouble !== null && row.trouble === null) {
    say(crawl, {
      kind: 'alarm',
      source: source.id,
      item: null,
      title: null,
      url: source.start[0] ?? null,
      words: `${trouble} Nothing was taken for gone.`,
    })
  }
  if (trouble === null || found > 0) lookForMissing(crawl, source.id, row.visit)
  const isComplete = trouble === null
  const hasNews = changesSince(crawl, source.id, row.visit_began ?? now)
  const before = row.interval ?? firstInterval
  const interval = isComplete
    ? Math.min(mostInterval, Math.max(leastInterval, before * (hasNews ? 0.8 : 1.4)))
    : leastInterval
  setSource(crawl.db, source.id, {
    visit_state: isComplete ? 'complete' : 'cut',
    visit_ended: now,
    trouble,
    ...(isComplete ? { found } : {}),
    interval: Math.round(interval),
    next_visit: Math.round(now + interval),
  })
}

/** A list that is shorter than it was, or than it says, is an alarm. */
function shortOf(row: SourceRow, found: number): string | null {
  if (found === 0 && (row.found ?? 0) > 0)
    return `The lists name nothing where they named ${row.found} items: their layout may have changed.`
  if (row.found !== null && found < row.found) return `The lists name ${found} items and named ${row.found} before.`
  if (row.total !== null && found < row.total)
    return `The lists say that there are ${row.total} items, and ${found} were found.`
  return null
}

/** The pages of items that the lists name no more are looked at: they alone can say that they are gone. */
function lookForMissing(crawl: Crawl, source: string, visit: number): void {
  crawl.db.run(
    `UPDATE url SET state = 'pending', attempts = 0, not_before = 0, fresh_until = NULL WHERE state = 'done' AND role = 'item' AND id IN (
       SELECT page FROM item WHERE source = ? AND visit = ? AND status = 'live' AND page IS NOT NULL)`,
    source,
    visit - 1,
  )
}

function changesSince(crawl: Crawl, source: string, time: number): boolean {
  return (
    crawl.db.get(
      'SELECT 1 FROM item WHERE source = ? AND (first_seen >= ? OR changed >= ?) LIMIT 1',
      source,
      time,
      time,
    ) !== undefined
  )
}

/** What is left for the next run, in one sentence. */
export function tellOfRest(crawl: Crawl, source: Source): void {
  const rows = crawl.db.all<{ host: string; n: number; due: number }>(
    `SELECT host, count(*) AS n, min(not_before) AS due FROM url WHERE source = ? AND state IN ('pending', 'leased') GROUP BY host`,
    source.id,
  )
  for (const { host, n, due } of rows) {
    const stop = stopOf(crawl.db, host, crawl.run)
    const why = stop
      ? stop.why
      : due > crawl.clock.now()
        ? `the first is due at ${iso(due).slice(0, 16)}Z`
        : 'the budget of this run is spent'
    const words = `${n} ${n === 1 ? 'address' : 'addresses'} of ${host} ${n === 1 ? 'waits' : 'wait'} for the next run: ${why}.`
    say(crawl, { kind: 'deferred', source: source.id, item: null, title: null, url: null, words })
  }
}
