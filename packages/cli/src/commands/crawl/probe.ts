import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Contact, Page, Suggestion } from '@disclosed/crawl'
import { type Command, type Options, textOption } from '../../command.ts'
import { type Io, oneLine, Stop } from '../../io.ts'
import { version } from '../../version.ts'

const shown = 5

export const probe: Command = {
  name: 'probe',
  about:
    'Look at one list page of a new site, or at one that was saved, suggest an entry for sources.yaml, and show what it would fetch.',
  arguments: [{ name: '<page>', about: 'the web address of a list, or a saved page' }],
  options: [
    { flags: '--url <address>', about: 'where a saved page came from, if nothing beside it or in it tells' },
    {
      flags: '--sources <file>',
      about: 'the list of sources whose contact is told to the site',
      default: 'sources.yaml',
    },
    { flags: '--format <format>', about: 'how to print it', choices: ['yaml', 'json'], default: 'yaml' },
  ],
  examples: [
    ['disclosed crawl probe https://www.amblethorpe.example/foi', 'asks its robots.txt and this one page'],
    [
      'disclosed crawl probe list.html --url https://www.amblethorpe.example/foi',
      'a page that was saved: nothing is asked',
    ],
  ],
  run: async (io, args, options) => {
    const named = args[0]?.[0] ?? ''
    const page = /^https?:\/\//i.test(named) ? await fetched(io, named, options) : await saved(io, named, options)
    const { PageError, suggestSources } = await import('@disclosed/crawl')
    let found: readonly Suggestion[]
    try {
      found = suggestSources(page)
    } catch (error) {
      if (error instanceof PageError) throw new Stop(oneLine(error.message))
      throw error
    }
    if (found.length === 0)
      throw new Stop(
        `${oneLine(named)} shows no list that can be read. Name the page that lists requests, or write an entry yourself: docs/crawl.md says how.`,
      )
    io.out(
      textOption(options, 'format') === 'json'
        ? `${JSON.stringify(found.map(asData), null, 2)}\n`
        : await asYaml(found, page),
    )
    io.err('A suggestion is a guess: look at the first pages that it fetches before it runs by itself.\n')
    return 0
  },
}

async function fetched(io: Io, url: string, options: Options): Promise<Page> {
  const { fetchPage, FetchError } = await import('@disclosed/crawl')
  try {
    const clock = io.crawlClock ? { clock: io.crawlClock } : {}
    return await fetchPage(url, { contact: await contactFrom(io, options), version, signal: io.stopping(), ...clock })
  } catch (error) {
    if (error instanceof FetchError)
      throw new Stop(`${oneLine(url)} could not be looked at: ${oneLine(error.message)}.`)
    throw error
  }
}

/** Without a list there is no contact, and only this machine can be asked. */
async function contactFrom(io: Io, options: Options): Promise<Contact | null> {
  const { readSources } = await import('@disclosed/crawl')
  try {
    return readSources(await readFile(resolve(io.base, textOption(options, 'sources') ?? 'sources.yaml'), 'utf8'))
      .contact
  } catch {
    return null
  }
}

async function saved(io: Io, file: string, options: Options): Promise<Page> {
  const path = resolve(io.base, file)
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw new Stop(
      `Cannot read ${file}: ${code === 'ENOENT' ? 'there is no such file, and it is no web address (https://…)' : String(error)}.`,
    )
  }
  const { savedFrom } = await import('@disclosed/crawl')
  const url = textOption(options, 'url') ?? (await urlBeside(path)) ?? savedFrom(bytes)
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url))
    throw new Stop(
      `Say where ${file} came from, as in --url https://www.amblethorpe.example/foi: its links are seen from there.`,
      2,
    )
  return { url, finalUrl: url, status: 200, mediaType: null, bytes, retrieved: null }
}

async function urlBeside(path: string): Promise<string | null> {
  try {
    const told: unknown = JSON.parse(await readFile(`${path}.source.json`, 'utf8'))
    return typeof told === 'object' && told !== null && 'url' in told && typeof told.url === 'string' ? told.url : null
  } catch {
    return null
  }
}

function asData({ entry, because, listing }: Suggestion) {
  const items = listing?.items ?? []
  return {
    entry,
    because,
    items: items.length,
    total: listing?.total ?? null,
    wouldFetch: [...items.flatMap(({ request }) => request?.url ?? []), ...(listing?.next ?? []).map(({ url }) => url)],
  }
}

/** The likeliest as it can be pasted; what it reads as comments behind it. */
async function asYaml(found: readonly Suggestion[], { url }: Page): Promise<string> {
  const { asEntry } = await import('@disclosed/crawl')
  const [best, ...others] = found
  if (!best) return ''
  const items = best.listing?.items ?? []
  const pages = items.flatMap(({ request }) => request?.url ?? [])
  const files = items.flatMap(({ record }) => record.attachments ?? []).map((each) => each.url)
  const next = (best.listing?.next ?? []).map((each) => each.url)
  const few = (title: string, urls: readonly string[]) =>
    urls.length === 0
      ? []
      : [`# ${title} (${urls.length} on this page):`, ...urls.slice(0, shown).map((each) => `#   ${oneLine(each)}`)]
  const titles = items.slice(0, shown).map(({ itemKey, title }) => `#   ${oneLine(`${itemKey}  ${title ?? ''}`)}`)
  return [
    `# For ${oneLine(url)}. ${best.because.map(oneLine).join(' ')}`,
    asEntry([best.entry]).trimEnd(),
    `# Items on this page: ${items.length}${best.listing?.total === null || best.listing === null ? '' : ` of ${best.listing.total}`}`,
    ...titles,
    ...few('It would fetch these pages of items', pages),
    ...few('It would fetch these files', files),
    ...few('It would go on to these lists', next),
    ...others.map(
      ({ entry, because }) => `# Else: ${oneLine(JSON.stringify(entry))}. ${because.map(oneLine).join(' ')}`,
    ),
    '',
  ].join('\n')
}
