import { DatabaseSync } from 'node:sqlite'

/** What is copied: the tables that views and searches go through, and the columns that name a row of a copy. */
const copied: Readonly<Record<string, readonly string[]>> = {
  document: ['id'],
  question: ['id', 'document', 'parent', 'leans_on'],
  answer: ['question', 'document'],
  observation: ['id', 'document', 'question'],
  figure: ['id', 'document', 'question', 'observation'],
}

/**
 * Makes so many datasets of one, each of other years, by copying its rows: how quickly rows are read and put is known by then, and
 * what is wanted is a file of that size to look things up in.
 */
export function multiply(path: string, times: number): void {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -524288')
    for (let copy = 1; copy < times; copy += 1) {
      db.exec('BEGIN')
      for (const [table, ids] of Object.entries(copied)) db.exec(copySql(db, table, ids, copy))
      db.exec('COMMIT')
    }
  } finally {
    db.close()
  }
}

function copySql(db: DatabaseSync, table: string, ids: readonly string[], copy: number): string {
  const columns = (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(
    ({ name }) => name,
  )
  const values = columns.map((name) =>
    ids.includes(name) ? `"${name}" || '-${copy}'` : name === 'year' ? `year + ${copy * 10}` : `"${name}"`,
  )
  const names = columns.map((name) => `"${name}"`)
  const first = ids[0] ?? 'id'
  return `INSERT INTO "${table}" (${names.join(', ')}) SELECT ${values.join(', ')} FROM "${table}" WHERE "${first}" NOT LIKE '%-%'`
}
