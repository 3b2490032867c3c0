import { type CaveatCode, caveatCodes } from '@disclosed/reference'
import type { Database } from '../database.ts'
import { insertInto, insertValues, named, valuesOf } from '../table.ts'
import { type FigureRow, figure, figurePart } from '../tables/figure.ts'
import type { LeftOut } from '../vocabularies.ts'
import type { Authorities } from './authorities.ts'
import type { Choice } from './choosing.ts'
import type { Draft } from './dataset.ts'
import { rateOf } from './rates.ts'
import type { Sum } from './sums.ts'

/** What is known of figures beside one another, by their ids. */
export interface Beside {
  readonly choices: ReadonlyMap<string, Choice>
  readonly leftOut: ReadonlyMap<string, LeftOut>
  readonly broken: ReadonlyMap<string, number | null>
  readonly authorities: Authorities
  /** The last day that any document speaks of. */
  readonly latest: string
}

/** Figures that stand in the dataset: the values of their columns, the id first. */
export type Stored = Iterable<readonly unknown[]>

export const figureColumns = Object.keys(figure.columns).map(named).join(', ')

/** Writes the figures in place of those stored. */
export function writeFigures(
  db: Database,
  drafts: readonly Draft[],
  sums: readonly Sum[],
  beside: Beside,
  stored: Stored,
): void {
  // Made twice, once to look and once to write: all rows of a large dataset together are more than memory should hold.
  const valuesFor = (draft: Draft) =>
    valuesOf(figure, {
      ...rowOf(draft, beside),
      left_out: beside.leftOut.get(draft.id) ?? null,
      broken_down: beside.broken.has(draft.id),
      broken_total: beside.broken.get(draft.id) ?? null,
    })
  const standing = unchangedFigures(stored, new Map(drafts.map((each) => [each.id, each])), valuesFor)
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
  stored: Stored,
  drafts: ReadonlyMap<string, Draft>,
  valuesFor: (draft: Draft) => readonly unknown[],
): { readonly same: ReadonlySet<string>; readonly gone: readonly string[] } {
  const same = new Set<string>()
  const gone: string[] = []
  for (const row of stored) {
    const id = String(row[0])
    const draft = drafts.get(id)
    if (draft && valuesFor(draft).every((value, at) => value === row[at])) same.add(id)
    else gone.push(id)
  }
  return { same, gone }
}

function rowOf(
  draft: Draft,
  { choices, authorities, latest }: Beside,
): Omit<FigureRow, 'left_out' | 'broken_down' | 'broken_total'> {
  const choice = choices.get(draft.id)
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
