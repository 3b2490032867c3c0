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
}

export const unknownSource: Source = {
  path: null,
  url: null,
  retrieved: null,
  authority: null,
  licence: null,
  round: null,
}
