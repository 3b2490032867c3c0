import { fastClock } from '../clock.ts'
import { crawl } from '../crawl.ts'
import type { Source } from '../source.ts'
import { numbered } from './numbered.ts'

/** `node runner.ts '{…}'`: a crawl in a process of its own, which can be killed. Prints the most memory that it held, in MB. */
export interface RunnerOrder {
  readonly folder: string
  readonly sources: readonly Source[]
  readonly times: number
  readonly start: number
  readonly since: number
}

const { folder, sources, times, start, since } = JSON.parse(process.argv[2] ?? '{}') as RunnerOrder
const done = await crawl(sources, {
  folder,
  contact: null,
  version: '0.1.0',
  clock: fastClock(times, start, since),
  adapters: [numbered],
  limits: {
    page: { milliseconds: 5_000, bytes: 2 * 1024 * 1024 },
    file: { milliseconds: 5_000, bytes: 2 * 1024 * 1024 },
    slowAfter: 1_000,
  },
})
process.stdout.write(JSON.stringify({ requests: done.requests, megabytes: process.resourceUsage().maxRSS / 1024 }))
