import type { Database } from '../database.ts'
import { plainFigure } from '../ids.ts'
import { mask } from '../people/mask.ts'
import { groupBy } from '../settle/dataset.ts'
import { insertInto, type RowOf } from '../table.ts'
import { type correction, judgement } from '../tables/correction.ts'
import type { judgements } from '../vocabularies.ts'
import { type Claim, isSameClaim } from './claim.ts'
import { figuresOf, findingOf } from './finding.ts'
import { isGrouping, judgeGrouping } from './grouping.ts'

export type Word = RowOf<typeof correction.columns>

/** A word of a person, and what became of it. */
export interface Judged {
  readonly word: Word
  readonly state: keyof typeof judgements
  /** The id that its finding has now. */
  readonly subject: string | null
  /** What holds by that word: the claim that was read with what was given instead; null where it was rejected. */
  readonly claim: Claim | null
}

/** Every word that was said, in the order in which they were. */
export function wordsIn(db: Database): readonly Word[] {
  return db.all('SELECT * FROM correction ORDER BY made, id') as readonly Word[]
}

/**
 * Judges what people said by what is read now. A word holds while the reading says what it said then, or what the person
 * said. The last word of each person counts; where people differ none holds, and where the reading changed none does.
 */
export function judge(db: Database): readonly Judged[] {
  const words = wordsIn(db)
  const undone = undoneAmong(words)
  const judged = words.map((word): Judged => {
    if (undone.has(word.id)) return { word, state: 'undone', subject: word.subject, claim: null }
    if (word.kind === 'undo' || word.kind === 'note' || word.about === 'word')
      return { word, state: 'stands', subject: word.subject, claim: null }
    if (isGrouping(word.kind)) return judgeGrouping(db, word)
    return word.kind === 'add' ? judgeAdded(db, word) : judgeRead(db, word)
  })
  const bySubject = groupBy(
    judged.filter(isVerdict),
    ({ word, subject }) => `${isGrouping(word.kind) ? 'asks' : 'says'} ${subject ?? word.subject}`,
  )
  const settled = new Map([...bySubject.values()].flatMap(amongPeople))
  return judged.map((each) => ({ ...each, state: settled.get(each.word.id) ?? each.state }))
}

/** Judges every word anew, and writes what became of it. */
export function writeJudgements(db: Database): readonly Judged[] {
  const all = judge(db)
  db.run('DELETE FROM judgement')
  for (const { word, state, subject } of all)
    db.run(insertInto(judgement), { correction: word.id, state, subject: state === 'missing' ? null : subject })
  return all
}

/** What was taken back; taking something back can itself be taken back. */
function undoneAmong(words: readonly Word[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { id, kind, subject } of words.toReversed()) {
    if (kind === 'undo' && !undone.has(id)) undone.add(subject)
  }
  return undone
}

function isVerdict({ word, state }: Judged): boolean {
  const isSaid = word.kind === 'confirm' || word.kind === 'correct' || word.kind === 'reject' || isGrouping(word.kind)
  return state !== 'undone' && isSaid
}

function judgeRead(db: Database, word: Word): Judged {
  if (word.about === 'word') return { word, state: 'stands', subject: word.subject, claim: null }
  const saw = parsed(word.saw) ?? {}
  const belief = { ...saw, ...parsed(word.value) }
  const claim = word.kind === 'reject' ? null : belief
  const fits = (now: Claim) => isSameClaim(now, saw) || (word.kind !== 'reject' && isSameClaim(now, belief))
  const finding = findingOf(db, word.about, word.subject)
  if (finding && fits(finding.claim)) return { word, state: 'stands', subject: finding.id, claim }
  // The words may be cut in another way by now: "12 breaches" for "12". One figure that says the same is the same.
  const [same, ...others] =
    word.about === 'figure' && !finding
      ? figuresOf(db, word.document).filter((each) => fits(each.claim) && isAbout(each.quote, word.quote))
      : []
  if (same && others.length === 0) return { word, state: 'stands', subject: same.id, claim }
  return finding
    ? { word, state: 'changed', subject: finding.id, claim: null }
    : { word, state: 'missing', subject: null, claim: null }
}

function isAbout(quote: string | null, other: string | null): boolean {
  if (quote === null || other === null) return false
  const [one, two] = [plainFigure(quote), plainFigure(other)]
  return one.includes(two) || two.includes(one)
}

/** A figure that a person found stands while its words do. */
function judgeAdded(db: Database, word: Word): Judged {
  // What is hidden in one of the two stands for any sign in the other.
  const words = (word.quote ?? '').replace(/[*?[]/g, '[$&]').replaceAll(mask, '?')
  const there = db.get('SELECT 1 FROM document WHERE id = ? AND text GLOB ?', word.document, `*${words}*`)
  const state = there === undefined ? 'missing' : 'stands'
  return { word, state, subject: there === undefined ? null : word.id, claim: parsed(word.value) }
}

/** Of one finding the last word of each person; all of them, or none where they differ. */
function amongPeople(said: readonly Judged[]): readonly (readonly [string, Judged['state']])[] {
  const inOrder = said.toSorted((one, other) => compare(one.word, other.word))
  const last = new Map(inOrder.map((each) => [each.word.by, each]))
  const standing = [...last.values()].filter(({ state }) => state === 'stands')
  const latest = standing
    .map(({ word }) => word)
    .toSorted(compare)
    .at(-1)
  const isOne = standing.every(({ claim }) => isSameVerdict(claim, standing[0]?.claim ?? null))
  return inOrder.map(({ word, state }) => {
    const isLast = last.get(word.by)?.word.id === word.id
    if (!isLast) return [word.id, 'replaced']
    if (state === 'stands') return [word.id, isOne ? 'stands' : 'disputed']
    // Somebody looked again since the reading changed.
    return [word.id, latest && compare(word, latest) < 0 ? 'replaced' : state]
  })
}

function isSameVerdict(one: Claim | null, other: Claim | null): boolean {
  return one === null || other === null ? one === other : isSameClaim(one, other)
}

function compare(one: Word, other: Word): number {
  const [a, b] = [`${one.made} ${one.id}`, `${other.made} ${other.id}`]
  return a < b ? -1 : a > b ? 1 : 0
}

export function parsed(json: string | null): Claim | null {
  return json === null ? null : JSON.parse(json)
}
