import type { Database } from '../database.ts'

/** Finds everything that deserves a person's minute, and what each is worth. */
export function settleReview(db: Database): void {
  db.run('DELETE FROM compared')
  db.run(`INSERT INTO compared (what, authorities)
    SELECT coalesce(measure, question_group) AS what, count(DISTINCT authority) FROM figure
    WHERE chosen = 1 AND what IS NOT NULL GROUP BY what ORDER BY what`)
  db.run('DELETE FROM review')
  db.run(ofFigures(''))
  db.run(whoseLetters(''))
  settleWaiting(db)
}

/**
 * The same where only the figures of these documents, and those of their authorities that count the same, were put together anew;
 * `subjects` are their measures and questions. All of it where so many authorities stand beside one another no more.
 */
export function settleReviewOf(db: Database, documents: ReadonlySet<string>, subjects: ReadonlySet<string>): void {
  for (const what of subjects) {
    const before = db.get('SELECT authorities FROM compared WHERE what = ?', what) as Counted | undefined
    const now = db.get(
      `SELECT count(DISTINCT authority) AS authorities FROM (
         SELECT authority FROM figure WHERE chosen = 1 AND measure = @what
         UNION ALL SELECT authority FROM figure WHERE chosen = 1 AND measure IS NULL AND question_group = @what)`,
      { what },
    ) as Counted
    if (now.authorities !== (before?.authorities ?? 0)) {
      settleReview(db)
      return
    }
  }
  const touched = JSON.stringify([...documents])
  db.run('DELETE FROM review WHERE document IN (SELECT value FROM json_each(?))', [touched])
  for (const sql of [ofFigures, whoseLetters]) db.run(sql('@documents'), { documents: touched })
  settleWaiting(db)
}

interface Counted {
  readonly authorities: number
}

/** What people said that waits for another word. */
export function settleWaiting(db: Database): void {
  db.run('DELETE FROM review WHERE pressing = 1')
  db.run(`INSERT INTO review (${columns})
    SELECT coalesce(j.subject, c.subject), CASE WHEN j.state = 'disputed' THEN 'disputed' ELSE 'changed' END, 1, 1, c.about,
      CASE WHEN f.id IS NULL THEN (SELECT code FROM measure WHERE code = c.saw ->> 'measure') ELSE f.measure END,
      coalesce(f.confidence, n.confidence, d.authority_confidence), coalesce(f.document, n.document, d.id, c.document),
      f.id, min(c.id)
    FROM judgement j JOIN correction c ON c.id = j.correction
    LEFT JOIN figure f ON f.id = (SELECT min(o.id) FROM figure o WHERE o.observation = j.subject)
    LEFT JOIN answer n ON c.about = 'answer' AND n.question = coalesce(j.subject, c.subject)
    LEFT JOIN document d ON d.id = coalesce(f.document, n.document, CASE c.about WHEN 'document' THEN coalesce(j.subject, c.subject) END, c.document)
    WHERE j.state IN ('changed', 'missing', 'disputed') GROUP BY coalesce(j.subject, c.subject)`)
}

const columns = 'subject, reason, pressing, worth, about, measure, confidence, document, figure, correction'

/** SQL that holds a column to the documents of a parameter; to nothing where there is none. */
function among(column: string, documents: string): string {
  return documents === '' ? '' : ` AND ${column} IN (SELECT value FROM json_each(${documents}))`
}

/** Figures and answers: of what stands in one cell, or speaks for it in several years, the reason that is named first. */
function ofFigures(documents: string): string {
  const theirs =
    documents === '' ? '' : ` AND f.authority IN (SELECT authority FROM figure WHERE 1${among('document', documents)})`
  return `WITH beside AS MATERIALIZED (
    SELECT id, now, before FROM (
      SELECT f.id, f.stated AS now, lag(f.stated) OVER (
        PARTITION BY f.authority, coalesce(f.measure, f.question_group), f.year_kind ORDER BY f.year, f.id) AS before
      FROM figure f
      WHERE f.chosen = 1 AND f.category IS NULL AND f.covers = 'whole' AND f.stated IS NOT NULL AND f.quantity = 'count'
        AND coalesce(f.measure, f.question_group) IS NOT NULL${theirs})
    WHERE abs(now - before) >= 10 AND (now >= 5 * before OR before >= 5 * now)
  ), seen AS (
    SELECT f.id, f.measure, f.question_group, coalesce(f.observation, f.question, f.document) AS subject,
      CASE WHEN f.observation IS NOT NULL THEN 'figure' WHEN f.question IS NOT NULL THEN 'answer' ELSE 'document' END AS about,
      f.category IS NULL AND (f.chosen = 1 OR ${says('disagrees')}) AS counts,
      CASE
        WHEN ${says('disagrees')} THEN 'disagrees'
        WHEN ${says('discrepancy')} THEN 'discrepancy'
        WHEN f.id IN (SELECT id FROM beside) THEN 'stands_out'
        WHEN f.chosen = 1 AND f.category IS NULL AND ${says('unsure')} THEN 'unsure'
      END AS reason
    FROM figure f
    WHERE f.checked = 0 AND f.kind IN ('figure', 'refusal')${among('f.document', documents)}
  ), reasons AS (
    SELECT subject, min(reason) AS reason, sum(CASE WHEN counts THEN coalesce(c.authorities, 1) ELSE 0 END) AS worth, about, min(id) AS figure
    FROM seen LEFT JOIN compared c ON c.what = coalesce(measure, question_group)
    WHERE reason IS NOT NULL GROUP BY subject
  )
  INSERT INTO review (${columns})
  SELECT w.subject, w.reason, CASE WHEN w.worth > 0 THEN 2 ELSE 3 END, w.worth, w.about, f.measure,
    coalesce(f.confidence, n.confidence, d.authority_confidence), f.document, w.figure, NULL
  FROM reasons w JOIN figure f ON f.id = w.figure JOIN document d ON d.id = f.document
  LEFT JOIN answer n ON w.about = 'answer' AND n.question = w.subject`
}

/** Codes are parted by commas; looked at closely only where the letters are there at all. */
function says(code: string): string {
  return `(instr(f.caveats, '${code}') > 0 AND instr(',' || f.caveats || ',', ',${code},') > 0)`
}

/** Letters of which nothing but whose they are is unsure, and what they would give. */
function whoseLetters(documents: string): string {
  return `INSERT INTO review (${columns})
    SELECT d.id, 'whose', 2, sum(coalesce(c.authorities, 1)), 'document', NULL, d.authority_confidence, d.id, NULL, NULL
    FROM document d CROSS JOIN figure f ON f.document = d.id
    LEFT JOIN compared c ON c.what = coalesce(f.measure, f.question_group)
    LEFT JOIN observation o ON o.id = f.observation LEFT JOIN answer a ON a.question = f.question AND f.observation IS NULL
    WHERE d.authority_sure = 0 AND d.kind IN ('foi_response', 'internal_review', 'incident_report')${among('d.id', documents)}
      AND f.checked = 0 AND f.kind IN ('figure', 'refusal') AND f.category IS NULL
      AND (d.authority IS NULL OR o.sure = 1 OR a.sure = 1)
      AND NOT EXISTS (SELECT 1 FROM response r JOIN document o ON o.response = r.id
        WHERE r.id = d.response AND d.authority IS NULL AND o.authority_sure = 1)
    GROUP BY d.id`
}
