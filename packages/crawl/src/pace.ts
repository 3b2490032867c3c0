import PQueue from 'p-queue'
import { getDomain } from 'tldts'
import { type Clock, hour, minute, second } from './clock.ts'

/** What is known of the pace that a host bears. Times are those of the clock, in milliseconds. */
export interface HostPace {
  /** Not before then, by our own pace. */
  readonly nextAt: number
  /** Not before then, because the host said so (429, 503); kept apart, or our pace would hide it. */
  readonly backoffUntil: number
  /** The pace is so many times slower for the rest of the run. */
  readonly slowdown: number
}

export interface PaceOptions {
  readonly clock: Clock
  /** What an earlier run knew of a host. */
  readonly remembered: (host: string) => HostPace | null
  /** Called whenever it changes, so that a run that was killed asks no sooner. */
  readonly onChange: (host: string, pace: HostPace) => void
  /** Between 0 and 1; a test brings its own. */
  readonly chance?: () => number
  /** How many requests may be under way in all. */
  readonly atOnce?: number
}

export interface Turn {
  readonly host: string
  /** Seconds between two requests that the source or the host's robots.txt asks for, whichever is longer. */
  readonly delaySeconds: number
  readonly signal: AbortSignal
}

/** How a request went, as far as the pace is concerned. */
export interface Outcome<Result> {
  readonly result: Result
  /** How long the host took, in real milliseconds. */
  readonly took: number
  /** Was it a page as wanted? Errors come quickly and must not make us quicker. */
  readonly isGood: boolean
}

const longestAnswerDelay = 60 * second
/** A host that takes long gets so many times longer to rest. */
const restPerAnswer = 5
/** Delays are made up to so much longer, so that visits form no pattern; never shorter. */
const jitter = 0.2

/**
 * When a host may be asked: one request at a time, so many seconds apart, and half as many between hosts of one domain. Both clocks of
 * a host are kept: our own pace, and how long it wants to be left alone.
 */
export class Pace {
  readonly #options: PaceOptions
  readonly #lanes = new Map<string, PQueue>()
  readonly #hosts = new Map<string, HostPace>()
  readonly #domains = new Map<string, number>()
  readonly #network: PQueue

  constructor(options: PaceOptions) {
    this.#options = options
    this.#network = new PQueue({ concurrency: options.atOnce ?? 4 })
  }

  /** Runs the request when it is the host's turn, and says how long it waited. Null: it was stopped while waiting. */
  async turn<Result>(
    { host, delaySeconds, signal }: Turn,
    ask: () => Promise<Outcome<Result>>,
  ): Promise<{ readonly result: Result; readonly waited: number } | null> {
    const lane = this.#laneOf(host)
    const began = this.#options.clock.now()
    return await lane.add(async () => {
      while (!signal.aborted) {
        await this.#options.clock.sleep(this.readyAt(host) - this.#options.clock.now(), signal)
        const done = await this.#network.add(async () => {
          // While we waited for one of the places another host of this domain may have been asked.
          if (signal.aborted || this.readyAt(host) > this.#options.clock.now()) return null
          return await this.#askNow(host, delaySeconds, ask, began)
        })
        if (done) return done
      }
      return null
    })
  }

  /** When the host may be asked next. */
  readyAt(host: string): number {
    const { nextAt, backoffUntil } = this.#paceOf(host)
    return Math.max(nextAt, backoffUntil, this.#domains.get(domainOf(host) ?? '') ?? 0)
  }

  /** The host asked to be left alone: until then, and at half the pace for the rest of the run. */
  backOff(host: string, until: number): void {
    const pace = this.#paceOf(host)
    this.#set(host, {
      ...pace,
      backoffUntil: Math.max(pace.backoffUntil, until),
      slowdown: Math.min(16, pace.slowdown * 2),
    })
  }

  async #askNow<Result>(
    host: string,
    delaySeconds: number,
    ask: () => Promise<Outcome<Result>>,
    began: number,
  ): Promise<{ readonly result: Result; readonly waited: number }> {
    const { clock } = this.#options
    const waited = clock.now() - began
    const least = delaySeconds * second * this.#paceOf(host).slowdown
    // Before it is asked: a run that is killed meanwhile must not ask again at once.
    this.#next(host, clock.now(), least)
    const outcome = await ask()
    const rest = Math.min(longestAnswerDelay, outcome.took * restPerAnswer)
    const wanted = outcome.isGood ? Math.max(least, rest) : Math.max(least, rest, 2 * least)
    this.#next(host, clock.now(), wanted * (1 + jitter * (this.#options.chance ?? Math.random)()))
    return { result: outcome.result, waited }
  }

  #next(host: string, now: number, delay: number): void {
    const domain = domainOf(host)
    if (domain !== null) this.#domains.set(domain, Math.max(this.#domains.get(domain) ?? 0, now + delay / 2))
    const pace = this.#paceOf(host)
    this.#set(host, { ...pace, nextAt: Math.max(pace.nextAt, now + delay) })
  }

  #paceOf(host: string): HostPace {
    const known = this.#hosts.get(host) ?? this.#options.remembered(host)
    return known ?? { nextAt: 0, backoffUntil: 0, slowdown: 1 }
  }

  #set(host: string, pace: HostPace): void {
    this.#hosts.set(host, pace)
    this.#options.onChange(host, pace)
  }

  #laneOf(host: string): PQueue {
    const known = this.#lanes.get(host)
    if (known) return known
    const lane = new PQueue({ concurrency: 1 })
    this.#lanes.set(host, lane)
    return lane
  }
}

/** "www.foi.amblethorpe.gov.uk" and "files.amblethorpe.gov.uk" are one domain; addresses and ports of this machine are none. */
function domainOf(host: string): string | null {
  return host.includes(':') ? null : getDomain(host)
}

const longestBackoff = 24 * hour

/**
 * How long a host wants to be left alone, in milliseconds: `Retry-After` in seconds or as a date, a day at most; null where it says
 * nothing that can be read.
 */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  const seconds = /^\s{0,3}(\d{1,12})\s{0,3}$/.exec(header)?.[1]
  const wait = seconds === undefined ? Date.parse(header) - now : Number(seconds) * second
  return Number.isNaN(wait) ? null : Math.min(longestBackoff, Math.max(0, wait))
}

/** How long to wait before the second, third and fourth try of something that failed by chance; null: it has been tried enough. */
export function retryDelay(attempts: number, chance: () => number = Math.random): number | null {
  const delay = [30 * second, 5 * minute, 30 * minute][attempts - 1]
  return delay === undefined ? null : delay * (1 + jitter * chance())
}
