import type { SourceTemplate } from './index.ts'

/** Told of directory.leicester.gov.uk/foi-directory/foia-18553/; its markup was never seen. */
export const pathPerRecord: SourceTemplate = {
  name: 'path-per-record',
  about: 'A directory with one folder for each reference: /foi-directory/foia-18553/.',
  unsure: ['How the list is paged, where files lie, and everything of its markup: look at the first pages with care.'],
  entry: {
    adapter: 'disclosure-log',
    read: { itemUrls: ['/foi-directory/{key}/', '/foi-directory/{key}'], next: 'auto', keyIsReference: true },
  },
}
