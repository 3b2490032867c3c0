import { type CheerioAPI, load } from 'cheerio'
import { type Page, PageError } from '../adapter.ts'
import { textOf } from './decode.ts'

const largestXml = 50 * 1024 * 1024
const deepest = 100

/**
 * Parses XML. Only its own five entities and numbered characters are known; a document that defines entities, or brings a list of
 * declarations, is refused. Nothing outside it is ever fetched.
 */
export function xmlOf(page: Page): CheerioAPI {
  const source = textOf(page, largestXml).trimStart()
  if (!source.startsWith('<') || /^<(?:!doctype\s{1,9}html|html)\b/i.test(source))
    throw new PageError('not_this_kind', `${page.url} was to be XML and is something else.`)
  const head = source.slice(0, 65_536)
  if (/<!ENTITY\b/i.test(source) || /<!DOCTYPE\s[^>]{0,1000}\[/i.test(head))
    throw new PageError(
      'not_this_kind',
      `${page.url} is XML that defines entities of its own, which is never needed and not read.`,
    )
  refuseDepth(source, page.url)
  return load(source, { xml: { xmlMode: true, decodeEntities: true } })
}

/** Counts what stands open before anything is parsed. */
function refuseDepth(source: string, url: string): void {
  let open = 0
  for (const [tag, slash] of source.matchAll(/<(\/?)[A-Za-z_][^<>]{0,4000}>/g)) {
    open = slash === '/' ? Math.max(0, open - 1) : tag.endsWith('/>') ? open : open + 1
    if (open > deepest) throw new PageError('layout', `${url} is XML nested deeper than ${deepest}, which no list is.`)
  }
}
