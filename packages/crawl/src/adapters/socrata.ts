import { z } from 'zod'
import { type Adapter, type ListedItem, type Listing, type Page, PageError } from '../adapter.ts'
import { addressOf, request, withQuery } from '../parsing/addresses.ts'
import { readDay } from '../parsing/days.ts'
import { attachmentOf, hostsOf } from '../parsing/files.ts'
import { anyJson, jsonOf } from '../parsing/json.ts'
import { emptyRecord, withTold } from '../parsing/records.ts'
import type { Source } from '../source.ts'

const column = z.string().regex(/^[a-z0-9_]{1,100}$/, 'is no name of a column')

const settings = z.strictObject({
  /** Which column tells what. */
  columns: z
    .strictObject({
      key: column.default('identifier'),
      reference: column.default('identifier'),
      title: column.default('document_title'),
      text: column.default('document_text'),
      link: column.default('document_link'),
      published: column.default('document_date'),
      responded: column.optional(),
      received: column.optional(),
      category: column.optional(),
    })
    .prefault({}),
  rows: z.number().int().min(1).max(50_000).default(1000),
  /** More of SoQL, such as last_uploaded > '2026-01-01'. */
  where: z.string().max(500).optional(),
})

/** Socrata: each row of a data set is an item, often with the full letter in a column. */
export const socrata: Adapter = {
  name: 'socrata',
  about: 'A data set of Socrata whose rows are letters. Start: https://<portal>/resource/<id>.json',
  version: 1,
  askFirst: null,
  settings,
  start: (source) => {
    const { rows, where } = settings.parse(source.read)
    // Without an order the rows of one page may come again on the next.
    return source.start.map((address) =>
      request(
        withQuery(address, { $limit: rows, $offset: 0, $order: ':id', ...(where ? { $where: where } : {}) }),
        'list',
        'json',
      ),
    )
  },
  list,
  item: (page) => {
    throw new PageError('not_this_kind', `${page.url} is no page of an item: the rows of a data set say everything.`)
  },
}

const row = z.record(z.string(), z.unknown())

function list(page: Page, source: Source): Listing {
  const told = anyJson(page, 'rows of a data set')
  const fault = z.looseObject({ message: z.string() }).safeParse(told)
  if (fault.success) throw new PageError('error_page', `${page.url} answers: ${fault.data.message.slice(0, 200)}`)
  const rows = jsonOf(page, z.array(row), 'rows of a data set')
  const found = new Map<string, ListedItem>()
  for (const each of rows) {
    const listed = itemOf(each, page, source, found.size + 1)
    if (listed && !found.has(listed.itemKey)) found.set(listed.itemKey, listed)
  }
  const { searchParams } = new URL(page.url)
  const limit = Number(searchParams.get('$limit') ?? 1000)
  const offset = Number(searchParams.get('$offset') ?? 0)
  const goesOn = rows.length >= limit
  return {
    items: [...found.values()],
    next: goesOn ? [request(withQuery(page.url, { $offset: offset + rows.length }), 'list', 'json')] : [],
    total: goesOn ? null : offset + rows.length,
  }
}

function itemOf(
  each: Readonly<Record<string, unknown>>,
  page: Page,
  source: Source,
  position: number,
): ListedItem | null {
  const { columns } = settings.parse(source.read)
  const words = (name: string | undefined) => (name === undefined ? null : plainValue(each[name]))
  const itemKey = words(columns.key)
  if (itemKey === null) return null
  const title = words(columns.title)
  const text = words(columns.text)
  const link = addressOf(linkIn(each[columns.link]) ?? undefined, page.finalUrl)
  const rowUrl = new URL(page.url)
  rowUrl.search = ''
  const pageUrl = withQuery(rowUrl.href, { [columns.key]: itemKey })
  const category = words(columns.category)
  const record = withTold(emptyRecord(source, itemKey, pageUrl), {
    title,
    reference: words(columns.reference),
    published: dayOf(words(columns.published)),
    responded: dayOf(words(columns.responded)),
    received: dayOf(words(columns.received)),
    ...(category ? { categoryRaw: [category] } : {}),
    responseText: text,
    attachments: link
      ? [{ ...attachmentOf({ url: link, text: title ?? '' }, '', hostsOf(page.finalUrl, source)), role: 'response' }]
      : [],
    listPosition: position,
    raw: rawOf(each, columns.text),
  })
  return {
    itemKey,
    title,
    position,
    request: null,
    record,
    words: text === null ? null : { mediaType: 'text/plain', text, field: columns.text },
  }
}

function dayOf(words: string | null) {
  return words === null ? null : (readDay(words) ?? { asPrinted: words.slice(0, 60), iso: null })
}

/** A column of addresses is a text in old data sets and `{ url, description }` in new ones. */
function linkIn(value: unknown): string | null {
  const object = z.looseObject({ url: z.string() }).safeParse(value)
  return object.success ? object.data.url : plainValue(value)
}

function plainValue(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function rawOf(each: Readonly<Record<string, unknown>>, text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(each).flatMap(([name, value]) => {
      const words = name === text ? null : (plainValue(value) ?? linkIn(value))
      return words === null ? [] : [[name, words.slice(0, 2000)]]
    }),
  )
}
