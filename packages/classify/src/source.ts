/** What is known of a document from outside its words: where it was found, and what a sidecar said of it. */
export interface Source {
  /** As the user sees it; null for bytes that came from nowhere. */
  readonly path: string | null
  readonly url: string | null
  /** When it was fetched: ISO date or date and time. */
  readonly retrieved: string | null
  /** Whose document it is, as a sidecar says: a name or an id of the register. */
  readonly authority: string | null
  readonly licence: string | null
  /** The round of requests it answers. */
  readonly round: string | null
  /** What the site that published it told beside it. */
  readonly site?: ToldBySite | null
}

/** What the page of a disclosure log says of an item: labels and their values, the words it shows as request and response. */
export interface ToldBySite {
  /** The published item that the document belongs to: files of one item are one response. */
  readonly item: string | null
  /** The web page that published it; a document's own address may be that of a file. */
  readonly page: string | null
  readonly reference: string | null
  readonly received: ToldDay | null
  readonly responded: ToldDay | null
  readonly title: string | null
  /** In the site's words. Some sites let the requester choose it, so it is a hint and no outcome. */
  readonly status: string | null
  readonly request: string | null
  readonly response: string | null
}

export interface ToldDay {
  readonly asPrinted: string
  /** "2024-05-31", or null where what is printed cannot be read as one day. */
  readonly iso: string | null
}

export const unknownSource: Source = {
  path: null,
  url: null,
  retrieved: null,
  authority: null,
  licence: null,
  round: null,
}
