import type { Outcome } from '@disclosed/reference'
import type { Database } from './database.ts'
import { type Enclosed, enclosuresIn } from './missing.ts'
import type { JoinRule } from './vocabularies.ts'

/** What is in, what failed and why, and whose letters nobody knows. */
export interface Status {
  readonly documents: number
  readonly kinds: Readonly<Record<string, number>>
  readonly responses: number
  readonly authorities: number
  readonly questions: number
  readonly values: number
  /** Of the values, those that are sure. */
  readonly sure: number
  readonly tables: number
  readonly incidents: number
  readonly discrepancies: number
  /** Questions without a figure or words in answer, by their outcome; the most frequent first. */
  readonly refusals: readonly { readonly outcome: Outcome; readonly count: number }[]
  /** Documents that are part of a response together with others, by the rule that put them there; the most frequent first. */
  readonly joined: readonly { readonly rule: JoinRule; readonly documents: number }[]
  /** How many files letters say are enclosed, and those that are not at hand. */
  readonly enclosures: { readonly mentioned: number; readonly missing: readonly Enclosed[] }
  /** Documents that were read with what they hide (`--include-hidden`). */
  readonly withHidden: number
  readonly failed: readonly {
    readonly path: string
    readonly part: string | null
    readonly code: string
    readonly message: string
  }[]
  /** Letters whose authority nobody knows. */
  readonly nameless: readonly { readonly document: string; readonly link: string }[]
}

export function statusOf(db: Database): Status {
  const count = (from: string) => (db.get(`SELECT count(*) AS count FROM ${from}`) as { count: number }).count
  const kinds = db.all('SELECT kind, count(*) AS count FROM document GROUP BY kind ORDER BY count DESC, kind') as {
    kind: string
    count: number
  }[]
  return {
    documents: count('document'),
    kinds: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
    responses: count('response'),
    authorities: (db.get('SELECT count(DISTINCT authority) AS count FROM figure') as { count: number }).count,
    questions: count('question'),
    values: count('observation'),
    sure: count('observation WHERE sure = 1'),
    tables: count('data_table'),
    incidents: count('incident'),
    discrepancies: count('discrepancy'),
    refusals: db.all(
      `SELECT outcome, count(*) AS count FROM answer
       WHERE outcome IN ('withheld', 'partly', 'ncnd', 'cost_limit', 'vexatious', 'not_held', 'elsewhere')
       GROUP BY outcome ORDER BY count DESC, outcome`,
    ) as Status['refusals'],
    joined: db.all(
      `SELECT rule, count(*) AS documents FROM document
       WHERE rule <> 'alone' GROUP BY rule ORDER BY documents DESC, rule`,
    ) as Status['joined'],
    enclosures: enclosuresIn(db),
    withHidden: count(`document WHERE reader LIKE '%+hidden'`),
    failed: db.all('SELECT path, part, code, message FROM failure ORDER BY path, part') as Status['failed'],
    nameless: db.all(
      `SELECT d.id AS document, d.link FROM document d LEFT JOIN response r ON r.id = d.response
       WHERE coalesce(d.authority, r.authority) IS NULL ORDER BY d.link, d.id`,
    ) as Status['nameless'],
  }
}
