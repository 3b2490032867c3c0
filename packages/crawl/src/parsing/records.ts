import type { Attachment, ItemRecord } from '../adapter.ts'
import { nothingTold } from '../nothing-told.ts'
import type { Source } from '../source.ts'

/** A record with nothing told but what it is and where; the site's licence and authority stand in for the item's. */
export function emptyRecord(source: Source, itemKey: string, pageUrl: string): ItemRecord {
  return {
    ...nothingTold({ sourceId: source.id, itemKey, pageUrl }),
    authority: source.authority,
    licenceText: source.licence?.text ?? null,
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
