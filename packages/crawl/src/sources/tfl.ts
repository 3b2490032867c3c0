import type { SourceTemplate } from './index.ts'

export const tfl: SourceTemplate = {
  name: 'tfl',
  about: 'Transport for London: foi-request-detail?referenceId=FOI-2388-2324.',
  unsure: [
    'Where the list stands and how it is paged.',
    'Its licence allows private and non-commercial use; ask before other use.',
  ],
  entry: {
    name: 'Transport for London',
    authority: 'Transport for London',
    adapter: 'disclosure-log',
    start: 'https://tfl.gov.uk/corporate/transparency/freedom-of-information/foi-requests',
    licence: { text: 'Private and non-commercial use; permission is needed for other use.' },
    read: {
      itemUrls: ['*/foi-request-detail?referenceId={key}'],
      keyIsReference: true,
      blocks: { request: 'You asked', response: 'We answered' },
    },
  },
}
