import { load } from 'cheerio'

/** The words of a page without its frame, to see whether it changed. */
export function plainWords(bytes: Uint8Array): string {
  const $ = load(Buffer.from(bytes))
  $('script, style, noscript, template, nav, header, footer, form, iframe, svg').remove()
  const main = $('main, [role=main], article').first()
  return (main.length > 0 ? main : $('body'))
    .text()
    .replace(/\s{1,10000}/g, ' ')
    .trim()
}
