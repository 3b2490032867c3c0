import type { CaveatCode } from '@disclosed/reference'
import { caveats } from '@disclosed/reference'
import type { Cell, Comparison } from './comparison.ts'

/** Why authorities may not be set in an order by what the comparison shows; empty where nothing speaks against it. */
export function reasonsAgainstRanking({ subject, per, columns, rows }: Comparison): readonly string[] {
  if (columns.length !== 1) {
    return [`a ranking is of one year, and ${columns.length} columns are shown: name one with --years`]
  }
  const shown = rows.flatMap(({ name, type, cells }) => cells.map((cell) => ({ name, type, cell })))
  const ranked = shown.filter(({ cell }) => cell.kind === 'figure')
  const unclear = shown.filter(({ cell }) => cell.basis?.kind !== 'refusal' && isBetween(cell))
  const types = new Set(ranked.map(({ type }) => type))
  const codes = new Set(ranked.flatMap(({ cell }) => cell.caveats))
  const asked = shown.filter(({ cell }) => cell.kind !== 'not_asked').length
  const peopled = new Set(ranked.map(({ cell }) => cell.basis?.population_year ?? null))
  const isOfMoney = ranked.some(({ cell }) => cell.basis?.quantity === 'money')
  return [
    ...(ranked.length < 2
      ? ['fewer than two authorities gave a figure that is exact, sure and of the whole year']
      : []),
    ...(per === null && !isOfMoney && subject !== null
      ? ['larger authorities have more of anything: ask for rates with --per 100000']
      : []),
    ...(types.has('county') && types.has('district') ? ['counties and their districts do different things'] : []),
    ...(per !== null && peopled.size > 1 ? ['the populations are of different years'] : []),
    ...(ranked.length * 2 < asked ? [`only ${ranked.length} of ${asked} asked gave such a figure`] : []),
    ...(unclear.length > 0
      ? [`where ${listed(unclear.map(({ name, cell }) => `${name} (${cell.shown})`))} would stand cannot be told`]
      : []),
    ...caveats().flatMap(({ code, label }) =>
      codes.has(code) && forbidding.has(code) ? [`figures have the caveat "${label}"`] : [],
    ),
  ]
}

/**
 * Of one year told as a calendar and a financial one, the kind that most gave figures of: the two are never set in one
 * order. Comparisons of several years stay as they are.
 */
export function ofOneColumn(comparison: Comparison): Comparison {
  const { columns, rows } = comparison
  const figures = columns.map((_, index) => rows.filter(({ cells }) => cells[index]?.kind === 'figure').length)
  if (new Set(columns.map(({ year }) => year)).size !== 1) return comparison
  const best = figures.indexOf(Math.max(...figures))
  const there = rows.filter(({ cells }) => cells[best]?.kind !== 'not_asked')
  const others = rows.length - there.length
  return {
    ...comparison,
    columns: columns.filter((_, index) => index === best),
    rows: there.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index === best) })),
    totals: comparison.totals.filter((_, index) => index === best),
    notes: [
      ...comparison.notes,
      ...(others > 0
        ? [`Not ranked: ${others} who answered for another kind of year than ${columns[best]?.label}.`]
        : []),
    ],
  }
}

/** The rows by their figures, the highest first; who gave none stands below, in the order of the names. */
export function ranked(comparison: Comparison): Comparison {
  const value = (cells: readonly Cell[]) => (cells[0]?.kind === 'figure' ? (cells[0].number ?? -1) : -1)
  return { ...comparison, rows: comparison.rows.toSorted((one, other) => value(other.cells) - value(one.cells)) }
}

/** A figure is there, and not one that has its place in an order. */
function isBetween({ kind }: Cell): boolean {
  return kind === 'bound' || kind === 'approximate' || kind === 'unsure' || kind === 'disagrees' || kind === 'parts'
}

const forbidding: ReadonlySet<CaveatCode> = new Set([
  'part_year',
  'longer_span',
  'to_date',
  'definition_differs',
  'changed_definition',
  'partial_answer',
  'estimated',
  'provisional',
  'disagrees',
  'discrepancy',
])

function listed(names: readonly string[]): string {
  const [few, more] = [names.slice(0, 3), names.length - 3]
  return more > 0 ? `${few.join(', ')} and ${more} more` : few.join(', ')
}
