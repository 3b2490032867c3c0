import type { Adapter } from '../../adapter.ts'
import { request } from '../../parsing/addresses.ts'
import { readItem } from './item.ts'
import { readList } from './list.ts'
import { logSettings } from './settings.ts'

/** Disclosure logs of councils and agencies: one engine, told by its settings what each site looks like. */
export const disclosureLog: Adapter = {
  name: 'disclosure-log',
  about:
    'Pages, tables, sitemaps and feeds on which an authority lists what it released; told by settings what they look like.',
  version: 1,
  askFirst: null,
  settings: logSettings,
  start: ({ start }) =>
    start.map((url) => (/sitemap[^/]{0,80}\.xml$/i.test(url) ? request(url, 'sitemap', 'xml') : request(url, 'list'))),
  list: readList,
  item: readItem,
}
