import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fastClock } from '../clock.ts'
import { readSource } from '../sources-file.ts'
import * as faults from './faults.ts'
import { numbered, numberedSite } from './numbered.ts'
import type { RunnerOrder } from './runner.ts'
import { type Logged, type Mounted, openTestServer } from './server.ts'
import { beginning, byKey, homeOf } from './world.ts'

export interface BigOptions {
  readonly hosts: number
  readonly itemsPerHost: number
  /** How often the crawl is killed and begun again, at moments by chance. */
  readonly kills: number
  /** So many times faster than time. */
  readonly times: number
  /** Ask without a pause, of sites that do not fail: for the ceiling of the crawler itself. */
  readonly isHasty?: boolean
}

export interface BigResult {
  readonly expected: number
  /** Items that were brought home with exactly their files. */
  readonly right: number
  /** Items, or files of them, that should not be there. */
  readonly extra: number
  readonly requests: number
  readonly seconds: number
  readonly megabytes: number
  readonly killed: number
  /** The least time between two requests to one host, by the log of the server, in seconds of the clock. */
  readonly leastPause: number
  /** Requests to one host that were under way at once, at most. */
  readonly atOnce: number
  /** Addresses that answered well more than once, beyond the one of each host that each kill may leave unwritten. */
  readonly repeated: number
}

/** The crawl of many hosts that fail now and then, killed at moments by chance. The same result is due each time. */
export async function crawlBig({ hosts, itemsPerHost, kills, times, isHasty = false }: BigOptions): Promise<BigResult> {
  const since = Date.now()
  const clock = fastClock(times, beginning, since)
  const mounted = Array.from({ length: hosts }, (_, at) => mountedSite(at, itemsPerHost, !isHasty))
  const server = await openTestServer(mounted, clock)
  const folder = mkdtempSync(join(tmpdir(), 'disclosed-big-'))
  try {
    const sources = mounted.map(({ site }) => {
      const entry = {
        ...site.source(server.origin(site.name)),
        budget: { requests: 100_000, megabytes: 10_000, minutes: 1_440, items: 100_000 },
      }
      const { source, wrong } = readSource(entry, { adapters: [numbered], readyMade: [] })
      if (!source) throw new Error(wrong.join(' '))
      return isHasty ? { ...source, pace: { ...source.pace, delaySeconds: 0 } } : source
    })
    const order: RunnerOrder = { folder, sources, times, start: beginning, since }
    const { megabytes, killed } = await runToItsEnd(order, kills, () => server.log.length, hosts * itemsPerHost * 1.4)
    const expected = mounted.map(
      ({ site }) => [site.name, site.expected({ day: 0, served: 0 }).toSorted(byKey)] as const,
    )
    let right = 0
    let extra = 0
    for (const [name, items] of expected) {
      const home = new Map(homeOf(folder, name).map((item) => [item.itemKey, JSON.stringify(item)]))
      const same = items.filter((item) => home.get(item.itemKey) === JSON.stringify(item)).length
      right += same
      extra += home.size - same
    }
    return {
      expected: hosts * itemsPerHost,
      right,
      extra,
      requests: server.log.length,
      seconds: (Date.now() - since) / 1000,
      megabytes,
      killed,
      ...pacesIn(server.log, killed * hosts),
    }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each host fails in its own way, at its own places. */
function mountedSite(at: number, items: number, fails: boolean): Mounted {
  const ways = [
    faults.resets,
    faults.answers(503),
    faults.promisesMore,
    faults.tooMany('90'),
    faults.breaksGzip,
    faults.packs,
    faults.answers(500),
  ]
  const broken = Object.fromEntries(
    ways.map((fault, index) => [`/requests/${((at + 3) * 7 + index * 11) % items || 1}`, [fault]] as const),
  )
  const site = numberedSite({ name: `site-${at}`, items, hasEtags: at % 2 === 0 })
  return fails ? { site, faults: broken } : { site }
}

async function runToItsEnd(
  order: RunnerOrder,
  kills: number,
  asked: () => number,
  expectedRequests: number,
): Promise<{ readonly megabytes: number; readonly killed: number }> {
  let killed = 0
  let megabytes = 0
  for (;;) {
    const child = spawn(
      process.execPath,
      ['--no-warnings', fileURLToPath(new URL('./runner.ts', import.meta.url)), JSON.stringify(order)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    // Moments are told in requests, for these are what a kill can lose.
    const moment =
      killed < kills ? asked() + 1 + Math.floor((Math.random() * 2 * expectedRequests) / (kills + 1)) : null
    const ended = await endOf(child, moment, asked)
    if (ended.output !== null) return { megabytes: Math.max(megabytes, ended.output.megabytes), killed }
    if (!ended.wasKilled) throw new Error('The crawl ended badly')
    killed += 1
    megabytes = Math.max(megabytes, ended.megabytes)
  }
}

interface Ended {
  readonly output: { readonly requests: number; readonly megabytes: number } | null
  readonly wasKilled: boolean
  readonly megabytes: number
}

async function endOf(child: ChildProcess, moment: number | null, asked: () => number): Promise<Ended> {
  let text = ''
  let wasKilled = false
  child.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  const timer = setInterval(() => {
    if (moment === null || asked() < moment) return
    wasKilled = child.kill('SIGKILL')
    clearInterval(timer)
  }, 1)
  const { promise, resolve } = Promise.withResolvers<void>()
  child.on('close', () => resolve())
  await promise
  clearInterval(timer)
  return { output: text === '' ? null : (JSON.parse(text) as Ended['output']), wasKilled, megabytes: 0 }
}

function pacesIn(log: readonly Logged[], unwritten: number): Pick<BigResult, 'leastPause' | 'atOnce' | 'repeated'> {
  let leastPause = Number.POSITIVE_INFINITY
  let atOnce = 1
  const last = new Map<string, Logged>()
  const good = new Map<string, number>()
  for (const each of log) {
    const before = last.get(each.site)
    if (before) {
      leastPause = Math.min(leastPause, (each.at - before.at) / 1000)
      if (before.ended === 0 || before.ended > each.at) atOnce = 2
    }
    last.set(each.site, each)
    // A fault that cuts the answer has its status all the same; only whole answers count.
    const key = `${each.site}${each.path}`
    if (each.status === 200 && each.path !== '/robots.txt') good.set(key, (good.get(key) ?? 0) + 1)
  }
  const more = [...good.values()].reduce((sum, times) => sum + times - 1, 0)
  return { leastPause, atOnce, repeated: Math.max(0, more - unwritten) }
}
