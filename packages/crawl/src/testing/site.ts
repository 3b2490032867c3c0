/** A site that tests crawl: one function, mounted on a port of the loopback server. */
export interface FakeSite {
  readonly name: string
  readonly answer: (asked: Asked, state: SiteState) => Answer
  /** What a whole crawl of the site, as it is in this state, must end with. */
  readonly expected: (state: SiteState) => readonly ExpectedItem[]
  /** Entry of `sources.yaml` for it, given where it is mounted: `http://127.0.0.1:4711`. */
  readonly source: (origin: string) => Readonly<Record<string, unknown>>
}

export interface Asked {
  /** `http://127.0.0.1:4711`, as its links are to be written. */
  readonly origin: string
  readonly path: string
  readonly query: URLSearchParams
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
}

export interface SiteState {
  /** How often the site has changed: items were added, edited and taken away. From 0. */
  readonly day: number
  /** Requests answered before this one: a list that moves while it is read moves by these. */
  readonly served: number
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export interface ExpectedItem {
  readonly itemKey: string
  /** URLs without their origin. */
  readonly attachments: readonly string[]
}
