import type { Listing, Page } from './adapter.ts'
import { PageError } from './adapter.ts'
import { adapters } from './adapters/index.ts'
import { hostOf } from './parsing/addresses.ts'
import { textOf } from './parsing/decode.ts'
import { isFile, usualDownloads } from './parsing/files.ts'
import { htmlOf } from './parsing/html.ts'
import { linesOf } from './parsing/lines.ts'
import { mainPart, withoutAround } from './parsing/main-part.ts'
import { plainLabel } from './parsing/plain-label.ts'
import { usualLabels } from './parsing/usual-labels.ts'
import type { Source } from './source.ts'
import { readSource } from './sources-file.ts'

/** A configuration that may fit a page, and what it makes of it. A person confirms it in `sources.yaml`. */
export interface Suggestion {
  readonly entry: Readonly<Record<string, unknown>>
  /** What was seen that speaks for it, each a sentence. */
  readonly because: readonly string[]
  readonly source: Source
  /** What it reads on this page; null where the page is no list. */
  readonly listing: Listing | null
}

/**
 * Configurations for a new site, the likeliest first: those of known families whose marks the page bears, then what its links, rows and
 * files look like. Each was tried on the page; what reads nothing on it is not suggested.
 *
 * @throws PageError where the page is no page of a log at all (a login, an error).
 */
export function suggestSources(page: Page): readonly Suggestion[] {
  const found = [...byMarks(page), ...byLooks(page)].flatMap(({ entry, because }) => tried(page, entry, because))
  return found.toSorted((one, other) => weight(other) - weight(one)).slice(0, 3)
}

interface Guess {
  readonly entry: Readonly<Record<string, unknown>>
  readonly because: string
}

