import type { SourceTemplate } from './index.ts'

/** Seen, told by others: Scottish Borders, East Lothian, Bromley. */
export const jadu: SourceTemplate = {
  name: 'jadu',
  about:
    'A Jadu directory of requests: /directory/12/foi, records under /directory-record/. Write its address, or the sitemap, under start.',
  unsure: [
    'How its lists are paged: ?page=N is taken; the sitemap is complete where there is one.',
    'Which labels a council chose for the fields of a record.',
  ],
  entry: {
    adapter: 'disclosure-log',
    read: {
      itemUrls: [
        '/directory-record/{key}/*',
        '/directory_record/{key}/*',
        '/directory-record/{key}',
        '/directory_record/{key}',
      ],
      listUrls: ['/directory/*/category/*'],
      next: { param: 'page', from: 1 },
      downloads: ['/downloads/file/*', '/download/downloads/id/*'],
    },
  },
}
