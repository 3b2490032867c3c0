import type { Database } from '../database.ts'
import type { Claim } from './claim.ts'
import type { Finding } from './finding.ts'
import type { Word } from './judge.ts'
import { foundIn, standingValue } from './speak.ts'

/** All that a person needs to judge a finding in a minute. */
export interface Dossier extends Finding {
  /** Why it deserves a look, as in review_list; null where it does not. */
  readonly reason: string | null
  readonly authority: string | null
  /** What holds by now: the claim that was read, with what people said instead. */
  readonly holds: Claim
  readonly confidence: number | null
  readonly sure: boolean
  readonly question: string | null
  readonly answered: string | null
  /** The words, and what stands around them; null where the document is gone. */
  readonly around: { readonly before: string; readonly words: string; readonly after: string } | null
  /** What the same authority gave for other years, and others for the same. */
  readonly beside: readonly Beside[]
  readonly said: readonly SaidBefore[]
}

/** Another figure of the comparison. */
export interface Beside {
  readonly authority: string
  readonly isSameAuthority: boolean
  readonly year: number | null
  readonly year_kind: string | null
  readonly covers: string
  readonly stated: number | null
  readonly low: number | null
  readonly high: number | null
  readonly relation: string | null
  readonly outcome: string | null
  readonly state: string
  readonly link: string
}

export type SaidBefore = Pick<Word, 'id' | 'kind' | 'value' | 'why' | 'by' | 'made'> & { readonly state: string }

interface Row {
  readonly confidence: number | null
  readonly sure: 0 | 1
  readonly start: number | null
  readonly end: number | null
  readonly text: string
  readonly authority: string | null
  readonly authority_id: string | null
  readonly question: string | null
  readonly answered: string | null
}

/** Gathers what stands around a finding. Null where nothing has that id. */
export function dossierOf(db: Database, id: string): Dossier | null {
  const finding = foundIn(db, id)
  if (!finding) return null
  const row = db.get(sql[finding.about], finding.id) as Row
  const reason = db.get('SELECT reason FROM review_list WHERE subject = ? ORDER BY pressing LIMIT 1', finding.id) as
    | { reason: string }
    | undefined
  return {
    ...finding,
    reason: reason?.reason ?? null,
    authority: row.authority,
    holds: { ...finding.claim, ...standingValue(db, finding.id) },
    confidence: row.confidence,
    sure: row.sure === 1,
    question: row.question,
    answered: row.answered,
    around: aroundOf(row),
    beside: besideOf(db, finding, row.authority_id),
    said: saidOf(db, finding.id),
  }
}

/** What holds of a finding by now, and nothing around it. Null where nothing has that id. */
export function holdsOf(db: Database, id: string): Claim | null {
  const finding = foundIn(db, id)
  return finding ? { ...finding.claim, ...standingValue(db, finding.id) } : null
}

/** What people said of a finding, or of the words on it, and what became of that; the first said first. */
export function saidOf(db: Database, subject: string): readonly SaidBefore[] {
  return db.all(
    `SELECT c.id, c.kind, c.value, c.why, c."by", c.made, j.state FROM correction c JOIN judgement j ON j.correction = c.id
     WHERE (j.subject = @subject OR c.subject = @subject) AND c.about <> 'word' ORDER BY c.made, c.id`,
    { subject },
  ) as readonly SaidBefore[]
}

const whose = `x.name AS authority, x.id AS authority_id`
const joins = `LEFT JOIN response r ON r.id = d.response LEFT JOIN authority x ON x.id = coalesce(d.authority, r.authority)`

const sql = {
  figure: `SELECT o.confidence, o.sure, o.start, o."end", d.text, ${whose}, q.text AS question, a.outcome AS answered
    FROM observation o JOIN document d ON d.id = o.document ${joins}
    LEFT JOIN question q ON q.id = o.question LEFT JOIN answer a ON a.question = q.id WHERE o.id = ?`,
  answer: `SELECT a.confidence, a.sure, coalesce(a.start, q.start) AS start, coalesce(a."end", q."end") AS "end", d.text, ${whose},
    q.text AS question, a.outcome AS answered
    FROM answer a JOIN question q ON q.id = a.question JOIN document d ON d.id = a.document ${joins} WHERE a.question = ?`,
  document: `SELECT d.authority_confidence AS confidence, d.authority_sure AS sure, 0 AS start, 0 AS "end", d.text, ${whose},
    NULL AS question, d.outcome AS answered FROM document d ${joins} WHERE d.id = ?`,
} as const

/** So much is shown before and after the words. */
const surroundings = 400

function aroundOf({ text, start, end }: Row): Dossier['around'] {
  if (start === null || end === null) return null
  const before = text.slice(Math.max(0, start - surroundings), start)
  const after = text.slice(end, end + surroundings)
  // Whole lines, where the first and last of them are not all there is.
  return {
    before: before.slice(start > surroundings ? before.indexOf('\n') + 1 : 0),
    words: text.slice(start, end),
    after: after.length < surroundings || !after.includes('\n') ? after : after.slice(0, after.lastIndexOf('\n')),
  }
}

function besideOf(db: Database, { about, id }: Finding, authority: string | null): readonly Beside[] {
  if (about === 'document') return []
  const rows = db.all(
    `WITH mine AS (
       SELECT measure, question_group, category, year, year_kind FROM figure
       WHERE observation = @id OR (question = @id AND observation IS NULL) ORDER BY chosen DESC, id LIMIT 1
     )
     SELECT x.name AS authority, f.authority = @authority AS isSameAuthority, f.year, f.year_kind, f.covers, f.stated, f.low, f.high,
       f.relation, f.outcome, f.state, f.link
     FROM mine m JOIN figure f ON coalesce(f.measure, f.question_group) = coalesce(m.measure, m.question_group)
       AND f.category IS m.category AND f.chosen = 1 AND f.observation IS NOT @id AND (f.question IS NOT @id OR f.observation IS NOT NULL)
     JOIN authority x ON x.id = f.authority
     WHERE f.authority = @authority OR (f.year = m.year AND f.year_kind = m.year_kind)
     ORDER BY f.authority = @authority DESC, x.name, f.year, f.year_kind, f.id LIMIT 20`,
    { id, authority },
  ) as readonly (Omit<Beside, 'isSameAuthority'> & { readonly isSameAuthority: 0 | 1 | null })[]
  return rows.map((row) => ({ ...row, isSameAuthority: row.isSameAuthority === 1 }))
}
