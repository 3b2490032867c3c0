import type { Span } from '@disclosed/document'

/** Two things that a document says and that cannot both be right. */
export interface FoundDiscrepancy {
  readonly code: 'row_sum' | 'column_sum' | 'register_count' | 'table_totals' | 'weekday'
  /** A sentence with both figures. */
  readonly message: string
  /** The words that say the one and the other. */
  readonly spans: readonly [Span, ...Span[]]
}
