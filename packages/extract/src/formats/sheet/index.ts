import type { Format } from '../../format.ts'
import { textualKind } from '../../kinds.ts'
import { delimiterOf } from './delimiter.ts'

/** Excel files since 2007: each sheet under its name, its tables with their cells as shown. */
export const xlsx: Format = {
  name: 'xlsx',
  version: 3,
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
    'application/vnd.ms-excel.sheet.macroenabled.12',
  ],
  recognises: ({ signature }) => signature !== null && xlsx.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readWorkbook } = await import('./workbook.ts')
    await readWorkbook(bytes, writer, options)
  },
}

/** Excel files before 2007. */
export const xls: Format = {
  name: 'xls',
  version: 1,
  mediaTypes: ['application/vnd.ms-excel'],
  recognises: ({ signature }) => signature !== null && xls.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readXls } = await import('./xls.ts')
    await readXls(bytes, writer, options)
  },
}

/** Tables in plain text, their cells parted by commas, semicolons, tabs or bars. */
export const csv: Format = {
  name: 'csv',
  version: 2,
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  recognises: ({ text }) => text !== null && textualKind(text) === null && delimiterOf(text) !== null,
  read: async (bytes, writer, options) => {
    const { readCsv } = await import('./csv.ts')
    await readCsv(bytes, writer, options)
  },
}
