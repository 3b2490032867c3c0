import { type CheerioAPI, load } from 'cheerio'
import { type Attachment, type ItemContext, type ItemPage, type Page, PageError } from '../../adapter.ts'
import { addressOf } from '../../parsing/addresses.ts'
import { findDay } from '../../parsing/days.ts'
import { attachmentOf, hostsOf, isFile } from '../../parsing/files.ts'
import { htmlOf } from '../../parsing/html.ts'
import { emptyRecord, withTold } from '../../parsing/records.ts'
import { xmlOf } from '../../parsing/xml.ts'
import type { Source } from '../../source.ts'
import { modernGovSettings } from './settings.ts'

/** Files without a name of their own in the address. */
const papers = ['*/documents/*', '*/mgConvert2PDF.aspx?*']

interface AgendaItem {
  readonly title: string
  readonly words: string
  readonly files: readonly Attachment[]
}

/** The papers of one meeting: those of agenda items whose words are looked for. A meeting without any of them is an item without files. */
export function readMeeting(page: Page, source: Source, { listed = null }: ItemContext = {}): ItemPage {
  const isXml = /\/mgWebService\.asmx\//i.test(page.finalUrl)
  const { agenda, title, published } = isXml ? inXml(page, source) : inPage(page, source)
  const wanted = modernGovSettings.parse(source.read).agenda.map((words) => words.toLowerCase())
  const isWanted = (each: AgendaItem) =>
    wanted.length === 0 || wanted.some((words) => each.title.toLowerCase().includes(words))
  const kept = agenda.filter(isWanted)
  const { searchParams } = new URL(page.url)
  const id = searchParams.get('MId') ?? searchParams.get('MID') ?? searchParams.get('lMeetingId') ?? page.url
  const record = withTold(emptyRecord(source, listed?.itemKey ?? `meeting-${id}`, page.url), listed?.record, {
    title: title || null,
    published,
    categoryRaw: kept.map((each) => each.title),
    responseText:
      kept
        .map(({ words }) => words)
        .filter(Boolean)
        .join('\n\n') || null,
    attachments: kept.flatMap(({ files }) => files),
    listPosition: listed?.position ?? null,
    raw: { 'agenda items': String(agenda.length), 'agenda items kept': String(kept.length) },
  })
  return { record, further: [], words: null }
}

interface Meeting {
  readonly agenda: readonly AgendaItem[]
  readonly title: string
  readonly published: ReturnType<typeof findDay>
}

function inPage(page: Page, source: Source): Meeting {
  const { $, base } = htmlOf(page)
  const table = $('table#mgItemTable')
  if (table.length === 0) throw new PageError('layout', `${page.url} has no table of agenda items.`)
  const agenda = table
    .find('tr')
    .toArray()
    .flatMap((row): readonly AgendaItem[] => {
      const own = $(row)
      const title = plain(own.find('.mgAiTitleTxt').first().text())
      if (title === '') return []
      const words = plain(own.find('.mgWordPara').text())
      return [{ title, words, files: filesIn($, own.find('a[href]').toArray(), base, page, source) }]
    })
  const title = plain($('h1').first().text()) || plain($('head > title').text())
  return { agenda, title, published: findDay(title) }
}

/** The service escapes its text twice; what looks like markup inside it is markup of the minutes. */
function inXml(page: Page, source: Source): Meeting {
  const $ = xmlOf(page)
  if ($('meetingid').length === 0) throw new PageError('not_this_kind', `${page.url} is no meeting of the XML service.`)
  const hosts = hostsOf(page.finalUrl, source)
  const agenda = $('agendaitem')
    .toArray()
    .map((element): AgendaItem => {
      const own = $(element)
      const files = own
        .find('linkeddoc')
        .toArray()
        .flatMap((doc): readonly Attachment[] => {
          const url = addressOf(unescaped($(doc).children('url').text()), page.finalUrl)
          return url === null
            ? []
            : [attachmentOf({ url, text: unescaped($(doc).children('title').text()) }, '', hosts)]
        })
      return {
        title: unescaped(own.children('agendaitemtitle').text()),
        words: unescaped(own.children('minutesnonemptyhtmlbody').text()),
        files,
      }
    })
  const published = findDay($('meetingdate').first().text())
  return { agenda, title: unescaped($('committeetitle').first().text()), published }
}

function filesIn(
  $: CheerioAPI,
  links: readonly Parameters<CheerioAPI>[0][],
  base: string,
  page: Page,
  source: Source,
): readonly Attachment[] {
  const hosts = hostsOf(page.finalUrl, source)
  const found = new Map<string, Attachment>()
  for (const link of links) {
    const url = addressOf($(link).attr('href'), base)
    if (url !== null && isFile(url, papers) && !found.has(url))
      found.set(url, attachmentOf({ url, text: plain($(link).text()) }, '', hosts))
  }
  return [...found.values()]
}

function unescaped(words: string): string {
  return plain(load(words.slice(0, 200_000), null, false).text())
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
