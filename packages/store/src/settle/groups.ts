import type { Database } from '../database.ts'

/** Counts the members of each group of questions, and names it by its shortest wording. */
export function settleGroups(db: Database): void {
  db.run('DELETE FROM question_group WHERE id NOT IN (SELECT question_group FROM question)')
  db.run(`UPDATE question_group AS g SET
    wording = (SELECT q.text FROM question q WHERE q.question_group = g.id ORDER BY length(q.text), q.text LIMIT 1),
    questions = (SELECT count(*) FROM question q WHERE q.question_group = g.id),
    authorities = (SELECT count(DISTINCT coalesce(d.authority, r.authority)) FROM question q
      JOIN document d ON d.id = q.document LEFT JOIN response r ON r.id = d.response WHERE q.question_group = g.id)`)
}
