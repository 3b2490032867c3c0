import { caveats } from '@disclosed/reference'
import type { Store } from '@disclosed/store'
import { alsoMeant, CompareError, type CompareOptions, subjectOf, type Whose, wantedBy } from './asked-for.ts'
import { cellOf, codesOf, type Drawn, spanned } from './cells.ts'
import { columnKey, columnsOf, isSpanned } from './columns.ts'
import type { AuthorityRow, Column, Comparison, Meaning } from './comparison.ts'
import { drawPredecessors } from './predecessors.ts'
import { ofOneColumn, ranked, reasonsAgainstRanking } from './ranking.ts'
import {
  type AskedRow,
  askedAbout,
  lineageOf,
  type Row,
  rowsOf,
  type Subject,
  type Succession,
  type Wording,
  wordingsOf,
} from './rows.ts'
import { askedAlone, drawSilence, isShown, roundsOf } from './silence.ts'
import { totalOf } from './totals.ts'

/**
 * Compares what the dataset has on one measure or question; on its main measure where none is named.
 *
 * @throws CompareError where what is named is not there, or a ranking is asked for that caveats forbid.
 */
export function compare(store: Store, options: CompareOptions = {}): Comparison {
  const subject = subjectOf(store, options)
  if (!subject) return { ...empty, notes: ['The dataset holds no figure and no refusal whose authority is known.'] }
  const also = options.question === undefined ? [] : alsoMeant(store, options.question, subject)
  const rows = rowsOf(store, subject)
  const found = comparisonOf(subject, rows, options, {
    asked: askedAbout(store, subject),
    lineage: lineageOf(store),
    wordings: subject.kind === 'question' ? wordingsOf(store, subject.code) : [],
  })
  const comparison = { ...found, notes: [...found.notes, ...also, ...yearsThere(found, rows)] }
  if (!options.rank) return comparison
  const one = asShown(ofOneColumn(comparison))
  const reasons = reasonsAgainstRanking(one)
  if (reasons.length > 0) throw new CompareError(`These cannot be ranked: ${reasons.join('; ')}.`)
  return ranked(one)
}

/** Marks and caveats of no other cells than those that are shown. */
function asShown(comparison: Comparison): Comparison {
  const { rows, legend, per } = comparison
  const shown = rows.flatMap(({ cells }) => cells.map((cell) => cell.shown))
  const stands = ({ mark }: Meaning) =>
    shown.some(
      (words) => words.includes(mark) || (mark.startsWith('< ') && mark.split(' ').some((one) => words.includes(one))),
    )
  return { ...comparison, legend: legend.filter(stands), caveats: caveatsIn(rows, per) }
}

