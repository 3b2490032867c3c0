import type { Database } from '../database.ts'
import { insertInto } from '../table.ts'
import { settled } from '../tables/settled.ts'

/** Everything is put together now; what changes it calls `forgetSettled`. */
export function rememberSettled(db: Database, latest: string): void {
  db.run(insertInto(settled, 'change'), { name: 'latest_day', value: latest })
}

/** Letters or lists came or went: all is to be put together anew. */
export function forgetSettled(db: Database): void {
  db.run('DELETE FROM settled')
}

/** The last day that any document spoke of when all was put together; null where something came or went since. */
export function latestSettled(db: Database): string | null {
  const row = db.get("SELECT value FROM settled WHERE name = 'latest_day'") as { readonly value: string } | undefined
  return row?.value ?? null
}
