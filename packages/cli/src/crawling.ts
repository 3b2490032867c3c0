import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Contact, Crawled, Report, Source, SourceReport } from '@disclosed/crawl'
import { type Option, type Options, textOption } from './command.ts'
import { type ExitCode, type Io, oneLine, Stop } from './io.ts'
import { version } from './version.ts'

/** What every command of a crawl takes. */
export const crawlOptions: readonly Option[] = [
  { flags: '--sources <file>', about: 'the list of sources', default: 'sources.yaml' },
  {
    flags: '--folder <folder>',
    about: 'where the journal, the originals and all that is fetched are kept',
    default: 'crawl',
  },
]

/** What a command that fetches takes beside. */
export const fetchingOptions: readonly Option[] = [
  ...crawlOptions,
  { flags: '--db <file>', about: 'the dataset that new and changed documents go into; without, they are only kept' },
  { flags: '--feed <file>', about: 'writes what is new, changed or gone as an Atom feed' },
]

export interface SourcesRead {
  readonly contact: Contact | null
  readonly sources: readonly Source[]
  /** Was anything wrong in the list? It has been told. */
  readonly hasWrong: boolean
}

/** Reads the list of sources, and tells what is wrong in it. @throws Stop where it cannot be read or nothing in it can be used. */
export async function sourcesFrom(io: Io, options: Options): Promise<SourcesRead> {
  const { readSources } = await import('@disclosed/crawl')
  const file = textOption(options, 'sources') ?? 'sources.yaml'
  let text: string
  try {
    text = await readFile(resolve(io.base, file), 'utf8')
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const why = isMissing
      ? 'there is no such file. Write one (disclosed crawl probe helps), or name it with --sources'
      : String(error)
    throw new Stop(`Cannot read ${file}: ${why}.`)
  }
  const { contact, sources, wrong } = readSources(text)
  for (const sentence of wrong) io.err(`${oneLine(sentence)}\n`)
  if (sources.length === 0) throw new Stop(`${file} lists no source that can be used.`)
  return { contact, sources, hasWrong: wrong.length > 0 }
}

/** Those that were named, or all that are on. @throws Stop for a name that is not in the list. */
export function chosen(sources: readonly Source[], named: readonly string[]): readonly Source[] {
  if (named.length === 0) return sources.filter(({ on }) => on)
  return named.map((name) => {
    const source = sources.find(({ id }) => id === name)
    if (!source) throw new Stop(`There is no source ${name}; there are: ${sources.map(({ id }) => id).join(', ')}.`, 2)
    if (!source.on)
      throw new Stop(
        `Source ${name} is off. Write on: true in its entry once its operators have been asked where they must be.`,
      )
    return source
  })
}

export function folderFrom(io: Io, options: Options): string {
  return resolve(io.base, textOption(options, 'folder') ?? 'crawl')
}

/** One run over these sources: fetches, puts what is new into the dataset where one is named, and writes the feed. */
export async function runOnce(
  io: Io,
  sources: readonly Source[],
  contact: Contact | null,
  options: Options,
  signal: AbortSignal,
): Promise<{ readonly crawled: Crawled; readonly exitCode: ExitCode }> {
  const { crawl, markRead } = await import('@disclosed/crawl')
  const folder = folderFrom(io, options)
  const counter = counterLine(io)
  const crawled = await crawl(sources, {
    folder,
    contact,
    version,
    signal,
    recheck: options.recheck === true,
    onStep: counter.show,
    ...(io.crawlClock ? { clock: io.crawlClock } : {}),
  }).finally(counter.end)
  const feed = textOption(options, 'feed')
  if (feed !== null) await writeWhole(resolve(io.base, feed), crawled.feed)
  for (const each of crawled.report.sources) io.err(`${await summaryLine(each)}\n`)
  const db = textOption(options, 'db')
  if (crawled.stopped) {
    io.err('Stopped. What was fetched is kept, and the next run goes on from here.\n')
    return { crawled, exitCode: 130 }
  }
  const ingested =
    db === null || crawled.folders.length === 0
      ? 0
      : await ingestFolders(io, crawled, textOption(options, 'folder') ?? 'crawl', db)
  if (db !== null && ingested !== 130) markRead(folder)
  return { crawled, exitCode: ingested !== 0 ? ingested : hasFailed(crawled.report) ? 1 : 0 }
}

/** More folders than this are read as one: all originals, of which those that have not changed are skipped. */
const mostFolders = 500

async function ingestFolders(io: Io, { folders }: Crawled, folder: string, db: string): Promise<ExitCode> {
  await mkdir(dirname(resolve(io.base, db)), { recursive: true })
  const paths = folders.length > mostFolders ? [join(folder, 'originals')] : folders.map((each) => join(folder, each))
  const { ingestInto } = await import('./ingesting.ts')
  return ingestInto(io, paths, { db, forgetGone: true })
}

function hasFailed({ sources }: Report): boolean {
  return sources.some(({ counts }) => counts.alarm + counts.blocked + counts.failed + counts.quarantined > 0)
}

async function summaryLine({ source, counts, nextVisit, news }: SourceReport): Promise<string> {
  const { summary } = await import('@disclosed/crawl')
  const next = nextVisit === null ? '' : ` Next visit from ${nextVisit.slice(0, 16).replace('T', ' ')} UTC.`
  const urgent = news.filter(({ kind }) => kind === 'alarm' || kind === 'blocked' || kind === 'failed')
  const named = urgent.slice(0, 10).map(({ words }) => `\n  ${oneLine(words)}`)
  const more =
    urgent.length > named.length ? `\n  and ${urgent.length - named.length} more: the report names them all` : ''
  return `${source}: ${summary(counts)}${next}${named.join('')}${more}`
}

/** A file is whole or as it was before. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.tmp`, text)
  await rename(`${path}.tmp`, path)
}

interface Counter {
  readonly show: (step: { readonly done: number; readonly url: string }) => void
  readonly end: () => void
}

const clear = '\r\u001b[2K'

/** How many requests there were: one line that changes on a terminal, a line for every hundred elsewhere. */
function counterLine(io: Io): Counter {
  let told = 0
  return {
    show: ({ done, url }) => {
      if (io.errIsTerminal)
        io.err(`${clear}${oneLine(`${done} requests  ${url}`).slice(0, Math.max(20, Math.min(io.width, 120) - 1))}`)
      else if (done >= told + 100) {
        told = done
        io.err(`${done} requests\n`)
      }
    },
    end: () => {
      if (io.errIsTerminal) io.err(clear)
    },
  }
}
