import type { SourceTemplate } from './index.ts'

export const electoralCommission: SourceTemplate = {
  name: 'electoral-commission',
  about: 'The Electoral Commission: a Drupal list with facets of years.',
  unsure: ['What addresses of its items look like: /freedom-information-request/<slug> is taken.'],
  entry: {
    name: 'The Electoral Commission',
    authority: 'Electoral Commission',
    adapter: 'disclosure-log',
    start: 'https://www.electoralcommission.org.uk/freedom-information',
    read: {
      itemUrls: ['/freedom-information-request/{key}', '/freedom-information/{key}'],
      next: { param: 'page', from: 0 },
      downloads: ['/sites/default/files/*'],
    },
  },
}
