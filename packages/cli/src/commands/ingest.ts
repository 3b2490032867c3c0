import { type Command, dbOption, type Options, textOption } from '../command.ts'
import { Stop } from '../io.ts'

export const ingest: Command = {
  name: 'ingest',
  about: 'Read every file below the paths into the dataset; what has not changed is skipped.',
  arguments: [{ name: '[paths...]', about: 'files, and folders of any depth' }],
  options: [
    dbOption,
    { flags: '--jobs <number>', about: 'how many files are read beside each other (as many as there are processors)' },
    { flags: '--round <name>', about: 'the round of requests that these letters answer' },
    { flags: '--only <which>', about: 'failed: try again what could not be read', choices: ['failed'] },
    { flags: '--reread', about: 'read again what has not changed' },
  ],
  examples: [
    ['disclosed ingest letters', 'reads a folder into ./disclosed.sqlite'],
    ['disclosed ingest 2023 2024 --db fines.sqlite --round "Parking fines"', 'two folders, a dataset of their own'],
    ['disclosed ingest letters --only failed', 'after you have mended what could not be read'],
  ],
  run: async (io, args, options) => {
    const paths = args[0] ?? []
    if (paths.length === 0)
      throw new Stop('There is nothing to read: name a file or a folder, as in disclosed ingest letters', 2)
    const { ingestInto } = await import('../ingesting.ts')
    return ingestInto(io, paths, {
      db: textOption(options, 'db') ?? 'disclosed.sqlite',
      round: textOption(options, 'round'),
      only: textOption(options, 'only') === 'failed' ? 'failed' : null,
      reread: options.reread === true,
      ...jobsOf(options),
    })
  },
}

function jobsOf(options: Options): { readonly jobs?: number } {
  const typed = textOption(options, 'jobs')
  if (typed === null) return {}
  if (!/^\d{1,3}$/.test(typed) || Number(typed) < 1)
    throw new Stop(`--jobs takes a number from 1 to 999, not ${typed}.`, 2)
  return { jobs: Number(typed) }
}
