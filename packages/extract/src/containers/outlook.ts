import type { AttachedFile } from '../formats/email/message.ts'
import { msg } from '../formats/msg/index.ts'
import { tnef } from '../formats/tnef/index.ts'
import type { Container, Inside } from './container.ts'

/** A message that Outlook saved: what is attached to it, and messages that it passes on. */
export const outlook: Container = {
  name: 'email',
  recognises: msg.recognises,
  hasWords: true,
  open: async function* (bytes): AsyncGenerator<Inside> {
    const { openMsg } = await import('../formats/msg/open.ts')
    yield* filesOf(await openMsg(bytes))
  },
}

/** A package of Outlook (winmail.dat). */
export const winmail: Container = {
  name: 'email',
  recognises: tnef.recognises,
  hasWords: true,
  open: async function* (bytes): AsyncGenerator<Inside> {
    const { openTnef } = await import('../formats/tnef/open.ts')
    yield* filesOf(openTnef(bytes))
  },
}

function filesOf(message: { readonly files: readonly AttachedFile[] } | null): readonly Inside[] {
  return message?.files ?? []
}
