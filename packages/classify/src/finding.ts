import type { Span } from '@disclosed/document'

/** Which rule found it: `quantities/hidden-number`. Confidence is measured for each. */
export type RuleId = `${string}/${string}`

/** Something that was read: what it is, the words that show it, and the words it leans on. */
export interface Finding<Value> {
  readonly value: Value
  /** The words that show it; evidence is cut from here when the reading is put together. */
  readonly span: Span
  readonly rule: RuleId
}
