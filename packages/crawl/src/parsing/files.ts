import type { Attachment } from '../adapter.ts'
import { labelOf } from '../labels.ts'
import { hostOf, matchAddress } from './addresses.ts'
import type { Line, Link } from './lines.ts'

/** Names of files that a reply may be, by how their address ends. */
const endings: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroenabled.12',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  zip: 'application/zip',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

/** Addresses of downloads that do not end in a name of a file; what they are tell only their bytes. */
export const usualDownloads: readonly string[] = [
  '/downloads/file/*',
  '/download/downloads/*',
  '/downloads/download/*',
  '/documents/download/*',
]

export function typeByName(address: string): string | null {
  const name = URL.parse(address)?.pathname ?? address
  return endings[/\.([A-Za-z]{2,4}x?m?)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null
}

export function isFile(address: string, downloads: readonly string[]): boolean {
  return typeByName(address) !== null || downloads.some((pattern) => matchAddress(address, pattern) !== null)
}

/** The files that lines lead to, each once. `hosts` are those from which files may be fetched; the others are named with the reason. */
export function filesIn(
  lines: readonly Line[],
  { downloads, hosts }: { readonly downloads: readonly string[]; readonly hosts: readonly string[] },
): readonly Attachment[] {
  const files = new Map<string, Attachment>()
  for (const line of lines)
    for (const link of line.links)
      if (isFile(link.url, downloads) && !files.has(link.url))
        files.set(link.url, attachmentOf(link, line.links.length === 1 ? line.text : link.text, hosts))
  return [...files.values()]
}

export function attachmentOf(link: Pick<Link, 'url' | 'text'>, around: string, hosts: readonly string[]): Attachment {
  const host = hostOf(link.url)
  return {
    url: link.url,
    name: nameOf(link),
    declaredType: typeByName(link.url) ?? typeInWords(around),
    declaredSize: sizeInWords(link.text) ?? sizeInWords(around),
    role: roleOf(link.text),
    notFetched: hosts.includes(host)
      ? null
      : `It lies on another site, ${host}; name that under attachmentHosts to have it fetched.`,
  }
}

/** The name in the address, where it is one of a file; else the words of the link. A label and never a path. */
export function nameOf({ url, text }: { readonly url: string; readonly text: string }): string {
  const last = safeDecode(URL.parse(url)?.pathname.split('/').at(-1) ?? '')
  const words = withoutSize(text)
  const isNamed = typeByName(url) !== null || words === ''
  // A stroke in words parts no folders.
  return labelOf(isNamed ? last : words.replace(/[\\/]/g, ' ')) ?? 'file'
}

/** The words of a link without its "(PDF, 203 KB)". */
export function withoutSize(words: string): string {
  return words
    .replace(
      /\s?[([](?:opens in [^()[\]]{0,40}|[^()[\]]{0,40}(?:\bpdf|\bword|\bexcel|\bcsv|[KMG]B\b)[^()[\]]{0,40})[)\]]/gi,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

function roleOf(words: string): Attachment['role'] {
  const isResponse = /\b(?:response|reply|answer|decision)\b/i.test(words)
  const isRequest = /\brequest (?:letter|text|form)\b|^request\b/i.test(words)
  if (isResponse !== isRequest) return isResponse ? 'response' : 'request'
  return /\b(?:annex|appendix|attachment|enclosure|enclosed|data|spreadsheet)\b/i.test(words) ? 'enclosure' : 'unknown'
}

/** "(PDF, 203 KB)" in bytes, as nearly as it says. */
export function sizeInWords(words: string): number | null {
  const found = /\b(\d{1,4}(?:[.,]\d{1,3})?)\s?(bytes|[KMG]i?B)\b/i.exec(words.slice(0, 2000))
  if (!found) return null
  const unit = { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(found[2] ?? 'b').charAt(0).toLowerCase()] ?? 1
  return Math.round(Number((found[1] ?? '').replace(',', '.')) * unit)
}

function typeInWords(words: string): string | null {
  const found = /\b(pdf|docx?|xlsx?|csv|ods|odt|zip|rtf)\b/i.exec(words.slice(0, 2000))?.[1]
  return found ? (endings[found.toLowerCase()] ?? null) : null
}

function safeDecode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** The hosts from which a source's files may come: that of the page, those of its beginning, and those that it names. */
export function hostsOf(
  page: string,
  source: { readonly start: readonly string[]; readonly attachmentHosts: readonly string[] },
): readonly string[] {
  return [...new Set([hostOf(page), ...source.start.map(hostOf), ...source.attachmentHosts])]
}
