import { openStore, type Store } from '@disclosed/store'

/** How long a statement kept a processor busy: the quickest of seven, for what else the machine does is not its own. */
export interface Timed {
  readonly name: string
  readonly milliseconds: number
  readonly rows: number
}

const measure = `measure = 'data_breaches'`

/** Every view asked for one measure, as a person asks; and words looked for in letters and answers. */
const statements: Readonly<Record<string, string>> = {
  comparison: `SELECT * FROM comparison WHERE ${measure} AND year = 2019 AND year_kind = 'calendar'`,
  'comparison, sum by year': `SELECT year_kind, year, sum(number) FROM comparison WHERE ${measure} AND chosen = 1 AND category IS NULL GROUP BY 1, 2`,
  'comparison_safe, sum by year': `SELECT year_kind, year, sum(number), count(number), count(*) FROM comparison_safe WHERE ${measure} GROUP BY 1, 2`,
  'comparison_safe, ten highest rates': `SELECT authority, rate_per_100k, link FROM comparison_safe WHERE ${measure} AND year = 2019 ORDER BY rate_per_100k DESC LIMIT 10`,
  breach_types: `SELECT year, type, sum(number) FROM breach_types WHERE ${measure} AND year = 2019 GROUP BY 1, 2`,
  'breach_types, all years': `SELECT year, type, sum(number) FROM breach_types WHERE ${measure} GROUP BY 1, 2`,
  'comparison, first thousand': `SELECT * FROM comparison WHERE ${measure} LIMIT 1000`,
  'comparison of one region, year': `SELECT * FROM comparison WHERE ${measure} AND region = 'North West' AND year = 2019`,
  'comparison of one region, all of it': `SELECT * FROM comparison WHERE ${measure} AND region = 'North West'`,
  'as many whole rows, without the view': `SELECT * FROM authority a CROSS JOIN figure f WHERE f.authority = a.id AND f.${measure} AND a.region = 'North West' AND f.kind <> 'silent'`,
  'comparison_safe of one region': `SELECT * FROM comparison_safe WHERE ${measure} AND region = 'North West'`,
  'comparison_safe of one nation': `SELECT * FROM comparison_safe WHERE ${measure} AND nation = 'Wales'`,
  'comparison_safe of one type, sum by year': `SELECT year_kind, year, sum(number) FROM comparison_safe WHERE ${measure} AND type = 'unitary' GROUP BY 1, 2`,
  'comparison_safe, sum by region and year': `SELECT region, year_kind, year, sum(number) FROM comparison_safe WHERE ${measure} GROUP BY 1, 2, 3`,
  'review_list, first twenty': 'SELECT * FROM review_list ORDER BY pressing, worth DESC, confidence, subject LIMIT 20',
  'review_list of one measure, first thousand': `SELECT * FROM review_list WHERE ${measure} ORDER BY pressing, worth DESC, confidence, subject LIMIT 1000`,
  'search of letters, a rare word': search('document', 'ransomware'),
  'search of letters, a word of most, all of them ranked': search('document', 'information'),
  'search of letters, a word of most, the first thousand ranked': searchSome('document', 'information'),
  'search of letters, a phrase': search('document', '"internal review"'),
  'search of answers': search('answer', 'crime'),
}

function search(of: 'document' | 'answer', words: string): string {
  return `SELECT snippet(${of}_search, 0, '[', ']', '…', 12), link FROM ${of}_search
    JOIN ${of} x ON x.rowid = ${of}_search.rowid ${of === 'answer' ? 'JOIN document d ON d.id = x.document' : ''}
    WHERE ${of}_search MATCH '${words}' ORDER BY rank LIMIT 20`
}

/** Of words that most letters have, which of them has more tells little: some are ranked, not all. */
function searchSome(of: 'document', words: string): string {
  return `SELECT snippet(${of}_search, 0, '[', ']', '…', 12), link FROM ${of}_search JOIN ${of} x ON x.rowid = ${of}_search.rowid
    WHERE ${of}_search MATCH '${words}' AND ${of}_search.rowid IN (
      SELECT rowid FROM (SELECT rowid, rank FROM ${of}_search WHERE ${of}_search MATCH '${words}' LIMIT 1000) ORDER BY rank LIMIT 20)`
}

export function askedOf(path: string): readonly Timed[] {
  const store = openStore(path, { readonly: true })
  try {
    return Object.entries(statements).map(([name, sql]) => timed(store, name, sql))
  } finally {
    store.close()
  }
}

function timed(store: Store, name: string, sql: string): Timed {
  let rows = 0
  const times = Array.from({ length: 7 }, () => {
    const began = process.threadCpuUsage()
    rows = store.select(sql).length
    const { user, system } = process.threadCpuUsage(began)
    return (user + system) / 1000
  }).toSorted((a, b) => a - b)
  return { name, milliseconds: times[0] ?? 0, rows }
}
