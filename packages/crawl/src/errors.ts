/** A crawl that cannot go on; the message is a sentence for the person who started it. */
export class CrawlError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CrawlError'
  }
}

/** Why a request brought no answer that could be kept. */
export type FetchTrouble =
  /** The address rule: a private address, another port, another scheme. */
  | 'address'
  | 'dns'
  | 'connection'
  | 'timeout'
  /** It came more slowly than the least we wait for. */
  | 'slow'
  /** More bytes than may come, once decoded. */
  | 'too_large'
  /** It would unfold beyond what an honest file does. */
  | 'bomb'
  | 'encoding'
  | 'protocol'
  | 'tls'
  /** We stopped it ourselves. */
  | 'stopped'

export class FetchError extends Error {
  readonly code: FetchTrouble

  constructor(code: FetchTrouble, message: string) {
    super(message)
    this.name = 'FetchError'
    this.code = code
  }
}
