import type { ListedItem, Page } from '../../adapter.ts'
import { addressOf, request } from '../../parsing/addresses.ts'
import { findDay, readDay } from '../../parsing/days.ts'
import { filesIn, hostsOf, isFile, usualDownloads } from '../../parsing/files.ts'
import type { Html } from '../../parsing/html.ts'
import type { FieldName } from '../../parsing/labels.ts'
import { linesOf } from '../../parsing/lines.ts'
import { plainLabel } from '../../parsing/plain-label.ts'
import { emptyRecord, withTold } from '../../parsing/records.ts'
import type { Source } from '../../source.ts'
import { isOfHost, keyOfAddress } from './keys.ts'
import { keyOfReference, keyOfWords, readTold, toldRecord } from './record.ts'
import type { LogSettings } from './settings.ts'

/**
 * Items of which the list tells more than a link: rows of a table whose columns say a day, a title, a department, or boxes with
 * labels. A row that links to no page is an item only where the settings say so.
 */
export function rowsOn(
  html: Html,
  page: Page,
  source: Source,
  settings: LogSettings,
  rows: string,
): readonly ListedItem[] {
  const { $, base } = html
  const found = new Map<string, ListedItem>()
  const above = new Map<FieldName, string>()
  for (const row of $(rows).toArray()) {
    const lines = linesOf($, row, base)
    const cells = $(row).children('td, th').toArray()
    const heads = headsOf(html, row)
    const inColumns = columnsIn(html, cells, heads, settings, above)
    const told = withoutNothing({ ...toldRecord(readTold(lines, settings)), ...inColumns })
    const chosen = settings.items ? $(row).find(settings.items).addBack(settings.items) : $(row).find('a[href]')
    const links = chosen.toArray().flatMap((element) => {
      const url = addressOf($(element).attr('href'), base)
      const title = plain((settings.titleFrom ? $(element).attr(settings.titleFrom) : undefined) ?? $(element).text())
      return url === null ? [] : [{ url, title }]
    })
    const downloads = [...settings.downloads, ...usualDownloads]
    const link = links.find(
      ({ url }) => isOfHost(url, page.finalUrl) && !isFile(url, downloads) && keyOfAddress(url, settings) !== null,
    )
    const attachments = filesIn(lines, { downloads, hosts: hostsOf(page.finalUrl, source) })
    const title = told.title ?? (link?.title || links[0]?.title || null)
    if (!link && !settings.rowsAreItems && attachments.length === 0) continue
    if (!link && title === null && !told.reference) continue
    const itemKey = link
      ? (keyOfAddress(link.url, settings) ?? link.url)
      : told.reference
        ? keyOfReference(told.reference)
        : keyOfWords(`${title ?? ''} ${told.requestText ?? ''} ${attachments[0]?.url ?? ''}`)
    if (found.has(itemKey)) continue
    const known = { ...told, ...(title ? { title } : {}), attachments }
    const position = found.size + 1
    const whole = withTold(emptyRecord(source, itemKey, page.url), known, { listPosition: position })
    found.set(itemKey, {
      itemKey,
      title,
      position,
      request: link ? request(link.url, 'item') : null,
      record: link ? known : whole,
      words: link ? null : { mediaType: 'text/html', text: $.html(row), field: `${rows} (${position})` },
    })
  }
  return [...found.values()]
}

function headsOf({ $ }: Html, row: Parameters<Html['$']>[0]): readonly string[] {
  const first = $(row).closest('table').find('tr').first()
  return first
    .children('th, td')
    .toArray()
    .map((cell) => plainLabel($(cell).text()))
}

function columnsIn(
  { $ }: Html,
  cells: readonly Parameters<Html['$']>[0][],
  heads: readonly string[],
  { columns, carryDown }: LogSettings,
  above: Map<FieldName, string>,
) {
  const words = (field: FieldName): string | null => {
    const column = columns[field]
    if (column === undefined || cells.length === 0) return null
    const at = typeof column === 'number' ? column - 1 : heads.indexOf(plainLabel(column))
    const own = plain($(cells[at] ?? []).text())
    if (own !== '') above.set(field, own)
    return own || (carryDown.includes(field) ? (above.get(field) ?? null) : null)
  }
  const day = (field: 'received' | 'responded' | 'published') => {
    const printed = words(field)
    return printed === null
      ? null
      : (readDay(printed) ?? findDay(printed) ?? { asPrinted: printed.slice(0, 60), iso: null })
  }
  const category = words('category')
  return withoutNothing({
    reference: words('reference'),
    title: words('title'),
    authority: words('authority'),
    received: day('received'),
    responded: day('responded'),
    published: day('published'),
    statusRaw: words('status'),
    regimeRaw: words('regime'),
    categoryRaw: category === null ? null : [category],
  })
}

function withoutNothing<Shape extends object>(shape: Shape): { [Key in keyof Shape]?: Exclude<Shape[Key], null> } {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== null)) as never
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
