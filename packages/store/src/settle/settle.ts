import { type CaveatCode, caveatCodes, type Register } from '@disclosed/reference'
import { applyWords, restoreAsRead } from '../corrections/apply.ts'
import { toldGroups } from '../corrections/grouping.ts'
import { writeJudgements } from '../corrections/judge.ts'
import type { Database } from '../database.ts'
import { bindable, insertInto, insertValues, named, valuesOf } from '../table.ts'
import { response } from '../tables/document.ts'
import { type FigureRow, figure, figurePart } from '../tables/figure.ts'
import { type Lineage, leftOutOf } from './added-up.ts'
import { settleAsked } from './asked.ts'
import { type Authorities, registerWithKept, settleAuthorities } from './authorities.ts'
import { totalsOfBreakdowns } from './breakdowns.ts'
import { type Choice, choose } from './choosing.ts'
import { type Dataset, type Draft, readDataset } from './dataset.ts'
import { findTargets, fitEnclosures } from './enclosures.ts'
import { draftFigures } from './figures.ts'
import { countGroups, groupQuestions } from './groups.ts'
import { rateOf } from './rates.ts'
import { noteRecoverable } from './recoverable.ts'
import { draftRefusals } from './refusals.ts'
import { findResponses, type Responses } from './responses.ts'
import { settingsOf } from './settings.ts'
import { addUp, type Sum } from './sums.ts'

/** Derives everything that depends on several documents, wholly anew: the same rows in any order of arrival. */
export function settle(db: Database, known: Register): void {
  const register = registerWithKept(db, known)
  const judged = writeJudgements(db)
  groupQuestions(db, toldGroups(db, judged))
  restoreAsRead(db)
  const dataset = readDataset(db, applyWords(db, judged))
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
  writeFigures(db, drafts, sums, authorities, latestDay(dataset))
  forgetUnused(db)
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

function writeFigures(
  db: Database,
  drafts: readonly Draft[],
  sums: readonly Sum[],
  authorities: Authorities,
  latest: string,
): void {
  const choices = choose(drafts)
  const lineage = db.all('SELECT predecessor, successor FROM authority_succession') as Lineage
  const leftOut = leftOutOf(drafts, choices, authorities, lineage)
  const broken = totalsOfBreakdowns(drafts)
  // Made twice, once to look and once to write: all rows of a large dataset together are more than memory should hold.
  const valuesFor = (draft: Draft) =>
    valuesOf(figure, {
      ...rowOf(draft, choices.get(draft.id), authorities, latest),
      left_out: leftOut.get(draft.id) ?? null,
      broken_down: broken.has(draft.id),
      broken_total: broken.get(draft.id) ?? null,
    })
  db.run('DELETE FROM figure_part')
  const standing = unchangedFigures(db, new Map(drafts.map((each) => [each.id, each])), valuesFor)
  for (const id of standing.gone) db.run('DELETE FROM figure WHERE id = ?', [id])
  const insert = insertValues(figure)
  const fresh = drafts.filter(({ id }) => !standing.same.has(id))
  for (const draft of fresh.toSorted((one, other) => (one.id < other.id ? -1 : 1))) db.run(insert, valuesFor(draft))
  for (const { sum, parts } of sums) {
    for (const part of parts) db.run(insertInto(figurePart), { sum: sum.id, part: part.id })
  }
}

/** A row with all its indexes costs far more to write than to look at: those that are as they should be are let be. */
function unchangedFigures(
  db: Database,
  drafts: ReadonlyMap<string, Draft>,
  valuesFor: (draft: Draft) => readonly unknown[],
): { readonly same: ReadonlySet<string>; readonly gone: readonly string[] } {
  const columns = Object.keys(figure.columns)
  const same = new Set<string>()
  const gone: string[] = []
  for (const stored of db.iterate(`SELECT ${columns.map(named).join(', ')} FROM figure`)) {
    const id = String(stored[0])
    const draft = drafts.get(id)
    if (draft && valuesFor(draft).every((value, at) => value === stored[at])) same.add(id)
    else gone.push(id)
  }
  return { same, gone }
}

function rowOf(
  draft: Draft,
  choice: Choice | undefined,
  authorities: Authorities,
  latest: string,
): Omit<FigureRow, 'left_out' | 'broken_down' | 'broken_total'> {
  const {
    caveats,
    sure: _,
    eligible: __,
    passing: ___,
    stage: ____,
    series: _____,
    timing: ______,
    each: _______,
    ...row
  } = draft
  const rate = rateOf(draft, authorities.populations)
  const codes = new Set<CaveatCode>([
    ...caveats,
    ...rate.caveats,
    ...(choice?.disagrees ? (['disagrees'] as const) : []),
    ...ofAuthority(draft, authorities, latest),
  ])
  return {
    ...row,
    chosen: choice?.chosen ?? false,
    answers: choice?.answers ?? 0,
    rate_per_100k: rate.rate_per_100k,
    population: rate.population,
    population_year: rate.population_year,
    caveats: caveatCodes.filter((code) => codes.has(code)).join(','),
  }
}

function ofAuthority(
  { authority, period_from: from }: Draft,
  { byId }: Authorities,
  latest: string,
): readonly CaveatCode[] {
  const whose = byId.get(authority ?? '')
  if (!whose) return []
  const hasEnded = whose.end_date !== null && whose.end_date < latest
  const isBefore = whose.start_date !== null && from !== null && from < whose.start_date
  return [
    ...(hasEnded || isBefore ? (['predecessor'] as const) : []),
    ...(whose.invented ? (['invented'] as const) : []),
  ]
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
