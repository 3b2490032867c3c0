import { type CheerioAPI, load } from 'cheerio'
import type { AnyNode } from 'domhandler'
import { type Page, PageError } from '../adapter.ts'
import { textOf } from './decode.ts'
import { refuseWrongPage } from './wrong-pages.ts'

/** A parsed page: cheerio, and what relative links are seen from. */
export interface Html {
  readonly $: CheerioAPI
  readonly base: string
}

const mostOpen = 5_000
const deepest = 800

/** Parses a page that is to be HTML and is what was asked for. Scripts are never run. Throws a `PageError` where it is something else. */
export function htmlOf(page: Page): Html {
  const source = textOf(page)
  if (looksLikeData(source))
    throw new PageError('not_this_kind', `${page.url} was to be a web page and holds data (JSON or XML).`)
  refuseOpenTags(source, page.url)
  const $ = load(source)
  refuseDepth($, page.url)
  refuseWrongPage($, page)
  return { $, base: baseOf($, page.finalUrl) }
}

function looksLikeData(source: string): boolean {
  const start = source.slice(0, 400).trimStart()
  return /^[[{]/.test(start) || (/^<\?xml\b/i.test(start) && !/<html\b|<!doctype html/i.test(source.slice(0, 2000)))
}

/** `<base href>` where it leads to the same host; a page cannot send us elsewhere. */
function baseOf($: CheerioAPI, url: string): string {
  const told = URL.parse($('base[href]').attr('href') ?? '', url)
  return told && told.host === URL.parse(url)?.host ? told.href : url
}

/** Parsing takes the square of how many elements stand open, so that is looked at before. */
function refuseOpenTags(source: string, url: string): void {
  let open = 0
  for (const [, slash] of source.matchAll(staysOpen)) {
    open = slash === '/' ? Math.max(0, open - 1) : open + 1
    if (open > mostOpen) throw tooDeep(url)
  }
}

/** Elements that only their own end tag closes. */
const staysOpen =
  /<(\/?)(?:abbr|address|article|aside|b|big|blockquote|center|code|div|dl|em|fieldset|font|footer|form|header|i|ins|label|main|nav|ol|pre|s|section|small|span|strike|strong|sub|sup|table|tt|u|ul)[\s>/]/gi

function refuseDepth($: CheerioAPI, url: string): void {
  let level: readonly AnyNode[] = $.root().children().toArray()
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw tooDeep(url)
    level = level.flatMap((element) => ('children' in element ? element.children : []))
  }
}

function tooDeep(url: string): PageError {
  return new PageError('layout', `${url} has elements that stand deeper inside each other than any page's do.`)
}
