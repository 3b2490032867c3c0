import { type Format, type Options, UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { decodePage } from './charset.ts'

/** Web pages, and letters saved as web pages: the letter as blocks, the site around it as furniture. */
export const html: Format = {
  name: 'html',
  version: 4,
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  recognises: ({ text }) => text !== null && beginsAsPage(text),
  read,
}

async function read(bytes: Uint8Array, writer: Writer, { name }: Options): Promise<void> {
  const file = name ?? 'the file'
  if (bytes.length > limits.text)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: it is a web page larger than any letter (more than 20 MB).`,
    )
  const page = decodePage(bytes)
  if (page === null)
    throw new UnreadableError('not_text', `Cannot read ${file}: it begins as a web page and goes on as something else.`)
  const { writePage } = await import('./page.ts')
  const whole = withoutHalfTag(page.text)
  writePage(whole, writer)
  if (whole !== page.text || isWithoutEnd(whole))
    writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
  if (page.guessed) writer.note('odd-encoding', 'The characters are no UTF-8 and were read as Windows-1252.')
}

/** A page that breaks off within a tag, without that: half a tag is no words. */
function withoutHalfTag(text: string): string {
  const begins = text.lastIndexOf('<')
  return begins > text.lastIndexOf('>') && /^<(?:[A-Za-z/!]|$)/.test(text.slice(begins, begins + 2))
    ? text.slice(0, begins)
    : text
}

/** Programs end what they began with `<html>`; who writes pages by hand may leave out both. */
function isWithoutEnd(text: string): boolean {
  return /<html[\s>]/i.test(text.slice(0, 65_536)) && !/<\/(?:html|body)\s{0,9}>/i.test(text)
}

/** Does the text begin with an element of HTML, comments and declarations apart? */
function beginsAsPage(text: string): boolean {
  let at = 0
  for (let steps = 0; steps < 20; steps += 1) {
    at += text.slice(at).length - text.slice(at).trimStart().length
    const comment = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '>' : null
    if (comment === null) break
    const end = text.indexOf(comment, at)
    if (end === -1) return false
    at = end + comment.length
  }
  return opening.test(text.slice(at, at + 200))
}

const opening =
  /^<(?:!doctype\s{1,9}html|(?:html|head|body|meta|title|div|p|span|table|dl|blockquote|pre|form|header|address|h[1-6]|article|section|main|ul|ol|center|font|b|strong)(?=[\s>/]))/i
