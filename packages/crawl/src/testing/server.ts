import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, wallClock } from '../clock.ts'
import type { Fault } from './faults.ts'
import type { Answer, FakeSite, SiteState } from './site.ts'

/** A site on a port of its own, what goes wrong there, and how often it has changed. */
export interface Mounted {
  readonly site: FakeSite
  /** By path with its query: what happens at the first, the second … request; after them it answers as it should. */
  readonly faults?: Readonly<Record<string, readonly Fault[]>>
  readonly robots?: Answer
}

export interface Logged {
  readonly site: string
  /** By the clock of the server. */
  readonly at: number
  /** When the answer was over. */
  ended: number
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  status: number
}

export interface TestServer {
  /** `http://127.0.0.1:4711` */
  readonly origin: (site: string) => string
  readonly log: readonly Logged[]
  /** The sites change: items are added, edited and taken away. */
  readonly nextDay: () => void
  readonly stateOf: (site: string) => SiteState
  readonly close: () => Promise<void>
}

/** Sites on this machine, one port each, that answer as real ones do and as real ones should not. Everything that is asked is logged. */
export async function openTestServer(mounted: readonly Mounted[], clock: Clock = wallClock): Promise<TestServer> {
  const log: Logged[] = []
  const origins = new Map<string, string>()
  const states = new Map<string, { day: number; served: number }>()
  const servers: Server[] = []
  for (const each of mounted) {
    const state = { day: 0, served: 0 }
    const asked = new Map<string, number>()
    const server = createServer((request, response) => {
      const origin = origins.get(each.site.name) ?? ''
      answer(each, { request, response, origin, state, asked, log, clock })
    })
    server.keepAliveTimeout = 30_000
    servers.push(server)
    const { promise, resolve } = Promise.withResolvers<void>()
    server.listen(0, '127.0.0.1', resolve)
    await promise
    origins.set(each.site.name, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    states.set(each.site.name, state)
  }
  return {
    origin: (site) => origins.get(site) ?? '',
    log,
    nextDay: () => {
      for (const state of states.values()) state.day += 1
    },
    stateOf: (site) => ({ ...(states.get(site) ?? { day: 0, served: 0 }) }),
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly origin: string
  readonly state: { day: number; served: number }
  readonly asked: Map<string, number>
  readonly log: Logged[]
  readonly clock: Clock
}

function answer({ site, faults = {}, robots }: Mounted, exchange: Exchange): void {
  const { request, response, origin, state, asked, log, clock } = exchange
  const url = new URL(request.url ?? '/', origin)
  const path = url.pathname + url.search
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const entry: Logged = { site: site.name, at: clock.now(), ended: 0, path, headers, status: 0 }
  log.push(entry)
  response.on('close', () => {
    entry.ended = clock.now()
    entry.status = response.statusCode
  })
  const isRobots = url.pathname === '/robots.txt' && robots !== undefined
  const usual = isRobots
    ? robots
    : site.answer({ origin, path: url.pathname, query: url.searchParams, headers }, { ...state })
  const count = asked.get(path) ?? 0
  asked.set(path, count + 1)
  state.served += 1
  const fault = faults[path]?.[count]
  if (fault) fault(response, usual)
  else send(response, usual)
}

/** The answer as it should come. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...(status === 304 ? {} : { 'content-length': String(bytes.length) }), ...headers })
  response.end(status === 304 ? undefined : bytes)
}
