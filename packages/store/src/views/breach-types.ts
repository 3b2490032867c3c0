import { decimal, type View, whole, words } from '../view.ts'

export const breachTypes: View = {
  name: 'breach_types',
  about: 'One row for each figure that counts one type of breach or incident, and for the total it is part of.',
  columns: {
    authority_id: words('The authority, as in authority.id.'),
    authority: words('Its name.'),
    measure: words('What is broken down, as in measure.code.'),
    year: whole('The year it fills, else the one it begins in.'),
    year_kind: words('calendar, financial, academic, other or day.'),
    period_from: words('The first day.'),
    period_to: words('The last day.'),
    covers: words('How much of the year it covers.'),
    type: words('The type of incident, as in vocabulary; null where the label fits none, and for a total.'),
    type_label: words('The name of that type.'),
    label: words('The label as the document writes it; null for a total.'),
    number: decimal('How many; only where it is exact and sure.'),
    low: decimal('The least it can be.'),
    high: decimal('The most it can be.'),
    state: words('Why there is a number or none.'),
    is_total: whole('1 for the total of the types beside it.'),
    share_of_total: decimal('The part of that total, 0 to 1; null where one of the two is not known.'),
    caveats: words('Codes of what to know before it is printed.'),
    confidence: decimal('The chance that it is right.'),
    quote: words('The words that show it.'),
    place: words('Where they stand.'),
    link: words('Where to open them.'),
    document: words('The document, as in document.id.'),
    observation: words('The figure, as in observation.id.'),
  },
  select: `SELECT f.authority, a.name, f.measure, f.year, f.year_kind, f.period_from, f.period_to, f.covers,
  f.incident_type, (SELECT v.label FROM vocabulary v WHERE v.list = 'incident_type' AND v.code = f.incident_type), f.category, f.number, f.low, f.high, f.state, f.category IS NULL,
  CASE WHEN f.category IS NOT NULL AND f.broken_total > 0 THEN f.number / f.broken_total END,
  f.caveats, f.confidence, f.quote, f.place, f.link, f.document, f.observation
FROM figure f
LEFT JOIN authority a ON a.id = f.authority
WHERE f.broken_down = 1`,
}
