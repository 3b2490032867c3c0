/** A path of a rule, ready to be compared. */
export interface Pattern {
  /** What stands between its stars, in order. */
  readonly pieces: readonly string[]
  /** Does it end in "$"? */
  readonly isAnchored: boolean
  /** Its length as RFC 9309 weighs it, stars and "$" counted. */
  readonly octets: number
}

/** The path of a rule, octet by octet, in the form that addresses are compared in. "%2A" and "%24" are a star and a dollar themselves. */
export function normalisedPattern(octets: string): Pattern {
  const isAnchored = octets.endsWith('$')
  const pieces: string[] = []
  let isInQuery = false
  for (const piece of (isAnchored ? octets.slice(0, -1) : octets).split('*')) {
    pieces.push(normalised(piece, isInQuery))
    isInQuery ||= piece.includes('?')
  }
  const stars = pieces.length - 1
  const octetsInAll = pieces.reduce((sum, piece) => sum + piece.length, stars + (isAnchored ? 1 : 0))
  return { pieces, isAnchored, octets: octetsInAll }
}

/** Path and query of an address in the form that rules are compared in. What has no scheme is a path, or else begins with a host. */
export function normalisedTarget(address: string): string {
  const url = address.startsWith('/')
    ? URL.parse(address, 'http://host')
    : (URL.parse(address) ?? URL.parse(`http://${address}`))
  const raw = url ? url.pathname + url.search : '/'
  return normalised(Buffer.from(raw.startsWith('/') ? raw : `/${raw}`, 'utf8').toString('latin1'), false)
}

/** Does the pattern match from the beginning of the target? It goes through it once, whatever the pattern. */
export function patternMatches({ pieces, isAnchored }: Pattern, target: string): boolean {
  const [first = '', ...others] = pieces
  if (!target.startsWith(first)) return false
  let at = first.length
  const last = others.pop()
  if (last === undefined) return !isAnchored || at === target.length
  for (const piece of others) {
    const found = target.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (isAnchored) return target.length - last.length >= at && target.endsWith(last)
  return target.indexOf(last, at) >= 0
}

/**
 * One spelling for what means the same: octets that a web address does not hold are encoded, unreserved characters are not, hexadecimal
 * digits are capitals. ":" and "@" mean the same either way, and so do "/" and "?" within a query.
 */
function normalised(octets: string, startsInQuery: boolean): string {
  let isInQuery = startsInQuery
  let text = ''
  for (let at = 0; at < octets.length; at += 1) {
    const octet = octets.charCodeAt(at)
    const encoded = octet === 0x25 ? hexAt(octets, at + 1) : null
    if (encoded !== null) {
      text += meansTheSame(encoded, isInQuery) ? String.fromCharCode(encoded) : percent(encoded)
      at += 2
    } else {
      text += isPlain(octet) ? octets[at] : percent(octet)
      isInQuery ||= octet === 0x3f
    }
  }
  return text
}

function hexAt(octets: string, at: number): number | null {
  const digits = octets.slice(at, at + 2)
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null
}

function percent(octet: number): string {
  return `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
}

function meansTheSame(octet: number, isInQuery: boolean): boolean {
  const character = String.fromCharCode(octet)
  return /[A-Za-z0-9\-._~:@]/.test(character) || (isInQuery && /[/?]/.test(character))
}

/** What a web address holds as it is, but for the two that steer a pattern. */
function isPlain(octet: number): boolean {
  return /[A-Za-z0-9\-._~:/?#[\]@!&'()+,;=%]/.test(String.fromCharCode(octet))
}
