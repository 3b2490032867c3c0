import type { ItemContext, ItemPage, ItemRecord, Page } from '../../adapter.ts'
import { PageError } from '../../adapter.ts'
import { readDay } from '../../parsing/days.ts'
import { filesIn, hostsOf, usualDownloads } from '../../parsing/files.ts'
import { type Html, htmlOf } from '../../parsing/html.ts'
import { linesAbove, linesOf } from '../../parsing/lines.ts'
import { mainPart, withoutAround } from '../../parsing/main-part.ts'
import { emptyRecord, withTold } from '../../parsing/records.ts'
import { footLabels } from '../../parsing/usual-labels.ts'
import type { Source } from '../../source.ts'
import { keyOfAddress } from './keys.ts'
import { readTold, toldRecord } from './record.ts'
import type { LogSettings } from './settings.ts'

/** One page, one request. */
export function readItem(page: Page, source: Source, { listed = null }: ItemContext = {}): ItemPage {
  const settings = source.read as LogSettings
  const html = htmlOf(page)
  const { $, base } = html
  withoutAround($, settings.without)
  const main = mainPart($, settings.main ?? null)
  const lines = linesAbove(linesOf($, main, base), footLabels)
  const told = toldRecord(readTold(lines, settings))
  const attachments = filesIn(lines, {
    downloads: [...settings.downloads, ...usualDownloads],
    hosts: hostsOf(page.finalUrl, source),
  })
  const itemKey =
    listed?.itemKey ?? keyOfAddress(page.url, settings) ?? keyOfAddress(page.finalUrl, settings) ?? page.url
  const words = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (words < 40 && attachments.length === 0)
    throw new PageError('empty', `${page.url} has neither words nor files where its item should stand.`)
  const record = withTold(
    emptyRecord(source, itemKey, page.url),
    listed?.record,
    titleOf(html, settings),
    told,
    fieldsIn(html, settings),
    {
      attachments: [...(listed?.record.attachments ?? []), ...attachments],
      listPosition: listed?.position ?? null,
    },
  )
  const reference = record.reference ?? (settings.keyIsReference ? itemKey : null)
  return { record: { ...record, itemKey, reference }, further: [], words: null }
}

function titleOf({ $ }: Html, { title, titleDrops }: LogSettings): Partial<ItemRecord> {
  const head =
    plain(
      $(title ?? 'h1')
        .first()
        .text(),
    ) || plain($('head > title').first().text())
  const dropped = titleDrops.find((words) => head.toLowerCase().startsWith(words.toLowerCase()))
  const words = dropped ? head.slice(dropped.length).replace(/^[\s:–—-]{1,10}/, '') : head
  return words === '' ? {} : { title: words }
}

/** Fields that stand in an element of their own, without a label. */
function fieldsIn({ $ }: Html, { fields }: LogSettings): Partial<ItemRecord> {
  const words = (name: keyof LogSettings['fields']): string | null => {
    const selector = fields[name]
    const found = selector ? $(selector).first() : null
    return found ? plain(found.attr('datetime') ?? found.text()) || null : null
  }
  const day = (name: 'received' | 'responded' | 'published') => readDay(words(name) ?? '')
  const category = words('category')
  return {
    reference: words('reference'),
    title: words('title'),
    authority: words('authority'),
    received: day('received'),
    responded: day('responded'),
    published: day('published'),
    statusRaw: words('status'),
    regimeRaw: words('regime'),
    ...(category ? { categoryRaw: [category] } : {}),
  }
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