/** Signs of software, each with the configuration that reads it. */
const marks: readonly {
  readonly sign: RegExp
  readonly because: string
  readonly entry: Readonly<Record<string, unknown>>
}[] = [
  {
    sign: /"es_cluster"|\/api\/search\.json/,
    because: 'It answers as the search of GOV.UK does.',
    entry: { use: 'govuk' },
  },
  { sign: /\/directory[-_]record\//, because: 'It links to records of a Jadu directory.', entry: { use: 'jadu' } },
  { sign: /id=["']?FoiList\b/, because: 'It has a list called FoiList, as Hastings does.', entry: { use: 'hastings' } },
  {
    sign: /\bclass=["'][^"'<>]{0,80}\bdataset-item\b|"help":[^{}]{0,300}package_search/,
    because: 'It is a portal made with CKAN.',
    entry: { adapter: 'ckan' },
  },
  {
    sign: /\bclass=["'][^"'<>]{0,80}\brequest_listing\b/,
    because: 'It lists requests as Alaveteli does.',
    entry: { adapter: 'alaveteli' },
  },
  {
    sign: /\bmgMeetingTableLnk\b|ieListDocuments\.aspx/i,
    because: 'It lists meetings of ModernGov.',
    entry: { adapter: 'moderngov' },
  },
  {
    sign: /\bcnes_listitem\b/,
    because: 'It lists items as Comhairle nan Eilean Siar does.',
    entry: { use: 'eilean-siar' },
  },
  { sign: /\/foi-ai\//, because: 'It links to pages of the platform of police forces.', entry: { use: 'police' } },
  { sign: /\bpowered by GOSS iCM\b/i, because: 'It says that it is powered by GOSS iCM.', entry: { use: 'goss' } },
]

function byMarks(page: Page): readonly Guess[] {
  const text = textOf(page).slice(0, 2_000_000)
  const isRows = /^\s{0,20}\[\s{0,20}\{/.test(text) && /\/resource\/[a-z0-9]{4}-[a-z0-9]{4}\.json/.test(page.url)
  const rows = isRows ? [{ entry: { adapter: 'socrata' }, because: 'It is a data set of Socrata.' }] : []
  return [...rows, ...marks.filter(({ sign }) => sign.test(text)).map(({ entry, because }) => ({ entry, because }))]
}

const fewest = 3

function byLooks(page: Page): readonly Guess[] {
  const text = textOf(page).slice(0, 2000)
  if (/<(?:rss|feed|urlset|sitemapindex)[\s>]/i.test(text)) return feedGuess(page)
  if (/^\s{0,20}[[{]/.test(text))
    return [{ entry: { adapter: 'disclosure-log' }, because: 'It lists posts as WordPress does.' }]
  const { $, base } = htmlOf(page)
  withoutAround($)
  const lines = linesOf($, mainPart($, null), base)
  const links = lines.flatMap((line) => line.links)
  const files = links.filter(({ url }) => isFile(url, usualDownloads))
  const pages = links.filter(({ url }) => hostOf(url) === hostOf(page.finalUrl) && !isFile(url, usualDownloads))
  const guesses: Guess[] = []
  const label = repeatedLabel(lines.map((line) => line.text))
  if (label !== null)
    guesses.push({
      entry: { adapter: 'disclosure-log', read: { split: { label }, next: 'auto' } },
      because: `The label "${label}" stands on it again and again: many requests on one page.`,
    })
  const shape = commonest(pages.map(({ url }) => shapeOf(url)))
  if (shape !== null)
    guesses.push({
      entry: { adapter: 'disclosure-log', read: { itemUrls: [shape.shape], next: 'auto' } },
      because: `${shape.count} of its links look like ${shape.shape}.`,
    })
  if (files.length >= fewest)
    guesses.push({
      entry: { adapter: 'disclosure-log', read: { documents: true, next: 'auto' } },
      because: `It links to ${files.length} files.`,
    })
  return guesses
}

function feedGuess(page: Page): readonly Guess[] {
  const urls = [...textOf(page).matchAll(/https?:\/\/[^\s<>"']{1,500}/g)].map(([url]) => url)
  const shape = commonest(urls.filter((url) => hostOf(url) === hostOf(page.finalUrl)).map(shapeOf))
  return shape === null
    ? []
    : [
        {
          entry: { adapter: 'disclosure-log', read: { itemUrls: [shape.shape] } },
          because: `It is a feed or sitemap, and ${shape.count} of its addresses look like ${shape.shape}.`,
        },
      ]
}

/** `/foi-responses/free-ports` looks like `/foi-responses/{key}`; of a script the last value of the query is the key. */
function shapeOf(url: string): string {
  const { pathname, searchParams } = new URL(url)
  const [last] = [...searchParams].toReversed()
  if (last && /\d/.test(last[1]))
    return `*${pathname.split('/').at(-1)}?${searchParams.size > 1 ? '*' : ''}${last[0]}={key}`
  const steps = pathname.split('/')
  const at = steps.findLastIndex((step) => step !== '')
  const isNumbered = at > 1 && /^\d{2,}$/.test(steps[at - 1] ?? '')
  const key = isNumbered ? at - 1 : at
  return steps.map((step, index) => (index === key ? '{key}' : index === at && isNumbered ? '*' : step)).join('/')
}

const aboutRequests = /foi|freedom|information|request|disclosure|eir|release|response/i

/** The shape that most links share, those about requests before others. */
function commonest(shapes: readonly string[]): { readonly shape: string; readonly count: number } | null {
  const counts = new Map<string, number>()
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  const weighed = [...counts].filter(([shape, count]) => count >= fewest && shape.includes('{key}'))
  const [best] = weighed.toSorted(
    ([one, many], [other, more]) => Number(aboutRequests.test(other)) - Number(aboutRequests.test(one)) || more - many,
  )
  return best ? { shape: best[0], count: best[1] } : null
}

/** A label of references that begins several lines, as it is printed. */
function repeatedLabel(lines: readonly string[]): string | null {
  const counts = new Map<string, number>()
  const known = new Set((usualLabels.reference ?? []).map(plainLabel))
  for (const line of lines) {
    const label = line.slice(0, 60).split(':')[0] ?? ''
    if (line.includes(':') && known.has(plainLabel(label)))
      counts.set(label.trim(), (counts.get(label.trim()) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one)
  return best && best[1] >= fewest ? best[0] : null
}

function tried(page: Page, guess: Readonly<Record<string, unknown>>, because: string): readonly Suggestion[] {
  const entry = { id: idOf(page.url), ...guess, start: page.url }
  const { source } = readSource(entry)
  const adapter = source && adapters.find(({ name }) => name === source.adapter)
  if (!source || !adapter) return []
  try {
    const listing = adapter.list(page, source)
    return listing.items.length + listing.next.length === 0 ? [] : [{ entry, because: [because], source, listing }]
  } catch (error) {
    if (error instanceof PageError) return []
    throw error
  }
}

/** Known families say more of an item than what links look like; of two guesses the one that finds more. */
function weight({ entry, listing }: Suggestion): number {
  return (listing?.items.length ?? 0) + (entry.use || entry.adapter !== 'disclosure-log' ? 1_000 : 0)
}

/** `www.amblethorpe.gov.uk` is `amblethorpe`. */
function idOf(url: string): string {
  const host = (URL.parse(url)?.hostname ?? '').replace(/^(?:www\d?|democracy|opendata|data|foi)\./, '')
  const name = host.split('.')[0] ?? ''
  return /^[a-z][a-z0-9-]{1,40}$/.test(name) ? name : 'new-site'
}
