import { caveats, plainName } from '@disclosed/reference'
import type { Store } from '@disclosed/store'
import { cellOf, codesOf, type Drawn, spanned } from './cells.ts'
import { columnKey, columnsOf, isSpanned } from './columns.ts'
import type { AuthorityRow, Column, Comparison, Meaning } from './comparison.ts'
import { measuresIn, questionsIn, type Row, rowsOf, type Subject } from './rows.ts'
import { totalOf } from './totals.ts'

export interface CompareOptions {
  /** A measure, by code or name. */
  readonly measure?: string
  /** A group of questions, by id or by words of its wording. */
  readonly question?: string
  /** Ids or names; all where empty. */
  readonly authorities?: readonly string[]
  /** First and last year, both shown; a financial year counts by the year it begins in. */
  readonly years?: { readonly from: number; readonly to: number }
  /** Show counts for so many residents each. */
  readonly per?: number
}

/** What was asked for is not in the dataset; the sentence says what is. */
export class CompareError extends Error {
  override readonly name = 'CompareError'
}

/** Compares what the dataset has on one measure or question; on its main measure where none is named. */
export function compare(store: Store, options: CompareOptions = {}): Comparison {
  const subject = subjectOf(store, options)
  if (!subject) return { ...empty, notes: ['The dataset holds no figure and no refusal whose authority is known.'] }
  return comparisonOf(subject, rowsOf(store, subject), options)
}

/** The comparison that rows make: nothing is looked up. */
export function comparisonOf(subject: Subject, all: readonly Row[], options: CompareOptions = {}): Comparison {
  const { years, per = null } = options
  const mine = ofAuthorities(all, options.authorities ?? [])
  const rows = years ? mine.filter(({ year }) => year !== null && year >= years.from && year <= years.to) : mine
  const columns = columnsOf(rows)
  const drawn = [...groupBy(rows, (row) => row.authority ?? '').values()].map((own) => drawAuthority(own, columns, per))
  const legend = new Map(drawn.flatMap(({ legends }) => legends).map((each) => [each.mark, each]))
  const authorities = drawn.map(({ row }) => row)
  return {
    subject,
    per,
    columns,
    rows: authorities,
    totals: per === null ? columns.map((_, index) => totalOf(authorities, index)) : [],
    legend: [...legend.values()],
    caveats: caveatsIn(authorities, per),
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
  notes: [],
}

function subjectOf(store: Store, { measure, question }: CompareOptions): Subject | null {
  if (question !== undefined) return namedIn(questionsIn(store), question, 'question')
  const known = measuresIn(store)
  if (measure !== undefined) return namedIn(known, measure, 'measure')
  return known[0] ?? questionsIn(store)[0] ?? null
}

function namedIn(known: readonly Subject[], name: string, what: string): Subject {
  const plain = plainName(name.replaceAll('_', ' '))
  const found =
    known.find(({ code, label }) => code === name || plainName(label) === plain) ??
    known.find(({ label }) => plain !== '' && plainName(label).includes(plain))
  if (found) return found
  const there = known.slice(0, 8).map(({ kind, code, label }) => (kind === 'measure' ? code : `${code} (${label})`))
  throw new CompareError(
    there.length === 0
      ? `There is no ${what} to compare: the dataset holds no figure or refusal for any.`
      : `The dataset has no figure or refusal for the ${what} "${name}". It has some for: ${there.join(', ')}.`,
  )
}

function ofAuthorities(rows: readonly Row[], names: readonly string[]): readonly Row[] {
  if (names.length === 0) return rows
  const wanted = names.map(plainName)
  const isNamed = ({ authority, name }: Row, plain: string) =>
    plainName(authority ?? '') === plain || plainName(name) === plain
  const missing = names.filter((_, index) => !rows.some((row) => isNamed(row, wanted[index] ?? '')))
  if (missing.length > 0) {
    const there = [...new Set(rows.map(({ authority }) => authority))].slice(0, 8)
    throw new CompareError(
      `The dataset has nothing on this from ${missing.map((name) => `"${name}"`).join(', ')}. It has something from: ${there.join(', ')}.`,
    )
  }
  return rows.filter((row) => wanted.some((plain) => isNamed(row, plain)))
}

function drawAuthority(
  rows: readonly Row[],
  columns: readonly Column[],
  per: number | null,
): { readonly row: AuthorityRow; readonly legends: readonly Meaning[] } {
  const byColumn = groupBy(rows, columnKey)
  const answered = new Set(
    rows.flatMap(({ kind, question }) => (kind === 'figure' && question !== null ? [question] : [])),
  )
  const drawn = columns.map((column): Drawn => {
    const here = byColumn.get(columnKey({ year: column.year, year_kind: column.yearKind })) ?? []
    return here.length === 0 && isSpanned(column, rows) ? spanned : cellOf(here, per, answered)
  })
  const [first] = rows
  return {
    row: {
      id: first?.authority ?? '',
      name: first?.name ?? '',
      type: first?.type ?? '',
      nation: first?.nation ?? null,
      region: first?.region ?? null,
      invented: first?.invented === 1,
      cells: drawn.map(({ cell }) => cell),
    },
    legends: drawn.flatMap(({ legend }) => legend),
  }
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
