import type { ListedItem, Listing, Page, Request } from '../../adapter.ts'
import { addressOf, matchAddress, request } from '../../parsing/addresses.ts'
import { type Html, htmlOf } from '../../parsing/html.ts'
import { isJson } from '../../parsing/json.ts'
import { linesOf } from '../../parsing/lines.ts'
import { mainPart, withoutAround } from '../../parsing/main-part.ts'
import type { Source } from '../../source.ts'
import { documentsOn } from './documents.ts'
import { isFeedOrSitemap, readFeedOrSitemap } from './feeds.ts'
import { isOfHost, keyOfAddress } from './keys.ts'
import { nextPages } from './paging.ts'
import { rowsOn } from './rows.ts'
import type { LogSettings } from './settings.ts'
import { splitPage } from './split.ts'
import { readPosts } from './wordpress.ts'

/** A list of any of the kinds that logs have: a page of links, a table, a page of many requests, a page of files, a sitemap, a feed. */
export function readList(page: Page, source: Source): Listing {
  const settings = source.read as LogSettings
  if (isFeedOrSitemap(page)) return readFeedOrSitemap(page, settings)
  if (isJson(page)) return readPosts(page, settings)
  const html = htmlOf(page)
  const next = nextPages(html, page, settings)
  const total = totalOn(html, settings)
  // Pages of other lists may stand in menus at the side, so they are looked for before those go.
  const lists = furtherLists(html, page, settings)
  withoutAround(html.$, settings.without)
  const items = itemsOn(html, page, source, settings)
  return {
    items,
    next: distinct([...lists, ...(items.length > 0 ? next : [])], page.url),
    total,
  }
}

function itemsOn(html: Html, page: Page, source: Source, settings: LogSettings): readonly ListedItem[] {
  if (settings.split) return splitPage(html, page, source, settings, settings.split)
  if (settings.documents) return documentsOn(html, page, source, settings)
  if (settings.rows) return rowsOn(html, page, source, settings, settings.rows)
  return linksOn(html, page, settings)
}

/** Links by selector, or by the shape of their address anywhere in the main part of the page. */
function linksOn({ $, base }: Html, page: Page, settings: LogSettings): readonly ListedItem[] {
  const { items, itemUrls, titleFrom } = settings
  const main = mainPart($, settings.main ?? null)
  const links = items ? $(items) : itemUrls.length > 0 ? $(main ?? 'body').find('a[href]') : $([])
  const found = new Map<string, ListedItem>()
  for (const link of links.toArray()) {
    const anchor = $(link).is('a') ? $(link) : $(link).find('a[href]').first()
    const url = addressOf(anchor.attr('href'), base)
    const itemKey = url === null || !isOfHost(url, page.finalUrl) ? null : keyOfAddress(url, settings)
    if (url === null || itemKey === null || found.has(itemKey)) continue
    const title = plain((titleFrom ? anchor.attr(titleFrom) : undefined) ?? anchor.text())
    found.set(itemKey, {
      itemKey,
      title: title || null,
      position: found.size + 1,
      request: request(url, 'item'),
      record: title ? { title } : {},
    })
  }
  return [...found.values()]
}

function furtherLists({ $, base }: Html, page: Page, { lists, listUrls }: LogSettings): readonly Request[] {
  const bySelector = lists ? $(lists).toArray() : []
  const byAddress = listUrls.length > 0 ? $('a[href]').toArray() : []
  const addresses = [...bySelector, ...byAddress].flatMap((element, index) => {
    const anchor = $(element).is('a') ? $(element) : $(element).find('a[href]').first()
    const url = addressOf(anchor.attr('href'), base)
    if (url === null || !isOfHost(url, page.finalUrl)) return []
    return index < bySelector.length || listUrls.some((pattern) => matchAddress(url, pattern)) ? [url] : []
  })
  return addresses.map((url) => request(url, 'list'))
}

/** "Showing 1 - 9 of 56"; 0 where the list says that it is empty, null where it says nothing. */
function totalOn({ $, base }: Html, { emptySays }: LogSettings): number | null {
  const words = linesOf($, $('body').get(0), base)
    .map(({ text }) => text)
    .join(' \n')
  const found =
    /\b(?:showing|displaying|results?|records?|items?)\s[^.]{0,40}?\bof\s{1,3}(\d{1,3}(?:,\d{3}){1,3}|\d{1,7})\b/i.exec(
      words,
    )?.[1]
  if (found !== undefined) return Number(found.replaceAll(',', ''))
  const lower = words.toLowerCase()
  const says = [
    ...emptySays,
    'no results found',
    'no records found',
    'there are no results',
    'no items found',
    '0 results',
  ]
  return says.some((each) => lower.includes(each.toLowerCase())) ? 0 : null
}

function distinct(requests: readonly Request[], own: string): readonly Request[] {
  const byUrl = new Map(requests.map((each) => [each.url, each]))
  byUrl.delete(own)
  return [...byUrl.values()]
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
