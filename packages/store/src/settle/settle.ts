import type { Register } from '@disclosed/reference'
import { applyWords, restoreAsRead, saidBy } from '../corrections/apply.ts'
import { toldGroups } from '../corrections/grouping.ts'
import { type Judged, writeJudgements } from '../corrections/judge.ts'
import type { Database } from '../database.ts'
import { bindable, insertInto } from '../table.ts'
import { response } from '../tables/document.ts'
import { type Lineage, leftOutOf } from './added-up.ts'
import { settleAsked } from './asked.ts'
import { registerWithKept, settleAuthorities } from './authorities.ts'
import { totalsOfBreakdowns } from './breakdowns.ts'
import { choose } from './choosing.ts'
import { type Dataset, type Draft, readDataset } from './dataset.ts'
import { findTargets, fitEnclosures } from './enclosures.ts'
import { draftFigures } from './figures.ts'
import { countGroups, groupQuestions } from './groups.ts'
import { noteRecoverable } from './recoverable.ts'
import { draftRefusals } from './refusals.ts'
import { findResponses, type Responses } from './responses.ts'
import { settleReview } from './review.ts'
import { settingsOf } from './settings.ts'
import { rememberSettled } from './settled.ts'
import { addUp } from './sums.ts'
import { judgedBefore, settleWords } from './words.ts'
import { figureColumns, writeFigures } from './write-figures.ts'

/**
 * Derives everything that depends on several documents: the same rows in any order of arrival. Where people only spoke of figures since
 * it was done last, what they touch is derived anew; else all of it.
 */
export function settle(db: Database, known: Register): void {
  const register = registerWithKept(db, known)
  const before = judgedBefore(db)
  const judged = writeJudgements(db)
  if (!settleWords(db, register, judged, before)) settleAll(db, register, judged)
}

function settleAll(db: Database, register: Register, judged: readonly Judged[]): void {
  groupQuestions(db, toldGroups(db, judged))
  restoreAsRead(db)
  applyWords(db, judged)
  const dataset = readDataset(db, saidBy(judged))
  const responses = findResponses(dataset)
  const settings = settingsOf(dataset, responses)
  const figures = noteRecoverable(draftFigures(dataset, settings, fitEnclosures(dataset, responses), register))
  const sums = addUp(figures)
  const drafts = [...figures, ...sums.map(({ sum }) => sum), ...draftRefusals(dataset, settings, figures)]
  const asked = (db.all('SELECT authority FROM asked') as { authority: string | null }[]).map((each) => each.authority)
  // Should a person's word be taken back, what was read must be there again.
  const asRead = (
    db.all(`SELECT as_read ->> 'authority' AS authority FROM document WHERE as_read IS NOT NULL`) as {
      authority: string | null
    }[]
  ).map((each) => each.authority)
  const authorities = settleAuthorities(db, register, [...namedIn(dataset, drafts), ...asked, ...asRead])
  writeResponses(db, dataset, responses)
  settleAsked(db, dataset, responses)
  countGroups(db)
  const choices = choose(drafts)
  const lineage = db.all('SELECT predecessor, successor FROM authority_succession') as Lineage
  const latest = latestDay(dataset)
  db.run('DELETE FROM figure_part')
  writeFigures(
    db,
    drafts,
    sums,
    {
      choices,
      leftOut: leftOutOf(drafts, choices, authorities, lineage),
      broken: totalsOfBreakdowns(drafts),
      authorities,
      latest,
    },
    db.iterate(`SELECT ${figureColumns} FROM figure`),
  )
  settleReview(db)
  forgetUnused(db)
  rememberSettled(db, latest)
}

function namedIn({ documents }: Dataset, drafts: readonly Draft[]): Iterable<string | null> {
  return new Set([...documents.map(({ authority }) => authority), ...drafts.map(({ authority }) => authority)])
}

function writeResponses(db: Database, dataset: Dataset, responses: Responses): void {
  db.run('UPDATE document SET response = NULL, rule = NULL')
  db.run('DELETE FROM response')
  for (const row of responses.rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    db.run(insertInto(response), bindable(row))
  }
  for (const [id, { response: joined, rule }] of responses.of) {
    db.run('UPDATE document SET response = ?, rule = ? WHERE id = ?', [joined, rule, id])
  }
  db.run('UPDATE attachment SET target = NULL')
  for (const [id, target] of findTargets(dataset, responses)) {
    db.run('UPDATE attachment SET target = ? WHERE id = ?', [target, id])
  }
}

/** The last day that any document speaks of: a reorganisation after it has not happened yet. */
function latestDay({ documents, observations }: Dataset): string {
  let latest = ''
  for (const { received, responded } of documents) {
    for (const day of [received, responded]) if (day !== null && day > latest) latest = day
  }
  for (const { period_to: day } of observations) if (day !== null && day > latest) latest = day
  return latest
}

/** Rows that nothing refers to any more, left by documents that changed. */
function forgetUnused(db: Database): void {
  db.run(`DELETE FROM provision WHERE law IS NULL AND cite NOT IN (SELECT cite FROM citation)`)
  db.run('DELETE FROM source WHERE id NOT IN (SELECT source FROM document_place WHERE source IS NOT NULL)')
  db.run(`DELETE FROM round WHERE name NOT IN
    (SELECT round FROM document_place WHERE round IS NOT NULL UNION ALL SELECT round FROM asked)`)
}
