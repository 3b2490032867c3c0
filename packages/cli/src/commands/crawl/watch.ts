import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Source } from '@disclosed/crawl'
import { type Command, textOption } from '../../command.ts'
import { chosen, fetchingOptions, folderFrom, runOnce, sourcesFrom } from '../../crawling.ts'
import { Stop } from '../../io.ts'

/** The list of sources is looked at again at least so often, in milliseconds. */
const longestWait = 3_600_000

export const watch: Command = {
  name: 'watch',
  about:
    'Stay, and visit each source when it is due: by its schedule, else as often as its lists prove to change (a day to 90 days). Ctrl-C or SIGTERM ends it after the request that is under way.',
  arguments: [{ name: '[sources...]', about: 'the ids of sources; all that are on where none is named' }],
  options: [
    ...fetchingOptions,
    { flags: '--reports <folder>', about: 'writes the report of each run there, as Markdown and JSON' },
  ],
  examples: [['disclosed crawl watch --db disclosed.sqlite --feed feed.xml', 'one process that keeps a dataset fresh']],
  run: async (io, args, options) => {
    const { nextVisit, renderMarkdown, sourceRows, wallClock } = await import('@disclosed/crawl')
    const clock = io.crawlClock ?? wallClock
    const signal = io.stopping()
    while (!signal.aborted) {
      // The list may be edited while we stay.
      const { contact, sources } = await sourcesFrom(io, options)
      const wanted = chosen(sources, args[0] ?? [])
      if (wanted.length === 0) throw new Stop('Every source in the list is off, so there is nothing to watch.')
      const rows = sourceRows(folderFrom(io, options))
      const at = (source: Source) => nextVisit(source, rows.get(source.id) ?? null, clock.now())
      const due = wanted.filter((source) => at(source) <= clock.now())
      if (due.length > 0) {
        const { crawled, exitCode } = await runOnce(io, due, contact, options, signal)
        const folder = textOption(options, 'reports')
        if (folder !== null) {
          const place = resolve(io.base, folder)
          await mkdir(place, { recursive: true })
          await writeFile(join(place, `${crawled.run}.md`), renderMarkdown(crawled.report))
          await writeFile(join(place, `${crawled.run}.json`), `${JSON.stringify(crawled.report, null, 2)}\n`)
        }
        if (exitCode === 130) break
        // What is due still was put off by its host or its hours: that takes its time.
        await clock.sleep(60_000, signal)
        continue
      }
      const next = Math.min(...wanted.map(at))
      io.err(`Next visit: ${new Date(next).toISOString().slice(0, 16).replace('T', ' ')} UTC.\n`)
      await clock.sleep(Math.min(longestWait, next - clock.now()), signal)
    }
    return 0
  },
}
