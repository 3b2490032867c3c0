import type { SourceTemplate } from './index.ts'

export const thurrock: SourceTemplate = {
  name: 'thurrock',
  about: 'Thurrock Council: /foi-responses/, a Drupal list counted from 0.',
  unsure: ['Its licence allows private and non-commercial use; ask before other use.'],
  entry: {
    name: 'Thurrock Council',
    authority: 'Thurrock Council',
    adapter: 'disclosure-log',
    start: 'https://www.thurrock.gov.uk/foi-responses',
    licence: { text: 'Private and non-commercial use; permission is needed for other use.' },
    read: {
      itemUrls: ['/foi-responses/{key}'],
      next: { param: 'page', from: 0 },
      downloads: ['/sites/default/files/*'],
    },
  },
}
