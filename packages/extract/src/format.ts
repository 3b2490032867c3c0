import type { NoteCode } from './notes.ts'
import type { RecognitionOptions } from './recognition/options.ts'
import type { Writer } from './writer.ts'

/** What a caller may say about a file. None of it is believed about what the file is: its bytes tell. */
export interface Options {
  /** The name it was found under, for sentences only; null where it has none. */
  readonly name: string | null
  /** Its name inside an archive or e-mail; null for a file of its own. */
  readonly part: string | null
  /** Read hidden sheets, rows and columns too? */
  readonly includeHidden: boolean
  /** Opens an encrypted file; null where none is known. */
  readonly password: string | null
  /** What is known of how its bytes were had, from `originalsIn`: the document says it too. */
  readonly notes: readonly PartNote[]
  /** How words are recognised in pictures of pages. */
  readonly recognition: RecognitionOptions
}

/** What is to be known of a file that was had out of another one: it was locked there, or its end is missing. */
export interface PartNote {
  readonly code: NoteCode
  readonly message: string
}

/** A first look at a file, taken once and shown to every format. */
export interface Look {
  readonly bytes: Uint8Array
  /** What its signature says, as a media type; null where no signature is known (as for all plain text). */
  readonly signature: string | null
  /** Its beginning as text (64 kB at most), or null where the bytes are no text. */
  readonly text: string | null
}

/**
 * One kind of file, and how it is read. The module that exports it is light: `read` imports what is heavy when it is
 * first needed, so that a plain text never waits for a PDF reader.
 */
export interface Format {
  readonly name: string
  /** Goes up when the same bytes would give another document; `name@version` is kept with what was read. */
  readonly version: number
  /** What it reads; the first one is the document's. */
  readonly mediaTypes: readonly [string, ...string[]]
  readonly recognises: (look: Look) => boolean
  /** Says to the writer what the file holds, in reading order. Throws `UnreadableError` when nothing can be read. */
  readonly read: (bytes: Uint8Array, writer: Writer, options: Options) => Promise<void> | void
}

/** Why no document came out of a file. `container`: it has no words of its own, and `originalsIn` gives the files inside. */
export type UnreadableCode = 'container' | 'damaged' | 'empty' | 'encrypted' | 'unsupported' | 'too_large' | 'not_text'

/** No document came out. The message is a sentence: what we were doing, to what, what we saw, what to do next. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly code: UnreadableCode

  constructor(code: UnreadableCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
