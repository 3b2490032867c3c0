import type { SourceTemplate } from './index.ts'

export const wordpress: SourceTemplate = {
  name: 'wordpress',
  about:
    'A post type of WordPress: lists under /page/N/, or its interface /wp-json/wp/v2/<type>?per_page=100&page=1 under start.',
  unsure: ['Whether the interface is open; the list under /page/N/ ends with 404.'],
  entry: {
    adapter: 'disclosure-log',
    read: { next: { path: '/page/{n}/' }, main: 'article, main', downloads: ['/wp-content/uploads/*'] },
  },
}
