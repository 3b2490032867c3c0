import { load } from 'cheerio'
import { z } from 'zod'
import { type Adapter, type Page, PageError } from '../adapter.ts'
import { nothingTold } from '../nothing-told.ts'
import type { Answer, Asked, ExpectedItem, FakeSite, SiteState } from './site.ts'

/** A disclosure log of so many requests, made up by their numbers: big enough to count with. */
export interface Numbered {
  readonly name: string
  readonly items: number
  /** Requests on a list page; 25 where it is not said. */
  readonly perPage?: number
  /** Does it send `ETag`s? */
  readonly hasEtags?: boolean
  /** What of the site changes on a later day, by the number of a request. */
  readonly isGone?: (number: number, day: number) => boolean
  readonly isEdited?: (number: number, day: number) => boolean
  /** How many requests there are more on each later day; they stand first. */
  readonly newEachDay?: number
}

/** The site: a list over several pages, a page for each request, and for every third a file. */
export function numberedSite(about: Numbered): FakeSite {
  const { name } = about
  return {
    name,
    answer: (asked, state) => {
      const answer = answerOf(about, asked, state)
      if (!about.hasEtags || answer.status !== 200) return answer
      const etag = `"${[...Buffer.from(answer.body)].reduce((sum, octet) => (sum * 31 + octet) >>> 0, 7)}"`
      if (asked.headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' }
      return { ...answer, headers: { ...answer.headers, etag } }
    },
    expected: (state) => numbersOf(about, state).map((number) => expectedOf(about, number)),
    source: (origin) => ({ id: name, adapter: 'numbered', start: `${origin}/log?page=1` }),
  }
}

function numbersOf({ items, newEachDay = 0, isGone }: Numbered, { day }: SiteState): readonly number[] {
  const all = Array.from({ length: items + newEachDay * day }, (_, at) => items + newEachDay * day - at)
  return all.filter((number) => !isGone?.(number, day))
}

function expectedOf({ name }: Numbered, number: number): ExpectedItem {
  return { itemKey: `${name}-${number}`, attachments: hasFile(number) ? [`/files/${number}.pdf`] : [] }
}

const hasFile = (number: number) => number % 3 === 0

const html = { 'content-type': 'text/html; charset=utf-8' }
const absent: Answer = { status: 404, headers: html, body: '<!doctype html><h1>There is no such page</h1>' }

function answerOf(about: Numbered, { path, query }: Asked, state: SiteState): Answer {
  const numbers = numbersOf(about, state)
  if (path === '/log') return listPage(about, numbers, Number(query.get('page') ?? 1))
  const number = Number(/^\/(?:requests|files)\/(\d{1,7})(?:\.pdf)?$/.exec(path)?.[1] ?? 0)
  if (!numbers.includes(number)) return absent
  if (path.startsWith('/files/'))
    return { status: 200, headers: { 'content-type': 'application/pdf' }, body: pdf(about, number, state) }
  return itemPage(about, number, state)
}

function listPage({ name, perPage = 25 }: Numbered, numbers: readonly number[], page: number): Answer {
  const shown = numbers.slice((page - 1) * perPage, page * perPage)
  if (shown.length === 0 && page > 1) return absent
  const rows = shown.map((number) => `<li><a href="/requests/${number}">FOI ${name}-${number}</a></li>`)
  const next = page * perPage < numbers.length ? `<a rel="next" href="/log?page=${page + 1}">Next</a>` : ''
  return {
    status: 200,
    headers: html,
    body: `<!doctype html><h1>Disclosure log</h1><p id="total">${numbers.length}</p><ul>${rows.join('')}</ul>${next}`,
  }
}

function itemPage({ name, isEdited }: Numbered, number: number, { day, served }: SiteState): Answer {
  const edited = isEdited?.(number, day) ? ` Corrected on day ${day}.` : ''
  const file = hasFile(number) ? `<p><a class="file" href="/files/${number}.pdf">The answer (PDF)</a></p>` : ''
  // What stands in the frame of a page is never the same twice.
  const body = `<!doctype html><nav>Visitor ${served}</nav><main class="foi"><h1>FOI ${name}-${number}</h1><p class="answer">The council holds ${number} records.${edited}</p>${file}</main>`
  return { status: 200, headers: html, body }
}

/** As much of a PDF as tells that it is one. */
function pdf({ name, isEdited }: Numbered, number: number, { day }: SiteState): string {
  return `%PDF-1.4\n% ${name} ${number}${isEdited?.(number, day) ? ` day ${day}` : ''}\n%%EOF\n`
}

/** Reads `numberedSite`. */
export const numbered: Adapter = {
  name: 'numbered',
  about: 'a made-up log for tests',
  version: 1,
  askFirst: null,
  settings: z.strictObject({}),
  start: (source) => source.start.map((url) => ({ url, role: 'list', accept: 'html' })),
  list: (page) => {
    const $ = open(page)
    if ($('h1').first().text() !== 'Disclosure log')
      throw new PageError('layout', `${page.url} is no list of requests.`)
    const links = $('li a').toArray()
    return {
      items: links.map((link, at) => ({
        itemKey: $(link).text().slice('FOI '.length),
        title: $(link).text(),
        position: at + 1,
        request: { url: new URL($(link).attr('href') ?? '', page.finalUrl).href, role: 'item', accept: 'html' },
        record: {},
      })),
      next: $('a[rel=next]')
        .toArray()
        .map((link) => ({
          url: new URL($(link).attr('href') ?? '', page.finalUrl).href,
          role: 'list',
          accept: 'html',
        })),
      total: Number($('#total').text() || 0) || null,
    }
  },
  item: (page, source, context) => {
    const $ = open(page)
    if ($('input[type=password]').length > 0) throw new PageError('login', `${page.url} shows a login.`)
    if ($('main.foi').length === 0) throw new PageError('soft_404', `${page.url} shows no request.`)
    const attachments = $('a.file')
      .toArray()
      .map((link) => ({
        url: new URL($(link).attr('href') ?? '', page.finalUrl).href,
        name: $(link).text(),
        declaredType: null,
        declaredSize: null,
        role: 'response' as const,
        notFetched: null,
      }))
    return {
      record: {
        ...nothingTold({ sourceId: source.id, itemKey: context?.listed?.itemKey ?? '', pageUrl: page.url }),
        title: $('h1').text(),
        responseText: $('.answer').text(),
        attachments,
      },
      further: [],
      words: null,
    }
  },
}

function open(page: Page) {
  return load(Buffer.from(page.bytes).toString('utf8'))
}
