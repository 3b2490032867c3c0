import type { Format } from '../../format.ts'
import { isFlat } from '../odf/flat.ts'

/** OpenDocument texts, zipped or flat. Numbers of lists are read as they are printed, tracked changes as if accepted. */
export const odt: Format = {
  name: 'odt',
  version: 2,
  mediaTypes: ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text-template'],
  recognises: ({ signature, text }) =>
    signature === null ? text !== null && isFlat(text, 'text') : odt.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readOdt } = await import('./read.ts')
    await readOdt(bytes, writer, options)
  },
}
