import type { Database } from '../database.ts'
import type { ToldGroups } from '../same-question/index.ts'
import type { Finding } from './finding.ts'
import { findingOf } from './finding.ts'
import type { Judged, Word } from './judge.ts'

/** Words that say which questions are the same: kept with the question they are about, and apart from what was answered to it. */
export function isGrouping(kind: Word['kind']): boolean {
  return kind === 'join' || kind === 'split'
}

/** The question that an id names: its own, or that of a figure or of a row of the comparison. */
export function questionFound(db: Database, id: string): Finding | null {
  const row = db.get(
    `SELECT question FROM observation WHERE id = @id UNION ALL SELECT question FROM figure WHERE id = @id LIMIT 1`,
    { id },
  ) as { question: string | null } | undefined
  return findingOf(db, 'answer', row?.question ?? id)
}

/** Holds while the questions are there: their ids are made of their words. */
export function judgeGrouping(db: Database, word: Word): Judged {
  const { same_as: other } = sameAs(word)
  const isThere = [word.subject, ...(other === null ? [] : [other])].every((id) => findingOf(db, 'answer', id) !== null)
  if (!isThere) return { word, state: 'missing', subject: null, claim: null }
  return { word, state: 'stands', subject: word.subject, claim: { same_as: other } }
}

/** By wording, as questions are put together: what people joined, and what they set apart. */
export function toldGroups(db: Database, judged: readonly Judged[]): ToldGroups {
  const wordingOf = (id: string) =>
    (db.get('SELECT question_wording AS wording FROM question WHERE id = ?', id) as { wording: string } | undefined)
      ?.wording
  const joined: (readonly [string, string])[] = []
  const apart = new Set<string>()
  for (const { word, state } of judged) {
    if (state !== 'stands' || !isGrouping(word.kind)) continue
    const { same_as: other } = sameAs(word)
    const [one, same] = [wordingOf(word.subject), other === null ? undefined : wordingOf(other)]
    if (one !== undefined && same !== undefined) joined.push([one, same])
    else if (one !== undefined && other === null) apart.add(one)
  }
  return { joined, apart }
}

function sameAs({ value }: Word): { readonly same_as: string | null } {
  return { same_as: value === null ? null : ((JSON.parse(value) as { same_as?: string }).same_as ?? null) }
}
