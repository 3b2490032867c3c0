import { searches } from './search.ts'
import { createTable } from './table.ts'
import { tables } from './tables/index.ts'
import { createView } from './view.ts'
import { views } from './views/index.ts'

/** "DISC": how SQLite tells a dataset of ours from any other file. */
export const applicationId = 0x44495343

/** Counts the formats of the dataset. The dataset is built, never altered: an older one is built anew. */
export const schemaVersion = 8

/** Every statement that makes an empty dataset. */
export function schemaSql(): string {
  return [
    `PRAGMA application_id = ${applicationId};`,
    `PRAGMA user_version = ${schemaVersion};`,
    ...tables.map(createTable),
    ...searches.map(({ sql }) => sql),
    ...views.map(createView),
  ].join('\n')
}
