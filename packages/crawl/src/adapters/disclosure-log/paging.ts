import type { Page, Request } from '../../adapter.ts'
import { addressOf, matchAddress, request, withQuery } from '../../parsing/addresses.ts'
import type { Html } from '../../parsing/html.ts'
import { isOfHost } from './keys.ts'
import type { LogSettings } from './settings.ts'

/** The page after this one, as the settings say, or as the page's own link to it says. */
export function nextPages(html: Html, page: Page, { next }: LogSettings): readonly Request[] {
  if (next === 'none') return []
  if (next === 'auto') return linked(nextLink(html), html, page)
  if ('link' in next) return linked(html.$(next.link).first().attr('href'), html, page)
  if ('param' in next) {
    const now = Number(URL.parse(page.url)?.searchParams.get(next.param) ?? next.from)
    return numbered(withQuery(page.url, { [next.param]: now + next.step }), now)
  }
  return numbered(...onPath(page.url, next.path))
}

function linked(href: string | undefined, { base }: Html, page: Page): readonly Request[] {
  const url = addressOf(href, base)
  return url !== null && isOfHost(url, page.finalUrl) ? [request(url, 'list')] : []
}

function numbered(url: string, now: number): readonly Request[] {
  return Number.isSafeInteger(now) && now >= 0 && now < 100_000 ? [request(url, 'list')] : []
}

/** `/page/{n}/` behind the path of the first page: 2 after none. */
function onPath(address: string, path: string): readonly [string, number] {
  const url = new URL(address)
  const [before = '', after = ''] = path.split('{n}')
  const at = url.pathname.lastIndexOf(before)
  const number = at < 0 ? '' : url.pathname.slice(at + before.length).replace(/\/$/, '')
  const isNumbered = /^\d{1,5}$/.test(number) && matchAddress(url.pathname, `*${before}{key}${after}`) !== null
  const now = isNumbered ? Number(number) : 1
  const first = isNumbered ? url.pathname.slice(0, at) : url.pathname.replace(/\/$/, '')
  url.pathname = `${first}${before}${now + 1}${after}`
  return [url.href, now]
}

/** What the page marks as its next, or a link of a pager that says so in words. */
function nextLink({ $ }: Html): string | undefined {
  const marked = $('link[rel=next], a[rel~=next]').first().attr('href')
  if (marked) return marked
  const pager = $('.pagination a, .pager a, .paging a, nav a, [class*=pagination] a, [class*=pager] a').toArray()
  const said = pager.find(
    (element) => saysNext.test($(element).attr('aria-label') ?? '') || saysNext.test(plain($(element).text())),
  )
  return said ? $(said).attr('href') : undefined
}

const saysNext = /^(?:go to )?(?:the )?next(?: page| ?»| ?›| ?>)?$/i

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
