import { parse } from 'csv-parse/sync'
import { type ListedItem, type Listing, type Page, PageError } from '../../adapter.ts'
import { addressOf, hostOf, matchAddress, request, withQuery } from '../../parsing/addresses.ts'
import { textOf } from '../../parsing/decode.ts'
import { htmlOf } from '../../parsing/html.ts'
import type { Source } from '../../source.ts'
import { alaveteliSettings, bodyList } from './settings.ts'

/** Beyond it every Alaveteli answers 404: 500 requests, 25 a page. */
const lastPage = 20

/** The requests of an authority, or the list of all authorities as CSV. */
export function readList(page: Page, source: Source): Listing {
  return new URL(page.url).pathname.endsWith('.csv') ? readAuthorities(page, source) : readRequests(page)
}

function readRequests(page: Page): Listing {
  const { $, base } = htmlOf(page)
  const found = new Map<string, ListedItem>()
  for (const link of $('.request_listing .head a').toArray()) {
    const address = addressOf($(link).attr('href'), base)
    const itemKey =
      address === null ? null : (matchAddress(address.split('?')[0] ?? '', '*/request/{key}')?.key ?? null)
    if (address === null || itemKey === null || hostOf(address) !== hostOf(page.finalUrl) || found.has(itemKey))
      continue
    const title = $(link).text().replace(/\s+/g, ' ').trim()
    const url = new URL(address)
    url.search = ''
    found.set(itemKey, {
      itemKey,
      title,
      position: found.size + 1,
      request: request(url.href, 'item'),
      record: { title },
    })
  }
  const now = Number(new URL(page.url).searchParams.get('page') ?? 1)
  const shown = /\b(?:(\d{1,3}(?:,\d{3}){1,2}|\d{1,6}) (?:FOI )?requests?|of about (\d{1,6}))\b/i.exec(
    $('h2, .foi_results').first().text(),
  )
  const total = shown?.[1] ?? shown?.[2]
  const isWhole =
    $('.pagination').length === 0 || $('.pagination .next_page[href], .pagination a[rel~=next]').length > 0
  return {
    items: [...found.values()],
    next: found.size > 0 && now < lastPage && isWhole ? [request(withQuery(page.url, { page: now + 1 }), 'list')] : [],
    total: total === undefined ? null : Number(total.replaceAll(',', '')),
  }
}

/** Older sites lack columns or order them otherwise, so the file is read by its head. */
function readAuthorities(page: Page, source: Source): Listing {
  const { tags, status } = alaveteliSettings.parse(source.read)
  const rows = parse(textOf(page), {
    bom: true,
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as readonly Readonly<Record<string, string>>[]
  if (rows.length > 0 && rows[0]?.['URL name'] === undefined)
    throw new PageError('layout', `${page.url} was to be the list of authorities and has no column "URL name".`)
  const chosen = rows.filter((row) => (row.Tags ?? '').split(/\s+/).some((tag) => tags.includes(tag)))
  return {
    items: [],
    next: chosen.flatMap((row) => {
      const name = row['URL name'] ?? ''
      return /^[a-z0-9_.-]{1,200}$/i.test(name) ? [request(bodyList(page.url, name, status), 'list')] : []
    }),
    total: null,
  }
}
