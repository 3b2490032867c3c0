import { type Format, type Look, UnreadableError } from '../../format.ts'
import { textualKind } from '../../kinds.ts'
import { limits } from '../../limits.ts'
import { isSavedPage } from '../mhtml/index.ts'

/** E-mails as they travel: who wrote to whom, when and about what, the reply, and earlier mail below it set apart. */
export const email: Format = {
  name: 'email',
  version: 5,
  mediaTypes: ['message/rfc822'],
  recognises: isEmail,
  read: async (bytes, writer, options) => {
    if (bytes.length > limits.mail)
      throw new UnreadableError(
        'too_large',
        `Cannot read ${options.name ?? 'the file'}: it is an e-mail of ${bytes.length} bytes, and no more than ${limits.mail} are read. Save what is attached as files of their own.`,
      )
    const { readEmail } = await import('./read.ts')
    await readEmail(bytes, writer, options)
  },
}

/** Is it an e-mail as it travels, and no printed one? */
export function isEmail(look: Look): boolean {
  return look.text !== null && textualKind(look.text) === 'message/rfc822' && !isSavedPage(look)
}
