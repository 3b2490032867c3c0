import { createHash } from 'node:crypto'
import { type Adapter, type ItemRecord, type ListedItem, type Page, PageError, type PublishedWords } from './adapter.ts'
import { emptyRecord, withTold } from './parsing/records.ts'
import type { Source } from './source.ts'
import { urlKey } from './urls.ts'

/** A file that somebody saved, and where they say that it came from. */
export interface SavedFile {
  readonly name: string
  readonly url: string
  readonly retrieved: string | null
  readonly mediaType: string | null
  readonly bytes: Uint8Array
}

export interface ImportedItem {
  readonly record: ItemRecord
  /** The file with its page; null where a list said everything. */
  readonly page: SavedFile | null
  readonly words: PublishedWords | null
  readonly attachments: readonly SavedFile[]
  /** Files that its page names and that nobody saved. */
  readonly missing: readonly string[]
}

export interface Imported {
  readonly items: readonly ImportedItem[]
  /** What could not be used, each a sentence that names the file. */
  readonly troubles: readonly string[]
  /** Files that belong to no item. */
  readonly left: readonly SavedFile[]
  /** Pages of items that lists name and that nobody saved. */
  readonly unsaved: readonly string[]
}

/**
 * Reads pages that were saved by hand with the parsers of a crawl: lists lead to items, items to their files, all by the addresses that
 * the files are said to come from. Pure: what is not in the folder is not fetched.
 */
export function importPages(files: readonly SavedFile[], adapter: Adapter, source: Source): Imported {
  const byUrl = new Map(files.map((file) => [urlKey(file.url) ?? file.url, file]))
  const fileAt = (url: string) => byUrl.get(urlKey(url) ?? url) ?? null
  const troubles: string[] = []
  const used = new Set<SavedFile>()
  const { lists, listed } = listsIn(files, adapter, source)
  const items = new Map<string, ImportedItem>()
  const keep = (read: Omit<ImportedItem, 'attachments' | 'missing'>): void => {
    const found = read.record.attachments.map(({ url }) => ({ url, file: fileAt(url) }))
    const attachments = found.flatMap(({ file }) => file ?? [])
    for (const file of [...attachments, ...(read.page ? [read.page] : [])]) used.add(file)
    const missing = found.flatMap(({ url, file }) => (file ? [] : [url]))
    items.set(read.record.itemKey, { ...read, attachments, missing })
  }
  for (const each of listed.values()) {
    if (each.request === null)
      keep({
        record: withTold(emptyRecord(source, each.itemKey, source.start[0] ?? ''), each.record),
        page: null,
        words: each.words ?? null,
      })
  }
  for (const file of files) {
    if (lists.has(file) || !mayBePage(file)) continue
    try {
      const about =
        [...listed.values()].find(({ request }) => request && urlKey(request.url) === urlKey(file.url)) ?? null
      keep({ ...readItem(file, about, adapter, source, fileAt, used), page: file })
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      troubles.push(`Cannot use ${file.name}: ${error.message}`)
    }
  }
  const unsaved = [...listed.values()].flatMap(({ request }) => (request && !fileAt(request.url) ? [request.url] : []))
  const left = files.filter((file) => !used.has(file) && !lists.has(file) && !mayBePage(file))
  return { items: [...items.values()], troubles, left, unsaved }
}

/** Which pages are lists, and what they name. A page that another list names is an item, whatever links stand on it. */
function listsIn(files: readonly SavedFile[], adapter: Adapter, source: Source) {
  const read = files.filter(mayBePage).flatMap((file) => {
    try {
      return [{ file, listing: adapter.list(pageOf(file), source) }]
    } catch (error) {
      if (error instanceof PageError) return []
      throw error
    }
  })
  const named = new Set(
    read.flatMap(({ file, listing }) =>
      listing.items.flatMap(({ request }) =>
        request && urlKey(request.url) !== urlKey(file.url) ? [urlKey(request.url)] : [],
      ),
    ),
  )
  const lists = new Set<SavedFile>()
  const listed = new Map<string, ListedItem>()
  for (const { file, listing } of read) {
    if (listing.items.length === 0 || (named.has(urlKey(file.url)) && saysMore(file, adapter, source))) continue
    lists.add(file)
    for (const each of listing.items) if (!listed.has(each.itemKey)) listed.set(each.itemKey, each)
  }
  return { lists, listed }
}

/** Has the page words of its own, as an item has and a list has not? */
function saysMore(file: SavedFile, adapter: Adapter, source: Source): boolean {
  try {
    const { record } = adapter.item(pageOf(file), source)
    return (
      record.requestText !== null ||
      record.responseText !== null ||
      record.reference !== null ||
      record.attachments.length > 0
    )
  } catch (error) {
    if (error instanceof PageError) return false
    throw error
  }
}

function readItem(
  file: SavedFile,
  listed: ListedItem | null,
  adapter: Adapter,
  source: Source,
  fileAt: (url: string) => SavedFile | null,
  used: Set<SavedFile>,
) {
  const first = adapter.item(pageOf(file), source, { listed })
  const parts = first.further.flatMap(({ url }) => fileAt(url) ?? [])
  for (const part of parts) used.add(part)
  const { record, words } =
    parts.length > 0 ? adapter.item(pageOf(file), source, { listed, parts: parts.map(pageOf) }) : first
  return { record, words }
}

function pageOf({ url, retrieved, mediaType, bytes }: SavedFile): Page {
  return { url, finalUrl: url, status: 200, mediaType, bytes, retrieved }
}

/** By its first bytes: a page, data, or a feed; everything else is a file that may be attached to one. */
function mayBePage({ bytes }: SavedFile): boolean {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1').replace(/^ï»¿/, '').trimStart()
  return /^(?:[[{]|<(?:!doctype html|html|head|body|\?xml|!--|rss|feed|urlset|sitemapindex))/i.test(head)
}

/** Browsers note where a page came from: `<!-- saved from url=(0043)https://www.example.org/foi -->`. */
export function savedFrom(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  return /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s<>"]{1,2000}) -->/.exec(head)?.[1] ?? null
}

/** A name for a file that its address decides and that is no path. */
export function nameOfFile(url: string, extension: string): string {
  return `${createHash('sha256').update(url).digest('hex').slice(0, 20)}.${extension}`
}
