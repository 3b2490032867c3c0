import type { Format } from '../../format.ts'
import { isFlat } from '../odf/flat.ts'

/** OpenDocument presentations, zipped or flat: the words and tables of each slide, slide after slide. */
export const odp: Format = {
  name: 'odp',
  version: 1,
  mediaTypes: [
    'application/vnd.oasis.opendocument.presentation',
    'application/vnd.oasis.opendocument.presentation-template',
  ],
  recognises: ({ signature, text }) =>
    signature === null ? text !== null && isFlat(text, 'presentation') : odp.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readOdp } = await import('./read.ts')
    await readOdp(bytes, writer, options)
  },
}
