import type { Role } from './adapter.ts'
import type { Answered } from './fetcher.ts'
import { retryAfter } from './pace.ts'
import { endingOf, type Kind } from './sniff.ts'

/** What an answer means for whoever asked. */
export type Meaning =
  | { readonly kind: 'good' }
  | { readonly kind: 'not_modified' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** 404 or 410. */
  | { readonly kind: 'absent' }
  /** It asks who we are, or says that we may not. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It wants to see a person, and none is here. */
  | { readonly kind: 'challenge'; readonly why: string }
  /** It wants to be left alone until then; null: it did not say. */
  | { readonly kind: 'busy'; readonly until: number | null; readonly why: string }
  /** It may pass. */
  | { readonly kind: 'passing'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }
  /** It answered, but not with what was asked for; it is never read as that. */
  | { readonly kind: 'wrong'; readonly why: string }

const passing = new Set([408, 425, 500, 502, 504, 520, 521, 522, 523, 524])

export function meaningOf(answered: Answered, url: string, now: number): Meaning {
  const { status, headers } = answered
  const challenge = challengeIn(answered)
  if (challenge !== null) return { kind: 'challenge', why: challenge }
  if (status === 304) return { kind: 'not_modified' }
  if (status === 202) return { kind: 'passing', why: 'it answered 202: not ready yet' }
  if (status >= 200 && status < 300) {
    return answered.bytes === 0 ? { kind: 'wrong', why: 'it is empty' } : { kind: 'good' }
  }
  if (status >= 300 && status < 400) return redirect(headers.location, url, status)
  if (status === 404 || status === 410) return { kind: 'absent' }
  if (status === 401 || status === 403 || status === 451 || status === 407)
    return { kind: 'refused', why: refusals[status] ?? `it answered ${status}` }
  if (status === 429 || status === 503) {
    const wait = retryAfter(headers['retry-after'], now)
    const until = wait === null ? null : now + wait
    return { kind: 'busy', until, why: `it answered ${status}: too much is asked of it` }
  }
  if (passing.has(status)) return { kind: 'passing', why: `it answered ${status}` }
  return { kind: 'failed', why: `it answered ${status}` }
}

const refusals: Readonly<Record<number, string>> = {
  401: 'it wants a login (401)',
  403: 'it lets us not in (403)',
  451: 'it is withheld for legal reasons (451)',
}

function redirect(location: string | undefined, url: string, status: number): Meaning {
  const to = location === undefined ? null : URL.parse(fromLatin1(location), url)
  if (to === null) return { kind: 'failed', why: `it answered ${status} and did not say where to go` }
  if (isLogin(to)) return { kind: 'refused', why: 'it leads to a login' }
  if (/\/mgerror\.aspx$/i.test(to.pathname)) return { kind: 'failed', why: 'it leads to a page that tells of an error' }
  return { kind: 'redirect', to: to.href }
}

/** Headers are read as Latin-1; servers write addresses in UTF-8 in them. */
function fromLatin1(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8')
}

function isLogin(url: URL): boolean {
  return /\/(?:login|log-in|signin|sign-in|logon|account\/login|profile\/sign_in|users\/sign_in)(?:\.aspx|\.php|\/)?$/i.test(
    url.pathname,
  )
}

/** Words of pages that want to see a person before they show anything. */
const onAnyStatus =
  /<title>(?:just a moment|attention required! \| cloudflare|pardon our interruption|ddos-guard|verify you are human|are you a robot|access denied)/i
const onRefusals =
  /cf-chl|challenge-platform|_incapsula_resource|incapsula incident|px-captcha|awswaf|aws-waf|g-recaptcha|h-captcha|hcaptcha\.com|datadome|verify you are (?:a )?human|enable javascript and cookies/i

function challengeIn({ status, headers, head }: Answered): string | null {
  if (headers['cf-mitigated'] !== undefined || headers['x-amzn-waf-action'] !== undefined)
    return 'it wants to see a person (its header says so)'
  const type = headers['content-type'] ?? ''
  if (type !== '' && !/html|text/i.test(type)) return null
  const text = Buffer.from(head).toString('latin1')
  const isRefusal = [202, 401, 403, 405, 429, 503].includes(status)
  if (onAnyStatus.test(text) || (isRefusal && onRefusals.test(text)))
    return 'it wants to see a person (its page says so)'
  // A page that is nothing but a script, where another answer was due.
  if ((status === 202 || status === 405) && /<script\b/i.test(text))
    return `it answered ${status} with a script for a browser`
  return null
}

/** Why what came cannot be what was asked for; null where it can. */
export function mismatch(
  role: Role,
  kind: Kind,
  url: string,
  name: string | null,
  declared: string | null,
): string | null {
  if (role !== 'attachment') {
    const isText = /^(?:text\/|application\/(?:json|xml))/.test(kind.mediaType)
    return isText ? null : `it is no page but a file (${kind.extension})`
  }
  if (kind.extension !== 'html') return null
  const endings = [endingOf(name), endingOf(URL.parse(url)?.pathname ?? null)]
  const mayBeHtml =
    endings.some((ending) => ['htm', 'html', 'aspx', 'php'].includes(ending)) || /html/i.test(declared ?? '')
  return mayBeHtml && !endings.some((ending) => fileEndings.has(ending)) ? null : 'it is a page where a file was due'
}

const fileEndings = new Set([
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'csv',
  'zip',
  'odt',
  'ods',
  'ppt',
  'pptx',
  'rtf',
  'msg',
  'eml',
  'txt',
])

/** Until when it need not be asked for again, by `Cache-Control: max-age`; null where it does not say. */
export function freshUntil(headers: Readonly<Record<string, string>>, now: number, most: number): number | null {
  const control = headers['cache-control'] ?? ''
  if (/\bno-(?:cache|store)\b/i.test(control)) return null
  const seconds = /\bmax-age\s?=\s?"?(\d{1,9})/i.exec(control)?.[1]
  if (seconds === undefined) return null
  const age = Number(/^\d{1,9}$/.exec(headers.age ?? '')?.[0] ?? 0)
  return now + Math.min(most, Math.max(0, Number(seconds) - age) * 1000)
}

/** Headers that are kept beside what came. */
const kept = [
  'age',
  'cache-control',
  'cf-mitigated',
  'content-disposition',
  'content-language',
  'content-type',
  'date',
  'etag',
  'last-modified',
  'link',
  'location',
  'retry-after',
  'x-robots-tag',
  'x-wp-total',
  'x-wp-totalpages',
]

export function keptHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name].slice(0, 1_000)]])),
  )
}
