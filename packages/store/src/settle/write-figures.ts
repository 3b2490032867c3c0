import { type CaveatCode, caveatCodes } from '@disclosed/reference'
import type { Database } from '../database.ts'
import { bound, createIndexes, insertInto, insertValues, named } from '../table.ts'
import { type FigureRow, figure, figurePart } from '../tables/figure.ts'
import type { LeftOut } from '../vocabularies.ts'
import type { Authorities } from './authorities.ts'
import type { Choice } from './choosing.ts'
import type { Draft } from './dataset.ts'
import { type Rate, rateOf } from './rates.ts'
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
  const standing = unchangedFigures(stored, drafts, beside)
  for (const id of standing.gone) db.run('DELETE FROM figure WHERE id = ?', [id])
  const fresh = drafts.filter(({ id }) => !standing.same.has(id))
  const write = () => {
    const insert = insertValues(figure)
    for (const draft of fresh.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
      db.run(insert, valuesFor(draft, beside))
  }
  // Where most are new, indexes made of all of them at once cost half of what they cost row by row.
  if (fresh.length > Math.max(mostOneByOne, standing.same.size)) withoutIndexes(db, write)
  else write()
  for (const { sum, parts } of sums) {
    for (const part of parts) db.run(insertInto(figurePart), { sum: sum.id, part: part.id })
  }
}

const mostOneByOne = 1000

/** Part of the caller's transaction as all else: nobody ever finds the table without its indexes. */
function withoutIndexes(db: Database, work: () => void): void {
  const indexes = createIndexes(figure)
  for (const { index } of indexes) db.exec(`DROP INDEX ${named(index)}`)
  work()
  for (const { sql } of indexes) db.exec(sql)
}

/** A row with all its indexes costs far more to write than to look at: those that are as they should be are let be. */
function unchangedFigures(
  stored: Stored,
  drafts: readonly Draft[],
  beside: Beside,
): { readonly same: ReadonlySet<string>; readonly gone: readonly string[] } {
  const same = new Set<string>()
  const gone: string[] = []
  let byId: ReadonlyMap<string, Draft> | null = null
  for (const row of stored) {
    byId ??= new Map(drafts.map((each) => [each.id, each]))
    const id = String(row[0])
    const draft = byId.get(id)
    if (draft && valuesFor(draft, beside).every((value, at) => value === row[at])) same.add(id)
    else gone.push(id)
  }
  return { same, gone }
}

const columns = Object.keys(figure.columns)

/** The values of a figure in the order of its columns. */
function valuesFor(draft: Draft, beside: Beside): readonly unknown[] {
  const { id } = draft
  const choice = beside.choices.get(id)
  const rate = rateOf(draft, beside.authorities.populations)
  const known: Omit<FigureRow, keyof Draft> & Pick<FigureRow, 'caveats'> = {
    chosen: choice?.chosen ?? false,
    left_out: beside.leftOut.get(id) ?? null,
    answers: choice?.answers ?? 0,
    rate_per_100k: rate.rate_per_100k,
    population: rate.population,
    population_year: rate.population_year,
    broken_down: beside.broken.has(id),
    broken_total: beside.broken.get(id) ?? null,
    caveats: caveatsOf(draft, rate, choice, beside),
  }
  // Each value is taken from where it is: to make a row of both and take it apart again costs more than all else.
  return columns.map((name) => bound(name in known ? known[name as keyof typeof known] : draft[name as keyof Draft]))
}

function caveatsOf(draft: Draft, rate: Rate, choice: Choice | undefined, { authorities, latest }: Beside): string {
  const codes: CaveatCode[] = [...draft.caveats, ...rate.caveats, ...ofAuthority(draft, authorities, latest)]
  if (choice?.disagrees) codes.push('disagrees')
  if (codes.length < 2) return codes[0] ?? ''
  return caveatCodes.filter((code) => codes.includes(code)).join(',')
}

const noCaveats: readonly CaveatCode[] = []

function ofAuthority(
  { authority, period_from: from }: Draft,
  { byId }: Authorities,
  latest: string,
): readonly CaveatCode[] {
  const whose = authority === null ? undefined : byId.get(authority)
  if (!whose) return noCaveats
  const hasEnded = whose.end_date !== null && whose.end_date < latest
  const isBefore = whose.start_date !== null && from !== null && from < whose.start_date
  if (!hasEnded && !isBefore && !whose.invented) return noCaveats
  return [
    ...(hasEnded || isBefore ? (['predecessor'] as const) : []),
    ...(whose.invented ? (['invented'] as const) : []),
  ]
}
