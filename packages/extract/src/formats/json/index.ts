import type { Format } from '../../format.ts'
import { textualKind } from '../../kinds.ts'

/** Data in JSON, as data portals publish them: lists of records as tables, all else line by line under its names. */
export const json: Format = {
  name: 'json',
  version: 1,
  mediaTypes: ['application/json'],
  recognises: ({ text }) => text !== null && textualKind(text) === 'application/json',
  read: async (bytes, writer, options) => {
    const { readJson } = await import('./read.ts')
    readJson(bytes, writer, options)
  },
}
