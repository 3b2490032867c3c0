import type { Register } from '@disclosed/reference'
import { saidBy } from '../corrections/apply.ts'
import { isGrouping } from '../corrections/grouping.ts'
import { type Judged, parsed, type Word } from '../corrections/judge.ts'
import type { Database } from '../database.ts'
import { type Lineage, leftOutOf } from './added-up.ts'
import { authoritiesThere } from './authorities.ts'
import { totalsOfBreakdowns } from './breakdowns.ts'
import { type Choice, choose } from './choosing.ts'
import { type DocumentRow, type Draft, readDataset } from './dataset.ts'
import { fitEnclosures } from './enclosures.ts'
import { draftFigures } from './figures.ts'
import { noteRecoverable } from './recoverable.ts'
import { draftRefusals } from './refusals.ts'
import type { Responses } from './responses.ts'
import { settleReviewOf, settleWaiting } from './review.ts'
import { settingsOf } from './settings.ts'
import { latestSettled } from './settled.ts'
import { addUp, type Sum } from './sums.ts'
import { figureColumns, writeFigures } from './write-figures.ts'

/** What became of each word when all was put together last. */
export type Before = ReadonlyMap<string, string>

export function judgedBefore(db: Database): Before {
  const rows = db.all('SELECT correction, state, subject FROM judgement') as readonly Verdict[]
  return new Map(rows.map((row) => [row.correction, verdict(row)]))
}

interface Verdict {
  readonly correction: string
  readonly state: string
  readonly subject: string | null
}

function verdict({ state, subject }: Pick<Verdict, 'state' | 'subject'>): string {
  return `${state} ${state === 'missing' ? null : subject}`
}

/**
 * Derives anew what words about figures touch: the cells of their authorities for what they measure, and what of it may be added up.
 * False, and nothing done, where more than such words came in.
 */
export function settleWords(db: Database, register: Register, judged: readonly Judged[], before: Before): boolean {
  const latest = latestSettled(db)
  if (latest === null) return false
  const changed = judged.filter((each) => before.get(each.word.id) !== verdict(each)).map(({ word }) => word)
  if (!changed.every(isOfFigure)) return false
  const spoken = changed.filter(({ about, kind }) => about === 'figure' && kind !== 'note')
  if (spoken.length > 0) new Touched(db, register, judged).settle(documentsOf(db, spoken), latest)
  else settleWaiting(db)
  return true
}

/** A word that is taken back tells nothing by itself: the other one has changed. A period may be the latest of all. */
function isOfFigure({ about, kind, value }: Word): boolean {
  if (about === 'word' || kind === 'note') return true
  const moves = Object.keys(parsed(value) ?? {}).some((field) => field.startsWith('period_'))
  return about === 'figure' && kind !== 'add' && !isGrouping(kind) && !moves
}

/** The documents that words are about, and those whose questions a figure is given to or taken from. */
function documentsOf(db: Database, words: readonly Word[]): ReadonlySet<string> {
  const questions = words.flatMap(({ value, saw }) =>
    [parsed(value)?.question, parsed(saw)?.question].flatMap((id) => (typeof id === 'string' ? [id] : [])),
  )
  return new Set([...words.map(({ document }) => document), ...questionsAt(db, questions)])
}

function questionsAt(db: Database, questions: readonly string[]): readonly string[] {
  return strings(db, 'SELECT DISTINCT document FROM question WHERE id IN (SELECT value FROM json_each(?))', questions)
}

function strings(db: Database, sql: string, ...lists: readonly (readonly unknown[])[]): readonly string[] {
  const rows = db.all(sql, ...lists.map((list) => JSON.stringify(list))) as readonly Readonly<Record<string, string>>[]
  return rows.flatMap((row) => Object.values(row))
}

interface Drafted {
  readonly drafts: readonly Draft[]
  readonly sums: readonly Sum[]
}

class Touched {
  readonly #db: Database
  readonly #register: Register
  readonly #said: ReturnType<typeof saidBy>

  constructor(db: Database, register: Register, judged: readonly Judged[]) {
    this.#db = db
    this.#register = register
    this.#said = saidBy(judged)
  }

