import Sqlite from 'better-sqlite3'
import { openDatabase } from './database.ts'
import { saying } from './errors.ts'

/** One thing that is another in the second dataset than in the first, as a person reads it. */
export interface Difference {
  readonly change: 'new' | 'changed' | 'gone'
  readonly what: 'letter' | 'figure'
  readonly authority: string | null
  /** The measure or question; of a letter what it is. */
  readonly subject: string | null
  readonly category: string | null
  /** "2019", "2019/20", "2021-01-01 to 2021-06-30". */
  readonly period: string | null
  /** "38", "<5", "38?" where it is not sure, "ncnd"; ✓ where a person confirmed it. */
  readonly before: string | null
  readonly after: string | null
  readonly quote: string | null
  readonly place: string | null
  /** Of the second dataset; of what is gone, of the first. */
  readonly link: string
}

/** What stands in one cell of the comparison, or one letter. */
interface Entry extends Omit<Difference, 'change' | 'before' | 'after'> {
  readonly key: string
  readonly shown: string
}

/** Differences of two datasets: letters first, then the cells of the comparison. Neither is held in memory. */
export function* differences(before: string, after: string): Generator<Difference> {
  const [one, other] = [openToCompare(before), openToCompare(after)]
  try {
    for (const sql of [lettersSql, cellsSql]) {
      yield* merged(entries(one, sql), entries(other, sql))
    }
  } finally {
    one.close()
    other.close()
  }
}

function openToCompare(path: string): Sqlite.Database {
  // Says in a sentence why it is none, if it is no dataset of this version.
  openDatabase(path, { readonly: true }).close()
  const db = saying('read', path, () => new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 }))
  db.exec('BEGIN')
  return db
}

function entries(db: Sqlite.Database, sql: string): Iterator<Entry> {
  return db.prepare(sql).iterate()[Symbol.iterator]() as Iterator<Entry>
}

function* merged(before: Iterator<Entry>, after: Iterator<Entry>): Generator<Difference> {
  let [one, other] = [before.next(), after.next()]
  while (!one.done || !other.done) {
    const order = one.done ? 1 : other.done ? -1 : compareKeys(one.value.key, other.value.key)
    if (order < 0 && !one.done) yield difference('gone', one.value, one.value.shown, null)
    else if (order > 0 && !other.done) yield difference('new', other.value, null, other.value.shown)
    else if (!one.done && !other.done && one.value.shown !== other.value.shown)
      yield difference('changed', other.value, one.value.shown, other.value.shown)
    if (order <= 0) one = before.next()
    if (order >= 0) other = after.next()
  }
}

function difference(
  change: Difference['change'],
  entry: Entry,
  before: string | null,
  after: string | null,
): Difference {
  const { what, authority, subject, category, period, quote, place, link } = entry
  return { change, what, authority, subject, category, period, before, after, quote, place, link }
}

/** As SQLite orders text. */
function compareKeys(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

/** A letter is the same while its link is; another content behind it is a change. */
const lettersSql = `SELECT d.link AS key, group_concat(substr(d.id, 8, 12), ' ' ORDER BY d.id) AS shown, 'letter' AS what,
  max(a.name) AS authority, min(d.kind) AS subject, NULL AS category, NULL AS period, NULL AS quote, NULL AS place, d.link
FROM document d LEFT JOIN response r ON r.id = d.response LEFT JOIN authority a ON a.id = coalesce(d.authority, r.authority)
GROUP BY d.link ORDER BY d.link`

const plainNumber = (number: string) =>
  `CASE WHEN ${number} = CAST(${number} AS INTEGER) THEN CAST(CAST(${number} AS INTEGER) AS TEXT) ELSE CAST(${number} AS TEXT) END`

const shownFigure = `CASE
    WHEN f.number IS NOT NULL THEN ${plainNumber('f.number')}
    WHEN f.stated IS NOT NULL THEN CASE WHEN f.relation = '=' THEN '' ELSE f.relation END || ${plainNumber('f.stated')}
    WHEN f.low IS NOT NULL OR f.high IS NOT NULL
      THEN coalesce(${plainNumber('f.low')}, '…') || '–' || coalesce(${plainNumber('f.high')}, '…')
    WHEN f.state = 'no_figure' THEN f.outcome ELSE f.state END
  || CASE WHEN f.checked = 1 THEN ' ✓' WHEN f.state = 'unsure' THEN '?' ELSE '' END`

const cellsSql = `WITH cell AS (
  SELECT json_array(f.authority, CASE WHEN f.authority IS NULL THEN f.document END, f.measure,
      CASE WHEN f.measure IS NULL THEN f.question_group END, f.category, f.year_kind, f.year,
      CASE WHEN f.covers = 'whole' AND f.year_kind IN ('calendar', 'financial', 'academic') THEN NULL ELSE f.period_from || f.period_to END) AS key,
    f.*, ${shownFigure} AS shown
  FROM figure f
  WHERE f.kind <> 'silent' AND (f.chosen = 1 OR ',' || f.caveats || ',' LIKE '%,disagrees,%')
)
SELECT c.key, group_concat(DISTINCT coalesce(c.shown, 'nothing') ORDER BY c.shown) AS shown, 'figure' AS what, max(a.name) AS authority,
  max(coalesce(m.label, g.wording)) AS subject, max(c.category) AS category,
  max(CASE WHEN c.covers = 'whole' AND c.year_kind = 'calendar' THEN CAST(c.year AS TEXT)
    WHEN c.covers = 'whole' AND c.year_kind IN ('financial', 'academic') THEN c.year || '/' || printf('%02d', (c.year + 1) % 100)
    WHEN c.period_from = c.period_to THEN c.period_from
    ELSE coalesce(c.period_from, '…') || ' to ' || coalesce(c.period_to, '…') END) AS period,
  max(c.quote) AS quote, max(c.place) AS place, max(c.link) AS link
FROM cell c
LEFT JOIN authority a ON a.id = c.authority
LEFT JOIN measure m ON m.code = c.measure
LEFT JOIN question_group g ON g.id = c.question_group
GROUP BY c.key ORDER BY c.key`
