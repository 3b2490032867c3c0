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

/** Workbooks that are one XML file, as Excel 2003 began to write them. */
export const xml2003: Format = {
  name: 'xml-2003',
  version: 1,
  mediaTypes: ['application/vnd.ms-excel+xml'],
  recognises: ({ text }) => text !== null && isWorkbookInXml(text.slice(0, 4096)),
  read: async (bytes, writer, options) => {
    const { readXml2003 } = await import('./xml-2003.ts')
    readXml2003(bytes, writer, options)
  },
}

function isWorkbookInXml(start: string): boolean {
  return (
    start.trimStart().startsWith('<') &&
    start.includes('urn:schemas-microsoft-com:office:spreadsheet') &&
    /<(?:\w{1,9}:)?Workbook\b/.test(start)
  )
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
