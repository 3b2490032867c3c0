import type { CommandGroup } from '../../command.ts'
import { robots } from './robots.ts'
import { sources } from './sources.ts'

/** In the order of `crawl --help`: as somebody meets them. */
export const crawl: CommandGroup = {
  name: 'crawl',
  about: 'Fetch published replies from the sites of authorities, with manners.',
  commands: [sources, robots],
}
