import { type Options, UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { openMessage } from '../email/message.ts'
import { writePage } from '../html/page.ts'
import { readPasted } from '../picture/pasted.ts'

/** Reads the page that was saved; its pictures stand beside it in the file. Throws `UnreadableError` where there is no page. */
export async function readSavedPage(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const file = options.name ?? 'the file'
  const { html, plain, pictures, isCut } = await openMessage(bytes)
  if (html === null && plain === null)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${file} as a saved web page (MHT): no page is in it. Fetch it again.`,
    )
  if ((html ?? plain ?? '').length > limits.text)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: the page in it is larger than any letter (more than 20 MB).`,
    )
  if (html !== null) writePage(html, writer)
  else writer.paragraph(plain ?? '')
  if (isCut) writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
  const left = pictures.length - (await readPasted(pictures, writer, options))
  if (left > 0) writer.note('picture', `${left} ${left === 1 ? 'picture was' : 'pictures were'} left out.`)
}
