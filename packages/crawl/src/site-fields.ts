import type { ItemRecord, PrintedDay } from './adapter.ts'

/** What a sidecar says of an item, in the fields that readings know. */
export interface SiteFields {
  /** The item that a file belongs to; files of one item are one response. */
  readonly item: string
  readonly page: string
  readonly reference: string | null
  readonly received: PrintedDay | null
  readonly responded: PrintedDay | null
  readonly title: string | null
  readonly status: string | null
  readonly request: string | null
  readonly response: string | null
}

/** Longer blocks are not written beside a page that holds them anyway. */
const longestBlock = 200_000

/**
 * What the site tells of an item, for the sidecar of one of its files. The words of request and response stand on its page, and so they
 * are told beside that alone.
 */
export function siteFieldsOf(record: ItemRecord, of: 'page' | 'words' | 'attachment'): SiteFields {
  const block = (words: string | null) => (of === 'attachment' ? null : (words?.slice(0, longestBlock) ?? null))
  return {
    item: `${record.sourceId}/${record.itemKey}`,
    page: record.pageUrl,
    reference: record.reference,
    received: asTold(record.received),
    responded: asTold(record.responded),
    title: record.title,
    status: record.statusRaw,
    request: block(record.requestText),
    response: block(record.responseText),
  }
}

function asTold(day: PrintedDay | null): PrintedDay | null {
  return day === null || day.asPrinted === '' ? null : { asPrinted: day.asPrinted, iso: day.iso }
}
