import { incidentTypeCodes, outcomeCodes } from '@disclosed/reference'
import {
  belongsTo,
  chance,
  day,
  flag,
  integer,
  oneOf,
  orNull,
  type RowOf,
  real,
  refersTo,
  table,
  text,
} from '../table.ts'
import {
  codesOf,
  coverings,
  figureKinds,
  figureStates,
  leftOuts,
  periodBases,
  quantities,
  relations,
  yearKinds,
} from '../vocabularies.ts'

export const figure = table({
  name: 'figure',
  about:
    'One row for each figure, sum or refusal, placed under the year it belongs to: what the comparison is made of.',
  columns: {
    id: text('The id of the observation, or made of the question and the year.'),
    kind: oneOf(codesOf(figureKinds), 'A figure, a sum, a refusal, or silence.'),
    authority: orNull(refersTo('authority', text('Whose figure it is; null where nobody knows.'))),
    document: belongsTo('document', text('The document.')),
    question: orNull(belongsTo('question', text('The question.'))),
    observation: orNull(
      belongsTo('observation', text('The figure as the document gives it; null for sums and refusals.')),
    ),
    measure: orNull(refersTo('measure', text('What it measures.'), 'code')),
    question_group: orNull(refersTo('question_group', text('The same question, asked of anybody.'))),
    category: orNull(text('The labels it stands under; null for the headline.')),
    incident_type: orNull(oneOf(incidentTypeCodes, 'The type of incident it counts.')),
    year: orNull(integer('The year it fills, else the one it begins in.')),
    year_kind: orNull(oneOf(codesOf(yearKinds), 'What sort of year.')),
    period_from: orNull(day('The first day.')),
    period_to: orNull(day('The last day.')),
    period_basis: orNull(oneOf(codesOf(periodBases), 'What tells the period.')),
    covers: oneOf(codesOf(coverings), 'How much of the year it covers.'),
    number: orNull(real('The number, where it is sure and exact.')),
    stated: orNull(real('The number as read, also where it is not sure or only about right.')),
    low: orNull(real('The least it can be.')),
    high: orNull(real('The most it can be.')),
    relation: orNull(oneOf(codesOf(relations), 'How the number is meant; null where there is none.')),
    unit: orNull(text('What is counted.')),
    quantity: orNull(oneOf(codesOf(quantities), 'What sort of figure it is.')),
    state: oneOf(codesOf(figureStates), 'Why there is a number, or none.'),
    outcome: orNull(oneOf(outcomeCodes, 'How the question was answered.')),
    grounds: orNull(text('The provisions relied on, parted by commas.')),
    chosen: flag('1 for the one answer that stands for its cell.'),
    left_out: orNull(oneOf(codesOf(leftOuts), 'Why it may not be added up with others; null where it may.')),
    answers: integer('How many answers there are for the cell.'),
    rate_per_100k: orNull(real('The number for each 100,000 residents.')),
    population: orNull(integer('The residents it was divided by.')),
    population_year: orNull(integer('The year of that population.')),
    broken_down: flag('1 where it is one of the types of incident that a document tells apart, or their total.'),
    broken_total: orNull(real('The total that the document gives of those types; null where it gives none.')),
    caveats: text('Codes of what to know before it is printed, parted by commas; empty where there is nothing.'),
    confidence: orNull(chance('The chance that it is right.')),
    checked: flag('1 where a person confirmed it.'),
    quote: orNull(text('The words that show it.')),
    place: orNull(text('Where they stand.')),
    link: text('Where to open them.'),
    reference: orNull(text("The authority's own reference of the request.")),
    responded: orNull(day('The day of the answer.')),
  },
  // What people ask for: what of a measure may be added up, what stands for its cells, the types it is told apart by, all of it.
  // Their numbers stand there too, so that nothing else has to be looked at to add them up.
  indexes: [
    {
      name: 'safe',
      // Two columns that must be just so are surer to SQLite than one: whole rows are found by it too.
      by: ['measure', 'left_out', 'year', 'year_kind', 'authority', 'number', 'rate_per_100k', 'outcome'],
      where: 'left_out IS NULL',
    },
    {
      name: 'chosen',
      by: ['measure', 'year', 'year_kind', 'category', 'authority', 'number', 'outcome', 'covers', 'kind'],
      where: 'chosen = 1',
    },
    {
      name: 'broken_down',
      by: ['measure', 'year', 'year_kind', 'incident_type', 'authority', 'number', 'category'],
      where: 'broken_down = 1',
    },
    // The widest: of several that would do, SQLite takes the narrower, which holds fewer rows.
    {
      name: 'measure',
      by: ['measure', 'year', 'year_kind', 'kind', 'authority', 'chosen', 'category', 'state', 'outcome', 'covers'],
    },
    { by: ['authority', 'measure'] },
  ],
})

export const figurePart = table({
  name: 'figure_part',
  about: 'One row for each sum and figure that was added up in it.',
  columns: {
    sum: belongsTo('figure', text('The sum.')),
    part: belongsTo('figure', text('The part.')),
  },
  key: ['sum', 'part'],
})

export type FigureRow = RowOf<typeof figure.columns>
