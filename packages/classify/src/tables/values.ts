import type { Span } from '@disclosed/document'
import type { Period } from '../periods/index.ts'
import { readCell } from '../quantities/index.ts'
import type { QuantityKind, Relation, ValueState } from '../reading.ts'
import { type FigureHead, figureHeadOf } from './figure-heads.ts'
import type { FoundCell, FoundTable } from './found-table.ts'
import { stateIn } from './headings.ts'
import type { Said, SaidAt } from './labels.ts'
import { joinedPeriod, spanOf } from './periods-of-labels.ts'
import { questionOf, sidesOf, topOf } from './sides.ts'

/** A figure of a table with all that its row and column say of it. */
export interface TableValue {
  readonly number: number | readonly [number, number] | null
  readonly relation: Relation
  readonly quantity: QuantityKind
  readonly state: ValueState
  readonly unit: string | null
  /** The labels it stands under that name a group: those at its side first. */
  readonly dimensions: readonly { readonly name: string | null; readonly label: string }[]
  /** Their labels joined by " / "; null where it has none: a total, a figure of a period alone, an answer to a question. */
  readonly category: string | null
  /** The sum of the whole table, or of one of its periods. */
  readonly total: boolean
  /** A sum over some labels that still stands under a group: the "Total" column of "Housing". */
  readonly margin: boolean
  readonly from: string | null
  readonly to: string | null
  readonly timing: 'during' | 'at'
  readonly each: 'year' | 'quarter' | 'month' | null
  /** Where the days were told: by its own labels or the sentence above (`answer`), by the table's title (`heading`). */
  readonly basis: 'answer' | 'heading' | null
  /** The number of the question that its row names ("Question 3a"), else null. */
  readonly question: string | null
  /** Words above its column that name what is counted, or a group: "Number of incidents", "Lorries". */
  readonly head: string | null
  /** What its column says became of the things that are counted, where that is not what is counted as such: "reported to ICO". */
  readonly countedAs: string | null
  readonly asWritten: string
  /** Places in `table.rows` and in a row. */
  readonly row: number
  readonly column: number
  readonly span: Span
  /** The labels, and the key or the sentence it leans on. */
  readonly leansOn: readonly Span[]
}

export interface TableContext {
  /** What the question or the document counts, for tables whose heads do not say. */
  readonly unit: string | null
  /** Does something else tell what columns without heads hold? */
  readonly told?: boolean
  /** Are the heads "Q1", "Q2" … the letter's questions, and no quarters? */
  readonly headsAreQuestions?: boolean
}

/**
 * The figures of a breakdown, a crosstab or a series: numbers, and numbers held back. Registers and long data files give none;
 * nor do cells that hold no figure ("N/A", a dash without a key), nor columns of thousands, millions and averages.
 */
export function valuesOfTable(table: FoundTable, context: TableContext): readonly TableValue[] {
  if (table.kind === 'register' || table.kind === 'other' || table.rowCount > table.rows.length) return []
  const columns = table.figureColumns.filter((column) => context.told || isTold(table, column))
  const read: Read = {
    table,
    context,
    sides: sidesOf(table),
    tops: table.heads.map((_, column) =>
      context.headsAreQuestions ? questionOf(table, column) : topOf(table, column),
    ),
  }
  return table.rows.flatMap((row, at) =>
    read.sides[at] ? columns.flatMap((column) => valueAt(read, row[column], at, column) ?? []) : [],
  )
}

/** A column that nothing heads, beside others that are headed or that nothing heads either, may hold anything. */
function isTold({ heads, figureColumns }: FoundTable, column: number): boolean {
  return (heads[column]?.length ?? 0) > 0 || figureColumns.length === 1
}

/** A table with what its labels say: of each row at its side (null where it has no figures), of each column above it. */
interface Read {
  readonly table: FoundTable
  readonly context: TableContext
  readonly sides: readonly (readonly SaidAt[] | null)[]
  readonly tops: readonly (readonly SaidAt[])[]
}

