import type { Format, Look } from '../../format.ts'
import { UnreadableError } from '../../format.ts'
import { textualKind } from '../../kinds.ts'
import { limits } from '../../limits.ts'

/** Web pages that a browser or Word saved with their pictures in one file (MHT): read as the page in them. */
export const mhtml: Format = {
  name: 'mhtml',
  version: 1,
  mediaTypes: ['multipart/related'],
  recognises: isSavedPage,
  read: async (bytes, writer, options) => {
    const file = options.name ?? 'the file'
    if (bytes.length > limits.mail)
      throw new UnreadableError(
        'too_large',
        `Cannot read ${file}: it is a saved web page of ${bytes.length} bytes, and no more than ${limits.mail} are read. Save it as HTML alone.`,
      )
    const { readSavedPage } = await import('./read.ts')
    await readSavedPage(bytes, writer, options)
  },
}

/** Programs save pages as mail without anybody to send it to. */
export function isSavedPage({ text }: Look): boolean {
  if (text === null || textualKind(text) !== 'message/rfc822') return false
  const [head = ''] = text
    .trimStart()
    .slice(0, 8_192)
    .split(/\r?\n\r?\n/, 1)
  return (
    /^content-type:\s{0,9}(?:multipart\/related|text\/html)/im.test(head) &&
    !/^(?:to|cc|received|return-path|delivered-to|message-id):/im.test(head) &&
    (/^from: ?"?<?saved by/im.test(head) || !/^from:/im.test(head))
  )
}
