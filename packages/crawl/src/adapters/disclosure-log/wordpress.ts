import { load } from 'cheerio'
import { z } from 'zod'
import type { ListedItem, Listing, Page } from '../../adapter.ts'
import { addressOf, request, withQuery } from '../../parsing/addresses.ts'
import { stampedDay } from '../../parsing/days.ts'
import { jsonOf } from '../../parsing/json.ts'
import { isOfHost, keyOfAddress } from './keys.ts'
import type { LogSettings } from './settings.ts'

const posts = z.array(
  z.looseObject({
    link: z.string(),
    slug: z.string(),
    date: z.string().nullish(),
    title: z.looseObject({ rendered: z.string() }).nullish(),
  }),
)

/** What the interface of WordPress lists: `/wp-json/wp/v2/information_request?per_page=100&page=1`. The words stand on the page itself. */
export function readPosts(page: Page, settings: LogSettings): Listing {
  const found = new Map<string, ListedItem>()
  const listed = jsonOf(page, posts, 'a list of posts')
  for (const { link, slug, date, title } of listed) {
    const url = addressOf(link, page.finalUrl)
    if (url === null || !isOfHost(url, page.finalUrl)) continue
    const itemKey = keyOfAddress(url, settings) ?? slug
    if (found.has(itemKey)) continue
    const words = title ? load(title.rendered.slice(0, 1000), null, false).text().trim() : ''
    const published = stampedDay(date)
    found.set(itemKey, {
      itemKey,
      title: words || null,
      position: found.size + 1,
      request: request(url, 'item'),
      record: { ...(words ? { title: words } : {}), ...(published ? { published } : {}) },
    })
  }
  const now = Number(URL.parse(page.url)?.searchParams.get('page') ?? 1)
  const pages = Number(page.headers?.['x-wp-totalpages'])
  const total = Number(page.headers?.['x-wp-total'])
  const goesOn = found.size > 0 && (Number.isNaN(pages) ? listed.length > 0 : now < pages)
  return {
    items: [...found.values()],
    next: goesOn ? [request(withQuery(page.url, { page: now + 1 }), 'list', 'json')] : [],
    total: Number.isNaN(total) ? null : total,
  }
}
