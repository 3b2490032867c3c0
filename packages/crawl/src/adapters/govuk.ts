import { load } from 'cheerio'
import { z } from 'zod'
import {
  type Adapter,
  type Attachment,
  type ItemPage,
  type ListedItem,
  type Listing,
  type Page,
  PageError,
  type Request,
} from '../adapter.ts'
import { addressOf, hostOf, request, withQuery } from '../parsing/addresses.ts'
import { stampedDay } from '../parsing/days.ts'
import { hostsOf } from '../parsing/files.ts'
import { jsonOf, textOrNull } from '../parsing/json.ts'
import { emptyRecord, withTold } from '../parsing/records.ts'
import type { Source } from '../source.ts'

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'is no month as 2024-01')

const settings = z.strictObject({
  /** What is looked for: the type that GOV.UK gives a page. */
  documentType: z.string().default('foi_release'),
  /** Slugs of organisations; all where none is named. */
  organisations: z.array(z.string()).max(50).default([]),
  query: z.string().max(512).optional(),
  /** Each month is a list of its own, so that a list that moves can lose nothing; first and last month. */
  months: z.strictObject({ from: month, to: month }).optional(),
  count: z.number().int().min(10).max(1500).default(100),
})

/** GOV.UK: the search interface lists releases, the content interface has each with its files. */
export const govuk: Adapter = {
  name: 'govuk',
  about: 'GOV.UK: releases of departments and agencies by its search and content interfaces. Start: https://www.gov.uk',
  version: 1,
  askFirst: null,
  settings,
  start: (source) => source.start.flatMap((address) => searches(new URL('/', address).href, source)),
  list,
  item,
}

/** New and changed items come first, so that a list that moves shows items twice rather than not at all; pages overlap for those that go. */
const overlap = 5

function searches(origin: string, source: Source): readonly Request[] {
  const { documentType, organisations, query, months, count } = settings.parse(source.read)
  const url = new URL('/api/search.json', origin)
  const add = (name: string, value: string | number) => url.searchParams.append(name, String(value))
  add('filter_content_store_document_type', documentType)
  for (const organisation of organisations) add('filter_organisations', organisation)
  if (query) add('q', query)
  add('order', '-public_timestamp')
  add('count', count)
  add('start', 0)
  for (const field of ['link', 'title', 'description', 'public_timestamp', 'organisations']) add('fields', field)
  if (!months) return [request(url.href, 'list', 'json')]
  return monthsBetween(months.from, months.to).map(({ from, to }) =>
    request(withQuery(url.href, { filter_public_timestamp: `from:${from},to:${to}` }), 'list', 'json'),
  )
}

