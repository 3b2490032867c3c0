import { type Clock, iso, minute } from './clock.ts'
import { conclude } from './conclude.ts'
import type { Crawl, Reading } from './crawl-context.ts'
import { isWithinHours } from './hours.ts'
import type { Db } from './journal/open.ts'
import { stopHost, stopOf } from './journal/runs.ts'
import { countItems, leaseNext, nextDue, openHosts, type Spent, spentIn } from './journal/urls.ts'
import { isResting, longestStall, visit } from './visit.ts'

/** One address was asked for, or left. */
export interface Step {
  readonly url: string
  readonly source: string
  readonly outcome: string
  readonly done: number
}

/** A lane for each host: one address after the other, until nothing is due there. */
export class Lanes {
  readonly #db: Db
  readonly #run: number
  readonly #readings: readonly Reading[]
  readonly #clock: Clock
  readonly #signal: AbortSignal
  readonly #onStep: ((step: Step) => void) | null
  readonly #open = new Map<string, { readonly work: Promise<void>; wakeUp: () => void }>()
  readonly #hosts: Map<string, Spent>
  readonly #sources: Map<string, Spent>
  readonly #items: Map<string, number>
  readonly #began: number
  #context: Crawl | null = null
  #fault: { readonly error: unknown } | null = null
  done = 0

  constructor(
    db: Db,
    run: number,
    readings: readonly Reading[],
    { clock, signal, onStep }: { clock: Clock; signal: AbortSignal; onStep?: (step: Step) => void },
  ) {
    this.#db = db
    this.#run = run
    this.#readings = readings
    this.#clock = clock
    this.#signal = signal
    this.#onStep = onStep ?? null
    const spent = spentIn(db, run)
    this.#hosts = spent.hosts
    this.#sources = spent.sources
    this.#items = countItems(db, run)
    this.#began = clock.now()
  }

  async through(context: Crawl): Promise<void> {
    this.#context = context
    this.wake(
      openHosts(
        this.#db,
        this.#readings.map(({ source }) => source.id),
      ),
    )
    while (this.#open.size > 0) await Promise.race([...this.#open.values()].map(({ work }) => work))
    if (this.#fault) throw this.#fault.error
  }

  /** Whoever waits for something to do at these hosts looks again. */
  wake(hosts: Iterable<string>): void {
    if (!this.#context || this.#isOver()) return
    for (const host of hosts) {
      const lane = this.#open.get(host)
      if (lane) lane.wakeUp()
      else this.#start(host, this.#context)
    }
  }

  #start(host: string, context: Crawl): void {
    const lane = { work: Promise.resolve(), wakeUp: () => {} }
    this.#open.set(host, lane)
    lane.work = this.#along(host, context, lane)
      .catch((error: unknown) => {
        this.#fault ??= { error }
      })
      .finally(() => this.#open.delete(host))
  }

  async #along(host: string, context: Crawl, lane: { wakeUp: () => void }): Promise<void> {
    // Whoever wakes us does so in the midst of writing; what is written is there a moment later.
    await Promise.resolve()
    while (!this.#isOver() && !stopOf(this.#db, host, this.#run)) {
      if (isResting(context, host)) {
        const until = iso(context.pace.readyAt(host)).slice(0, 16).replace('T', ' ')
        stopHost(this.#db, host, this.#run, 'busy', `it wants to be left alone until ${until} UTC`)
        return
      }
      const active = this.#active(host)
      const row = leaseNext(this.#db, host, active.all, active.items, this.#clock.now())
      if (row) {
        const visited = await visit(context, row)
        this.#count(row.source, host, visited.chain.length, visited.wireBytes, row.role === 'item')
        await conclude(context, row, visited)
        this.done += visited.chain.length
        this.#onStep?.({ url: row.url, source: row.source, outcome: visited.end.kind, done: this.done })
        continue
      }
      const due = nextDue(this.#db, host, active.all, active.items)
      const wait = due === null ? null : due - this.#clock.now()
      if (wait === null || wait > longestStall) return
      const woken = new AbortController()
      lane.wakeUp = () => woken.abort()
      await this.#clock.sleep(wait, AbortSignal.any([this.#signal, woken.signal]))
      lane.wakeUp = () => {}
    }
  }

  /** Sources that may take more, and those that may take further items. */
  #active(host: string): { readonly all: readonly string[]; readonly items: readonly string[] } {
    const now = this.#clock.now()
    const all = this.#readings.filter(({ source: { id, budget, hours } }) => {
      if (!isWithinHours(hours, now) || now - this.#began > budget.minutes * minute) return false
      const spent = [this.#hosts.get(host), this.#sources.get(id)]
      return spent.every(
        (each) => !each || (each.requests < budget.requests && each.bytes < budget.megabytes * 1024 * 1024),
      )
    })
    const items = all.filter(({ source: { id, budget } }) => (this.#items.get(id) ?? 0) < budget.items)
    return { all: all.map(({ source }) => source.id), items: items.map(({ source }) => source.id) }
  }

  #count(source: string, host: string, requests: number, bytes: number, isItem: boolean): void {
    for (const [map, name] of [
      [this.#hosts, host],
      [this.#sources, source],
    ] as const) {
      const before = map.get(name) ?? { requests: 0, bytes: 0 }
      map.set(name, { requests: before.requests + requests, bytes: before.bytes + bytes })
    }
    if (isItem) this.#items.set(source, (this.#items.get(source) ?? 0) + 1)
  }

  #isOver(): boolean {
    return this.#signal.aborted || this.#fault !== null
  }
}