  settle(spokenOf: ReadonlySet<string>, latest: string): void {
    const db = this.#db
    const cells = new Cells([...this.#storedIn(spokenOf), ...this.#draft(spokenOf).drafts])
    const documents = new Set([...spokenOf, ...this.#documentsWith(cells)])
    const all = this.#draft(documents)
    const drafts = all.drafts.filter((each) => cells.hold(each))
    const sums = all.sums.filter(({ sum }) => cells.hold(sum))
    const others = this.#chosenElsewhere(cells)
    const choices = new Map([...choose(drafts), ...others.map(({ id }) => [id, asChosen] as const)])
    const authorities = authoritiesThere(db)
    const lineage = db.all('SELECT predecessor, successor FROM authority_succession') as Lineage
    const leftOut = leftOutOf([...drafts, ...others], choices, authorities, lineage)
    const stored = this.#rowsIn(documents).filter((row) => cells.hold(asCell(row)))
    const ids = JSON.stringify(stored.map(([id]) => id))
    db.run('DELETE FROM figure_part WHERE sum IN (SELECT value FROM json_each(?))', [ids])
    writeFigures(
      db,
      drafts,
      sums,
      { choices, leftOut, broken: totalsOfBreakdowns(all.drafts), authorities, latest },
      stored,
    )
    for (const { id, left_out: before } of others) {
      const now = leftOut.get(id) ?? null
      if (now !== before) db.run('UPDATE figure SET left_out = ? WHERE id = ?', [now, id])
    }
    settleReviewOf(db, documents, cells.subjects)
  }

  /** All that is drafted of these documents, with what of other documents it rests on. */
  #draft(documents: ReadonlySet<string>): Drafted {
    const db = this.#db
    const said = this.#said
    const given = [...said.instead].filter(([, value]) => 'question' in value)
    const assigned = strings(
      db,
      'SELECT DISTINCT document FROM observation WHERE id IN (SELECT value FROM json_each(?))',
      given.map(([id]) => id),
    )
    const asked = questionsAt(
      db,
      given.flatMap(([, { question }]) => question ?? []),
    )
    const around = strings(
      db,
      `SELECT o.id FROM document d JOIN document o ON o.response = d.response WHERE d.id IN (SELECT value FROM json_each(?))`,
      [...documents, ...assigned, ...asked],
    )
    const dataset = readDataset(db, said, new Set([...documents, ...assigned, ...asked, ...around]))
    const responses = responsesThere(db, dataset.documents)
    const settings = settingsOf(dataset, responses)
    const figures = noteRecoverable(draftFigures(dataset, settings, fitEnclosures(dataset, responses), this.#register))
    const sums = addUp(figures)
    const drafts = [...figures, ...sums.map(({ sum }) => sum), ...draftRefusals(dataset, settings, figures)]
    return {
      drafts: drafts.filter(({ document }) => documents.has(document)),
      sums: sums.filter(({ sum }) => documents.has(sum.document)),
    }
  }

  #storedIn(documents: Iterable<string>): readonly Cell[] {
    return this.#db.all(
      'SELECT DISTINCT authority, measure, question_group FROM figure WHERE document IN (SELECT value FROM json_each(?))',
      JSON.stringify([...documents]),
    ) as readonly Cell[]
  }

  #documentsWith({ authorities, subjects }: Cells): readonly string[] {
    return strings(
      this.#db,
      `SELECT DISTINCT document FROM figure WHERE authority IN (SELECT value FROM json_each(?))
         AND coalesce(measure, question_group, '') IN (SELECT value FROM json_each(?))`,
      [...authorities],
      [...subjects],
    )
  }

  /** What stands for the cells of other authorities, as far as it tells what may be added up. */
  #chosenElsewhere({ authorities, subjects }: Cells): readonly ChosenRow[] {
    const rows = this.#db.all(
      `SELECT * FROM figure WHERE chosen = 1 AND (measure IN (SELECT value FROM json_each(@subjects))
         OR (measure IS NULL AND question_group IN (SELECT value FROM json_each(@subjects))))`,
      { subjects: JSON.stringify([...subjects]) },
    ) as readonly ChosenRow[]
    return rows.filter(({ authority }) => !authorities.has(authority ?? ''))
  }

  #rowsIn(documents: Iterable<string>): readonly (readonly unknown[])[] {
    const rows = this.#db.all(
      `SELECT ${figureColumns} FROM figure WHERE document IN (SELECT value FROM json_each(?))`,
      JSON.stringify([...documents]),
    ) as readonly Readonly<Record<string, unknown>>[]
    return rows.map((row) => Object.values(row))
  }
}

type ChosenRow = Draft & { readonly left_out: string | null }
type Cell = Pick<Draft, 'authority' | 'measure' | 'question_group'>

const asChosen: Choice = { chosen: true, disagrees: false, answers: 1 }

/** Authorities, and what their figures measure. */
class Cells {
  readonly authorities: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly #ownerless: ReadonlySet<string>

  constructor(cells: readonly Cell[]) {
    this.authorities = new Set(cells.flatMap(({ authority }) => authority ?? []))
    this.subjects = new Set(cells.map(subjectOf))
    this.#ownerless = new Set(cells.filter(({ authority }) => authority === null).map(subjectOf))
  }

  hold(cell: Cell): boolean {
    const subject = subjectOf(cell)
    return cell.authority === null
      ? this.#ownerless.has(subject)
      : this.authorities.has(cell.authority) && this.subjects.has(subject)
  }
}

function subjectOf({ measure, question_group }: Cell): string {
  return measure ?? question_group ?? ''
}

const places = Object.fromEntries(figureColumns.split(', ').map((name, at) => [name.slice(1, -1), at]))

function asCell(row: readonly unknown[]): Cell {
  const told = (name: string) => (row[places[name] ?? -1] ?? null) as string | null
  return { authority: told('authority'), measure: told('measure'), question_group: told('question_group') }
}

/** As they were put together last. */
function responsesThere(db: Database, documents: readonly DocumentRow[]): Responses {
  const joined = documents.flatMap(({ id, response, rule }) =>
    response === null ? [] : [[id, { response, rule }] as const],
  )
  const rows = db.all(
    'SELECT * FROM response WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify([...new Set(joined.map(([, { response }]) => response))]),
  )
  return { rows, of: new Map(joined) } as Responses
}
