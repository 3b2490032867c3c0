import { type Clock, day, hour, minute } from './clock.ts'
import { FetchError } from './errors.ts'
import type { Answered } from './fetcher.ts'
import type { Db } from './journal/open.ts'
import { type RobotsRow, robotsRow, setRobots } from './journal/runs.ts'
import { crawlDelayFor, type Robots, readRobots } from './robots.ts'

/** What a site's robots.txt asks of us now. */
export type Manners =
  | { readonly kind: 'known'; readonly robots: Robots; readonly delay: number | null }
  /** It could not be had, so that nothing may be fetched. */
  | { readonly kind: 'unreachable'; readonly why: string }

export interface RobotsKeeperOptions {
  readonly db: Db
  readonly clock: Clock
  readonly agent: string
  readonly signal: AbortSignal
  /** One paced request for this address; redirects are answers. The body is given where there is one. */
  readonly ask: (url: string) => Promise<{ readonly answered: Answered; readonly body: Uint8Array | null } | null>
}

const mostRedirects = 5
const longestKept = day
/** Of a site that cannot be reached the last rules are good for so long. */
const longestUnreachable = 30 * day
/** What could not be had is tried again after these waits, and then in the next run. */
const tries = [0.5 * minute, 5 * minute]

/** Fetches robots.txt once a day for each scheme, host and port, and remembers it in the journal. */
export class RobotsKeeper {
  readonly #options: RobotsKeeperOptions
  readonly #underWay = new Map<string, Promise<Manners>>()
  readonly #parsed = new Map<string, { readonly at: number; readonly manners: Manners }>()

  constructor(options: RobotsKeeperOptions) {
    this.#options = options
  }

  /** The rules of the site that this address is of. */
  async of(address: string): Promise<Manners> {
    const origin = new URL(address).origin
    const known = this.#parsed.get(origin)
    if (known && this.#options.clock.now() - known.at < this.#keptFor(known.manners)) return known.manners
    const underWay = this.#underWay.get(origin)
    if (underWay) return await underWay
    const looking = this.#look(origin)
    this.#underWay.set(origin, looking)
    try {
      return await looking
    } finally {
      this.#underWay.delete(origin)
    }
  }

  #keptFor(manners: Manners): number {
    return manners.kind === 'known' ? longestKept : hour
  }

  async #look(origin: string): Promise<Manners> {
    const { db, clock } = this.#options
    const row = robotsRow(db, origin)
    if (row?.robots_at && row.unreachable_since === null && clock.now() - row.robots_at < longestKept)
      return this.#remember(origin, row.robots_at, this.#read(row))
    const fetched = await this.#fetch(origin)
    const now = clock.now()
    if ('row' in fetched) {
      const next: RobotsRow = { ...fetched.row, robots_at: now, unreachable_since: null }
      setRobots(db, origin, next)
      return this.#remember(origin, now, this.#read(next))
    }
    if (this.#options.signal.aborted) return { kind: 'unreachable', why: fetched.why }
    const since = row?.unreachable_since ?? now
    setRobots(db, origin, { robots: null, robots_status: null, robots_at: null, ...row, unreachable_since: since })
    const isUsable = row?.robots_at && now - since < longestUnreachable
    const manners: Manners = isUsable ? this.#read(row) : { kind: 'unreachable', why: fetched.why }
    return this.#remember(origin, now, manners)
  }

  #remember(origin: string, at: number, manners: Manners): Manners {
    // A crawl of very many hosts keeps the rules of some at hand, and those of all in the journal.
    if (this.#parsed.size > 200) this.#parsed.delete(this.#parsed.keys().next().value ?? '')
    this.#parsed.set(origin, { at, manners })
    return manners
  }

  #read({ robots }: RobotsRow): Manners {
    const rules = readRobots(robots ?? new Uint8Array())
    return { kind: 'known', robots: rules, delay: crawlDelayFor(rules, this.#options.agent) }
  }

  async #fetch(
    origin: string,
  ): Promise<{ readonly row: Pick<RobotsRow, 'robots' | 'robots_status'> } | { readonly why: string }> {
    let why = ''
    for (const wait of [0, ...tries]) {
      await this.#options.clock.sleep(wait, this.#options.signal)
      const seen = await this.#once(`${origin}/robots.txt`)
      if ('row' in seen || seen.isFinal) return seen
      why = seen.why
    }
    return { why }
  }

  async #once(
    address: string,
  ): Promise<
    { readonly row: Pick<RobotsRow, 'robots' | 'robots_status'> } | { readonly why: string; readonly isFinal: boolean }
  > {
    let url = address
    try {
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        const got = await this.#options.ask(url)
        if (got === null) return { why: 'it was stopped', isFinal: true }
        const { status, headers } = got.answered
        if (status >= 200 && status < 300) return { row: { robots: got.body, robots_status: status } }
        const to = status >= 300 && status < 400 && headers.location ? URL.parse(headers.location, url) : null
        if (to === null) return told(status)
        url = to.href
      }
      // RFC 9309, 2.3.1.2: after five redirects a crawler may take it that there is none.
      return { row: { robots: null, robots_status: 404 } }
    } catch (error) {
      if (!(error instanceof FetchError)) throw error
      return {
        why: error.message,
        isFinal: error.code === 'address' || error.code === 'tls' || error.code === 'stopped',
      }
    }
  }
}

/** A status that brings no file: those that say that there is none allow everything, all others nothing. */
function told(
  status: number,
): { readonly row: Pick<RobotsRow, 'robots' | 'robots_status'> } | { readonly why: string; readonly isFinal: boolean } {
  // 429 is a refusal for now, as Nutch takes it.
  if (status >= 400 && status < 500 && status !== 429 && status !== 408)
    return { row: { robots: null, robots_status: status } }
  return { why: `it answered ${status}`, isFinal: status < 500 && status !== 429 && status !== 408 }
}
