import type { z } from 'zod'
import type { Source } from './source.ts'

/**
 * A kind of site: what its pages hold. Everything here is pure, bytes in and data out; the fetcher alone touches the network, and the
 * same functions read pages that somebody saved by hand.
 */
export interface Adapter {
  /** As `sources.yaml` names it: `govuk`. */
  readonly name: string
  /** One line: what it reads. */
  readonly about: string
  /** Raise it when the same page gives other records than before: items are read again then. */
  readonly version: number
  /** Why somebody must be asked before this is switched on; null where nobody need be. */
  readonly askFirst: string | null
  /** What a source says under `read:`; the wrong says itself in sentences. */
  readonly settings: z.ZodType
  /** Where a run begins. */
  readonly start: (source: Source) => readonly Request[]
  /**
   * What a list, sitemap or feed page names. An empty page is an empty list; a page that is no list of this kind throws a `PageError`.
   */
  readonly list: (page: Page, source: Source) => Listing
  /**
   * What the page of an item says. `context.parts` are the pages that an earlier call asked for in `further`, and that could be had.
   * A page that is no item (a login, a waiting page, an error text that answers 200) throws a `PageError`.
   */
  readonly item: (page: Page, source: Source, context?: ItemContext) => ItemPage
}

/** Pages that the crawler asks for: what they are for, and what was known where their link stood. */
export interface Request {
  readonly url: string
  readonly role: Role
  /** What to ask for in `Accept`; a server may send something else. */
  readonly accept: 'html' | 'json' | 'xml' | 'any'
}

export type Role = 'list' | 'sitemap' | 'item' | 'part' | 'attachment'

/** A page as it came, after redirects. */
export interface Page {
  /** The URL that was asked for. */
  readonly url: string
  /** The URL that answered. */
  readonly finalUrl: string
  readonly status: number
  /** The `Content-Type` as sent, with its parameters: `text/html; charset=iso-8859-1`. Null where none was. */
  readonly mediaType: string | null
  /** The body, decoded from gzip and the like. */
  readonly bytes: Uint8Array
  /** When it came: ISO date and time. For a page saved by hand the day that its sidecar tells; null where it tells none. */
  readonly retrieved: string | null
  /** Other headers that tell of a list, by lower-case name: `x-wp-totalpages`, `link`. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface Listing {
  readonly items: readonly ListedItem[]
  /** Further pages of this list, and lists that it names. A page asked for before is not asked for again. */
  readonly next: readonly Request[]
  /** How many items the list says that there are in all; null where it says nothing. */
  readonly total: number | null
}

/** An item as its list shows it. Plain data, so that it can wait in the journal until its page is read. */
export interface ListedItem {
  readonly itemKey: string
  readonly title: string | null
  /** From 1, on its page. */
  readonly position: number
  /** The page to read; null where the list has said everything, and then `record` has it. */
  readonly request: Request | null
  /** What the list tells: all of it, or what the item's page may leave out (a date, a department). */
  readonly record: Partial<ItemRecord>
  /** The words that this list itself published of the item, where it has no page of its own. */
  readonly words?: PublishedWords | null
}

export interface ItemContext {
  readonly listed?: ListedItem | null
  readonly parts?: readonly Page[]
}

export interface ItemPage {
  readonly record: ItemRecord
  /** Pages that belong to the item and were not among the parts yet; call `item` again with them, or without those that are gone. */
  readonly further: readonly Request[]
  /** Where the page itself is no text to read (JSON): the words that it publishes, as a file. Null: read the page as it is. */
  readonly words: PublishedWords | null
}

/** Words of an item that stand inside JSON or between others on one page, cut out as a file that can be read. */
export interface PublishedWords {
  readonly mediaType: 'text/html' | 'text/plain'
  readonly text: string
  /** Where in the page they stand: `details.body`, `document_text`. */
  readonly field: string
}

/** What a site tells of an item. What it does not tell is null; dates stay as printed, with what they mean. */
export interface ItemRecord {
  readonly sourceId: string
  /** The site's own id (slug, record id, reference): never its title or its place in a list. */
  readonly itemKey: string
  readonly authority: string | null
  readonly reference: string | null
  readonly title: string | null
  readonly received: PrintedDay | null
  readonly responded: PrintedDay | null
  readonly published: PrintedDay | null
  /** In the site's own words. Where a requester chose it, it is a hint and no outcome. */
  readonly statusRaw: string | null
  readonly regimeRaw: string | null
  readonly categoryRaw: readonly string[]
  readonly requestText: string | null
  readonly responseText: string | null
  readonly attachments: readonly Attachment[]
  readonly pageUrl: string
  readonly licenceText: string | null
  readonly listPosition: number | null
  /** Every label that was read, with its value. */
  readonly raw: Readonly<Record<string, string>>
}

export interface PrintedDay {
  readonly asPrinted: string
  /** `2024-05-31`, or as much of it as is certain (`2024-05`); null where it can be read in two ways or in none. */
  readonly iso: string | null
}

export interface Attachment {
  readonly url: string
  /** A label, never a path. */
  readonly name: string
  readonly declaredType: string | null
  /** Bytes, where the site tells them. */
  readonly declaredSize: number | null
  readonly role: 'response' | 'request' | 'enclosure' | 'unknown'
  /** Why it is named but not fetched (it lies on another site); null where it is. */
  readonly notFetched: string | null
}

export type PageTrouble = 'login' | 'waiting' | 'soft_404' | 'layout' | 'not_this_kind' | 'empty' | 'error_page'

/** A page that answered but is not what was asked for. The message is a sentence; the page is never stored as content. */
export class PageError extends Error {
  readonly code: PageTrouble

  constructor(code: PageTrouble, message: string) {
    super(message)
    this.name = 'PageError'
    this.code = code
  }
}
