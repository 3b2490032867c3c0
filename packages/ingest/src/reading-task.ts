import type { Reading, Source } from '@disclosed/classify'
import type { Document } from '@disclosed/document'
import type { Prepared } from '@disclosed/store/prepare'
import type { EnclosedFile, Mention } from './enclosures.ts'

/** How files are read, said once for all of them. */
export interface ReadingOptions {
  /** Read what files hide too: hidden sheets, rows, columns and words. What was read so says it: its reader is `xlsx@1+hidden`. */
  readonly includeHidden?: boolean
  /** Opens locked files; kept nowhere. */
  readonly password?: string | null
}

/** One file to read, with all that is inside it, as it is sent to a reader. */
export interface ReadingTask extends ReadingOptions {
  /** Where its bytes lie; `source.path` is what people know it by. */
  readonly absolute: string
  readonly source: Source & { readonly path: string }
  /** A list of authorities (CSV) besides those that everyone knows. */
  readonly authorities: string | null
  /**
   * `document`: the text is enough, and what it says is not read; `prepared`: what it says, as the dataset takes it; `rows`: all rows of
   * one table, told as they come.
   */
  readonly want: 'document' | 'reading' | 'prepared' | 'rows'
  /** Whose rows are wanted: the place among the document's tables, from 0. */
  readonly table?: number
  /** Only this file inside it, or null: only the file itself. Everything where it is not said. */
  readonly part?: string | null
  /** So many originals in it were dealt with before, in their order. */
  readonly from?: number
  /** How many pages are recognised beside each other; as many as the machine has processors where it is not said. */
  readonly recognisers?: number
}

/** What came of one original: of the file itself, or of one file inside it. */
export type ReadingResult = ReadResult | PreparedResult | Unreadable | LeftOut

export interface ReadResult {
  readonly kind: 'read'
  /** `document.part` is its name inside the file. */
  readonly document: Document
  /** Null where only the document was wanted. */
  readonly reading: Reading | null
}

/** What was read, as the dataset takes it: worked out where it was read, so that the one who writes has little to do. */
export interface PreparedResult {
  readonly kind: 'prepared'
  readonly prepared: Prepared
  readonly file: EnclosedFile
  readonly characters: number
  /** What it says is enclosed. */
  readonly mentions: readonly Mention[]
}

export interface Unreadable {
  readonly kind: 'unreadable'
  /** Its name inside the file; null for the file itself. */
  readonly part: string | null
  /** Of its bytes; null where they could not be had. */
  readonly sha256: string | null
  /** `damaged`, `encrypted`, `too-slow` … */
  readonly code: string
  /** A sentence that names the file, and the part of it. */
  readonly message: string
}

/** A file inside an archive that is no letter: a sidecar, what programs leave behind. */
export interface LeftOut {
  readonly kind: 'left_out'
  readonly part: string
  /** What it is, in a few words that hold for all of its kind. */
  readonly what: string
}

/** How far the reader of a scan is: so many of the pages whose words have to be recognised are done. */
export interface PagesDone {
  readonly done: number
  readonly of: number
}

/** What a reader says while it reads. Each original is announced, so that one that never ends can be named. */
export type Told =
  | ({ readonly kind: 'page' } & PagesDone)
  | { readonly kind: 'begins'; readonly nth: number; readonly part: string | null; readonly name: string }
  | { readonly kind: 'came'; readonly result: ReadingResult }
  | { readonly kind: 'rows'; readonly rows: Rows }
  | { readonly kind: 'done' }

/** Some rows of a table, each with as many cells as it fills columns. */
export type Rows = readonly (readonly string[])[]

export function unreadable(code: string, message: string, part: string | null = null): Unreadable {
  return { kind: 'unreadable', part, sha256: null, code, message }
}

/** A piece of work took too long; the message goes on after its name: "took longer than …". */
export class TooSlow extends Error {
  override readonly name = 'TooSlow'
}