function monthsBetween(from: string, to: string): readonly { readonly from: string; readonly to: string }[] {
  const found: { readonly from: string; readonly to: string }[] = []
  for (let at = new Date(`${from}-01T00:00:00Z`); found.length < 600; ) {
    const next = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
    if (at.toISOString().slice(0, 7) > to) break
    found.push({ from: day(at), to: day(new Date(next.getTime() - 86_400_000)) })
    at = next
  }
  return found
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

const results = z.looseObject({
  total: z.number().int(),
  results: z.array(
    z.looseObject({
      link: z.string().startsWith('/'),
      title: textOrNull,
      public_timestamp: textOrNull,
      organisations: z.array(z.looseObject({ title: textOrNull })).nullish(),
    }),
  ),
})

function list(page: Page): Listing {
  const found = jsonOf(page, results, 'an answer of the search of GOV.UK')
  const items = found.results.map(({ link, title, public_timestamp, organisations }, index): ListedItem => {
    const published = stampedDay(public_timestamp)
    const authority = organisations?.[0]?.title ?? null
    return {
      itemKey: link,
      title,
      position: index + 1,
      request: request(contentOf(link, page.finalUrl), 'item', 'json'),
      record: { ...(title ? { title } : {}), ...(published ? { published } : {}), ...(authority ? { authority } : {}) },
    }
  })
  const query = new URL(page.url).searchParams
  const start = Number(query.get('start') ?? 0)
  const next = start + Math.max(1, found.results.length - overlap)
  const goesOn = items.length > overlap && start + items.length < found.total
  return {
    items,
    next: goesOn ? [request(withQuery(page.url, { start: next }), 'list', 'json')] : [],
    total: found.total,
  }
}

const attachment = z.looseObject({
  attachment_type: z.string(),
  url: z.string(),
  title: textOrNull,
  content_type: textOrNull,
  filename: textOrNull,
  file_size: z.number().nullish().catch(null),
  unique_reference: textOrNull,
})

const organisations = z.array(z.looseObject({ title: textOrNull })).nullish()

const content = z.looseObject({
  base_path: z.string().startsWith('/'),
  document_type: z.string(),
  title: textOrNull,
  description: textOrNull,
  first_published_at: textOrNull,
  public_updated_at: textOrNull,
  withdrawn_notice: z.looseObject({ explanation: textOrNull, withdrawn_at: textOrNull }).nullish(),
  redirects: z.array(z.looseObject({ destination: z.string() })).nullish(),
  links: z.looseObject({ organisations, primary_publishing_organisation: organisations }).nullish(),
  details: z
    .looseObject({
      body: textOrNull,
      explanation: textOrNull,
      attachments: z.array(attachment).nullish(),
    })
    .nullish(),
})

type Content = z.infer<typeof content>

function item(
  page: Page,
  source: Source,
  { listed = null, parts = [] } = {} as Parameters<Adapter['item']>[2] & object,
): ItemPage {
  const first = jsonOf(page, content, 'a page of the content interface of GOV.UK')
  const moved = first.document_type === 'redirect' ? (first.redirects?.[0]?.destination ?? null) : null
  if (moved !== null) {
    const [target, ...rest] = parts
    if (target) return item(target, source, { listed: listed ?? null, parts: rest })
    return {
      record: withTold(
        emptyRecord(source, listed?.itemKey ?? first.base_path, pageOf(first.base_path, page.url)),
        listed?.record,
      ),
      further: moved.startsWith('/') ? [request(contentOf(moved, page.url), 'part', 'json')] : [],
      words: null,
    }
  }
  if (first.document_type === 'gone' || first.document_type === 'redirect')
    throw new PageError(
      'soft_404',
      `${page.url} says that the item is gone. ${first.details?.explanation ?? ''}`.trim(),
    )
  const read = first.details?.attachments ?? []
  const asked = read.flatMap(({ attachment_type: type, url }) =>
    type === 'html' && url.startsWith('/') ? [contentOf(url, page.url)] : [],
  )
  const known = new Set(parts.flatMap(({ url, finalUrl }) => [url, finalUrl]))
  return {
    record: recordOf(first, page, source, listed ?? null),
    further: asked.filter((url) => !known.has(url)).map((url) => request(url, 'part', 'json')),
    words: wordsOf(first, parts),
  }
}

function recordOf(found: Content, page: Page, source: Source, listed: ListedItem | null) {
  const files = (found.details?.attachments ?? []).flatMap((each) => fileOf(each, page, source))
  const authority =
    found.links?.primary_publishing_organisation?.[0]?.title ?? found.links?.organisations?.[0]?.title ?? null
  const references = [...new Set((found.details?.attachments ?? []).flatMap(({ unique_reference: one }) => one ?? []))]
  const { withdrawn_notice: withdrawn } = found
  return {
    ...withTold(
      emptyRecord(source, listed?.itemKey ?? found.base_path, pageOf(found.base_path, page.url)),
      listed?.record,
      {
        title: found.title,
        authority,
        published: stampedDay(found.first_published_at ?? found.public_updated_at),
        reference: references.length === 1 ? (references[0] ?? null) : null,
        statusRaw: withdrawn?.withdrawn_at ? 'withdrawn' : null,
        listPosition: listed?.position ?? null,
        raw: {
          ...(found.description ? { description: found.description } : {}),
          ...(withdrawn?.explanation ? { 'withdrawn because': plainText(withdrawn.explanation) } : {}),
        },
      },
      { attachments: files },
    ),
  }
}

function fileOf(each: z.infer<typeof attachment>, page: Page, source: Source): readonly Attachment[] {
  const url = addressOf(each.url, page.finalUrl)
  if (url === null || each.attachment_type === 'html') return []
  const isOwn = each.attachment_type === 'file' && hostsOf(page.finalUrl, source).includes(hostOf(url))
  return [
    {
      url,
      name: each.filename ?? each.title ?? url.split('/').at(-1) ?? 'file',
      declaredType: each.content_type,
      declaredSize: each.file_size ?? null,
      role: /\b(?:response|reply)\b/i.test(each.title ?? '') ? 'response' : 'unknown',
      notFetched: isOwn ? null : `It lies on another site, ${hostOf(url)}.`,
    },
  ]
}

/** The page's own words, and those of the publications that belong to it, as one page that can be read. */
function wordsOf(found: Content, parts: readonly Page[]): ItemPage['words'] {
  const further = parts.flatMap((part) => {
    const read = content.safeParse(jsonOf(part, content, 'a page of the content interface of GOV.UK'))
    return read.success ? [read.data] : []
  })
  const pieces = [found, ...further].flatMap(({ title, details }) =>
    details?.body ? [`<h1>${escaped(title ?? '')}</h1>\n${details.body}`] : [],
  )
  if (pieces.length === 0) return null
  const text = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escaped(found.title ?? '')}</title></head><body><main>\n${pieces.join('\n')}\n</main></body></html>\n`
  return { mediaType: 'text/html', text, field: 'details.body' }
}

function contentOf(link: string, address: string): string {
  return new URL(`/api/content${link}`, address).href
}

function pageOf(path: string, address: string): string {
  return new URL(path, address).href
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function plainText(html: string): string {
  return load(html, null, false).text().replace(/\s+/g, ' ').trim()
}
