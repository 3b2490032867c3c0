import type { SourceStatus } from '@disclosed/crawl'
import { type Command, textOption } from '../../command.ts'
import { crawlOptions, folderFrom, sourcesFrom } from '../../crawling.ts'
import { type Io, oneLine } from '../../io.ts'

export const status: Command = {
  name: 'status',
  about:
    'Say of each source when it was last visited, what was new, changed or gone, what is blocked and why, and when it is visited next.',
  arguments: [],
  options: [
    ...crawlOptions,
    {
      flags: '--format <format>',
      about: 'table for people, json for programs',
      choices: ['table', 'json'],
      default: 'table',
    },
  ],
  examples: [['disclosed crawl status', 'also while a crawl is at work']],
  run: async (io, _args, options) => {
    const { statusOf } = await import('@disclosed/crawl')
    const { sources } = await sourcesFrom(io, options)
    const now = io.crawlClock?.now() ?? Date.now()
    const statuses = statusOf(folderFrom(io, options), sources, now)
    if (textOption(options, 'format') === 'json') io.out(`${JSON.stringify(statuses, null, 2)}\n`)
    else for (const each of statuses) io.out(linesOf(each, io))
    return 0
  },
}

function linesOf(status: SourceStatus, io: Io): string {
  const { source, on, lastVisit, visit, items, gone, missing, waiting, counts, trouble, blocked, nextVisit } = status
  const news = (['new', 'changed', 'gone', 'back', 'alarm', 'blocked', 'failed', 'quarantined', 'skipped'] as const)
    .flatMap((kind) => (counts[kind] ? [`${counts[kind]} ${kind}`] : []))
    .join(', ')
  const held = [
    `${items} items`,
    ...(gone ? [`${gone} gone`] : []),
    ...(missing ? [`${missing} not there when last asked for`] : []),
    ...(waiting ? [`${waiting} addresses wait`] : []),
  ]
  const lines = [
    `  last visit  ${lastVisit === null ? 'never' : `${shown(lastVisit)}, ${visits[visit]}`}`,
    `  holds       ${held.join(', ')}`,
    ...(news === '' ? [] : [`  last run    ${news}`]),
    ...(trouble === null ? [] : [`  trouble     ${oneLine(trouble)}`]),
    ...blocked.map((words) => `  note        ${oneLine(words)}`),
    `  next visit  ${nextVisit === null ? 'none: it is off' : shown(nextVisit)}`,
  ]
  return `${io.style('bold', source)}${on ? '' : ' (off)'}\n${lines.join('\n')}\n`
}

const visits: Readonly<Record<SourceStatus['visit'], string>> = {
  never: 'never begun',
  walking: 'goes on in the next run',
  complete: 'its lists were read to their end',
  cut: 'its lists were not read to their end',
}

function shown(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`
}
