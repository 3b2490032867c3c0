import { isEmail } from '../formats/email/index.ts'
import type { Container, Inside, Opening } from './container.ts'

/** An e-mail: what is attached to it, messages that it passes on, and files written into its text (uuencode). */
export const email: Container = { name: 'email', recognises: isEmail, hasWords: true, open }

async function* open(bytes: Uint8Array, { file }: Opening): AsyncGenerator<Inside> {
  const { openMessage } = await import('../formats/email/message.ts')
  const { files, isCut } = await openMessage(bytes)
  for (const [index, each] of files.entries()) {
    const isLast = isCut && index === files.length - 1
    const message = `The end of ${each.name} may be missing, for the end of ${file} is.`
    yield isLast ? { ...each, notes: [{ code: 'truncated', message }] } : each
  }
}
