import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: an index of months, tables of date, title and department; reviews are pages of their own. */
export const moray: SourceTemplate = {
  name: 'moray',
  about: 'Moray Council: an index of months, each a table; an empty date is the one above.',
  unsure: [],
  entry: {
    name: 'Moray Council',
    authority: 'Moray Council',
    adapter: 'disclosure-log',
    start: 'http://www.moray.gov.uk/moray_standard/page_62338.html',
    read: {
      rows: 'table tr',
      itemUrls: ['/moray_standard/page_{key}.html'],
      columns: { responded: 1, category: 3 },
      carryDown: ['responded'],
      lists: '#content ul li a[href*="page_"], main ul li a[href*="page_"]',
      next: 'none',
      titleDrops: ['FOI Request'],
      labels: { reference: 'Request', responded: 'Response' },
    },
  },
}
