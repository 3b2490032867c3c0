import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { z } from 'zod'
import {
  type Attachment,
  type ItemContext,
  type ItemPage,
  type Page,
  PageError,
  type PrintedDay,
} from '../../adapter.ts'
import { addressOf, matchAddress, request } from '../../parsing/addresses.ts'
import { readDay } from '../../parsing/days.ts'
import { attachmentOf, hostsOf } from '../../parsing/files.ts'
import { htmlOf } from '../../parsing/html.ts'
import { isJson, jsonOf, textOrNull } from '../../parsing/json.ts'
import { linesOf } from '../../parsing/lines.ts'
import { emptyRecord, withTold } from '../../parsing/records.ts'
import type { Source } from '../../source.ts'

const states = z.looseObject({
  url_title: z.string(),
  title: textOrNull,
  described_state: textOrNull,
  display_status: textOrNull,
  law_used: textOrNull,
  prominence: textOrNull,
  tags: z
    .array(z.tuple([z.string(), z.string().nullable()]))
    .nullish()
    .catch(null),
  public_body: z.looseObject({ name: textOrNull }).nullish(),
})

interface Message {
  readonly side: 'outgoing' | 'incoming'
  readonly day: PrintedDay | null
  readonly text: string
  readonly attachments: readonly Attachment[]
}

/** The page of a request, and its JSON for the state: given by whoever asked, and so a hint and no outcome. */
export function readRequest(page: Page, source: Source, { listed = null, parts = [] }: ItemContext = {}): ItemPage {
  const html = htmlOf(page)
  const { $ } = html
  const messages = $('div.correspondence')
    .toArray()
    .map((element) => messageIn($, element, html.base, page, source))
  const told = parts.filter(isJson).map((part) => jsonOf(part, states, 'the state of a request'))[0] ?? null
  if (messages.length === 0)
    throw new PageError(
      'layout',
      `${page.url} shows no correspondence; it may be hidden, or look otherwise than it did.`,
    )
  const json = new URL(page.url)
  const itemKey = listed?.itemKey ?? matchAddress(page.url.split('?')[0] ?? '', '*/request/{key}')?.key ?? json.pathname
  json.search = ''
  json.pathname = `${json.pathname.replace(/\/$/, '')}.json`
  const asked = messages.filter(({ side }) => side === 'outgoing')
  const answered = messages.filter(({ side }) => side === 'incoming')
  const record = withTold(emptyRecord(source, itemKey, page.url.split('?')[0] ?? page.url), listed?.record, {
    title: told?.title ?? (plain($('h1').first().text()) || null),
    authority:
      told?.public_body?.name ?? (plain($('.request-header__subtitle a[href*="/body/"]').first().text()) || null),
    received: asked[0]?.day ?? null,
    responded: answered.at(-1)?.day ?? null,
    statusRaw: told?.described_state ?? stateIn($),
    regimeRaw: told?.law_used ?? null,
    ...(told?.tags ? { categoryRaw: told.tags.map(([name, value]) => (value ? `${name}:${value}` : name)) } : {}),
    requestText: asked[0]?.text ?? null,
    responseText: joined(answered),
    attachments: answered.flatMap(({ attachments }) => attachments),
    listPosition: listed?.position ?? null,
    raw: {
      ...(told?.display_status ? { display_status: told.display_status } : {}),
      ...(told?.prominence ? { prominence: told.prominence } : {}),
    },
  })
  return { record, further: parts.length === 0 ? [request(json.href, 'part', 'json')] : [], words: null }
}

function messageIn($: CheerioAPI, element: Element, base: string, page: Page, source: Source): Message {
  const own = $(element)
  const time = own.find('.correspondence__header__date time').first()
  const lines = linesOf($, own.find('.correspondence_text').get(0), base)
  return {
    side: own.hasClass('incoming') ? 'incoming' : 'outgoing',
    day: readDay(time.attr('datetime') ?? time.text()),
    text: lines.map(({ text }) => text).join('\n'),
    attachments: own
      .find('ul.list-of-attachments > li.attachment')
      .toArray()
      .flatMap((item) => attachmentIn($, item, base, page, source)),
  }
}

/** The download, never the page that shows it as HTML; what a site adds to the address to pass its cookies is no part of it. */
function attachmentIn($: CheerioAPI, item: Element, base: string, page: Page, source: Source): readonly Attachment[] {
  const own = $(item)
  const addresses = own
    .find('a[href]')
    .toArray()
    .flatMap((link) => addressOf($(link).attr('href'), base) ?? [])
  const address = addresses.find((url) => url.includes('/attach/') && !url.includes('/attach/html/'))
  if (!address) return []
  const url = new URL(address)
  url.searchParams.delete('cookie_passthrough')
  const name = plain(own.find('.attachment__name').text())
  const about = attachmentOf(
    { url: url.href, text: name },
    plain(own.find('.attachment__meta').text()),
    hostsOf(page.finalUrl, source),
  )
  return [{ ...about, name: name || about.name, role: 'response' }]
}

/** `request-status-message--successful` */
function stateIn($: CheerioAPI): string | null {
  const classes = ($('#request_status').attr('class') ?? '').split(/\s+/)
  const found = classes.find((each) => each.startsWith('request-status-message--'))
  return found?.slice('request-status-message--'.length) || null
}

function joined(messages: readonly Message[]): string | null {
  const texts = messages.map(({ text }) => text).filter(Boolean)
  return texts.length === 0 ? null : texts.join('\n\n')
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
