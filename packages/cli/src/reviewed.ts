import { atLeast } from '@disclosed/evaluate'
import type { Store } from '@disclosed/store'
import { printRows, type Row } from './rows.ts'
import { share } from './share.ts'

/** Of the findings that people looked at: how many were right as they were read. */
interface Looked {
  readonly finding: string
  readonly sure: 0 | 1
  readonly seen: number
  readonly right: number
}

/**
 * What people said of a dataset, as a measure of its readings: a finding is right where it was confirmed as it was read, and wrong where
 * it was corrected or rejected. Words that are disputed, taken back or of an older reading do not count.
 */
export function printReviewed(store: Pick<Store, 'select'>, format: 'table' | 'json' | 'csv'): string {
  const looked = store.select(sql) as readonly Looked[]
  const [{ missed } = { missed: 0 }] = store.select(missedSql) as readonly { readonly missed: number }[]
  if (format === 'json') return `${JSON.stringify({ reviewed: looked, missed }, null, 2)}\n`
  const isTable = format === 'table'
  const rows = looked.map(({ finding, sure, seen, right }): Row => {
    const shares = [right / seen, atLeast(right, seen)]
    return [finding, sure === 1 ? 'sure' : 'not sure', seen, right, ...(isTable ? shares.map(share) : shares)]
  })
  const table = printRows(['finding', 'marked', 'looked at', 'right', 'share', 'at least'], rows, format)
  return isTable ? `What people looked at, ${missed} figures added that were missed\n\n${table}${isNoSample}` : table
}

const isNoSample =
  'People look at what is doubtful first: the shares of what is not sure are those of the list they worked on, and of no sample.\n'

const standing = `FROM judgement j JOIN correction c ON c.id = j.correction WHERE j.state = 'stands'`

const sql = `WITH looked AS (
  SELECT DISTINCT c.about, j.subject, c.kind = 'confirm' AND c.value IS NULL AS right
  ${standing} AND c.about <> 'word' AND c.kind IN ('confirm', 'correct', 'reject')
), marked AS (
  SELECT l.about, l.right, CASE l.about
    WHEN 'figure' THEN (SELECT sure FROM observation WHERE id = l.subject)
    WHEN 'answer' THEN (SELECT coalesce(as_read ->> 'sure', sure) FROM answer WHERE question = l.subject)
    ELSE (SELECT coalesce(as_read ->> 'authority_sure', authority_sure) FROM document WHERE id = l.subject) END AS sure
  FROM looked l
)
SELECT about AS finding, sure, count(*) AS seen, sum(right) AS right FROM marked
WHERE sure IS NOT NULL GROUP BY about, sure ORDER BY about, sure DESC`

const missedSql = `SELECT count(*) AS missed ${standing} AND c.kind = 'add'`
