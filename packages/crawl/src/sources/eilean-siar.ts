import type { SourceTemplate } from './index.ts'

/** Told by others: labels in bold before their values. */
export const eileanSiar: SourceTemplate = {
  name: 'eilean-siar',
  about: 'Comhairle nan Eilean Siar: pages from 1, the next behind a link called "Next".',
  unsure: ['The address of the list on its host.'],
  entry: {
    name: 'Comhairle nan Eilean Siar',
    authority: 'Comhairle nan Eilean Siar',
    adapter: 'disclosure-log',
    start: 'https://www.cne-siar.gov.uk/published-fois/?page=1',
    read: {
      items: '.cnes_listitem header a',
      itemUrls: ['/published-fois-*/{key}/', '/published-fois/{key}/'],
      next: { link: 'a.cnes_pagination_link[title="Next"]' },
    },
  },
}
