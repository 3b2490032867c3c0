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
  select: `SELECT w.pressing, w.reason, w.worth, w.about, w.subject, x.id, x.name, x.type, x.nation, x.region, w.measure,
  ${sawSql('category', 'f.category')}, f.year, f.year_kind, ${sawSql('number', 'f.stated')}, ${sawSql('low', 'f.low')},
  ${sawSql('high', 'f.high')}, ${sawSql('relation', 'f.relation')}, coalesce(f.outcome, n.outcome, c.saw ->> 'outcome'), w.confidence,
  q.text, coalesce(f.quote, n.quote, c.quote), coalesce(f.place, n.place, c.place), coalesce(f.link, d.link, c.link),
  w.document, f.observation, w.figure, w.correction
FROM review w
LEFT JOIN figure f ON f.id = w.figure
LEFT JOIN correction c ON c.id = w.correction
LEFT JOIN answer n ON w.about = 'answer' AND n.question = w.subject
LEFT JOIN document d ON d.id = w.document
LEFT JOIN response r ON r.id = d.response
LEFT JOIN authority x ON x.id = coalesce(f.authority, d.authority, r.authority, c.saw ->> 'authority')
LEFT JOIN question q ON q.id = coalesce(f.question, n.question)`,
}
