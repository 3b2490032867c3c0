import type { SourceTemplate } from './index.ts'

/** Told by others: a script lists downloads; titles end in "- October 2018". */
export const eastLothian: SourceTemplate = {
  name: 'east-lothian',
  about: 'East Lothian Council: a script that lists downloads, 50 on a page.',
  unsure: ['Addresses of its downloads: /downloads/file/ and /download/downloads/ are taken.'],
  entry: {
    name: 'East Lothian Council',
    authority: 'East Lothian Council',
    adapter: 'disclosure-log',
    start: 'https://www.eastlothian.gov.uk/site/custom_scripts/foi_download_index.php?currentPage=1&itemsPerPage=50',
    read: { documents: true, main: 'body', next: { param: 'currentPage', from: 1 } },
  },
}
