import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: New Forest, East Hertfordshire, West Berkshire; pages say "Powered by GOSS iCM". */
export const goss: SourceTemplate = {
  name: 'goss',
  about: 'GOSS iCM: /article/14644/Title, files under /media/. Older sites: index.aspx?articleid=14644.',
  unsure: [
    'Addresses of files.',
    'Every article has this shape: start at the list of requests, and name its address under start.',
  ],
  entry: {
    adapter: 'disclosure-log',
    read: {
      itemUrls: ['/article/{key}/*', '*/index.aspx?articleid={key}', '/index.aspx?articleid={key}'],
      next: 'auto',
      downloads: ['/media/*'],
    },
  },
}
