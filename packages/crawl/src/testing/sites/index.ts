import type { FakeSite } from '../site.ts'
import { drupalSite, jaduSite, manyOnAPageSite, queryStringSite, wordpressSite } from './councils.ts'
import { alaveteliSite, ckanSite, govukSite, modernGovSite, socrataSite } from './portals.ts'

/** A site of every kind that can be read; each changes from day to day, and its list moves while it is read. */
export const sites: readonly FakeSite[] = [
  jaduSite,
  queryStringSite,
  wordpressSite,
  drupalSite,
  manyOnAPageSite,
  govukSite,
  ckanSite,
  socrataSite,
  modernGovSite,
  alaveteliSite,
]
