import { lookup as systemLookup } from 'node:dns'
import { Agent, buildConnector } from 'undici'
import { isPublicAddress } from './addresses.ts'
import { FetchError } from './errors.ts'

/** Finds the addresses of a host; a test brings its own. */
export type Lookup = (host: string) => Promise<readonly string[]>

export interface Connections {
  readonly agent: Agent
  /** The address that a host and port ("www.amblethorpe.example:443") was last reached at. */
  readonly reachedAt: (hostAndPort: string) => string | null
}

const connectMilliseconds = 10_000

/**
 * Connections that go to public addresses alone: each address is looked at when its name is looked up, and again on the open socket
 * before a byte is sent, so that no name can mean one thing first and another thing then. One connection a host; certificates are checked.
 *
 * @param allowed hosts with their ports ("127.0.0.1:4711") for which private addresses will do.
 */
export function openConnections(allowed: ReadonlySet<string>, lookup: Lookup = lookupBySystem): Connections {
  const reached = new Map<string, string>()
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    allowH2: false,
    // The whole of a request has a deadline of its own; these are for its parts.
    headersTimeout: 15_000,
    bodyTimeout: 30_000,
    keepAliveTimeout: 20_000,
    maxHeaderSize: 16 * 1024,
    connect: (options, callback) => {
      const place = `${options.hostname}:${options.port || (options.protocol === 'https:' ? '443' : '80')}`
      const isAllowed = allowed.has(place)
      const connector = buildConnector({
        timeout: connectMilliseconds,
        allowH2: false,
        lookup: checked(lookup, isAllowed),
      } as never)
      connector(options, (error, socket) => {
        if (error) return callback(error, null)
        const address = socket?.remoteAddress ?? ''
        if (!isAllowed && !isPublicAddress(address)) {
          socket?.destroy()
          return callback(notPublic(options.hostname, address), null)
        }
        reached.set(place, address)
        return callback(null, socket as NonNullable<typeof socket>)
      })
    },
  })
  return { agent, reachedAt: (place) => reached.get(place) ?? null }
}

type NodeCallback = (error: Error | null, address?: unknown, family?: number) => void

/** In the shape that sockets ask for. One address that is not public refuses the name: an honest site has none. */
function checked(lookup: Lookup, isAllowed: boolean) {
  return (host: string, options: { readonly all?: boolean }, callback: NodeCallback): void => {
    lookup(host).then(
      (addresses) => {
        const wrong = isAllowed ? undefined : addresses.find((each) => !isPublicAddress(each))
        if (wrong !== undefined) return callback(notPublic(host, wrong))
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        const [first] = found
        if (!first) return callback(Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' }))
        return options.all ? callback(null, found) : callback(null, first.address, first.family)
      },
      (error: Error) => callback(error),
    )
  }
}

function notPublic(host: string, address: string): FetchError {
  return new FetchError('address', `${host} leads to ${address || 'nowhere'}, which is no public address`)
}

function lookupBySystem(host: string): Promise<readonly string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>()
  systemLookup(host, { all: true }, (error, found) => {
    if (error) reject(error)
    else resolve(found.map(({ address }) => address))
  })
  return promise
}
