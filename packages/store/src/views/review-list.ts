import { decimal, type View, whole, words } from '../view.ts'
import { whoseColumns } from './whose.ts'

export const reviewList: View = {
  name: 'review_list',
  about:
    "One row for each figure or refusal that deserves a person's minute, the most pressing first by ORDER BY pressing, confidence.",
  columns: {
    pressing: whole('1 for what is most pressing, in the order of the reasons below.'),
    reason: words(
      'disagrees (answers give different figures), discrepancy (the document contradicts itself), stands_out (five times the year before, or a fifth of it), unsure (the one answer of its cell, and not sure).',
    ),
    ...whoseColumns,
    measure: words('What is measured, as in measure.code.'),
    category: words('The labels it stands under; null for the headline.'),
    year: whole('The year it fills, else the one it begins in.'),
    year_kind: words('calendar, financial, academic, other or day.'),
    read_as: decimal('The number as read, right or wrong: never print it unchecked.'),
    relation: words('How that number is meant.'),
    outcome: words('How the question was answered.'),
    confidence: decimal('The chance that it is right.'),
    question: words('The question answered.'),
    quote: words('The words that were read.'),
    place: words('Where they stand.'),
    link: words('Where to open them.'),
    document: words('The document, as in document.id.'),
    observation: words('The figure, as in observation.id; null for refusals.'),
    figure: words('The row of the comparison, as in figure.id.'),
  },
  select: `WITH beside AS (
  SELECT f.id, f.stated AS now, lag(f.stated) OVER (
      PARTITION BY f.authority, coalesce(f.measure, f.question_group), f.year_kind ORDER BY f.year) AS before
  FROM figure f
  WHERE f.chosen = 1 AND f.category IS NULL AND f.covers = 'whole' AND f.stated IS NOT NULL AND f.quantity = 'count'
), reasons AS (
  SELECT f.id, CASE
      WHEN ',' || f.caveats || ',' LIKE '%,disagrees,%' THEN 1
      WHEN ',' || f.caveats || ',' LIKE '%,discrepancy,%' THEN 2
      WHEN abs(b.now - b.before) >= 10 AND (b.now >= 5 * b.before OR b.before >= 5 * b.now) THEN 3
      WHEN f.chosen = 1 AND f.category IS NULL AND ',' || f.caveats || ',' LIKE '%,unsure,%' THEN 4
    END AS pressing
  FROM figure f LEFT JOIN beside b ON b.id = f.id
  WHERE f.checked = 0 AND f.kind IN ('figure', 'refusal')
)
SELECT w.pressing, CASE w.pressing WHEN 1 THEN 'disagrees' WHEN 2 THEN 'discrepancy' WHEN 3 THEN 'stands_out' ELSE 'unsure' END,
  x.id, x.name, x.type, x.nation, x.region, f.measure, f.category, f.year, f.year_kind, f.stated, f.relation, f.outcome,
  f.confidence, q.text, f.quote, f.place, f.link, f.document, f.observation, f.id
FROM reasons w
JOIN figure f ON f.id = w.id
LEFT JOIN authority x ON x.id = f.authority
LEFT JOIN question q ON q.id = f.question
WHERE w.pressing IS NOT NULL`,
}
