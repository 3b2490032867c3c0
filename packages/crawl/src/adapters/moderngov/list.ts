import { type ListedItem, type Listing, type Page, PageError } from '../../adapter.ts'
import { addressOf, hostOf, request, withQuery } from '../../parsing/addresses.ts'
import { findDay } from '../../parsing/days.ts'
import { htmlOf } from '../../parsing/html.ts'
import { xmlOf } from '../../parsing/xml.ts'

/** Hits on one page of the search. */
const hits = 10

/** Meetings of a committee, hits of the search, or meetings as the XML service lists them. Calendars and "earlier meetings" never end and are left. */
export function readList(page: Page): Listing {
  const { pathname } = new URL(page.finalUrl)
  if (/\/mgWebService\.asmx\//i.test(pathname)) return meetingsInXml(page)
  if (/\/ieSearchResults2?\.aspx$/i.test(pathname)) return searchResults(page)
  if (/\/ieListMeetings\.aspx$/i.test(pathname)) return meetings(page)
  throw new PageError('not_this_kind', `${page.url} is no list of meetings and no page of the search.`)
}

function meetings(page: Page): Listing {
  const { $, base } = htmlOf(page)
  const items = $('a.mgMeetingTableLnk')
    .toArray()
    .flatMap((link) => meetingAt(addressOf($(link).attr('href'), base), plain($(link).text()), page))
  return { items: distinct(items), next: [], total: null }
}

function searchResults(page: Page): Listing {
  const { $, base } = htmlOf(page)
  const words = plain($('body').text())
  const links = $('a[href*="ieListDocuments.aspx" i], a[href*="ieIssueDetails.aspx" i]').toArray()
  const items = distinct(
    links.flatMap((link) => meetingAt(addressOf($(link).attr('href'), base), plain($(link).text()), page)),
  )
  const isEmpty = /\bno results found for your query\b/i.test(words)
  if (links.length === 0 && !isEmpty && $('a[href*="documents/" i]').length === 0)
    throw new PageError('layout', `${page.url} shows no hits and does not say that there are none.`)
  const now = Number(new URL(page.url).searchParams.get('PG') ?? 1)
  const shown = $('hr').length
  const goesOn = !isEmpty && links.length > 0 && (shown >= hits - 1 || links.length >= hits)
  return {
    items,
    next: goesOn ? [request(withQuery(page.url, { PG: now + 1 }), 'list')] : [],
    total: isEmpty ? 0 : null,
  }
}

function meetingsInXml(page: Page): Listing {
  const $ = xmlOf(page)
  if ($('getmeetings, committee, meetings').length === 0)
    throw new PageError('not_this_kind', `${page.url} is no answer of the XML service; it may be switched off.`)
  const items = $('meeting')
    .toArray()
    .flatMap((element, index): readonly ListedItem[] => {
      const own = $(element)
      const id = own.children('meetingid').text().trim()
      if (!/^\d{1,9}$/.test(id)) return []
      const published = findDay(own.children('meetingdate').text())
      const url = withQuery(new URL('GetMeeting', page.finalUrl).href, { lMeetingId: id })
      const record = { ...(published ? { published } : {}) }
      return [
        { itemKey: `meeting-${id}`, title: null, position: index + 1, request: request(url, 'item', 'xml'), record },
      ]
    })
  return { items, next: [], total: items.length }
}

function meetingAt(url: string | null, title: string, page: Page): readonly ListedItem[] {
  if (url === null || hostOf(url) !== hostOf(page.finalUrl)) return []
  const { searchParams, pathname } = new URL(url)
  const id = searchParams.get('MId') ?? searchParams.get('MID')
  if (!/\/ieListDocuments\.aspx$/i.test(pathname) || id === null || !/^\d{1,9}$/.test(id)) return []
  const published = findDay(title)
  const record = { ...(title ? { title } : {}), ...(published ? { published } : {}) }
  return [{ itemKey: `meeting-${id}`, title: title || null, position: 0, request: request(url, 'item'), record }]
}

function distinct(items: readonly ListedItem[]): readonly ListedItem[] {
  const found = new Map(items.toReversed().map((each) => [each.itemKey, each]))
  return [...found.values()].toReversed().map((each, index) => ({ ...each, position: index + 1 }))
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
