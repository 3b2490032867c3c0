import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Command, textOption } from '../../command.ts'
import { crawlOptions, folderFrom, sourcesFrom } from '../../crawling.ts'
import { type ExitCode, type Io, oneLine, Stop } from '../../io.ts'

const mostNamed = 20

export const importPages: Command = {
  name: 'import',
  about:
    'Read pages and files of a site that were saved by hand, as a crawl would: for sites that let no program in. Each has a sidecar NAME.source.json that tells its url.',
  arguments: [{ name: '<folder>', about: 'the saved pages and files' }],
  options: [
    { flags: '--source <id>', about: 'the source of the list that they are of; it may be off' },
    ...crawlOptions,
    { flags: '--db <file>', about: 'the dataset that they go into; without, they are only laid out' },
  ],
  examples: [
    ['disclosed crawl import saved --source metropolitan-police --db disclosed.sqlite', 'straight into the dataset'],
  ],
  run: async (io, args, options) => {
    const typed = args[0]?.[0] ?? ''
    const folder = resolve(io.base, typed)
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (!isFolder) throw new Stop(`Cannot import ${typed}: there is no such folder.`)
    const { sources, hasWrong } = await sourcesFrom(io, options)
    const id = textOption(options, 'source')
    const source = id === null && sources.length === 1 ? sources[0] : sources.find((each) => each.id === id)
    if (!source)
      throw new Stop(
        `Name the source that the pages are of with --source; there are: ${sources.map((each) => each.id).join(', ')}.`,
        2,
      )
    const { adapters, importFolder } = await import('@disclosed/crawl')
    const adapter = adapters.find(({ name }) => name === source.adapter)
    if (!adapter) throw new Stop(`Source ${source.id} is read as ${source.adapter}, which is no kind of site.`)
    const originals = join(folderFrom(io, options), 'originals')
    const done = await importFolder(folder, originals, adapter, source)
    for (const sentence of done.troubles) io.err(`${oneLine(sentence)}\n`)
    for (const { name } of done.left.slice(0, mostNamed))
      io.err(`${oneLine(name)} belongs to no item that was read, and was left.\n`)
    if (done.unsaved.length > 0)
      io.err(
        `${done.unsaved.length} pages that the lists name are not among the files, such as ${oneLine(done.unsaved[0] ?? '')}.\n`,
      )
    io.out(`${done.items} items of ${source.id} were read from ${oneLine(typed)}.\n`)
    const db = textOption(options, 'db')
    const ingested = db === null || done.folders.length === 0 ? 0 : await ingestFolders(io, done.folders, db)
    const isWhole = done.troubles.length === 0 && !hasWrong && done.items > 0
    return ingested !== 0 ? ingested : isWhole ? 0 : 1
  },
}

async function ingestFolders(io: Io, folders: readonly string[], db: string): Promise<ExitCode> {
  const { ingestInto } = await import('../../ingesting.ts')
  return ingestInto(io, folders, { db })
}
