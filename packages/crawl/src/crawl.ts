import { join } from 'node:path'
import type { Adapter } from './adapter.ts'
import { adapters } from './adapters/index.ts'
import { isLoopback } from './addresses.ts'
import { openBlobs } from './blobs.ts'
import { type Clock, day, wallClock } from './clock.ts'
import type { Lookup } from './connect.ts'
import type { Crawl, Reading } from './crawl-context.ts'
import { CrawlError } from './errors.ts'
import { type Limits, openFetcher, productToken } from './fetcher.ts'
import { itemsToIngest } from './journal/items.ts'
import { type Db, openDb } from './journal/open.ts'
import { beginRun, endRun, paceRow, setPace, setSource } from './journal/runs.ts'
import { Lanes, type Step } from './lanes.ts'
import { folderOf, layOut } from './originals.ts'
import { Pace } from './pace.ts'
import { feedOf, type Report, reportOf } from './report.ts'
import { RobotsKeeper } from './robots-keeper.ts'
import type { Source } from './source.ts'
import type { Contact } from './sources-file.ts'
import { hostOf, namedHere } from './urls.ts'
import { beginVisit, endVisit, tellOfRest } from './walk.ts'

export interface CrawlOptions {
  /** Where the journal and everything that is fetched are kept; made where it is missing. */
  readonly folder: string
  readonly contact: Contact | null
  readonly version: string
  /** Look again at everything that is known, whatever time has passed. */
  readonly recheck?: boolean
  readonly signal?: AbortSignal
  readonly onStep?: (step: Step) => void
  /** What a test brings: a quicker clock, names that lead here, kinds of its own, less patience. */
  readonly clock?: Clock
  readonly lookup?: Lookup
  readonly adapters?: readonly Adapter[]
  readonly limits?: Partial<Limits>
  readonly chance?: () => number
  /** Requests under way in all; the usual is 4. */
  readonly atOnce?: number
}

export interface Crawled {
  readonly run: number
  readonly report: Report
  /** Atom: what is new, changed or gone, of this run and those before. */
  readonly feed: string
  /** The folders, seen from that of the crawl, of items that are new or have changed and that no dataset has: see `markRead`. */
  readonly folders: readonly string[]
  readonly requests: number
  /** Did the signal end it? */
  readonly stopped: boolean
}

/** A run that was killed is taken up again within so long; after that a new one begins. */
const longestRun = day

/**
 * Visits sources: walks through their lists, reads what is new or due, and writes everything down in the journal of the folder. It can
 * be killed at any moment; the next call goes on from there.
 *
 * @throws CrawlError with a sentence: another crawl is at work there, or nobody is named who stands behind it.
 */
export async function crawl(sources: readonly Source[], options: CrawlOptions): Promise<Crawled> {
  const readings = readingsOf(sources, options.adapters ?? adapters)
  refuseNameless(sources, options.contact)
  const db = openDb(options.folder)
  try {
    return await runThrough(db, readings, options)
  } finally {
    db.close()
  }
}

function readingsOf(sources: readonly Source[], known: readonly Adapter[]): readonly Reading[] {
  return sources.map((source) => {
    const adapter = known.find(({ name }) => name === source.adapter)
    if (!adapter) throw new CrawlError(`Source ${source.id} is read as ${source.adapter}, which is no kind of site.`)
    return { source, adapter }
  })
}

function refuseNameless(sources: readonly Source[], contact: Contact | null): void {
  const beyond = sources.find(({ start }) => start.some((each) => !isLoopback(URL.parse(each)?.hostname ?? '')))
  if (contact || !beyond) return
  throw new CrawlError(
    `${beyond.id} is not asked, for nobody says who is asking: write contact: { page: "https://…", email: "name@example.org" } at the top of sources.yaml.`,
  )
}

async function runThrough(db: Db, readings: readonly Reading[], options: CrawlOptions): Promise<Crawled> {
  const clock = options.clock ?? wallClock
  const signal = options.signal ?? new AbortController().signal
  const sources = readings.map(({ source }) => source)
  const run = beginRun(
    db,
    options.version,
    sources.map(({ id }) => id),
    clock.now(),
    longestRun,
  )
  const blobs = await openBlobs(join(options.folder, 'blobs'))
  const allowed = new Set(sources.flatMap((source) => [...namedHere(source, isLoopback)]))
  const fetcher = openFetcher({
    blobs,
    contact: options.contact,
    version: options.version,
    allowed,
    ...(options.lookup ? { lookup: options.lookup } : {}),
    ...(options.limits ? { limits: options.limits } : {}),
  })
  const pace = new Pace({
    clock,
    remembered: (host) => paceRow(db, host),
    onChange: (host, at) => setPace(db, host, at),
    ...(options.chance ? { chance: options.chance } : {}),
    ...(options.atOnce ? { atOnce: options.atOnce } : {}),
  })
  const robots = new RobotsKeeper({
    db,
    clock,
    agent: productToken,
    signal,
    ask: async (url) => {
      const turn = await pace.turn({ host: hostOf(url), delaySeconds: robotsDelay(sources), signal }, async () => {
        const answered = await fetcher.get({ url, kind: 'page', accept: 'text/plain,*/*;q=0.1' }, signal)
        const body = answered.sha256 === null ? null : await blobs.read(answered.sha256)
        return { result: { answered, body }, took: answered.milliseconds, isGood: answered.status < 500 }
      })
      return turn?.result ?? null
    },
  })
  const lanes = new Lanes(db, run.id, readings, {
    clock,
    signal,
    ...(options.onStep ? { onStep: options.onStep } : {}),
  })
  const context: Crawl = {
    db,
    blobs,
    clock,
    fetcher,
    pace,
    robots,
    signal,
    run: run.id,
    sources: new Map(readings.map((reading) => [reading.source.id, reading])),
    justRead: new Map(),
    wake: (hosts) => lanes.wake(hosts),
  }
  try {
    for (const { source } of readings) await beginVisit(context, source, options.recheck === true)
    await lanes.through(context)
    for (const { source } of readings) endVisit(context, source)
    // Items that the lists name no more: their pages alone can say that they are gone.
    await lanes.through(context)
    for (const { source } of readings) tellOfRest(context, source)
    await layOut({
      db,
      blobs,
      originals: join(options.folder, 'originals'),
      withdrawn: join(options.folder, 'withdrawn'),
      sources: new Map(sources.map((each) => [each.id, each])),
    })
    for (const { source } of readings) setSource(db, source.id, { last_run: run.id })
    endRun(db, run.id, signal.aborted ? 'stopped' : 'done', Math.round(clock.now()))
    return {
      run: run.id,
      report: reportOf(db, run.id),
      feed: feedOf(db, clock.now()),
      folders: itemsToIngest(db).map(({ source, key }) => join('originals', folderOf(source, key))),
      requests: lanes.done,
      stopped: signal.aborted,
    }
  } finally {
    await fetcher.close()
  }
}

function robotsDelay(sources: readonly Source[]): number {
  return Math.min(...sources.map(({ pace }) => pace.delaySeconds))
}

/** The dataset has what was laid out. @throws CrawlError where another crawl is at work in the folder. */
export function markRead(folder: string): void {
  const db = openDb(folder)
  try {
    db.run('UPDATE item SET unread = 0 WHERE unread = 2')
  } finally {
    db.close()
  }
}
