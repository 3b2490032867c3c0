import type { Attachment, ItemRecord } from '../adapter.ts'
import type { Source } from '../source.ts'

/** A record with nothing told but where it is. */
export function emptyRecord(source: Source, itemKey: string, pageUrl: string): ItemRecord {
  return {
    sourceId: source.id,
    itemKey,
    authority: source.authority,
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
    licenceText: source.licence?.text ?? null,
    listPosition: null,
    raw: {},
  }
}

/** Later parts stand above earlier ones wherever they tell something; labels and files of all are kept. */
export function withTold(
  record: ItemRecord,
  ...parts: readonly (Partial<ItemRecord> | null | undefined)[]
): ItemRecord {
  let whole = record
  for (const part of parts) {
    const said = Object.entries(part ?? {}).filter(([, value]) => value !== null && value !== undefined)
    whole = { ...whole, ...Object.fromEntries(said), raw: { ...whole.raw, ...part?.raw } }
  }
  return { ...whole, attachments: distinct(parts.flatMap((part) => part?.attachments ?? record.attachments)) }
}

function distinct(attachments: readonly Attachment[]): readonly Attachment[] {
  return [...new Map(attachments.map((each) => [each.url, each])).values()]
}
