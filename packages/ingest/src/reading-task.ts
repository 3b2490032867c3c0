import type { Reading, Source } from '@disclosed/classify'
import type { Document } from '@disclosed/document'

/** One original to read, as it is sent to a reader. */
export interface ReadingTask {
  /** Where its bytes lie; `source.path` is what people know it by. */
  readonly absolute: string
  readonly source: Source & { readonly path: string }
  /** A list of authorities (CSV) besides those that everyone knows. */
  readonly authorities: string | null
  /** `document`: the text is enough, and what it says is not read. */
  readonly want: 'document' | 'reading'
}

/** What came of it. */
export type ReadingResult = ReadResult | Unreadable

export interface ReadResult {
  readonly kind: 'read'
  readonly document: Document
  /** Null where only the document was wanted. */
  readonly reading: Reading | null
}

export interface Unreadable {
  readonly kind: 'unreadable'
  /** `damaged`, `not-readable-yet`, `too-slow` … */
  readonly code: string
  /** A sentence that names the file. */
  readonly message: string
}
