import type { Role } from './adapter.ts'
import { hostAndPort } from './addresses.ts'
import type { Source } from './source.ts'

/** What the same page is asked for with and without: campaigns, sessions, ways to show it. */
const passing =
  /^(?:utm_[a-z]{1,20}|fbclid|gclid|msclkid|phpsessid|jsessionid|aspsessionid[a-z]{0,20}|sid|sessionid|session_id|cookie_passthrough|unfold|nocache)$/i

/** The spelling under which an address is known: two that lead to one page have one key. Null: it is no web address. */
export function urlKey(address: string): string | null {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  url.hash = ''
  const { pathname, search } = withoutPassing(url)
  url.pathname = capitalHex(pathname)
  url.search = capitalHex(search)
  return url.href
}

/** Path and query without what the same page is asked for with and without. Order and spelling of the rest stay. */
export function withoutPassing({
  pathname,
  search,
}: Pick<URL, 'pathname' | 'search'>): Pick<URL, 'pathname' | 'search'> {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !passing.test(pair.split('=', 1)[0] ?? ''))
  return {
    pathname: pathname.replace(/;jsessionid=[^/;]{1,200}/i, ''),
    search: kept.length === 0 ? '' : `?${kept.join('&')}`,
  }
}

function capitalHex(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (triple) => triple.toUpperCase())
}

/** The host that paces and budgets count by: "www.amblethorpe.example", with its port where that is not the usual. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? ''
}

const longestUrl = 2_000
const mostSegments = 20
const mostRepeats = 2

/** Why an address is not asked for; null where it may be. Against spaces without an end, and to stay on the sites of the source. */
export function outOfScope(address: string, role: Role, source: Source): string | null {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return 'it is no web address'
  if (address.length > longestUrl) return `it is longer than ${longestUrl} characters`
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  if (segments.length > mostSegments) return `its path has more than ${mostSegments} steps`
  const counts = new Map<string, number>()
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  if (Math.max(0, ...counts.values()) > mostRepeats) return 'its path goes round in a circle'
  if (hostsOf(source, role).has(url.host)) return null
  return role === 'attachment'
    ? `${url.host} is none of the hosts of this source; add it to attachmentHosts where it should be`
    : `${url.host} is none of the hosts of this source`
}

function hostsOf(source: Source, role: Role): ReadonlySet<string> {
  const own = source.start.map(hostOf)
  return new Set(role === 'attachment' || role === 'part' ? [...own, ...source.attachmentHosts] : own)
}

/** Hosts on this machine that the source itself names: the rule against private addresses is waived for exactly these. */
export function namedHere(source: Source, isHere: (host: string) => boolean): ReadonlySet<string> {
  const urls = [...source.start, ...source.attachmentHosts.map((host) => `http://${host}`)].flatMap(
    (each) => URL.parse(each) ?? [],
  )
  return new Set(urls.filter(({ hostname }) => isHere(hostname)).map(hostAndPort))
}
