import type { Block } from './block.ts'
import type { Note } from './note.ts'
import type { Placed } from './place.ts'
import type { Span } from './span.ts'

/** `sha256:` and the SHA-256 of the original's bytes in lower-case hexadecimal. */
export type DocumentId = `sha256:${string}`

/** A link in the text: the words that carry it, and where it leads. */
export interface Link extends Span {
  readonly href: string
}

/**
 * One original, read. It has one text; blocks, cells, places and findings are all spans of it.
 * `disclosed text` prints `text` and nothing else.
 */
export interface Document {
  readonly id: DocumentId
  readonly mediaType: string
  /** The size of the original in bytes. */
  readonly bytes: number
  /** Its name inside an archive or e-mail; null for a file of its own. */
  readonly part: string | null
  /** How many pages it has; null where it has none (a web page, a text). */
  readonly pages: number | null
  /** Was any page recognised from a picture? */
  readonly ocr: boolean
  /** Format and version of the reader that made this: `pdf@1`. */
  readonly reader: string
  readonly text: string
  /** In reading order; they do not overlap. */
  readonly blocks: readonly Block[]
  /** Places of the text, in order and without overlap; the finest the format can tell (a printed line, a cell). */
  readonly places: readonly Placed[]
  /** Stretches set in bold; answers often are. In order. */
  readonly bold: readonly Span[]
  readonly links: readonly Link[]
  readonly notes: readonly Note[]
}
