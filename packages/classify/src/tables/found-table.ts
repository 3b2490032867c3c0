import type { Span } from '@disclosed/document'
import type { RuleId } from '../finding.ts'
import type { TableKind } from '../reading.ts'
import type { Label } from './grid.ts'

/** A table with data in it, as it stands in the letter. */
export interface FoundTable {
  readonly span: Span
  readonly title: { readonly text: string; readonly span: Span } | null
  readonly kind: TableKind
  /** The words above each column, those of two rows joined by a space; empty where the table has no head. */
  readonly header: readonly string[]
  /** For each column the labels that `header` joins, the outermost first, each with its place. */
  readonly heads: readonly (readonly Label[])[]
  readonly rows: readonly (readonly FoundCell[])[]
  /** How many rows the letter has; more than `rows` where the table is too long to be read as a letter is. */
  readonly rowCount: number
  /** Columns that hold figures. */
  readonly figureColumns: readonly number[]
  /** The days that all its figures are about, where its title or the sentence above it tells; else null. */
  readonly period: TablePeriod | null
  /** What marks in its cells mean, in the words below the table: "* fewer than five". */
  readonly key: readonly KeyedMark[]
  readonly rule: RuleId
}

export interface FoundCell {
  readonly text: string
  readonly span: Span
  /** A number where the cell is one ("£2,484.31" is 2484.31); suppressed and other cells as written; an empty cell is "". */
  readonly value: number | string
  /** The words of the merged cell that this place belongs to; else its own. */
  readonly under: string
}

export interface TablePeriod {
  readonly from: string | null
  readonly to: string | null
  readonly timing: 'during' | 'at'
  readonly span: Span
  readonly basis: 'heading' | 'answer'
}

export interface KeyedMark {
  readonly mark: string
  readonly means: 'none' | 'suppressed' | 'not_available' | 'not_applicable'
  /** The number below which figures are held back, where the words tell it. */
  readonly below: number | null
  readonly span: Span
}