function valueAt(read: Read, cell: FoundCell | undefined, row: number, column: number): TableValue | null {
  const { table, context } = read
  const figure = cell ? figureOf(cell, table) : null
  const top = read.tops[column] ?? []
  const head = headOf(top)
  if (!cell || !figure || head.isScaled) return null
  const side = read.sides[row] ?? []
  const said = [...side, ...top]
  const labels = said.map((each) => each.said)
  const hasTotal = labels.some((each) => each.says === 'total')
  const period = periodOf(read, labels, side, column)
  const groups = said.flatMap(({ said: each, name }) =>
    each.says === 'group' || (each.says === 'period' && period.untold.includes(each.text))
      ? { name, label: each.text }
      : [],
  )
  const measure = labels.find((each) => each.says === 'measure')?.text ?? null
  const named = headIn(top)
  const countedAs = named === null ? null : stateIn(named)
  const isMoney =
    figure.quantity === 'money' ||
    (figure.number === 0 && figure.quantity === 'count' && isAmongMoney(table, row, column, measure))
  const quantity = isMoney ? 'money' : figure.quantity === 'count' ? (head.quantity ?? 'count') : figure.quantity
  return {
    number: figure.number,
    relation: figure.relation,
    quantity,
    state: figure.state,
    unit: isMoney
      ? '£'
      : figure.quantity === 'count'
        ? (countedAs ?? head.unit ?? figure.unit ?? unitOfTitle(table) ?? context.unit)
        : figure.unit,
    dimensions: groups,
    category: groups.length > 0 ? groups.map((group) => group.label).join(' / ') : null,
    total: hasTotal && groups.length === 0,
    margin: hasTotal && groups.length > 0,
    from: period.from,
    to: period.to,
    timing: period.timing,
    each: period.each,
    basis: period.basis,
    question: labels.find((each) => each.says === 'question')?.number ?? null,
    head: named,
    countedAs,
    asWritten: cell.text,
    row,
    column,
    span: cell.span,
    leansOn: [
      ...said.map((each) => each.span),
      ...(figure.key ? [figure.key] : []),
      ...(period.span ? [period.span] : []),
    ],
  }
}

/** «Number of incidents», «Lorries»; «Total incidents» too, where it heads counts of its own and is more than the word for a sum. */
function headIn(top: readonly SaidAt[]): string | null {
  const named = top.flatMap(({ said }) =>
    said.says === 'measure' || said.says === 'group' || (said.says === 'total' && said.text.includes(' '))
      ? said.text
      : [],
  )
  return named[0] ?? null
}

interface ToldPeriod extends Pick<TableValue, 'from' | 'to' | 'timing' | 'each' | 'basis'> {
  readonly untold: readonly string[]
  readonly span: Span | null
}

/** The days of a figure: those of its labels, else those of the whole table. */
function periodOf(read: Read, labels: readonly Said[], side: readonly SaidAt[], column: number): ToldPeriod {
  const { period } = read.table
  const hasTotal = labels.some((each) => each.says === 'total')
  const joined = joinedPeriod(labels, period) ?? (hasTotal ? periodOfTotal(read, side, column) : null)
  if (joined) {
    const days = period?.basis === 'answer' ? within(joined, period) : joined
    const cut = days.from !== joined.from || days.to !== joined.to
    return {
      ...joined,
      ...days,
      basis: joined.from || joined.to ? 'answer' : null,
      span: cut ? (period?.span ?? null) : null,
    }
  }
  if (!period) return { from: null, to: null, timing: 'during', each: null, basis: null, untold: [], span: null }
  return {
    from: period.from,
    to: period.to,
    timing: period.timing,
    each: null,
    basis: period.basis,
    untold: [],
    span: period.span,
  }
}

/** «The data are from 1 January 2015 to 15 July 2020»: the last year of the table ends on that day, and so does its total. */
function within<Days extends Pick<Period, 'from' | 'to'>>(
  days: Days,
  all: Pick<Period, 'from' | 'to'>,
): Pick<Period, 'from' | 'to'> {
  if (!days.from || !days.to || !all.from || !all.to || days.from > all.to || days.to < all.from) return days
  const [, from = null] = [days.from, all.from].toSorted()
  const [to = null] = [days.to, all.to].toSorted()
  return { from, to }
}

