import type { ItemRecord } from './adapter.ts'

/** A record of which the site told nothing but what it is and where it stands. */
export function nothingTold({
  sourceId,
  itemKey,
  pageUrl,
}: Pick<ItemRecord, 'sourceId' | 'itemKey' | 'pageUrl'>): ItemRecord {
  return {
    sourceId,
    itemKey,
    authority: null,
    reference: null,
    title: null,
    received: null,
    responded: null,
    published: null,
    statusRaw: null,
    regimeRaw: null,
    categoryRaw: [],
    requestText: null,
    responseText: null,
    attachments: [],
    pageUrl,
    licenceText: null,
    listPosition: null,
    raw: {},
  }
}
