import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: a post type `information_request`, question and answer mixed, tables inline, often no reference. */
export const devon: SourceTemplate = {
  name: 'devon',
  about: 'Devon County Council: a WordPress post type, question and answer on one page.',
  unsure: ['Whether /wp-json/wp/v2/information_request is open; then it is the better start.'],
  entry: {
    name: 'Devon County Council',
    authority: 'Devon County Council',
    adapter: 'disclosure-log',
    start: 'https://www.devon.gov.uk/accesstoinformation/',
    read: {
      itemUrls: ['/accesstoinformation/information_request/{key}/'],
      next: { path: '/page/{n}/' },
      downloads: ['/wp-content/uploads/*'],
    },
  },
}
