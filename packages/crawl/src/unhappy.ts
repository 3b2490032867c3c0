import { PageError } from './adapter.ts'
import { day, minute } from './clock.ts'
import { type Crawl, say } from './crawl-context.ts'
import { itemsOf, setItem } from './journal/items.ts'
import { countFailure, type HostStop, stopHost } from './journal/runs.ts'
import { setUrl, type UrlRow } from './journal/urls.ts'
import { retryDelay } from './pace.ts'
import { quarantine } from './quarantine.ts'
import { cut } from './take-list.ts'
import { hostOf } from './urls.ts'
import { type End, longestStall, type Visited } from './visit.ts'

/** Items are looked at again after so long. */
export const itemsAgain = 90 * day
/** It has to be missing twice, so far apart, before it is gone. */
const goneAfter = 7 * day
/** So many errors in a row, and the host is left alone until the next run. */
const mostFailures = 5
/** So many files that we may not have, one after the other, and the rest is not asked for. */
const mostRefusedFiles = 3

/** A waiting page may be followed by what was waited for; anything else is put aside. */
export function putAside(crawl: Crawl, row: UrlRow, wrong: PageError | string, finalUrl: string): void {
  const isWaiting =
    wrong instanceof PageError ? wrong.code === 'waiting' : row.role === 'attachment' && /\bwait\b/i.test(finalUrl)
  if (isWaiting && tryLater(crawl, row, 'a page came that says to wait')) return
  quarantine(crawl, row, wrong)
  if (row.role === 'list' || row.role === 'sitemap')
    cut(crawl, row, typeof wrong === 'string' ? wrong : wrong.message.replace(/\.$/, ''))
}

export function absent(crawl: Crawl, row: UrlRow, { answered }: Visited): void {
  countFailure(crawl.db, row.host, false)
  const now = crawl.clock.now()
  const why = `it answered ${answered?.status ?? 404}`
  if (row.role === 'list' || row.role === 'sitemap') {
    // A page beyond the last one is how many lists end.
    setUrl(crawl.db, row.id, { state: 'done', why: 'the list ended before it' })
    if (row.found_on === null) cut(crawl, row, `${why}: the list is not where it was`)
    return
  }
  const isGone = row.missing_since !== null && now - row.missing_since >= goneAfter
  if (!isGone) {
    const since = row.missing_since ?? now
    setUrl(crawl.db, row.id, { state: 'missing', why, missing_since: since, not_before: since + goneAfter })
    return
  }
  setUrl(crawl.db, row.id, { state: 'gone', why })
  for (const item of itemsOf(crawl.db, row.id)) {
    const record = item.record ? (JSON.parse(item.record) as { title: string | null }) : null
    const days = Math.round((now - (row.missing_since ?? now)) / day)
    const event = { source: item.source, item: item.key, title: record?.title ?? null, url: row.url }
    if (row.role !== 'item') {
      say(crawl, {
        ...event,
        kind: 'changed',
        words: `A file of it is gone: ${row.url} has not been there for ${days} days. What was read of it is kept.`,
      })
      continue
    }
    setItem(crawl.db, item.source, item.key, {
      status: 'gone',
      gone_since: row.missing_since,
      unread: item.version > 0 ? 1 : 0,
    })
    say(crawl, {
      ...event,
      kind: 'gone',
      words: `${row.url} has not been there for ${days} days. What was read of it is kept apart, and leaves the dataset.`,
    })
  }
}

export type Unhappy = Exclude<
  End,
  { readonly kind: 'good' | 'not_modified' | 'fresh' | 'absent' | 'stopped' | 'host_stopped' }
>

export function unhappy(crawl: Crawl, row: UrlRow, visited: Visited, end: Unhappy): void {
  const host = hostOf(visited.finalUrl)
  switch (end.kind) {
    case 'busy':
      busy(crawl, row, host, end.until, end.why)
      break
    case 'challenge':
      stopped(crawl, row, host, 'challenge', end.why)
      break
    case 'no_robots':
      stopped(crawl, row, host, 'no_robots', `its robots.txt could not be had: ${end.why}`)
      break
    case 'too_slow':
      stopped(crawl, row, host, 'too_slow', end.why)
      break
    case 'refused':
      refused(crawl, row, host, end.why)
      break
    case 'passing':
      passing(crawl, row, host, end.why)
      break
    case 'trouble':
      if (isPassing(end.trouble.code)) passing(crawl, row, host, end.trouble.message)
      else failed(crawl, row, end.trouble.message)
      break
    case 'wrong':
      putAside(crawl, row, end.why, visited.finalUrl)
      break
    case 'forbidden':
      skipped(crawl, row, 'skipped_robots', end.why)
      break
    case 'out_of_scope':
      skipped(crawl, row, 'skipped_scope', end.why)
      break
    case 'failed':
      failed(crawl, row, end.why)
      break
    default:
      end satisfies never
  }
}

