import { type Command, dbOption, type Options, openedFrom, readingOptions, textOption, toldHow } from '../command.ts'
import { Stop } from '../io.ts'

export const ingest: Command = {
  name: 'ingest',
  about:
    'Read every file below the paths into the dataset, archives and attachments too; what has not changed is skipped.',
  arguments: [{ name: '[paths...]', about: 'files, and folders of any depth' }],
  options: [
    dbOption,
    { flags: '--jobs <number>', about: 'how many files are read beside each other (as many as there are processors)' },
    { flags: '--round <name>', about: 'the round of requests that these letters answer' },
    { flags: '--asked <file>', about: 'who was asked, as CSV: authority, sent, reference, email (any of them)' },
    {
      flags: '--only <which>',
      about: 'failed: try again what could not be read, below the paths or anywhere',
      choices: ['failed'],
    },
    { flags: '--reread', about: 'read again what has not changed' },
    {
      flags: '--forget-gone',
      about: 'take out what was read in files that are gone, even where that is most of them',
    },
    ...readingOptions,
  ],
  examples: [
    ['disclosed ingest letters', 'reads a folder into ./disclosed.sqlite'],
    ['disclosed ingest 2023 2024 --db fines.sqlite --round "Parking fines"', 'two folders, a dataset of their own'],
    ['disclosed ingest letters --asked asked.csv --round "Parking fines"', 'so that silence has its place, too'],
    ['disclosed ingest --only failed', 'after you have mended what could not be read'],
  ],
  run: async (io, args, options) => {
    const typed = args[0] ?? []
    const isRetry = textOption(options, 'only') === 'failed'
    const paths = typed.length === 0 && isRetry ? await failedIn(openedFrom(io, options)) : typed
    const asked = textOption(options, 'asked')
    if (paths.length === 0 && isRetry && asked === null) {
      io.err('There is nothing to try again: every file could be read.\n')
      return 0
    }
    if (paths.length === 0 && asked === null)
      throw new Stop('There is nothing to read: name a file or a folder, as in disclosed ingest letters', 2)
    const { ingestInto } = await import('../ingesting.ts')
    return ingestInto(io, paths, {
      db: textOption(options, 'db') ?? 'disclosed.sqlite',
      round: textOption(options, 'round'),
      asked,
      only: isRetry ? 'failed' : null,
      reread: options.reread === true,
      forgetGone: options.forgetGone === true,
      ...toldHow(options),
      ...jobsOf(options),
    })
  },
}

/** The files that could not be read, as they were named then. */
async function failedIn(db: string): Promise<readonly string[]> {
  const { openStore } = await import('@disclosed/store')
  const store = openStore(db, { readonly: true })
  try {
    return [...new Set(store.status().failed.map(({ path }) => path))]
  } finally {
    store.close()
  }
}

function jobsOf(options: Options): { readonly jobs?: number } {
  const typed = textOption(options, 'jobs')
  if (typed === null) return {}
  if (!/^\d{1,3}$/.test(typed) || Number(typed) < 1)
    throw new Stop(`--jobs takes a number from 1 to 999, not ${typed}.`, 2)
  return { jobs: Number(typed) }
}
