import { pipeline, Readable, type Transform } from 'node:stream'
import { type Dispatcher, request } from 'undici'
import { hostAndPort, isLoopback, refusedAddress } from './addresses.ts'
import type { Blobs } from './blobs.ts'
import { type Lookup, openConnections } from './connect.ts'
import { decodersFor } from './decoding.ts'
import { CrawlError, FetchError, type FetchTrouble } from './errors.ts'
import type { Contact } from './sources-file.ts'

export interface FetcherOptions {
  readonly blobs: Blobs
  /** Who stands behind the crawl; without, no request leaves this machine. */
  readonly contact: Contact | null
  /** "0.3.0" */
  readonly version: string
  /** Hosts with their ports ("127.0.0.1:4711") for which the rule against private addresses is waived. */
  readonly allowed: ReadonlySet<string>
  readonly lookup?: Lookup
  /** Tests are less patient. */
  readonly limits?: Partial<Limits>
}

/** What one answer may take. Milliseconds and bytes; bytes are those that come out once decoded. */
export interface Limits {
  readonly page: Bound
  readonly sitemap: Bound
  readonly file: Bound
  /** Fewer bytes a second than this, once `slowAfter` has passed, is too slow. */
  readonly leastPerSecond: number
  readonly slowAfter: number
}

export interface Bound {
  readonly milliseconds: number
  readonly bytes: number
}

export interface Ask {
  readonly url: string
  readonly kind: 'page' | 'sitemap' | 'file'
  readonly accept: string
  readonly etag?: string | null
  readonly lastModified?: string | null
}

/** An answer of any status. Redirects are answers: nobody follows them here. */
export interface Answered {
  readonly status: number
  /** By lower-case name; one that came several times is joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  /** Of the body, once decoded, where it is kept: only what came as wanted (2xx) is. */
  readonly sha256: string | null
  /** Of the body, once decoded. */
  readonly bytes: number
  readonly wireBytes: number
  /** The first bytes of the body. */
  readonly head: Uint8Array
  readonly remoteAddress: string | null
  /** From asking to the last byte. */
  readonly milliseconds: number
}

/** The one door to the network. */
export interface Fetcher {
  /** One request, one answer, its body kept. @throws FetchError where no whole answer came, or the address may not be asked. */
  get(ask: Ask, signal: AbortSignal): Promise<Answered>
  close(): Promise<void>
}

const megabyte = 1024 * 1024
export const usualLimits: Limits = {
  page: { milliseconds: 60_000, bytes: 10 * megabyte },
  sitemap: { milliseconds: 120_000, bytes: 50 * megabyte },
  file: { milliseconds: 300_000, bytes: 100 * megabyte },
  leastPerSecond: 1_000,
  slowAfter: 10_000,
}
/** Beyond a megabyte, what unfolds to more than so many times its size is a trap. */
const mostUnfolding = 200

export const productToken = 'Disclosed'

export function userAgentOf(version: string, contact: Contact | null): string {
  const product = `${productToken}/${version}`
  return contact ? `${product} (+${contact.page}; ${contact.email})` : product
}

