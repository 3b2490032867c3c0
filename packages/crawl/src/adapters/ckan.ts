import { z } from 'zod'
import {
  type Adapter,
  type Attachment,
  type ItemContext,
  type ItemPage,
  type ListedItem,
  type Listing,
  type Page,
  PageError,
} from '../adapter.ts'
import { addressOf, hostOf, matchAddress, request, withQuery } from '../parsing/addresses.ts'
import { stampedDay } from '../parsing/days.ts'
import { hostsOf, nameOf } from '../parsing/files.ts'
import { htmlOf } from '../parsing/html.ts'
import { isJson, jsonOf, textOrNull } from '../parsing/json.ts'
import { emptyRecord, withTold } from '../parsing/records.ts'
import type { Source } from '../source.ts'

const settings = z.strictObject({
  /** `html` reads the pages that robots.txt allows everywhere; `api` needs a robotsException on most portals. */
  route: z.enum(['html', 'api']).default('html'),
  query: z.string().max(500).default('freedom of information'),
  /** As CKAN filters: organization:amblethorpe-council. */
  filter: z.string().max(500).optional(),
  rows: z.number().int().min(1).max(1000).default(100),
})

/** CKAN portals: a data set is an item, its resources the files. */
export const ckan: Adapter = {
  name: 'ckan',
  about:
    'Data portals made with CKAN: data sets and their files, by pages or by the interface. Start: the address of the portal.',
  version: 1,
  askFirst: null,
  settings,
  start: (source) => {
    const { route, query, filter, rows } = settings.parse(source.read)
    return source.start.map((address) => {
      if (route === 'html')
        return request(withQuery(new URL('/dataset', address).href, { q: query, ...facet(filter) }), 'list')
      const search = { q: query, ...(filter ? { fq: filter } : {}), sort: 'metadata_modified desc', rows, start: 0 }
      return request(withQuery(new URL('/api/3/action/package_search', address).href, search), 'list', 'json')
    })
  },
  list: (page, source) => (isJson(page) ? listOfApi(page, source) : listOfPages(page)),
  item: readDataset,
}

/** `organization:x` is a facet of its own on pages. */
function facet(filter: string | undefined): Readonly<Record<string, string>> {
  const [name, value] = filter?.split(':') ?? []
  return name && value ? { [name]: value.replaceAll('"', '') } : {}
}

function listOfPages(page: Page): Listing {
  const { $, base } = htmlOf(page)
  const found = new Map<string, ListedItem>()
  for (const link of $('li.dataset-item .dataset-heading a, li.dataset-item h2 a, li.dataset-item h3 a').toArray()) {
    const url = addressOf($(link).attr('href'), base)
    const itemKey = url === null ? null : (matchAddress(url, '*/dataset/{key}')?.key ?? null)
    if (url === null || itemKey === null || hostOf(url) !== hostOf(page.finalUrl) || found.has(itemKey)) continue
    const title = plain($(link).text())
    found.set(itemKey, { itemKey, title, position: found.size + 1, request: request(url, 'item'), record: { title } })
  }
  const words = plain($('body').text())
  const total = /\b(\d{1,3}(?:,\d{3}){1,3}|\d{1,7}) (?:datasets?|results?) found\b/i.exec(words)?.[1] ?? null
  if (found.size === 0 && total === null && !/\bno datasets found\b/i.test(words))
    throw new PageError('layout', `${page.url} lists no data sets and does not say that there are none.`)
  const now = Number(new URL(page.url).searchParams.get('page') ?? 1)
  const isLast =
    $('.pagination').length > 0 &&
    $('.pagination a')
      .toArray()
      .every((link) => pageIn($(link).attr('href')) <= now)
  return {
    items: [...found.values()],
    next: found.size > 0 && !isLast ? [request(withQuery(page.url, { page: now + 1 }), 'list')] : [],
    total: total === null ? (found.size === 0 ? 0 : null) : Number(total.replaceAll(',', '')),
  }
}

function pageIn(href: string | undefined): number {
  return Number(URL.parse(href ?? '', 'http://page.invalid')?.searchParams.get('page') ?? 1)
}

const dataset = z.looseObject({
  name: z.string().min(1),
  title: textOrNull,
  notes: textOrNull,
  license_title: textOrNull,
  metadata_created: textOrNull,
  metadata_modified: textOrNull,
  organization: z.looseObject({ title: textOrNull }).nullish(),
  tags: z.array(z.looseObject({ name: z.string() })).nullish(),
  extras: z.array(z.looseObject({ key: z.string(), value: textOrNull })).nullish(),
  resources: z
    .array(
      z.looseObject({
        name: textOrNull,
        description: textOrNull,
        format: textOrNull,
        mimetype: textOrNull,
        url: textOrNull,
        size: z.coerce.number().nullish().catch(null),
        state: textOrNull,
      }),
    )
    .nullish(),
})

