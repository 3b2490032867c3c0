import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from './adapter.ts'
import { hostAndPort, isLoopback } from './addresses.ts'
import { meaningOf } from './answers.ts'
import { openBlobs } from './blobs.ts'
import { type Clock, iso, second, wallClock } from './clock.ts'
import type { Lookup } from './connect.ts'
import { CrawlError } from './errors.ts'
import { type Fetcher, openFetcher, productToken } from './fetcher.ts'
import { crawlDelayFor, type Robots, readRobots, verdictOf } from './robots.ts'
import type { Contact } from './sources-file.ts'

export interface FetchPageOptions {
  readonly contact: Contact | null
  readonly version: string
  readonly clock?: Clock
  readonly lookup?: Lookup
  readonly signal?: AbortSignal
}

const mostHops = 5
const leastDelay = 5 * second
/** Whoever wants more between two requests is not asked for a page in passing. */
const longestDelay = 60 * second

/**
 * Fetches one page, to look at: robots.txt of its site first, then the page, with the pause of a crawl between. Nothing is kept.
 *
 * @throws CrawlError with a sentence where robots.txt or the site does not want it, or nothing came
 * @throws FetchError where the connection failed or the address may not be asked
 */
export async function fetchPage(address: string, options: FetchPageOptions): Promise<Page> {
  const { contact, version, clock = wallClock, signal = new AbortController().signal } = options
  const folder = await mkdtemp(join(tmpdir(), 'disclosed-probe-'))
  const blobs = await openBlobs(folder)
  const own = new URL(address)
  const allowed = new Set(isLoopback(own.hostname) ? [hostAndPort(own)] : [])
  const fetcher = openFetcher({
    blobs,
    contact,
    version,
    allowed,
    ...(options.lookup ? { lookup: options.lookup } : {}),
  })
  try {
    let url = address
    for (let hop = 0; hop <= mostHops; hop += 1) {
      const delay = await mannersAt(fetcher, url, signal, clock, (sha256) => blobs.read(sha256))
      await clock.sleep(delay, signal)
      const answered = await fetcher.get({ url, kind: 'page', accept: '*/*' }, signal)
      const meaning = meaningOf(answered, url, clock.now())
      if (meaning.kind === 'good' && answered.sha256 !== null)
        return {
          url: address,
          finalUrl: url,
          status: answered.status,
          mediaType: answered.headers['content-type'] ?? null,
          bytes: await blobs.read(answered.sha256),
          retrieved: iso(clock.now()),
          headers: answered.headers,
        }
      if (meaning.kind !== 'redirect')
        throw new CrawlError(
          `${url} could not be looked at: ${'why' in meaning ? meaning.why : 'there is no such page'}.${advice(meaning.kind)}`,
        )
      url = meaning.to
    }
    throw new CrawlError(`${address} leads from one address to the next, more than ${mostHops} times.`)
  } finally {
    await fetcher.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** No way is looked for around a block. */
function advice(kind: string): string {
  return kind === 'refused' || kind === 'challenge'
    ? ' It is not tried again: ask its operators, or save the pages by hand and use disclosed crawl import.'
    : ''
}

/** How long to wait before the page is asked for. @throws CrawlError where robots.txt forbids it or could not be had. */
async function mannersAt(
  fetcher: Fetcher,
  url: string,
  signal: AbortSignal,
  clock: Clock,
  read: (sha256: string) => Promise<Uint8Array>,
): Promise<number> {
  const robots = await robotsAt(fetcher, new URL('/robots.txt', url).href, signal, clock, read)
  const { allowed, rule } = verdictOf(robots, url, productToken)
  if (!allowed)
    throw new CrawlError(
      `${url} is not looked at: robots.txt forbids it on line ${rule?.line ?? '?'} (${rule?.path.slice(0, 200) ?? ''}).`,
    )
  const asked = (crawlDelayFor(robots, productToken) ?? 0) * second
  if (asked > longestDelay)
    throw new CrawlError(`${url} is not looked at: its robots.txt asks for ${asked / second} seconds between requests.`)
  return Math.max(leastDelay, asked)
}

async function robotsAt(
  fetcher: Fetcher,
  address: string,
  signal: AbortSignal,
  clock: Clock,
  read: (sha256: string) => Promise<Uint8Array>,
): Promise<Robots> {
  let url = address
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const answered = await fetcher.get({ url, kind: 'page', accept: 'text/plain, */*' }, signal)
    const { status, sha256 } = answered
    if (status >= 200 && status < 300) return readRobots(sha256 === null ? new Uint8Array() : await read(sha256))
    if (status >= 400 && status < 500 && status !== 429) return readRobots(new Uint8Array())
    const meaning = meaningOf(answered, url, clock.now())
    if (meaning.kind !== 'redirect')
      throw new CrawlError(
        `${url} could not be had (${status}), and without it nothing is asked of its site. Try another day.`,
      )
    url = meaning.to
  }
  // So many redirects are as good as none, says RFC 9309.
  return readRobots(new Uint8Array())
}
