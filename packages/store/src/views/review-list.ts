import { decimal, type View, whole, words } from '../view.ts'
import { whoseColumns } from './whose.ts'

/** Of a finding that is gone, what the person saw who spoke of it. */
const sawSql = (field: string, there: string) => `CASE WHEN f.id IS NULL THEN c.saw ->> '${field}' ELSE ${there} END`

export const reviewList: View = {
  name: 'review_list',
  about:
    "One row for each figure, answer or document that deserves a person's minute, the most valuable first by ORDER BY pressing, worth DESC, confidence, subject.",
  columns: {
    pressing: whole(
      "1 where a person's word waits, 2 where a figure of the comparison does, 3 for figures in breakdowns and without a measure of many.",
    ),
    reason: words(
      'changed (what a person said no longer fits what is read, or its document is gone), disputed (people say different things), disagrees (answers give different figures), discrepancy (the document contradicts itself), stands_out (five times the year before, or a fifth of it), whose (nobody is sure whose letter it is), unsure (the one answer of its cell, and not sure).',
    ),
    worth: whole('How many figures of authorities can be compared once it is settled: cells, times those beside them.'),
    about: words('figure, answer or document: what a person says something of.'),
    subject: words('Its id, as disclosed review takes it.'),
    ...whoseColumns,
    measure: words('What is measured, as in measure.code.'),
    category: words('The labels it stands under; null for the headline.'),
    year: whole('The year it fills, else the one it begins in.'),
    year_kind: words('calendar, financial, academic, other or day.'),
    read_as: decimal('The number as read, right or wrong: never print it unchecked.'),
    low: decimal('The least it can be, as read.'),
    high: decimal('The most it can be, as read.'),
    relation: words('How that number is meant.'),
    outcome: words('How the question was answered.'),
    confidence: decimal('The chance that it is right.'),
    question: words('The question answered.'),
    quote: words('The words that were read.'),
    place: words('Where they stand.'),
    link: words('Where to open them.'),
    document: words('The document, as in document.id.'),
    observation: words('The figure, as in observation.id; null for refusals.'),
    figure: words('The row of the comparison, as in figure.id; of several the first.'),
    correction: words('The word of a person that no longer fits or is disputed, as in correction.id.'),
  },
  select: `WITH beside AS (
  SELECT f.id, f.stated AS now, lag(f.stated) OVER (
      PARTITION BY f.authority, coalesce(f.measure, f.question_group), f.year_kind ORDER BY f.year) AS before
  FROM figure f
  WHERE f.chosen = 1 AND f.category IS NULL AND f.covers = 'whole' AND f.stated IS NOT NULL AND f.quantity = 'count'
), compared AS (
  SELECT coalesce(measure, question_group) AS what, count(DISTINCT authority) AS authorities
  FROM figure WHERE chosen = 1 GROUP BY 1
), seen AS (
  SELECT f.*, coalesce(f.observation, f.question, f.document) AS subject,
    CASE WHEN f.observation IS NOT NULL THEN 'figure' WHEN f.question IS NOT NULL THEN 'answer' ELSE 'document' END AS about,
    CASE WHEN f.category IS NULL AND (f.chosen = 1 OR ',' || f.caveats || ',' LIKE '%,disagrees,%')
      THEN coalesce(c.authorities, 1) ELSE 0 END AS value,
    CASE
      WHEN ',' || f.caveats || ',' LIKE '%,disagrees,%' THEN 'disagrees'
      WHEN ',' || f.caveats || ',' LIKE '%,discrepancy,%' THEN 'discrepancy'
      WHEN abs(b.now - b.before) >= 10 AND (b.now >= 5 * b.before OR b.before >= 5 * b.now) THEN 'stands_out'
      WHEN f.chosen = 1 AND f.category IS NULL AND ',' || f.caveats || ',' LIKE '%,unsure,%' THEN 'unsure'
    END AS reason
  FROM figure f LEFT JOIN beside b ON b.id = f.id LEFT JOIN compared c ON c.what = coalesce(f.measure, f.question_group)
  WHERE f.checked = 0 AND f.kind IN ('figure', 'refusal')
), whose AS (
  SELECT d.id, sum(coalesce(c.authorities, 1)) AS cells FROM document d JOIN figure f ON f.document = d.id
    LEFT JOIN compared c ON c.what = coalesce(f.measure, f.question_group)
    LEFT JOIN observation o ON o.id = f.observation LEFT JOIN answer a ON a.question = f.question AND f.observation IS NULL
  WHERE d.authority_sure = 0 AND d.kind IN ('foi_response', 'internal_review', 'incident_report')
    AND f.checked = 0 AND f.kind IN ('figure', 'refusal') AND f.category IS NULL
    AND (d.authority IS NULL OR o.sure = 1 OR a.sure = 1)
    AND NOT EXISTS (SELECT 1 FROM response r JOIN document o ON o.response = r.id
      WHERE r.id = d.response AND d.authority IS NULL AND o.authority_sure = 1)
  GROUP BY d.id
), reasons AS (
  SELECT CASE WHEN sum(value) > 0 THEN 2 ELSE 3 END AS pressing, min(reason) AS reason, sum(value) AS worth, about, subject,
    min(id) AS figure, NULL AS correction
  FROM seen WHERE reason IS NOT NULL GROUP BY subject
  UNION ALL
  SELECT 2, 'whose', cells, 'document', id, NULL, NULL FROM whose
  UNION ALL
  SELECT 1, CASE WHEN j.state = 'disputed' THEN 'disputed' ELSE 'changed' END, 1, c.about, coalesce(j.subject, c.subject),
    (SELECT min(f.id) FROM figure f WHERE f.observation = j.subject), min(c.id)
  FROM judgement j JOIN correction c ON c.id = j.correction
  WHERE j.state IN ('changed', 'missing', 'disputed') GROUP BY coalesce(j.subject, c.subject)
)
SELECT w.pressing, w.reason,
  w.worth, w.about, w.subject, x.id, x.name, x.type, x.nation, x.region, ${sawSql('measure', 'f.measure')},
  ${sawSql('category', 'f.category')}, f.year, f.year_kind, ${sawSql('number', 'f.stated')}, ${sawSql('low', 'f.low')},
  ${sawSql('high', 'f.high')}, ${sawSql('relation', 'f.relation')}, coalesce(f.outcome, n.outcome, c.saw ->> 'outcome'), coalesce(f.confidence, n.confidence, d.authority_confidence),
  q.text, coalesce(f.quote, n.quote, c.quote), coalesce(f.place, n.place, c.place), coalesce(f.link, d.link, c.link),
  coalesce(f.document, d.id, c.document), f.observation, f.id, w.correction
FROM reasons w
LEFT JOIN figure f ON f.id = w.figure
LEFT JOIN correction c ON c.id = w.correction
LEFT JOIN answer n ON w.about = 'answer' AND n.question = w.subject
LEFT JOIN document d ON d.id = coalesce(f.document, n.document, CASE w.about WHEN 'document' THEN w.subject END, c.document)
LEFT JOIN response r ON r.id = d.response
LEFT JOIN authority x ON x.id = coalesce(f.authority, d.authority, r.authority, c.saw ->> 'authority')
LEFT JOIN question q ON q.id = coalesce(f.question, n.question)`,
}
