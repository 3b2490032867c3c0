import type { Span } from '@disclosed/document'
import type { RuleId } from '../finding.ts'
import type { Period } from '../periods/index.ts'
import type { Quantity } from '../quantities/index.ts'
import type { AskedPeriod } from './asked-period.ts'

/** A figure that answers a question, before its words are cut. */
export interface FoundValue {
  readonly quantity: Quantity
  /** The words that show the number. */
  readonly span: Span
  /** What else it leans on: its label, the words that tell its period. */
  readonly leansOn: readonly Span[]
  readonly category: string | null
  readonly total: boolean
  readonly period: ReadPeriod
  readonly rule: RuleId
  /** The labels of its row and column where it stands in a table. */
  readonly dimensions?: readonly { readonly name: string | null; readonly label: string }[]
  /** What its column says became of what the question counts, so that it is no figure of the question's own: "reported to ICO". */
  readonly countedAs?: string | null
  /** Why its days, or the figure, may be others. No letter that was measured shows such a sign, so that the value is never sure. */
  readonly doubt?:
    | 'may-be-financial'
    | 'may-be-academic'
    | 'part-of-its-year'
    | 'noted'
    | 'year-for-a-label'
    | 'beside-another'
    | 'counted-off'
}

export interface ReadPeriod {
  readonly from: string | null
  readonly to: string | null
  readonly timing: 'during' | 'at'
  readonly each: Period['each']
  readonly basis: 'answer' | 'question' | 'heading' | 'document' | 'request_date' | null
}

export const noPeriod: ReadPeriod = { from: null, to: null, timing: 'during', each: null, basis: null }

/** What is known about the question whose answer is read. */
export interface Context {
  readonly text: string
  readonly words: string
  /** Where the question is worded. */
  readonly question: Span
  readonly asked: AskedPeriod | null
  /** A period that the reply names for all its answers. */
  readonly replied: { readonly period: Period; readonly span: Span } | null
  readonly requestDate: string | null
  /** What the answers above it gave. */
  readonly before: readonly FoundValue[]
  /** Stretches that are read as tables. */
  readonly tables: readonly Span[]
}
