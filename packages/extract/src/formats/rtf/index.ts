import type { Format } from '../../format.ts'

/** Rich text files. Numbers of lists are those that the program left in it, tracked changes are read as if accepted. */
export const rtf: Format = {
  name: 'rtf',
  version: 2,
  mediaTypes: ['application/rtf'],
  recognises: ({ signature }) => signature === 'application/rtf',
  read: async (bytes, writer, options) => {
    const { readRtf } = await import('./read.ts')
    await readRtf(bytes, writer, options)
  },
}