export function openFetcher(options: FetcherOptions): Fetcher {
  const { blobs, contact, allowed } = options
  const limits = { ...usualLimits, ...options.limits }
  const { agent, reachedAt } = openConnections(allowed, options.lookup)
  const identity = {
    'user-agent': userAgentOf(options.version, contact),
    ...(contact ? { from: contact.email } : {}),
    'accept-language': 'en-GB',
    'accept-encoding': 'gzip, br',
  }
  return {
    get: async (ask, signal) => {
      const url = new URL(ask.url)
      const refused = refusedAddress(url, allowed)
      if (refused !== null) throw new FetchError('address', refused)
      if (!contact && !isLoopback(url.hostname))
        throw new CrawlError(
          'No site beyond this machine is asked while nobody says who is asking: write contact: { page: "https://…", email: "name@example.org" } at the top of sources.yaml.',
        )
      const deadline = new AbortController()
      const timer = setTimeout(() => deadline.abort(), limits[ask.kind].milliseconds)
      const started = performance.now()
      try {
        const either = AbortSignal.any([signal, deadline.signal])
        const got = await request(url, {
          dispatcher: agent,
          method: 'GET',
          headers: { ...identity, ...headersOf(ask) },
          signal: either,
        })
        // What is broken off says so once more to whoever listens; we have heard it.
        got.body.on('error', () => {})
        const kept = isGood(got.statusCode)
          ? await keepBody(got, blobs, limits[ask.kind].bytes, limits, started)
          : await lookAtBody(got)
        const remoteAddress = reachedAt(hostAndPort(url))
        return {
          status: got.statusCode,
          headers: joined(got.headers),
          ...kept,
          remoteAddress,
          milliseconds: performance.now() - started,
        }
      } catch (error) {
        if (signal.aborted) throw new FetchError('stopped', 'it was stopped')
        if (deadline.signal.aborted)
          throw new FetchError('timeout', `it was not there after ${limits[ask.kind].milliseconds / 1000} seconds`)
        throw asFetchError(error)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => agent.destroy(),
  }
}

function headersOf({ accept, etag, lastModified }: Ask): Readonly<Record<string, string>> {
  return {
    accept,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  }
}

function isGood(status: number): boolean {
  return status >= 200 && status < 300
}

/** So much of a page that says no is looked at. */
const refusalBytes = 32 * 1024

/** The beginning of a page that says no, to see why; the rest is never read. */
async function lookAtBody({ headers, body }: Dispatcher.ResponseData): Promise<Kept> {
  const heads: Uint8Array[] = []
  let bytes = 0
  try {
    const decoders = decodersFor(joined(headers)['content-encoding'] ?? null)
    for await (const chunk of unpacked(body as AsyncIterable<Uint8Array>, decoders)) {
      heads.push(chunk)
      bytes += chunk.length
      if (bytes >= refusalBytes) break
    }
  } catch {
    // Its status has said enough.
  }
  body.destroy()
  return { sha256: null, bytes, wireBytes: bytes, head: Buffer.concat(heads).subarray(0, refusalBytes) }
}

type Kept = Pick<Answered, 'sha256' | 'bytes' | 'wireBytes' | 'head'>

async function keepBody(
  { headers, body }: Dispatcher.ResponseData,
  blobs: Blobs,
  most: number,
  limits: Limits,
  started: number,
): Promise<Kept> {
  const meter = { wireBytes: 0 }
  let bytes = 0
  const writer = await blobs.write()
  try {
    const decoders = decodersFor(joined(headers)['content-encoding'] ?? null)
    for await (const chunk of unpacked(metered(body, meter, limits, started), decoders)) {
      bytes += chunk.length
      if (bytes > most) throw new FetchError('too_large', `it is larger than ${sizeInWords(most)}`)
      if (bytes > megabyte && bytes > meter.wireBytes * mostUnfolding)
        throw new FetchError('bomb', `its ${meter.wireBytes} bytes unfold to more than ${mostUnfolding} times as many`)
      await writer.add(chunk)
    }
    const head = writer.head()
    return { ...(await writer.keep()), bytes, wireBytes: meter.wireBytes, head }
  } catch (error) {
    body.destroy()
    await writer.drop().catch(() => {})
    throw error
  }
}

/** The bytes as they come over the wire, counted, and refused where they drip. */
async function* metered(
  body: Readable,
  meter: { wireBytes: number },
  { slowAfter, leastPerSecond }: Limits,
  started: number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    meter.wireBytes += chunk.length
    const passed = performance.now() - started
    if (passed > slowAfter && (meter.wireBytes / passed) * 1000 < leastPerSecond)
      throw new FetchError('slow', `it came at fewer than ${leastPerSecond} bytes a second`)
    yield chunk
  }
}

/** Errors of any step come out of the iteration. */
function unpacked(bytes: AsyncIterable<Uint8Array>, decoders: readonly Transform[]): AsyncIterable<Uint8Array> {
  if (decoders.length === 0) return bytes
  return pipeline([Readable.from(bytes), ...decoders], () => {}) as unknown as Readable
}

function sizeInWords(bytes: number): string {
  return bytes >= megabyte ? `${Math.round(bytes / megabyte)} MB` : `${bytes} bytes`
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

function asFetchError(error: unknown): Error {
  if (error instanceof FetchError || error instanceof CrawlError) return error
  if (!(error instanceof Error)) return new FetchError('connection', String(error))
  const inner = error.cause instanceof FetchError ? error.cause : null
  if (inner) return inner
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const trouble = troubles.find(([pattern]) => pattern.test(code))
  return new FetchError(trouble?.[1] ?? 'connection', `${trouble?.[2] ?? 'the connection failed'} (${code})`)
}

const troubles: readonly (readonly [code: RegExp, trouble: FetchTrouble, words: string])[] = [
  [/^(?:ENOTFOUND|EAI_[A-Z]{1,20})$/, 'dns', 'its name is not known'],
  [/TIMEOUT|^ETIMEDOUT$/, 'timeout', 'it did not answer in time'],
  [/^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/, 'tls', 'its certificate does not hold'],
  [/^(?:HPE_|UND_ERR_HEADERS_OVERFLOW)/, 'protocol', 'its answer is no HTTP'],
  [/^UND_ERR_RES_CONTENT_LENGTH/, 'connection', 'it ended before all of it had come'],
  [/^(?:Z_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_PADDING)/, 'encoding', 'it cannot be unpacked'],
]
