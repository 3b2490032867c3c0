import type { TableKind } from '../../reading.ts'
import type { Shape } from '../shape.ts'
import { breakdown } from './breakdown.ts'
import { crosstab } from './crosstab.ts'
import type { KindOfTable } from './kind.ts'
import { layout } from './layout.ts'
import { register } from './register.ts'
import { series } from './series.ts'

/** Kinds of tables; the first that fits is the table's. */
export const kindsOfTables: readonly KindOfTable[] = [
  layout, // first: a cover or a page set in columns can look like any of the others
  register, // before those of figures: a list of cases has counts in it too
  series, // before crosstab: one row of years is no cross of anything
  crosstab,
  breakdown,
]

/** The kind of a table; `other` where it tabulates nothing. */
export function kindOf(shape: Shape): TableKind {
  return kindsOfTables.find((each) => each.is(shape))?.kind ?? 'other'
}