function isPassing(code: string): boolean {
  return ['dns', 'connection', 'timeout', 'slow', 'protocol', 'encoding'].includes(code)
}

/** It wants to be left alone. Where that is long, the host waits for the next run. */
function busy(crawl: Crawl, row: UrlRow, host: string, until: number | null, why: string): void {
  const now = crawl.clock.now()
  const wait = until === null ? (retryDelay(row.attempts + 1) ?? longestStall) : until - now
  crawl.pace.backOff(host, now + wait)
  setUrl(crawl.db, row.id, { state: 'pending', attempts: row.attempts + 1, not_before: Math.ceil(now + wait), why })
  if (wait > longestStall || row.attempts + 1 >= 4) {
    const words = wait > longestStall ? `${why}, for ${Math.round(wait / minute)} minutes` : why
    stopHere(crawl, row, host, 'busy', words)
  }
}

/** Nothing more is asked of the host; the address waits for the next run. */
function stopped(crawl: Crawl, row: UrlRow, host: string, as: HostStop, why: string): void {
  setUrl(crawl.db, row.id, { state: 'pending', why, ...(host === row.host ? {} : { not_before: notNow(crawl) }) })
  stopHere(crawl, row, host, as, why)
}

function stopHere(crawl: Crawl, row: UrlRow, host: string, as: HostStop, why: string): void {
  stopHost(crawl.db, host, crawl.run, as, why)
  const kind = as === 'challenge' || as === 'blocked' ? 'blocked' : as === 'busy' ? 'deferred' : 'failed'
  const advice =
    kind === 'blocked'
      ? ' Nothing more is asked of it in this run. Ask its operator for leave, or save its pages by hand and read those.'
      : ' The rest waits for the next run.'
  say(crawl, {
    kind,
    source: row.source,
    item: null,
    title: null,
    url: row.url,
    words: `${host} was left alone: ${why}.${advice}`,
  })
}

function refused(crawl: Crawl, row: UrlRow, host: string, why: string): void {
  if (row.role !== 'attachment' && row.role !== 'part') {
    stopped(crawl, row, host, 'blocked', why)
    return
  }
  setUrl(crawl.db, row.id, { state: 'blocked', why, not_before: crawl.clock.now() + itemsAgain })
  say(crawl, {
    kind: 'blocked',
    source: row.source,
    item: null,
    title: null,
    url: row.url,
    words: `${row.url} was not fetched: ${why}.`,
  })
  const before = crawl.db.all<{ outcome: string }>(
    'SELECT outcome FROM attempt WHERE run = ? AND host = ? ORDER BY id DESC LIMIT ?',
    crawl.run,
    row.host,
    mostRefusedFiles,
  )
  if (before.length === mostRefusedFiles && before.every(({ outcome }) => outcome === 'refused'))
    stopHere(crawl, row, host, 'blocked', `${why}, ${mostRefusedFiles} times in a row`)
}

function passing(crawl: Crawl, row: UrlRow, host: string, why: string): void {
  const failures = countFailure(crawl.db, host, true)
  if (!tryLater(crawl, row, why)) failed(crawl, row, why)
  if (failures >= mostFailures)
    stopHere(crawl, row, host, 'deferred', `${failures} errors in a row, at last that ${why}`)
}

/** False: it has been tried enough. */
function tryLater(crawl: Crawl, row: UrlRow, why: string): boolean {
  const attempts = row.attempts + 1
  const wait = retryDelay(attempts)
  if (wait === null) return false
  setUrl(crawl.db, row.id, { state: 'pending', attempts, not_before: Math.ceil(crawl.clock.now() + wait), why })
  return true
}

function failed(crawl: Crawl, row: UrlRow, why: string): void {
  setUrl(crawl.db, row.id, { state: 'failed', why, not_before: crawl.clock.now() + day })
  say(crawl, {
    kind: 'failed',
    source: row.source,
    item: null,
    title: null,
    url: row.url,
    words: `${row.url} could not be fetched: ${why}.`,
  })
  if (row.role === 'list' || row.role === 'sitemap') cut(crawl, row, why)
}

function skipped(crawl: Crawl, row: UrlRow, state: 'skipped_robots' | 'skipped_scope', why: string): void {
  setUrl(crawl.db, row.id, { state, why, not_before: crawl.clock.now() + day })
  say(crawl, {
    kind: 'skipped',
    source: row.source,
    item: null,
    title: null,
    url: row.url,
    words: `${row.url} was not fetched: ${why}.`,
  })
  if (row.role === 'list' || row.role === 'sitemap') cut(crawl, row, why)
}

/** A time that this run will not wait for. */
export function notNow({ clock }: Crawl): number {
  return Math.ceil(clock.now() + 2 * longestStall)
}
