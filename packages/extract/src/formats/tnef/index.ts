import { type Format, UnreadableError } from '../../format.ts'

/** Packages of Outlook (winmail.dat) that stand alone; in an e-mail they are opened with it. */
export const tnef: Format = {
  name: 'tnef',
  version: 2,
  mediaTypes: ['application/vnd.ms-tnef'],
  recognises: ({ signature }) => signature === 'application/vnd.ms-tnef',
  read: async (bytes, writer, options) => {
    const [{ openTnef }, { writeMessage }] = await Promise.all([import('./open.ts'), import('../email/read.ts')])
    const message = openTnef(bytes)
    if (message === null)
      throw new UnreadableError(
        'damaged',
        `Cannot read ${options.name ?? 'the file'} as a package of Outlook (winmail.dat): nothing is left of it. Fetch it again.`,
      )
    await writeMessage(message, writer, options)
  },
}
