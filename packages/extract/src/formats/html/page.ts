import { load } from 'cheerio'
import { UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { writeBlocks } from './blocks.ts'
import { childElements, type Element, isTag, selectorMaker } from './dom.ts'
import { siteAround } from './main-content.ts'
import { notesOf } from './notes.ts'

/** Writes a page: its title and the site around as furniture, its main content as blocks. */
export function writePage(source: string, writer: Writer): void {
  refuseOpenTags(source)
  const page = load(source)
  const [root] = page('html').get()
  const [body] = page('body').get()
  if (!root || !isTag(root) || !body || !isTag(body)) return
  refuseDepth(body)
  const title = page('head > title').first().text().trim()
  if (title !== '')
    writer.furniture([
      { words: title.replace(/\s+/g, ' '), place: { kind: 'element', selector: 'html > head > title' } },
    ])
  const hidden = writeBlocks(body, {
    writer,
    selectorOf: selectorMaker(root),
    isAround: siteAround(body),
    notes: notesOf(body),
  })
  if (hidden > 0)
    writer.note(
      'hidden-content',
      `${hidden} ${hidden === 1 ? 'element that the page hides was' : 'elements that the page hides were'} left out.`,
    )
}

/** Parsing takes the square of how many elements stand open, so that is looked at before. */
function refuseOpenTags(source: string): void {
  let open = 0
  for (const [, slash] of source.matchAll(staysOpen)) {
    open = slash === '/' ? Math.max(0, open - 1) : open + 1
    if (open > limits.openTags) throw tooDeep(limits.openTags)
  }
}

/** Elements that only their own end tag closes. */
const staysOpen =
  /<(\/?)(?:abbr|address|article|aside|b|big|blockquote|center|code|div|dl|em|fieldset|font|footer|form|header|i|ins|label|main|nav|ol|pre|s|section|small|span|strike|strong|sub|sup|table|tt|u|ul)[\s>/]/gi

/** Some thousand elements inside each other are no letter, and more than can be walked. */
function refuseDepth(body: Element): void {
  let level: readonly Element[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth) throw tooDeep(limits.depth)
    level = level.flatMap(childElements)
  }
}

function tooDeep(limit: number): UnreadableError {
  return new UnreadableError(
    'damaged',
    `Cannot read the web page: its elements stand more than ${limit} deep inside each other. Save it anew from a browser.`,
  )
}
