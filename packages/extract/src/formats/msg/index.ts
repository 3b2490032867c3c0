import { type Format, UnreadableError } from '../../format.ts'

/** Messages that Outlook saved: who wrote to whom, when and about what, the reply, and earlier mail below it set apart. */
export const msg: Format = {
  name: 'msg',
  version: 2,
  mediaTypes: ['application/vnd.ms-outlook'],
  recognises: ({ signature }) => signature === 'application/vnd.ms-outlook',
  read: async (bytes, writer, options) => {
    const [{ openMsg }, { writeMessage }] = await Promise.all([import('./open.ts'), import('../email/read.ts')])
    const message = await openMsg(bytes)
    if (message === null)
      throw new UnreadableError(
        'damaged',
        `Cannot read ${options.name ?? 'the file'} as an Outlook e-mail (.msg): its list of properties is missing. Fetch it again.`,
      )
    await writeMessage(message, writer, options)
  },
}
