import { load } from 'cheerio'
import { UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { writeBlocks } from './blocks.ts'
import { childElements, type Element, isTag, selectorMaker } from './dom.ts'
import { siteAround } from './main-content.ts'

/** Writes a page: its title and the site around as furniture, its main content as blocks. */
export function writePage(source: string, writer: Writer): void {
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
  const hidden = writeBlocks(body, { writer, selectorOf: selectorMaker(root), isAround: siteAround(body) })
  if (hidden > 0)
    writer.note(
      'hidden-content',
      `${hidden} ${hidden === 1 ? 'element that the page hides was' : 'elements that the page hides were'} left out.`,
    )
}

/** Some thousand elements inside each other are no letter, and more than can be walked. */
function refuseDepth(body: Element): void {
  let level: readonly Element[] = [body]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.depth)
      throw new UnreadableError(
        'damaged',
        `Cannot read the web page: its elements stand more than ${limits.depth} deep inside each other. Save it anew from a browser.`,
      )
    level = level.flatMap(childElements)
  }
}
