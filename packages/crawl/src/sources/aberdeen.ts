import type { SourceTemplate } from './index.ts'

/** Told by others: years, categories below, and the answers as PDFs named "FOI-16-0058 – Title". */
export const aberdeen: SourceTemplate = {
  name: 'aberdeen',
  about: 'Aberdeen City Council: years and categories that end in lists of PDFs.',
  unsure: ['Where the first list stands, and how categories are addressed.'],
  entry: {
    name: 'Aberdeen City Council',
    authority: 'Aberdeen City Council',
    adapter: 'disclosure-log',
    start: 'https://www.aberdeencity.gov.uk/services/council-and-democracy/access-information/disclosure-log',
    read: { documents: true, listUrls: ['*/disclosure-log-*'], next: 'none', downloads: ['/sites/default/files/*'] },
  },
}
