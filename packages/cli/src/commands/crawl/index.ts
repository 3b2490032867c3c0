import type { CommandGroup } from '../../command.ts'
import { importPages } from './import.ts'
import { probe } from './probe.ts'
import { robots } from './robots.ts'
import { run } from './run.ts'
import { schedule } from './schedule.ts'
import { sources } from './sources.ts'
import { status } from './status.ts'
import { watch } from './watch.ts'

/** In the order of `crawl --help`: as somebody meets them. */
export const crawl: CommandGroup = {
  name: 'crawl',
  about: 'Fetch published replies from the sites of authorities, with manners.',
  commands: [sources, probe, run, watch, status, schedule, importPages, robots],
}