/** Where no year is shown that was asked for: those that there are. */
function yearsThere({ columns }: Comparison, rows: readonly Row[]): readonly string[] {
  const years = rows.flatMap(({ year }) => year ?? [])
  if (columns.length > 0 || years.length === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return [`There is something for ${first === last ? first : `${first} to ${last}`}.`]
}

/** What stands around the rows of a subject: who was asked, who came from whom, how it was worded. */
export interface Surroundings {
  readonly asked: readonly AskedRow[]
  readonly lineage: readonly Succession[]
  readonly wordings: readonly Wording[]
}

const alone: Surroundings = { asked: [], lineage: [], wordings: [] }

/** The comparison that rows make: nothing is looked up. */
export function comparisonOf(
  subject: Subject,
  all: readonly Row[],
  options: CompareOptions = {},
  { asked, lineage, wordings }: Surroundings = alone,
): Comparison {
  const { years, per = null } = options
  const wanted = wantedBy(options, [...all, ...asked])
  const mine = all.filter(wanted)
  const rows = years ? mine.filter(({ year }) => year !== null && year >= years.from && year <= years.to) : mine
  const columns = columnsOf(rows)
  const silent = askedAlone(asked, all).filter((each) => wanted(each.row) && isShown(each, columns))
  const drawn = [
    ...[...groupBy(rows, (row) => row.authority ?? '').values()].map((own) =>
      drawAuthority(own, columns, per, options.anyDefinition),
    ),
    ...silent.map(({ row, columns: keys }) =>
      authorityRow(
        row,
        columns.map(({ year, yearKind }) => drawSilence(row, keys.has(columnKey({ year, year_kind: yearKind })))),
      ),
    ),
  ].toSorted((one, other) => compareNames(one.row, other.row))
  const authorities = drawn.map(({ row }) => row)
  const whole = per === null ? drawn.map((each) => withPredecessors(each, columns, authorities, lineage)) : drawn
  const shown = whole.map(({ row }) => row)
  const legend = new Map(whole.flatMap(({ legends }) => legends).map((each) => [each.mark, each]))
  return {
    subject,
    per,
    columns,
    rows: shown,
    totals: per === null ? columns.map((_, index) => totalOf(shown, index)) : [],
    legend: [...legend.values()],
    caveats: caveatsIn(shown, per),
    wordings,
    rounds: roundsOf(asked.filter(wanted)),
    notes: notesOn(mine, rows, years),
  }
}

const empty: Comparison = {
  subject: null,
  per: null,
  columns: [],
  rows: [],
  totals: [],
  legend: [],
  caveats: [],
  wordings: [],
  rounds: [],
  notes: [],
}

function compareNames(one: AuthorityRow, other: AuthorityRow): number {
  const [a, b] = [`${one.name} ${one.id}`, `${other.name} ${other.id}`]
  return a < b ? -1 : a > b ? 1 : 0
}

interface DrawnRow {
  readonly row: AuthorityRow
  readonly legends: readonly Meaning[]
}

function withPredecessors(
  drawn: DrawnRow,
  columns: readonly Column[],
  rows: readonly AuthorityRow[],
  lineage: readonly Succession[],
): DrawnRow {
  const found = columns.map((column, index) => drawPredecessors(drawn.row, index, column, rows, lineage))
  return {
    row: { ...drawn.row, cells: drawn.row.cells.map((cell, index) => found[index]?.cell ?? cell) },
    legends: [...drawn.legends, ...found.flatMap((each) => each?.legend ?? [])],
  }
}

/** The row of an authority of whom the first row, or the list of who was asked, tells what it is. */
function authorityRow(whose: Whose & { readonly invented: 0 | 1 | null }, drawn: readonly Drawn[]): DrawnRow {
  return {
    row: {
      id: whose.authority ?? '',
      name: whose.name ?? '',
      type: whose.type ?? '',
      nation: whose.nation,
      region: whose.region,
      invented: whose.invented === 1,
      cells: drawn.map(({ cell }) => cell),
    },
    legends: drawn.flatMap(({ legend }) => legend),
  }
}

function drawAuthority(
  rows: readonly Row[],
  columns: readonly Column[],
  per: number | null,
  anyDefinition = false,
): DrawnRow {
  const byColumn = groupBy(rows, columnKey)
  const answered = new Set(
    rows.flatMap(({ kind, question }) => (kind === 'figure' && question !== null ? [question] : [])),
  )
  const drawn = columns.map((column): Drawn => {
    const here = byColumn.get(columnKey({ year: column.year, year_kind: column.yearKind })) ?? []
    return here.length === 0 && isSpanned(column, rows) ? spanned : cellOf(here, per, answered, anyDefinition)
  })
  const [first] = rows
  if (!first) throw new RangeError('An authority without rows has nothing to draw')
  return authorityRow(first, drawn)
}

function caveatsIn(rows: readonly AuthorityRow[], per: number | null) {
  const ofRates: ReadonlySet<string> = new Set(['no_population', 'population_year_differs'])
  return caveats().flatMap(({ code, label, meaning }) => {
    if (per === null && ofRates.has(code)) return []
    const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.caveats.includes(code)).length
    return cells === 0 ? [] : [{ mark: label, meaning, cells }]
  })
}

function notesOn(mine: readonly Row[], shown: readonly Row[], years: CompareOptions['years']): readonly string[] {
  const untold = years ? mine.filter(({ year }) => year === null).length : 0
  const types = new Set(shown.map(({ type }) => type))
  const ended = shown.filter((row) => codesOf(row).includes('predecessor')).length
  return [
    ...(untold > 0
      ? [`${untold} ${untold === 1 ? 'answer tells' : 'answers tell'} no period and cannot be shown by year.`]
      : []),
    ...(types.has('county') && types.has('district')
      ? ['Counties and districts stand here side by side; their areas overlap.']
      : []),
    ...(ended > 0 ? ['Some of these councils were reorganised; see authority_succession.'] : []),
  ]
}

function groupBy<Each>(rows: readonly Each[], key: (row: Each) => string): ReadonlyMap<string, readonly Each[]> {
  const groups = new Map<string, Each[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
