import type { SourceTemplate } from './index.ts'

export const ico: SourceTemplate = {
  name: 'ico',
  about: "The Information Commissioner's own disclosure log: the reference is the slug, the PDF carries the answer.",
  unsure: ['How the list is paged.'],
  entry: {
    name: "Information Commissioner's Office",
    authority: "Information Commissioner's Office",
    adapter: 'disclosure-log',
    start: 'https://ico.org.uk/about-the-ico/our-information/disclosure-log/',
    licence: {
      text: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    read: {
      itemUrls: ['/about-the-ico/our-information/disclosure-log/{key}/'],
      keyIsReference: true,
      downloads: ['/media/*'],
    },
  },
}