/** Nought among amounts of money, in its column or, where no head says what that counts, in its row, is no pounds. */
function isAmongMoney(table: FoundTable, row: number, column: number, head: string | null): boolean {
  const isMoney = (cells: readonly (FoundCell | undefined)[]) => {
    const others = cells.flatMap((cell) => (cell && cell.text !== '0' && /\d/.test(cell.text) ? cell.text : []))
    return others.length > 0 && others.every((text) => text.startsWith('£'))
  }
  return (
    isMoney(table.rows.map((cells) => cells[column])) ||
    (head === null && isMoney(table.figureColumns.map((each) => table.rows[row]?.[each])))
  )
}

interface Figure {
  readonly number: TableValue['number']
  readonly relation: Relation
  readonly quantity: QuantityKind
  readonly state: ValueState
  readonly unit: string | null
  readonly key: Span | null
}

/** The figure of a cell: its own, or what the table's key says of its mark. Null where there is none. */
function figureOf({ text }: FoundCell, table: FoundTable): Figure | null {
  if (text === '') return null
  const read = readCell(text)
  const keyed = table.key.find((each) => each.mark.toLowerCase() === text.toLowerCase())
  if (keyed?.means === 'none')
    return { number: 0, relation: '=', quantity: 'count', state: 'present', unit: null, key: keyed.span }
  if (keyed?.means === 'suppressed')
    return {
      number: keyed.below,
      relation: keyed.below === null ? '=' : '<',
      quantity: 'count',
      state: 'suppressed',
      unit: null,
      key: keyed.span,
    }
  if (keyed || !read) return null
  return read.number === null && read.state !== 'suppressed' ? null : { ...read, key: null }
}

/** What the labels above a column say is counted, the lowest first. */
function headOf(top: readonly SaidAt[]): FigureHead {
  const heads = top.toReversed().flatMap(({ said }) => (said.says === 'measure' ? figureHeadOf(said.text) : []))
  return heads.find((head) => head.isScaled || head.unit !== null) ?? { unit: null, quantity: null, isScaled: false }
}

function unitOfTitle({ title }: FoundTable): string | null {
  return title && /^(?:total )?(?:number|no\.?) of\b/i.test(title.text) ? figureHeadOf(title.text).unit : null
}

/** A total below or beside periods is about all of them, where they follow each other without a gap. */
function periodOfTotal(read: Read, side: readonly SaidAt[], column: number): ReturnType<typeof joinedPeriod> {
  const { table, sides, tops } = read
  const beside = tops.filter((_, other) => other !== column && table.figureColumns.includes(other))
  const isBelow = side.some((each) => each.said.says === 'total')
  return (isBelow ? overallAtSide(table, sides) : null) ?? overall(table, beside)
}

/** All totals below a column are about the same rows. */
function overallAtSide(table: FoundTable, sides: Read['sides']): ReturnType<typeof joinedPeriod> {
  const known = atSide.get(sides)
  if (known !== undefined) return known
  const days = overall(table, sides)
  atSide.set(sides, days)
  return days
}

const atSide = new WeakMap<Read['sides'], ReturnType<typeof joinedPeriod>>()

function overall(table: FoundTable, along: Read['sides']): ReturnType<typeof joinedPeriod> {
  const labels = along.flatMap((each) =>
    each && each.length > 0 && !each.some(({ said }) => said.says === 'total') ? [each.map(({ said }) => said)] : [],
  )
  const periods = labels.flatMap((said) => {
    const joined = joinedPeriod(said, table.period)
    return joined && joined.untold.length === 0 ? [{ from: joined.from, to: joined.to }] : []
  })
  if (periods.length < 2 || periods.length < labels.length) return null
  const days = spanOf(periods)
  return { from: days?.from ?? null, to: days?.to ?? null, timing: 'during', each: null, untold: [] }
}
