import type { FigureRow, Store } from '@disclosed/store'

/** A figure or refusal of the dataset with the authority it belongs to. */
export interface Row extends Omit<FigureRow, 'chosen' | 'left_out' | 'broken_down' | 'broken_total' | 'checked'> {
  readonly chosen: 0 | 1
  readonly checked: 0 | 1
  readonly name: string
  readonly type: string
  readonly nation: string | null
  readonly region: string | null
  readonly invented: 0 | 1
  readonly asked: string | null
  /** The response that its document is part of. */
  readonly response: string | null
}

/** What is compared: a measure of the list, or one question put to many. */
export type Subject =
  | { readonly kind: 'measure'; readonly code: string; readonly label: string; readonly counts: string }
  | { readonly kind: 'question'; readonly code: string; readonly label: string; readonly counts: string }

/** All rows of a subject whose authority is known, in an order of their own. */
export function rowsOf(store: Store, subject: Subject): readonly Row[] {
  const column = subject.kind === 'measure' ? 'f.measure' : 'f.question_group'
  return store.select(
    `SELECT f.*, a.name, a.type, a.nation, a.region, a.invented, q.text AS asked, d.response
     FROM figure f JOIN authority a ON a.id = f.authority JOIN document d ON d.id = f.document
       LEFT JOIN question q ON q.id = f.question
     WHERE ${column} = ? ORDER BY a.name, a.id, f.year, f.year_kind, f.id`,
    subject.code,
  ) as readonly Row[]
}

/** The measures that the dataset has answers on; the one with most figures and refusals first. */
export function measuresIn(store: Store): readonly (Subject & { readonly rows: number })[] {
  return store.select(
    `SELECT 'measure' AS kind, m.code, m.label, m.counts, count(*) AS rows
     FROM figure f JOIN measure m ON m.code = f.measure
     WHERE f.authority IS NOT NULL
     GROUP BY m.code ORDER BY sum(f.chosen = 1 AND f.category IS NULL) DESC, count(*) DESC, m.code`,
  ) as readonly (Subject & { readonly rows: number })[]
}

/** The groups of questions that the dataset has answers to; those put to most authorities first. */
export function questionsIn(store: Store): readonly (Subject & { readonly rows: number })[] {
  return store.select(
    `SELECT 'question' AS kind, g.id AS code, g.wording AS label, 'answers' AS counts, count(*) AS rows
     FROM figure f JOIN question_group g ON g.id = f.question_group
     WHERE f.authority IS NOT NULL
     GROUP BY g.id ORDER BY count(DISTINCT f.authority) DESC, count(*) DESC, g.wording, g.id`,
  ) as readonly (Subject & { readonly rows: number })[]
}

/** The groups of questions that were answered, and of which there is no figure; those put to most authorities first. */
export function questionsInWords(store: Store): readonly Subject[] {
  return store.select(
    `SELECT 'question' AS kind, g.id AS code, g.wording AS label, 'answers' AS counts FROM question_group g
     WHERE g.id IN (SELECT question_group FROM answer_list)
       AND g.id NOT IN (SELECT question_group FROM figure WHERE question_group IS NOT NULL AND authority IS NOT NULL)
     ORDER BY g.authorities DESC, g.questions DESC, g.wording, g.id`,
  ) as readonly Subject[]
}

/** The group that a wording belongs to, by the id of either; null where there is none. */
export function groupOfWording(store: Store, id: string): string | null {
  const [row] = store.select('SELECT question_group FROM question_wording WHERE id = ?', id)
  return (row as { question_group: string } | undefined)?.question_group ?? null
}

/** How a question was put, those put to most first. */
export function wordingsOf(store: Store, group: string): readonly Wording[] {
  return store.select(
    `SELECT id, text, after, questions, authorities FROM question_wording
     WHERE question_group = ? ORDER BY authorities DESC, questions DESC, length(text), text, id`,
    group,
  ) as readonly Wording[]
}

export interface Wording {
  readonly id: string
  readonly text: string
  /** The question before it, without which it means nothing. */
  readonly after: string | null
  readonly questions: number
  readonly authorities: number
}

/** Who was asked in the rounds that the subject belongs to, and what came of it. */
export function askedAbout(store: Store, subject: Subject): readonly AskedRow[] {
  const column = subject.kind === 'measure' ? 'f.measure' : 'f.question_group'
  return store.select(
    `SELECT k.round, k.authority, k.named, k.state, k.response, a.name, a.type, a.nation, a.region, a.invented
     FROM asked k LEFT JOIN authority a ON a.id = k.authority
     WHERE k.round IN (
       SELECT s.round FROM asked s JOIN document d ON d.response = s.response JOIN figure f ON f.document = d.id
       WHERE ${column} = ?)
     ORDER BY k.round, a.name, k.authority, k.id`,
    subject.code,
  ) as readonly AskedRow[]
}

/** A request that was sent; `name` and what follows are null where nobody knows whom the list means. */
export interface AskedRow extends Pick<Row, 'nation' | 'region'> {
  readonly round: string
  readonly authority: string | null
  readonly named: string | null
  readonly state: 'answered' | 'acknowledged' | 'silent' | 'unclear' | 'unknown'
  readonly response: string | null
  readonly name: string | null
  readonly type: string | null
  readonly invented: 0 | 1 | null
}

/** Whom each council took over from, and on which day it began. */
export function lineageOf(store: Store): readonly Succession[] {
  return store.select(
    `SELECT s.predecessor, p.name, s.successor, a.start_date AS began,
       (SELECT count(*) FROM authority_succession o WHERE o.predecessor = s.predecessor) AS successors
     FROM authority_succession s JOIN authority a ON a.id = s.successor JOIN authority p ON p.id = s.predecessor
     WHERE a.start_date IS NOT NULL ORDER BY s.successor, s.predecessor`,
  ) as readonly Succession[]
}

export interface Succession {
  readonly predecessor: string
  readonly name: string
  readonly successor: string
  readonly began: string
  /** Into how many councils the predecessor went: of several, none has all of it. */
  readonly successors: number
}
