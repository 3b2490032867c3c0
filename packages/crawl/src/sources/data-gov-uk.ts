import type { SourceTemplate } from './index.ts'

/** The catalogue behind data.gov.uk; its front end is another host. Its robots.txt forbids /api/ and asks for 10 seconds. */
export const dataGovUk: SourceTemplate = {
  name: 'data-gov-uk',
  about:
    'The catalogue behind data.gov.uk, by its pages; files mostly lie on hosts of their publishers, named under attachmentHosts.',
  unsure: ['Whether its pages still look as the software ships them.'],
  entry: {
    name: 'data.gov.uk',
    adapter: 'ckan',
    start: 'https://ckan.publishing.service.gov.uk',
    pace: { delaySeconds: 10 },
  },
}
