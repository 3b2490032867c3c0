import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { send } from './server.ts'
import type { Answer } from './site.ts'

/** What goes wrong with one answer. `usual` is what should have come. */
export type Fault = (response: ServerResponse, usual: Answer) => void

const html = { 'content-type': 'text/html; charset=utf-8' }

export function answers(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Fault {
  return (response) => send(response, { status, headers: { ...html, ...headers }, body })
}

export const redirects = (to: string, status = 302): Fault => answers(status, { location: to })

export const tooMany = (retryAfter: string, status = 429): Fault => answers(status, { 'retry-after': retryAfter })

/** The connection is cut in the midst of the body. */
export const resets: Fault = (response, { body, headers }) => {
  const bytes = Buffer.from(body)
  response.writeHead(200, { 'content-length': String(bytes.length + 1), ...headers })
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.resetAndDestroy())
}

/** More was promised than comes. */
export const promisesMore: Fault = (response, { body, headers }) => {
  const bytes = Buffer.from(body)
  response.writeHead(200, { ...headers, 'content-length': String(bytes.length + 100), connection: 'close' })
  response.write(bytes, () => response.socket?.end())
}

/** It goes on and on, quickly. */
export const neverEnds: Fault = (response, { headers }) => {
  response.writeHead(200, headers)
  const chunk = Buffer.alloc(64 * 1024, 0x20)
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', more)
  more()
}

/** One byte now and then: each comes in time, the whole never does. */
export const drips: Fault = (response, { headers }) => {
  response.writeHead(200, headers)
  const timer = setInterval(() => response.write('.'), 20)
  response.on('close', () => clearInterval(timer))
}

/** Nothing comes at all. */
export const isSilent: Fault = () => {}

export const floodsHeaders: Fault = (response) => {
  response.socket?.end(`HTTP/1.1 200 OK\r\n${`x-flood: ${'a'.repeat(1000)}\r\n`.repeat(64)}\r\nhello`)
}

export const hasNoStatusLine: Fault = (response) => {
  response.socket?.end('hello\r\nthere\r\n\r\n')
}

/** 50 MB of nothing in 50 kB. */
export const bombs: Fault = (response) =>
  send(response, {
    status: 200,
    headers: { ...html, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(50 * 1024 * 1024)),
  })

export const packsThrice: Fault = (response, { body, headers }) =>
  send(response, {
    status: 200,
    headers: { ...headers, 'content-encoding': 'gzip, gzip, gzip' },
    body: gzipSync(gzipSync(gzipSync(Buffer.from(body)))),
  })

export const breaksGzip: Fault = (response, { body, headers }) =>
  send(response, {
    status: 200,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.from(body)).fill(7, 12),
  })

export const packs: Fault = (response, { body, headers, status }) =>
  send(response, { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.from(body)) })

/** A page that wants to see a person. */
export const challenges = (status = 403): Fault =>
  answers(
    status,
    { 'cf-mitigated': 'challenge' },
    '<!doctype html><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x"></script>',
  )

export const showsLogin = answers(
  200,
  {},
  '<!doctype html><title>Sign in</title><form action="/login"><input type="password" name="p"></form>',
)

export const saysWait = answers(
  200,
  {},
  '<!doctype html><title>Please wait</title><p>Your file is being made ready.</p>',
)

export const isEmpty = answers(200, { 'content-type': 'application/pdf' }, '')
