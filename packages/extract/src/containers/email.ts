import { isEmail } from '../formats/email/index.ts'
import type { Container, Inside } from './container.ts'

/** An e-mail: what is attached to it, messages that it passes on, and files written into its text (uuencode). */
export const email: Container = { name: 'email', recognises: isEmail, hasWords: true, open }

async function* open(bytes: Uint8Array): AsyncGenerator<Inside> {
  const { openMessage } = await import('../formats/email/message.ts')
  const { files } = await openMessage(bytes)
  yield* files
}
