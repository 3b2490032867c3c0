import { decimal, type View, type ViewColumn, whole, words } from '../view.ts'

const columns: Readonly<Record<string, ViewColumn>> = {
  authority_id: words('The authority, as in authority.id; null where nobody knows whose figure it is.'),
  authority: words('Its name.'),
  type: words('What it is: unitary, district, county, police_force …'),
  nation: words('England, Wales, Scotland or Northern Ireland.'),
  region: words('The region it lies in.'),
  measure: words('What is measured, as in measure.code; null where no measure fits.'),
  question_group: words('The same question asked of anybody, as in question_group.id.'),
  category: words('The labels it stands under; null for the headline.'),
  incident_type: words('The type of incident counted, as in vocabulary.'),
  year: whole('The year it fills, else the one it begins in: 2019 for 2019/20.'),
  year_kind: words('calendar, financial, academic, other or day; null where no period is told.'),
  period_from: words('The first day.'),
  period_to: words('The last day.'),
  period_basis: words('What tells the period: answer, question, heading, document or request_date.'),
  covers: words('How much of the year it covers: whole, part, longer, day or untold.'),
  number: decimal('The number: only where it is exact, and sure or confirmed by a person.'),
  low: decimal('The least it can be, itself included; where state is unsure this is as unsure as the reading.'),
  high: decimal('The most it can be, itself included; of money or a percentage with relation < itself left out.'),
  relation: words('How the number is meant: =, <, <=, >, >=, ~ or range.'),
  unit: words('What is counted, in the words of the document.'),
  quantity: words(
    'count, money (pounds), percent or duration; of a refusal what was asked for, null where no figure was.',
  ),
  state: words('Why there is a number or none: present, unsure, bound, suppressed, no_figure …'),
  outcome: words('How the question was answered.'),
  chosen: whole('1 for the one answer that stands for its cell.'),
  answers: whole('How many answers there are for the cell.'),
  rate_per_100k: decimal('The number for each 100,000 residents; only of whole years and days.'),
  population: whole('The residents it was divided by.'),
  population_year: whole('The year of that population.'),
  caveats: words(
    'What to know before it is printed: codes parted by commas, explained in vocabulary; empty where there is nothing.',
  ),
  confidence: decimal('The chance that it is right.'),
  checked: whole('1 where a person confirmed it.'),
  question: words('The question answered.'),
  quote: words('The words that show it, cut from the document.'),
  place: words('Where they stand: "p. 2", "Sheet Q3, B14", "line 12".'),
  link: words('Where to open them: the web address, else the path.'),
  document: words('The document, as in document.id.'),
  request_reference: words("The authority's own reference of the request."),
  responded: words('The day of the answer.'),
  observation: words('The figure as the document gives it, as in observation.id; null for sums and refusals.'),
  left_out: words(
    'Why it is not in comparison_safe, as in vocabulary: not_chosen, breakdown, not_whole, other_level …; null where it is.',
  ),
}

/** Looked up only where it is asked for: a join is made for every row that is added up. */
const question = '(SELECT q.text FROM question q WHERE q.id = f.question)'

const rowsSql = `SELECT f.authority, a.name, a.type, a.nation, a.region, f.measure, f.question_group, f.category, f.incident_type,
  f.year, f.year_kind, f.period_from, f.period_to, f.period_basis, f.covers, f.number, f.low, f.high, f.relation, f.unit,
  f.quantity, f.state, f.outcome, f.chosen, f.answers, f.rate_per_100k, f.population, f.population_year, f.caveats,
  f.confidence, f.checked, ${question}, f.quote, f.place, f.link, f.document, f.reference, f.responded, f.observation, f.left_out
FROM figure f
LEFT JOIN authority a ON a.id = f.authority`

export const comparison: View = {
  name: 'comparison',
  about: 'One row for each figure or refusal, under the authority and year it belongs to.',
  columns,
  select: `${rowsSql}
WHERE f.kind <> 'silent'`,
}

export const comparisonSafe: View = {
  name: 'comparison_safe',
  about:
    'The rows of comparison that may be added up: SUM(number) of one measure (of one question_group where measure is null) by year_kind and year is a true sum of what these authorities gave. No two of them overlap: of counties and the districts in them only one level is here, for each measure that of which more gave figures. What is left out stands in comparison, and left_out says why.',
  columns,
  select: `${rowsSql}\nWHERE f.left_out IS NULL`,
}
