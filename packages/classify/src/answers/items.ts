import type { FoundValue } from './found-value.ts'
import type { Statement } from './statements.ts'
import type { Heading } from './when.ts'

/** What an answer holds, one thing at a time and in order: the field that a letter stands for, values already told, statements. */
export type Item =
  | { readonly kind: 'field'; readonly heading: Heading }
  | { readonly kind: 'given'; readonly values: readonly FoundValue[] }
  | { readonly kind: 'said'; readonly statement: Statement; readonly inList: boolean }