const answer = z.looseObject({
  success: z.literal(true),
  result: z.looseObject({ count: z.number().int(), results: z.array(dataset) }),
})
const refusal = z.looseObject({ success: z.literal(false), error: z.looseObject({ message: textOrNull }).nullish() })

function listOfApi(page: Page, source: Source): Listing {
  const fault = refusal.safeParse(jsonOf(page, z.unknown(), 'an answer of CKAN'))
  if (fault.success)
    throw new PageError('error_page', `${page.url} answers: ${fault.data.error?.message ?? 'an error'}`)
  const { result } = jsonOf(page, answer, 'an answer of the search of CKAN')
  const items = result.results.map((each, index) => itemOfApi(each, page, source, index + 1))
  const { searchParams } = new URL(page.url)
  const start = Number(searchParams.get('start') ?? 0)
  const goesOn = items.length > 0 && start + items.length < result.count
  return {
    items,
    next: goesOn ? [request(withQuery(page.url, { start: start + items.length }), 'list', 'json')] : [],
    total: result.count,
  }
}

function itemOfApi(found: z.infer<typeof dataset>, page: Page, source: Source, position: number): ListedItem {
  const hosts = hostsOf(page.finalUrl, source)
  const { name: itemKey, title, notes } = found
  const attachments = (found.resources ?? []).flatMap((each): readonly Attachment[] => {
    const url = each.state === 'deleted' ? null : addressOf(each.url ?? undefined, page.finalUrl)
    if (url === null) return []
    const size = each.size ?? null
    return [{ ...fileAt(url, each.name ?? '', hosts), declaredType: each.mimetype ?? each.format, declaredSize: size }]
  })
  const record = withTold(emptyRecord(source, itemKey, new URL(`/dataset/${itemKey}`, page.url).href), {
    title,
    authority: found.organization?.title ?? null,
    published: stampedDay(found.metadata_created),
    categoryRaw: (found.tags ?? []).map((tag) => tag.name),
    licenceText: found.license_title,
    responseText: notes,
    attachments,
    listPosition: position,
    raw: {
      ...Object.fromEntries(
        (found.extras ?? []).flatMap(({ key, value }) => (value ? [[key, value.slice(0, 2000)]] : [])),
      ),
      ...(found.metadata_modified ? { metadata_modified: found.metadata_modified } : {}),
    },
  })
  const words =
    notes === null
      ? null
      : ({ mediaType: 'text/plain', text: `${title ?? itemKey}\n\n${notes}`, field: 'notes' } as const)
  return { itemKey, title, position, request: null, record, words }
}

function readDataset(page: Page, source: Source, { listed = null }: ItemContext = {}): ItemPage {
  const { $, base } = htmlOf(page)
  const itemKey = listed?.itemKey ?? matchAddress(page.finalUrl, '*/dataset/{key}')?.key ?? page.finalUrl
  const hosts = hostsOf(page.finalUrl, source)
  const attachments = $('li.resource-item')
    .toArray()
    .flatMap((element): readonly Attachment[] => {
      const own = $(element)
      const url = addressOf(own.find('a.resource-url-analytics[href]').first().attr('href'), base)
      const name = plain(own.find('a.heading').first().attr('title') ?? own.find('a.heading').first().text())
      const format = plain(own.find('[data-format]').first().attr('data-format') ?? '')
      return url === null ? [] : [{ ...fileAt(url, name, hosts), declaredType: format || null }]
    })
  const pairs = $('.additional-info tr, table.table-striped tr')
    .toArray()
    .flatMap((row) => {
      const label = plain($(row).children('th').first().text())
      const value = plain($(row).children('td').first().text())
      return label === '' || value === '' ? [] : [[label, value.slice(0, 2000)] as const]
    })
  const raw = Object.fromEntries(pairs.slice(0, 60))
  const title = plain($('article h1, h1.heading, h1').first().text())
  const licence = plain($('.license a, [rel~="dc:rights"]').first().text())
  const organisation = plain($('.organization h1.heading, .organization .heading, .organization h1').first().text())
  const notes = plain($('.notes, .embedded-content').first().text())
  if (title === '' && attachments.length === 0) throw new PageError('layout', `${page.url} is no page of a data set.`)
  const record = withTold(emptyRecord(source, itemKey, page.url), listed?.record, {
    title: title || null,
    authority: organisation || null,
    licenceText: licence || null,
    published: stampedDay(raw.Created ?? null),
    responseText: notes || null,
    attachments,
    listPosition: listed?.position ?? null,
    raw,
  })
  return { record, further: [], words: null }
}

/** What a portal says of the format of a file is often wrong, and files often lie elsewhere. */
function fileAt(url: string, name: string, hosts: readonly string[]): Attachment {
  return {
    url,
    name: (name || nameOf({ url, text: '' })).slice(0, 150),
    declaredType: null,
    declaredSize: null,
    role: 'unknown',
    notFetched: hosts.includes(hostOf(url))
      ? null
      : `It lies on another site, ${hostOf(url)}; name that under attachmentHosts to have it fetched.`,
  }
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
