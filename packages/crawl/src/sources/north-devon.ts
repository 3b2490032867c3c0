import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: a page for each month, many requests on each. */
export const northDevon: SourceTemplate = {
  name: 'north-devon',
  about: 'North Devon Council: one page a month, split at "Request reference".',
  unsure: [],
  entry: {
    name: 'North Devon Council',
    authority: 'North Devon District Council',
    adapter: 'disclosure-log',
    start:
      'https://www.northdevon.gov.uk/council/data-protection-and-freedom-of-information/foi-and-eir-disclosure-logs',
    read: {
      listUrls: ['*/foi-and-eir-disclosure-logs/disclosure-log-*'],
      next: 'none',
      split: { label: ['Request reference'] },
      blocks: { request: 'Request received', response: 'Response provided' },
      labels: { responded: ['Issue date(s)', 'Issue date'] },
    },
  },
}
