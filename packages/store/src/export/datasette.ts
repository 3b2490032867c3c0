import type { DescribedTable } from '../described.ts'

/** What to show of a table at first, beside its descriptions. */
interface Shown {
  readonly sort?: string
  readonly sort_desc?: string
  readonly facets?: readonly string[]
  readonly label_column?: string
  readonly units?: Readonly<Record<string, string>>
}

const shown: Readonly<Record<string, Shown>> = {
  comparison: {
    facets: ['authority', 'measure', 'year', 'year_kind', 'outcome', 'state', 'nation', 'type', 'left_out'],
    units: { rate_per_100k: 'per 100,000 residents', population: 'residents' },
  },
  comparison_safe: {
    facets: ['authority', 'measure', 'year', 'year_kind', 'outcome', 'nation', 'type'],
    units: { rate_per_100k: 'per 100,000 residents', population: 'residents' },
  },
  breach_types: { facets: ['authority', 'type_label', 'year'] },
  exemption_use: { facets: ['section', 'ground', 'role', 'authority', 'type'] },
  answer_list: { facets: ['authority', 'outcome', 'yes_no'] },
  coverage: { facets: ['round', 'state', 'authority'], units: { days_silent: 'days' } },
  timeliness: {
    sort_desc: 'days_in_law',
    facets: ['late', 'law', 'nation', 'authority'],
    units: { working_days: 'working days', days_in_law: 'working days' },
  },
  incident_list: { facets: ['authority', 'type_label', 'reported_to_ico'] },
  discrepancy_list: { facets: ['code', 'authority'] },
  review_list: { sort: 'pressing', facets: ['reason', 'measure', 'authority'] },
  authority: { label_column: 'name', facets: ['type', 'nation', 'region'] },
  question_group: { label_column: 'wording', sort_desc: 'authorities' },
  question: { label_column: 'text' },
  document: { label_column: 'link', facets: ['kind', 'outcome', 'authority', 'media_type'], units: { bytes: 'B' } },
  measure: { label_column: 'label' },
  vocabulary: { label_column: 'label', facets: ['list'] },
  dictionary: { facets: ['table_name', 'kind'] },
}

/** Of what the dataset keeps for itself Datasette shows nothing. */
const hidden: readonly string[] = ['kept', 'figure_part', 'question_wording']

/**
 * Metadata for Datasette: titles, descriptions, units, facets, labels, and a page of searches, for a file of that name. Documented
 * at https://docs.datasette.io/en/stable/metadata.html.
 */
export function datasetteMetadata(all: readonly DescribedTable[], database: string) {
  const tables = all
    .filter(({ kind }) => kind !== 'search')
    .map(({ name, about, columns }) => [
      name,
      {
        title: titleOf(name),
        description: about,
        columns: Object.fromEntries(columns.map((column) => [column.name, column.about])),
        ...shown[name],
        ...(hidden.includes(name) ? { hidden: true, allow: false } : {}),
      },
    ])
  const searches = [
    ['document', { fts_table: 'document_search', fts_pk: 'rowid', searchmode: 'raw' }],
    ['answer', { fts_table: 'answer_search', fts_pk: 'rowid', searchmode: 'raw' }],
  ] as const
  const described = new Map(tables as [string, object][])
  for (const [table, search] of searches) described.set(table, { ...described.get(table), ...search })
  return {
    title: 'Disclosed',
    description:
      'What public authorities disclosed, and what they refused: every number with its words, its place and its link.',
    databases: {
      [database]: {
        tables: Object.fromEntries(described),
        queries: {
          search_letters: {
            title: 'Search letters',
            description: 'Words in letters, with what stands around them.',
            sql: `SELECT snippet(document_search, 0, '[', ']', ' … ', 20) AS words, d.link, d.authority, d.kind
FROM document_search JOIN document d ON d.rowid = document_search.rowid
WHERE document_search MATCH :words ORDER BY rank LIMIT 100`,
          },
          search_answers: {
            title: 'Search answers',
            description: 'Words in answers, with their questions.',
            sql: `SELECT snippet(answer_search, 0, '[', ']', ' … ', 20) AS words, q.text AS question, a.outcome, l.authority, l.link
FROM answer_search JOIN answer a ON a.rowid = answer_search.rowid
JOIN question q ON q.id = a.question JOIN answer_list l ON l.question = q.id
WHERE answer_search MATCH :words ORDER BY rank LIMIT 100`,
          },
        },
      },
    },
  }
}

function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
