import type { Format } from '../../format.ts'

/** PowerPoint files from 97 to 2003: the words and tables of each slide, slide after slide. */
export const ppt: Format = {
  name: 'ppt',
  version: 1,
  mediaTypes: ['application/vnd.ms-powerpoint'],
  recognises: ({ signature }) => signature === 'application/vnd.ms-powerpoint',
  read: async (bytes, writer, options) => {
    const { readPpt } = await import('./read.ts')
    await readPpt(bytes, writer, options)
  },
}
