import type { SourceTemplate } from './index.ts'

export const scottishGovernment: SourceTemplate = {
  name: 'scottish-government',
  about: 'The Scottish Government: /publications/foi-202200305330/ and …-foi-release.',
  unsure: ['The address of the list, and how it is paged.', 'Newer pages have no labels.'],
  entry: {
    name: 'Scottish Government',
    authority: 'Scottish Government',
    adapter: 'disclosure-log',
    start: 'https://www.gov.scot/publications/?publicationTypes=foi-eir-release',
    licence: {
      text: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    read: {
      itemUrls: ['/publications/foi-{key}/', '/publications/{key}-foi-release/', '/publications/{key}/'],
      next: { param: 'page', from: 1 },
      blocks: { request: 'Information requested', response: 'Response' },
      downloads: ['/binaries/content/*'],
    },
  },
}
