import { DatabaseSync } from 'node:sqlite'

/** What is copied: the tables that views and searches go through, and the columns that name a row of a copy. */
const copied: Readonly<Record<string, readonly string[]>> = {
  document: ['id'],
  question: ['id', 'document', 'parent', 'leans_on'],
  answer: ['question', 'document'],
  observation: ['id', 'document', 'question'],
  figure: ['id', 'document', 'question', 'observation'],
  review: ['subject', 'document', 'figure'],
}

/** As many sets of councils as there are in each year; further copies are of other years. */
const councilsOver = 4

/**
 * Makes so many datasets of one by copying its rows, each of other councils or of other years: how quickly rows are read and put is
 * known by then, and what is wanted is a file of that size to look things up in.
 */
export function multiply(path: string, times: number): void {
  const db = new DatabaseSync(path)
  try {
    db.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -524288')
    const own = Object.fromEntries(['authority', ...Object.keys(copied)].map((table) => [table, lastRow(db, table)]))
    for (let copy = 1; copy < times; copy += 1) {
      db.exec('BEGIN')
      if (copy < councilsOver) db.exec(copySql(db, 'authority', ['id', 'name'], copy, own))
      for (const [table, ids] of Object.entries(copied)) db.exec(copySql(db, table, ids, copy, own))
      db.exec('COMMIT')
    }
    for (const searched of ['document', 'answer'])
      db.exec(`INSERT INTO ${searched}_search (${searched}_search) VALUES ('rebuild')`)
  } finally {
    db.close()
  }
}

/** The table whose rows have no number is known by its columns alone: no copy of a row is copied again. */
function isOwn(table: string, last: number): string {
  return table === 'review' ? "instr(subject, '~') = 0" : `rowid <= ${last}`
}

function lastRow(db: DatabaseSync, table: string): number {
  if (table === 'review') return 0
  return Number((db.prepare(`SELECT max(rowid) AS last FROM "${table}"`).get() as { last: number }).last)
}

function copySql(
  db: DatabaseSync,
  table: string,
  ids: readonly string[],
  copy: number,
  own: Readonly<Record<string, number>>,
): string {
  const columns = (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(
    ({ name }) => `"${name}"`,
  )
  const [council, years] = [copy % councilsOver, Math.floor(copy / councilsOver) * 10]
  const values = columns.map((name) => {
    if (ids.includes(name.slice(1, -1))) return `${name} || '~${copy}'`
    if (name === '"authority"' && council > 0) return `${name} || '~${council}'`
    return name === '"year"' ? `year + ${years}` : name
  })
  return `INSERT INTO "${table}" (${columns.join(', ')}) SELECT ${values.join(', ')} FROM "${table}" WHERE ${isOwn(table, own[table] ?? 0)}`
}
