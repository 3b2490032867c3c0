import type { SourceTemplate } from './index.ts'

export const nationalArchives: SourceTemplate = {
  name: 'national-archives',
  about: 'The National Archives: request, outcome and response on one page, files on a host of their own.',
  unsure: ['How the list is paged.'],
  entry: {
    name: 'The National Archives',
    authority: 'The National Archives',
    adapter: 'disclosure-log',
    start: 'https://www.nationalarchives.gov.uk/about/freedom-of-information/information-requests/',
    attachmentHosts: ['cdn.nationalarchives.gov.uk'],
    licence: {
      text: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    read: {
      itemUrls: ['/about/freedom-of-information/information-requests/{key}/'],
      blocks: { end: ['Outcome', 'Explanatory annex', 'Exemptions applied'] },
    },
  },
}
