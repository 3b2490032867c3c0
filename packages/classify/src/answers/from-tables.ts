import { covers, overlaps } from '@disclosed/document'
import { type Period, wholePeriod } from '../periods/index.ts'
import { placedIn } from '../periods/placed.ts'
import type { Asked } from '../questions/index.ts'
import type { FoundTable } from '../tables/index.ts'
import { type TableValue, valuesOfTable } from '../tables/values.ts'
import type { AskedPeriod } from './asked-period.ts'
import type { FoundValue } from './found-value.ts'
import { isOrIsBelow } from './naming.ts'
import type { Pairs } from './pairing.ts'
import { daysOf, toDate } from './when.ts'
import { whoseFigures } from './whose.ts'

/** Which tables answer which questions, and the figures that each question gets from them. */
export interface SharedTables {
  /** By the question's index. */
  readonly values: readonly (readonly FoundValue[])[]
  /** By the table's: the questions it answers. */
  readonly questions: readonly (readonly number[])[]
  /** By the table's: figures that answer no question. */
  readonly left: readonly (readonly FoundValue[])[]
}

/**
 * A table answers the question in whose answer it stands. Where its rows are named after questions («Question 1»),
 * each row answers its own; where it stands below several questions and does not say whose it is, it answers none of
 * them surely and its figures stay with the table.
 */
export function shareTables(
  tables: readonly FoundTable[],
  questions: readonly Asked[],
  pairs: Pairs,
  periods: readonly (AskedPeriod | null)[],
): SharedTables {
  const values: FoundValue[][] = questions.map(() => [])
  const left: FoundValue[][] = tables.map(() => [])
  const owners = tables.map((table, at) => {
    const figures = valuesOfTable(table, { unit: null })
    const named = figures.map((figure) => rowQuestion(figure, questions))
    const standing = ownersOf(table, questions, pairs)
    const owner = standing.length === 1 ? standing[0] : undefined
    const byLabel = owner === undefined ? byLabels(figures, standing, questions) : null
    for (const [index, figure] of figures.entries()) {
      const own = named[index] ?? owner ?? byLabel?.[index]
      if (own === undefined) left[at]?.push(asFound(table, figure, null))
      // What told whose it is tells no category beside it.
      else if (byLabel && new Set(byLabel).size > 1)
        values[own]?.push(asFound(table, { ...figure, category: null }, periods[own] ?? null))
      else values[own]?.push(asFound(table, figure, periods[own] ?? null))
    }
    const rows = named.filter((each) => each !== undefined)
    return [...new Set(rows.length > 0 ? rows : standing)]
  })
  return { values, questions: owners, left }
}

function ownersOf(table: FoundTable, questions: readonly Asked[], pairs: Pairs): readonly number[] {
  return questions
    .map(({ index }) => index)
    .filter((index) =>
      (pairs.answers[index] ?? []).some(({ span }) => overlaps(span, table.span) || covers(table.span, span)),
    )
}

/** Of several questions above a table the one that each figure is for, as its labels tell. */
function byLabels(
  figures: readonly TableValue[],
  standing: readonly number[],
  questions: readonly Asked[],
): readonly number[] | null {
  const above = standing.flatMap((index) => questions[index] ?? [])
  const named = figures.map(({ category, head, quantity }) => ({ label: category ?? head, quantity }))
  return whoseFigures(named, above)?.map(({ index }) => index) ?? null
}

/** «Question 3a)» at the head of a row. */
function rowQuestion({ question }: TableValue, questions: readonly Asked[]): number | undefined {
  if (question === null) return undefined
  return questions.find(({ number }) => isOrIsBelow(number, question))?.index
}

function asFound(table: FoundTable, figure: TableValue, asked: AskedPeriod | null): FoundValue {
  const { number, relation, quantity, state, unit, from, to, timing, each, basis } = figure
  const told = { from, to, timing, each, basis }
  const whole = basis === null ? asked?.whole : null
  const month = whole ? monthOf(figure, whole) : null
  if (month && asked)
    return {
      quantity: { number, relation, quantity, state, unit, hedge: null },
      span: figure.span,
      leansOn: [...figure.leansOn, asked.span],
      category: month.rest.length > 0 ? month.rest.map(({ label }) => label).join(' / ') : null,
      total: figure.total,
      period: { ...daysOf(month.period), basis: 'answer' },
      rule: `tables/${table.kind}`,
      dimensions: month.rest,
    }
  return {
    quantity: { number, relation, quantity, state, unit, hedge: null },
    span: figure.span,
    leansOn: whole && asked ? [...figure.leansOn, asked.span] : figure.leansOn,
    category: figure.category,
    total: figure.total,
    period: whole && asked ? { ...daysOf(whole), basis: asked.basis } : toDate(told, { asked }),
    rule: `tables/${table.kind}`,
    dimensions: figure.dimensions,
  }
}

/** «April» at its side, below a question about 2019/20: the month in the days that were asked about, and its other labels. */
function monthOf({ dimensions }: TableValue, whole: Period) {
  for (const each of dimensions) {
    const open = wholePeriod(each.label)
    const period = open ? placedIn(each.label, open, whole) : null
    if (period) return { period, rest: dimensions.filter((other) => other !== each) }
  }
  return null
}
