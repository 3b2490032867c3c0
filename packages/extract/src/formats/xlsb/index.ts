import type { Format } from '../../format.ts'

/** Binary workbooks, as Excel since 2007 keeps those that are large: read as those in XML are. */
export const xlsb: Format = {
  name: 'xlsb',
  version: 1,
  mediaTypes: ['application/vnd.ms-excel.sheet.binary.macroenabled.12'],
  recognises: ({ signature }) => signature !== null && xlsb.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readXlsb } = await import('./read.ts')
    await readXlsb(bytes, writer, options)
  },
}
