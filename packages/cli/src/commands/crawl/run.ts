import { type Command, textOption } from '../../command.ts'
import { chosen, fetchingOptions, folderFrom, runOnce, sourcesFrom } from '../../crawling.ts'
import { Stop } from '../../io.ts'

export const run: Command = {
  name: 'run',
  about:
    'Visit the sources that are due and fetch what is new: by their own schedule where they have one, else now. A source that is named is visited now.',
  arguments: [{ name: '[sources...]', about: 'the ids of sources; all that are on where none is named' }],
  options: [
    ...fetchingOptions,
    {
      flags: '--format <format>',
      about: 'how the report of what is new is printed',
      choices: ['md', 'json'],
      default: 'md',
    },
    { flags: '--recheck', about: 'ask for every page of an item again, whatever time has passed' },
  ],
  examples: [
    ['disclosed crawl run', 'visits what sources.yaml lists, and prints what is new'],
    ['disclosed crawl run hastings --db disclosed.sqlite', 'one source, straight into the dataset'],
    ['disclosed crawl run --format json --feed public/feed.xml', 'for programs, and a feed for readers'],
  ],
  run: async (io, args, options) => {
    const { nextVisit, opensAt, renderMarkdown, sourceRows } = await import('@disclosed/crawl')
    const { contact, sources, hasWrong } = await sourcesFrom(io, options)
    const named = args[0] ?? []
    const wanted = chosen(sources, named)
    if (wanted.length === 0) throw new Stop('Every source in the list is off, so nothing was visited.')
    const now = io.crawlClock?.now() ?? Date.now()
    const rows = sourceRows(folderFrom(io, options))
    const due = wanted.filter((source) => {
      const isNow = named.length > 0 || source.pace.schedule === null || rows.get(source.id)?.visit_state === 'walking'
      const next = isNow ? opensAt(source.hours, now) : nextVisit(source, rows.get(source.id) ?? null, now)
      if (next <= now) return true
      io.err(`${source.id} is visited next on ${new Date(next).toISOString().slice(0, 16).replace('T', ' ')} UTC.\n`)
      return false
    })
    if (due.length === 0) return hasWrong ? 1 : 0
    const { crawled, exitCode } = await runOnce(io, due, contact, options, io.stopping())
    const isJson = textOption(options, 'format') === 'json'
    io.out(isJson ? `${JSON.stringify(crawled.report, null, 2)}\n` : renderMarkdown(crawled.report))
    return exitCode === 0 && hasWrong ? 1 : exitCode
  },
}
