import type { Place } from './place.ts'
import type { Span } from './span.ts'

/** Something that was done imperfectly, or that a person should know: the document goes on, and the note travels with it. */
export interface Note {
  /** A short name that programs can rely on: `no-text-layer`, `hidden-sheet`. */
  readonly code: string
  /** A sentence for people: what was done, to what, what was seen. */
  readonly message: string
  readonly place: Place | null
  readonly span: Span | null
}
