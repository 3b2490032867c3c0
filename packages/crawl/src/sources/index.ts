/** A ready configuration: what a kind of site, or one site, is known to look like. */
export interface SourceTemplate {
  /** What `use:` says: `hastings`. */
  readonly name: string
  readonly about: string
  /** What nobody has seen yet and the first supervised run is to look at; each a sentence. */
  readonly unsure: readonly string[]
  /** As an entry of `sources.yaml`; an entry that uses it may say everything otherwise. */
  readonly entry: Readonly<Record<string, unknown>>
}

/** Every ready configuration; a new site is a file beside this one and a line here. */
export const readyMade: readonly SourceTemplate[] = []
