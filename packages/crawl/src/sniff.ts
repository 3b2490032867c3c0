import { fileTypeFromFile } from 'file-type'

/** What bytes are, whatever was said of them. */
export interface Kind {
  /** "application/pdf"; "application/octet-stream" where nothing tells. */
  readonly mediaType: string
  /** The ending that a file of this kind gets: "pdf". */
  readonly extension: string
}

const officeAsZip = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'])

/** Looks at magic bytes first, then at how a text begins, and only then at what was declared and at the ending of the name. */
export async function kindOf(
  path: string,
  head: Uint8Array,
  declared: string | null,
  name: string | null,
): Promise<Kind> {
  const magic = await fileTypeFromFile(path).catch(() => undefined)
  const ending = endingOf(name)
  if (magic) {
    if (magic.ext === 'cfb' && ['doc', 'xls', 'ppt', 'msg'].includes(ending))
      return { mediaType: magic.mime, extension: ending }
    if (magic.ext === 'zip' && officeAsZip.has(ending)) return { mediaType: magic.mime, extension: ending }
    if (magic.ext !== 'xml') return { mediaType: magic.mime, extension: magic.ext }
  }
  return textKind(head) ?? declaredKind(declared, ending, head)
}

function textKind(head: Uint8Array): Kind | null {
  const text = Buffer.from(head)
    .toString('latin1')
    .replace(/^(?:ï»¿)?\s*/, '')
  if (/^(?:<!doctype html|<html\b|<head\b|<body\b)/i.test(text)) return html
  if (/^<\?xml/i.test(text)) return /<html\b|<!doctype html/i.test(text.slice(0, 600)) ? html : xml
  if (/^(?:<!--|<(?:div|p|main|article|section|h1|table|ul|title|meta)\b)/i.test(text)) return html
  if (/^<(?:rss|feed|urlset|sitemapindex)\b/i.test(text)) return xml
  if (/^[[{]/.test(text) && /^[[{]\s*(?:["\]}[{]|-?\d|true|false|null)/.test(text)) return json
  return null
}

const html: Kind = { mediaType: 'text/html', extension: 'html' }
const xml: Kind = { mediaType: 'application/xml', extension: 'xml' }
const json: Kind = { mediaType: 'application/json', extension: 'json' }
const csv: Kind = { mediaType: 'text/csv', extension: 'csv' }
const plain: Kind = { mediaType: 'text/plain', extension: 'txt' }
const unknown: Kind = { mediaType: 'application/octet-stream', extension: 'bin' }

function declaredKind(declared: string | null, ending: string, head: Uint8Array): Kind {
  if (head.includes(0)) return unknown
  const type = (declared ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'text/csv' || ending === 'csv') return csv
  if (type === 'message/rfc822' || ending === 'eml') return { mediaType: 'message/rfc822', extension: 'eml' }
  if (type === 'text/html' || type === 'application/xhtml+xml') return html
  return plain
}

/** The ending of a name, without its dot and in small letters: only a hint. */
export function endingOf(name: string | null): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
}
