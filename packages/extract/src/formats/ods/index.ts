import type { Format } from '../../format.ts'
import { isFlat } from '../odf/flat.ts'

/** OpenDocument spreadsheets, zipped or flat: each sheet under its name, its tables with their cells as shown. */
export const ods: Format = {
  name: 'ods',
  version: 1,
  mediaTypes: [
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.spreadsheet-template',
  ],
  recognises: ({ signature, text }) =>
    signature === null ? text !== null && isFlat(text, 'spreadsheet') : ods.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readOds } = await import('./read.ts')
    await readOds(bytes, writer, options)
  },
}
