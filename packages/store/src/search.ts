import type { Database } from './database.ts'

/** Full-text search: over the text of documents, and over questions with their answers. */
export interface Search {
  readonly name: string
  readonly about: string
  readonly columns: Readonly<Record<string, string>>
  readonly sql: string
}

/**
 * Makes the words of a document that was just written, and of its answers, findable once all that is written together is: whatever else
 * is written in between makes FTS5 put away what it has so far, a small index for each letter. What is taken out goes by triggers; going
 * in by them would double the cost of a row.
 */
export function indexWords(db: Database, document: string): void {
  const documents = waiting.get(db) ?? new Set()
  waiting.set(db, documents.add(document))
  db.atEnd(indexWaiting)
}

/** Before a document is taken out: what was never put in cannot be taken out of an index. */
export function indexBefore(db: Database, removed: string): void {
  if (waiting.get(db)?.has(removed)) indexWaiting(db)
}

const waiting = new WeakMap<Database, Set<string>>()

function indexWaiting(db: Database): void {
  const documents = JSON.stringify([...(waiting.get(db) ?? [])])
  waiting.delete(db)
  for (const [searched, by] of [
    ['document', 'id'],
    ['answer', 'document'],
  ]) {
    db.run(
      `INSERT INTO ${searched}_search (rowid, text)
       SELECT rowid, text FROM ${searched} WHERE ${by} IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
      [documents],
    )
  }
}

const tokens = "tokenize = 'porter unicode61 remove_diacritics 2'"

export const searches: readonly Search[] = [
  {
    name: 'document_search',
    about:
      "Full-text search over documents: SELECT d.id FROM document_search s JOIN document d ON d.rowid = s.rowid WHERE document_search MATCH 'ransomware'.",
    columns: { text: 'The text of the document.' },
    sql: `CREATE VIRTUAL TABLE document_search USING fts5(text, content = 'document', ${tokens});
CREATE TRIGGER document_search_out AFTER DELETE ON document BEGIN
  INSERT INTO document_search (document_search, rowid, text) VALUES ('delete', old.rowid, old.text);
END;`,
  },
  {
    name: 'answer_search',
    about:
      "Full-text search over answers: SELECT a.question FROM answer_search s JOIN answer a ON a.rowid = s.rowid WHERE answer_search MATCH 'ransomware'.",
    columns: { text: 'The text of the answer.' },
    sql: `CREATE VIRTUAL TABLE answer_search USING fts5(text, content = 'answer', ${tokens});
CREATE TRIGGER answer_search_out AFTER DELETE ON answer BEGIN
  INSERT INTO answer_search (answer_search, rowid, text) VALUES ('delete', old.rowid, old.text);
END;`,
  },
]
