import type { CheerioAPI } from 'cheerio'
import { type ListedItem, type Listing, type Page, PageError } from '../../adapter.ts'
import { addressOf, request } from '../../parsing/addresses.ts'
import { readDay } from '../../parsing/days.ts'
import { xmlOf } from '../../parsing/xml.ts'
import { isOfHost, keyOfAddress } from './keys.ts'
import type { LogSettings } from './settings.ts'

/** By the first element of the bytes; a feed's address that answers with a web page is none. */
export function isFeedOrSitemap({ bytes }: Page): boolean {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1').replaceAll('\0', '')
  return /<(?:urlset|sitemapindex|rss|feed|rdf:RDF)[\s>]/i.test(head) && !/<html[\s>]/i.test(head)
}

const mostInFile = 50_000

export function readFeedOrSitemap(page: Page, settings: LogSettings): Listing {
  const $ = xmlOf(page)
  const root = $.root().children().first().prop('name')
  if (root === 'sitemapindex') {
    const urls = locations($, 'sitemap', page).slice(0, mostInFile)
    return { items: [], next: urls.map(({ url }) => request(url, 'sitemap', 'xml')), total: null }
  }
  if (root === 'urlset') {
    if (settings.itemUrls.length === 0)
      throw new PageError(
        'layout',
        `${page.url} is a sitemap of the whole site: say under itemUrls which addresses are items.`,
      )
    const found = locations($, 'url', page).slice(0, mostInFile)
    return { items: listed(found, settings), next: [], total: null }
  }
  return { items: listed(entriesIn($, page), settings), next: [], total: null }
}

interface Entry {
  readonly url: string
  readonly title: string | null
  readonly published: string | null
}

/** Addresses on other hosts are nothing that this site may say. */
function locations($: CheerioAPI, element: string, page: Page): readonly Entry[] {
  return $(element)
    .toArray()
    .flatMap((each) => {
      const url = addressOf($(each).children('loc').first().text(), page.finalUrl)
      return url !== null && isOfHost(url, page.finalUrl) ? [{ url, title: null, published: null }] : []
    })
}

function entriesIn($: CheerioAPI, page: Page): readonly Entry[] {
  return $('item, entry')
    .toArray()
    .flatMap((each) => {
      const own = $(each)
      const links = own.children('link').toArray()
      const link = links.find((one) => ($(one).attr('rel') ?? 'alternate') === 'alternate')
      const url = addressOf(
        (link && ($(link).attr('href') ?? $(link).text())) || own.children('guid').text(),
        page.finalUrl,
      )
      if (url === null || !isOfHost(url, page.finalUrl)) return []
      const published = own.children('pubDate, published, dc\\:date, updated').first().text().trim()
      return [
        {
          url,
          title: own.children('title').first().text().replace(/\s+/g, ' ').trim() || null,
          published: published || null,
        },
      ]
    })
}

function listed(entries: readonly Entry[], settings: LogSettings): readonly ListedItem[] {
  const found = new Map<string, ListedItem>()
  for (const { url, title, published } of entries) {
    const itemKey = keyOfAddress(url, settings)
    if (itemKey === null || found.has(itemKey)) continue
    const day = published ? (readDay(published) ?? readDay(withoutTime(published))) : null
    found.set(itemKey, {
      itemKey,
      title,
      position: found.size + 1,
      request: request(url, 'item'),
      record: { ...(title ? { title } : {}), ...(day ? { published: day } : {}) },
    })
  }
  return [...found.values()]
}

/** "Mon, 11 Dec 2023 09:30:00 +0000" */
function withoutTime(stamp: string): string {
  return stamp.replace(/\s\d{2}:\d{2}(?::\d{2})?(?:\s[A-Z+-][\w:]{1,8})?$/, '')
}
