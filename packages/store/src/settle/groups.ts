import type { Database } from '../database.ts'
import { sameQuestions, type ToldGroups, type Wording } from '../same-question/index.ts'
import { insertInto } from '../table.ts'
import { questionGroup } from '../tables/question.ts'

/** Puts the wordings of one question together, and every question into its group. */
export function groupQuestions(db: Database, said: ToldGroups): void {
  const wordings = db.all(
    `SELECT question_wording AS wording, matter, count(DISTINCT document) AS documents FROM question
     GROUP BY question_wording, matter ORDER BY question_wording, matter`,
  ) as readonly Wording[]
  db.run('DELETE FROM question_wording WHERE id NOT IN (SELECT question_wording FROM question)')
  const groups = sameQuestions(wordings, said)
  for (const id of new Set(groups.values())) {
    db.run(insertInto(questionGroup, 'ignore'), { id, wording: '', wordings: 0, questions: 0, authorities: 0 })
  }
  for (const [wording, group] of groups) {
    db.run('UPDATE question_wording SET question_group = @group WHERE id = @wording AND question_group <> @group', {
      wording,
      group,
    })
  }
  db.run(`UPDATE question AS q SET question_group = w.question_group FROM question_wording w
    WHERE w.id = q.question_wording AND w.question_group <> q.question_group`)
}

/** Counts the members of each group, and names it by its shortest clear wording. Whose letters they are is known by then. */
export function countGroups(db: Database): void {
  db.run('DELETE FROM question_group WHERE id NOT IN (SELECT question_group FROM question_wording)')
  // Each question once, the clearest and shortest words of its wording first.
  db.run(`WITH asked AS (
      SELECT q.question_wording AS wording, q.text, b.text AS after, coalesce(d.authority, r.authority) AS authority,
        row_number() OVER (PARTITION BY q.question_wording ORDER BY ${isClear}, length(q.text), q.text, coalesce(b.text, '')) AS place
      FROM question q JOIN document d ON d.id = q.document
        LEFT JOIN response r ON r.id = d.response LEFT JOIN question b ON b.id = q.leans_on
    )
    UPDATE question_wording AS w SET text = a.text, after = a.after, questions = a.questions, authorities = a.authorities
    FROM (
      SELECT wording, max(CASE place WHEN 1 THEN text END) AS text, max(CASE place WHEN 1 THEN after END) AS after,
        count(*) AS questions, count(DISTINCT authority) AS authorities
      FROM asked GROUP BY wording
    ) a WHERE a.wording = w.id`)
  db.run(`UPDATE question_group AS g SET wording = a.wording, wordings = a.wordings, questions = a.questions,
      authorities = a.authorities
    FROM (
      SELECT question_group, count(*) AS wordings, sum(questions) AS questions,
        max(CASE place WHEN 1 THEN CASE WHEN after IS NULL THEN text ELSE after || ' … ' || text END END) AS wording,
        (SELECT count(DISTINCT coalesce(d.authority, r.authority)) FROM question q JOIN document d ON d.id = q.document
           LEFT JOIN response r ON r.id = d.response WHERE q.question_group = w.question_group) AS authorities
      FROM (SELECT *, row_number() OVER (PARTITION BY question_group
          ORDER BY ${isClear.replaceAll('q.', '')}, length(text), text, coalesce(after, '')) AS place FROM question_wording) w
      GROUP BY question_group
    ) a WHERE a.question_group = g.id`)
}

/** 0 for words that read as a whole question: they begin with a capital and come to an end, without a line broken between. */
const isClear = `NOT (q.text GLOB '[A-Z]*[?.]' AND instr(q.text, char(10)) = 0)`
