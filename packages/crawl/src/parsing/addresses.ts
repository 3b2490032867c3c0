import type { Request, Role } from '../adapter.ts'
import { withoutPassing } from '../urls.ts'

/** A link as an address without its fragment; null where it leads to no page (mail, scripts, other protocols). */
export function addressOf(href: string | undefined, base: string): string | null {
  if (href === undefined || href.trim() === '' || href.trim().startsWith('#')) return null
  const url = URL.parse(
    href
      .trim()
      .replace(/[\t\r\n]/g, '')
      .replaceAll(' ', '%20'),
    base,
  )
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.href.length > 2000) return null
  url.hash = ''
  return url.href
}

/** Path and query, without the session that a site gives each visitor. */
export function pathOf(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const { pathname, search } = withoutPassing(url)
  return `${pathname}${search}`
}

export function hostOf(address: string): string {
  return URL.parse(address)?.host.toLowerCase() ?? ''
}

export function withQuery(address: string, values: Readonly<Record<string, string | number>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value))
  return url.href
}

export function request(url: string, role: Role, accept: Request['accept'] = 'html'): Request {
  return { url, role, accept }
}

/** An address of the shape that a pattern describes, and the part of it that names the item. */
export interface Matched {
  readonly key: string | null
}

type Piece = { readonly kind: 'words'; readonly words: string } | { readonly kind: 'any' } | { readonly kind: 'key' }

/** How many `*` and `{key}` a pattern may have. */
export const mostWildcards = 5

/**
 * Compares path and query with a pattern such as `/directory-record/{key}/*`: `*` is any run of characters, `{key}` one step of a
 * path or one value of a query. Patterns come from people, so they are no regular expressions: no text can make them slow.
 */
export function matchAddress(address: string, pattern: string): Matched | null {
  const pieces = piecesOf(pattern)
  let steps = 20_000
  const match = (at: number, from: number, key: string | null): Matched | null => {
    const piece = pieces[at]
    if (!piece) return from === text.length ? { key } : null
    if (piece.kind === 'words')
      return text.startsWith(piece.words, from) ? match(at + 1, from + piece.words.length, key) : null
    const longest = piece.kind === 'any' ? text.length : endOfStep(text, from)
    for (let end = piece.kind === 'any' ? from : from + 1; end <= longest; end += 1) {
      steps -= 1
      if (steps < 0) return null
      const found = match(at + 1, end, piece.kind === 'key' ? text.slice(from, end) : key)
      if (found) return found
    }
    return null
  }
  const text = pathOf(address)
  return match(0, 0, null)
}

function piecesOf(pattern: string): readonly Piece[] {
  return pattern
    .split(/(\*|\{key\})/)
    .filter((words) => words !== '')
    .map((words) => (words === '*' ? { kind: 'any' } : words === '{key}' ? { kind: 'key' } : { kind: 'words', words }))
}

function endOfStep(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if ('/?&#'.includes(text.charAt(at))) return at
  return text.length
}
