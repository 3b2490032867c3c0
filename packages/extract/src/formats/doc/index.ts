import type { Format } from '../../format.ts'

/** Word files from 97 to 2003. Numbers of lists are read as Word prints them, tracked changes as if accepted. */
export const doc: Format = {
  name: 'doc',
  version: 2,
  mediaTypes: ['application/msword'],
  recognises: ({ signature }) => signature === 'application/msword',
  read: async (bytes, writer, options) => {
    const { readDoc } = await import('./read.ts')
    await readDoc(bytes, writer, options)
  },
}
