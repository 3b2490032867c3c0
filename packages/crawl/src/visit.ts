import { type Meaning, meaningOf } from './answers.ts'
import { minute } from './clock.ts'
import type { Crawl } from './crawl-context.ts'
import { readingOf } from './crawl-context.ts'
import { FetchError } from './errors.ts'
import type { Answered, Ask } from './fetcher.ts'
import { productToken } from './fetcher.ts'
import { stopOf } from './journal/runs.ts'
import type { UrlRow } from './journal/urls.ts'
import { verdictOf } from './robots.ts'
import type { Manners } from './robots-keeper.ts'
import type { RobotsException, Source } from './source.ts'
import { hostOf, outOfScope } from './urls.ts'

/** How it went to ask for one address, all its redirects followed. */
export interface Visited {
  readonly end: End
  /** The address that answered last. */
  readonly finalUrl: string
  readonly chain: readonly Hop[]
  /** The last answer; null where none came. */
  readonly answered: Answered | null
  /** Which rule of robots.txt touched it. */
  readonly robots: string | null
  /** Milliseconds of the crawl's clock that were waited for a turn. */
  readonly waited: number
  readonly wireBytes: number
}

export type End =
  | Exclude<Meaning, { readonly kind: 'redirect' }>
  /** No whole answer came. */
  | { readonly kind: 'trouble'; readonly trouble: FetchError }
  | { readonly kind: 'forbidden'; readonly why: string }
  | { readonly kind: 'out_of_scope'; readonly why: string }
  /** Nothing is asked of the host in this run any more. */
  | { readonly kind: 'host_stopped' }
  | { readonly kind: 'no_robots'; readonly why: string }
  | { readonly kind: 'too_slow'; readonly why: string }
  | { readonly kind: 'stopped' }
  /** It said how long it holds, and that is not over: nothing was asked. */
  | { readonly kind: 'fresh' }

export interface Hop {
  readonly url: string
  readonly status: number | null
}

/** A run waits so long for a host that wants to be left alone. */
export const longestStall = 15 * minute
const mostHops = 10
/** A site that wants more than this between two requests would take months to read. */
const longestDelay = 300

/** Asks for an address: each hop goes through the scope of its source, robots.txt, the pace of its host, and the address rule. */
export async function visit(crawl: Crawl, row: UrlRow): Promise<Visited> {
  const { source } = readingOf(crawl, row.source)
  const chain: Hop[] = []
  let robots: string | null = null
  let waited = 0
  let wireBytes = 0
  let url = row.url
  const ended = (end: End, answered: Answered | null = null): Visited => ({
    end,
    finalUrl: url,
    chain,
    answered,
    robots,
    waited,
    wireBytes,
  })
  if (isFresh(crawl, row)) return ended({ kind: 'fresh' })
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const outside = outOfScope(url, row.role, source)
    if (outside !== null) return ended({ kind: 'out_of_scope', why: outside })
    const host = hostOf(url)
    if (stopOf(crawl.db, host, crawl.run) || isResting(crawl, host)) return ended({ kind: 'host_stopped' })
    const permission = await permissionFor(crawl, url, source)
    if (permission.kind !== 'granted') return ended(permission)
    robots = permission.rule
    try {
      const turn = await crawl.pace.turn({ host, delaySeconds: permission.delay, signal: crawl.signal }, async () => {
        const answered = await crawl.fetcher.get(askOf(row, url, crawl), crawl.signal)
        const meaning = meaningOf(answered, url, crawl.clock.now())
        const isGood = ['good', 'not_modified', 'redirect', 'absent'].includes(meaning.kind)
        return { result: { answered, meaning }, took: answered.milliseconds, isGood }
      })
      if (turn === null) return ended({ kind: 'stopped' })
      const { answered, meaning } = turn.result
      waited += turn.waited
      wireBytes += answered.wireBytes
      chain.push({ url, status: answered.status })
      if (meaning.kind !== 'redirect') return ended(meaning, answered)
      if (chain.some((each) => each.url === meaning.to))
        return ended({ kind: 'failed', why: 'it leads round in a circle' })
      url = meaning.to
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      if (error.code === 'stopped') return ended({ kind: 'stopped' })
      chain.push({ url, status: null })
      return ended({ kind: 'trouble', trouble: error })
    }
  }
  return ended({ kind: 'failed', why: `it leads on and on, more than ${mostHops} times` })
}

/** Does the host want to be left alone for longer than a run waits? */
export function isResting({ clock, pace }: Crawl, host: string): boolean {
  return pace.readyAt(host) - clock.now() > longestStall
}

function isFresh({ blobs, clock }: Crawl, row: UrlRow): boolean {
  const isKept = row.sha256 !== null && row.status !== null && blobs.has(row.sha256)
  return isKept && row.fresh_until !== null && row.fresh_until > clock.now() && row.missing_since === null
}

type Permission =
  | { readonly kind: 'granted'; readonly delay: number; readonly rule: string | null }
  | Extract<End, { readonly kind: 'forbidden' | 'no_robots' | 'too_slow' | 'stopped' }>

async function permissionFor(crawl: Crawl, url: string, source: Source): Promise<Permission> {
  const manners: Manners = await crawl.robots.of(url)
  if (crawl.signal.aborted) return { kind: 'stopped' }
  if (manners.kind === 'unreachable') return { kind: 'no_robots', why: manners.why }
  const asked = manners.delay ?? 0
  if (asked > longestDelay)
    return { kind: 'too_slow', why: `its robots.txt asks for ${asked} seconds between two requests` }
  const delay = Math.max(source.pace.delaySeconds, asked)
  const { allowed, rule } = verdictOf(manners.robots, url, productToken)
  const words = rule ? `${rule.allows ? 'Allow' : 'Disallow'}: ${rule.path}` : null
  if (allowed) return { kind: 'granted', delay, rule: words }
  if (source.robotsException && isCovered(url, source.robotsException))
    return { kind: 'granted', delay, rule: `${words}, and leave of ${source.robotsException.agreedBy}` }
  return { kind: 'forbidden', why: `robots.txt says ${words}` }
}

/** Leave is for the addresses below its path, on the hosts of the source. */
function isCovered(url: string, { pathPrefix }: RobotsException): boolean {
  return new URL(url).pathname.startsWith(pathPrefix)
}

const accepts: Readonly<Record<UrlRow['accept'], string>> = {
  html: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
  json: 'application/json,*/*;q=0.1',
  xml: 'application/xml,text/xml,application/atom+xml,application/rss+xml,*/*;q=0.1',
  any: '*/*',
}

function askOf(row: UrlRow, url: string, { blobs }: Crawl): Ask {
  // Validators belong to the address that sent them, and are worth nothing without what they stand for.
  const isKept = row.sha256 !== null && blobs.has(row.sha256) && url === (row.final_url ?? row.url)
  return {
    url,
    kind: row.role === 'attachment' ? 'file' : row.role === 'sitemap' ? 'sitemap' : 'page',
    accept: accepts[row.accept],
    etag: isKept ? row.etag : null,
    lastModified: isKept ? row.last_modified : null,
  }
}
