import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: one list a year, items by ?id=. */
export const hastings: SourceTemplate = {
  name: 'hastings',
  about: 'Hastings Borough Council: one page a year since 2016, the item in the query.',
  unsure: [],
  entry: {
    name: 'Hastings Borough Council',
    authority: 'Hastings Borough Council',
    adapter: 'disclosure-log',
    start: Array.from(
      { length: 11 },
      (_, index) => `https://www.hastings.gov.uk/my-council/freedom-of-information/date/?year=${2016 + index}`,
    ),
    read: {
      items: '#FoiList ul li a',
      itemUrls: ['*?id={key}'],
      titleFrom: 'title',
      listUrls: ['/my-council/freedom-of-information/date/?year=*'],
      next: 'none',
      title: 'h2',
      keyIsReference: true,
      requestFollowsFields: true,
    },
  },
}
