import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import { named } from './table.ts'
import { tables } from './tables/index.ts'

/** One hash over all rows of all tables, in the order of their keys. What passes (the time a file was changed) is left out. */
export function hashOf(db: Database): string {
  const hash = createHash('sha256')
  for (const { name, columns, key, passing = [] } of tables) {
    const lasting = Object.keys(columns).filter((column) => !passing.includes(column))
    hash.update(`${name}\n`)
    const sql = `SELECT ${lasting.map(named).join(', ')} FROM ${named(name)} ORDER BY ${key.map(named).join(', ')}`
    for (const row of db.iterate(sql)) hash.update(`${JSON.stringify(row)}\n`)
  }
  return `sha256:${hash.digest('hex')}`
}
