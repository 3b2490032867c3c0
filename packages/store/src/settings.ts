import type { Database } from './database.ts'
import { insertInto } from './table.ts'
import { setting } from './tables/setting.ts'

/** Are requesters, officers and what reaches them shown in the rows? Not unless somebody asked for it. */
export function holdsPeople(db: Database): boolean {
  return db.get("SELECT 1 FROM setting WHERE name = 'people' AND value = 'shown'") !== undefined
}

export function setHoldsPeople(db: Database, holds: boolean): void {
  if (holds) db.run(insertInto(setting, 'change'), { name: 'people', value: 'shown' })
  else db.run("DELETE FROM setting WHERE name = 'people'")
}
