import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: Thurrock, lists of the Electoral Commission. */
export const drupal: SourceTemplate = {
  name: 'drupal',
  about: 'A Drupal list whose ?page= counts from 0; say under read.itemUrls what addresses of items look like.',
  unsure: ['Labels of request and response are missing on some pages.'],
  entry: {
    adapter: 'disclosure-log',
    read: { next: { param: 'page', from: 0 }, downloads: ['/sites/default/files/*'] },
  },
}
