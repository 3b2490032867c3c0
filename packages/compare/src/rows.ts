import type { FigureRow, Store } from '@disclosed/store'

/** A figure or refusal of the dataset with the authority it belongs to. */
export interface Row extends Omit<FigureRow, 'chosen' | 'checked'> {
  readonly chosen: 0 | 1
  readonly checked: 0 | 1
  readonly name: string
  readonly type: string
  readonly nation: string | null
  readonly region: string | null
  readonly invented: 0 | 1
  readonly asked: string | null
}

/** What is compared: a measure of the list, or one question put to many. */
export type Subject =
  | { readonly kind: 'measure'; readonly code: string; readonly label: string; readonly counts: string }
  | { readonly kind: 'question'; readonly code: string; readonly label: string; readonly counts: string }

/** All rows of a subject whose authority is known, in an order of their own. */
export function rowsOf(store: Store, subject: Subject): readonly Row[] {
  const column = subject.kind === 'measure' ? 'f.measure' : 'f.question_group'
  return store.select(
    `SELECT f.*, a.name, a.type, a.nation, a.region, a.invented, q.text AS asked
     FROM figure f JOIN authority a ON a.id = f.authority LEFT JOIN question q ON q.id = f.question
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
