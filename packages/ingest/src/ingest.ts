import type { Gone } from './gone.ts'
import type { Readers } from './readers.ts'
import type { ReadingOptions } from './reading-task.ts'

export interface IngestOptions extends ReadingOptions {
  /** The dataset, made where it is missing. */
  readonly db: string
  /** The folder that relative paths are seen from, the dataset's too. */
  readonly base: string
  /** How many files are read beside each other; what is quickest for so many files where it is not said. */
  readonly jobs?: number
  /** The round of requests that letters answer whose sidecar names none. */
  readonly round?: string | null
  /** A list (CSV) of who was asked: authority, sent, reference, email; any of them. */
  readonly asked?: string | null
  /** Only files that could not be read before. */
  readonly only?: 'failed' | null
  /** Take out of the dataset what was below the paths and is there no more, even where that is most of it. */
  readonly forgetGone?: boolean
  /** Read what has not changed, too. */
  readonly reread?: boolean
  /** Stops the run between two files; what is in stays in. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  readonly onFailure?: (failure: NotRead) => void
  /** Told of each file that is gone and was taken out. */
  readonly onGone?: (gone: Gone) => void
  /** Readers already at work, who stay so; else the run starts its own and ends them. */
  readonly readers?: Readers
}

export interface Progress {
  readonly done: number
  readonly total: number
  /** The file that was done last. */
  readonly path: string | null
}

/** A file that could not be read, or a sidecar that could not be used; `message` is a sentence that names it. */
export interface NotRead {
  readonly path: string
  /** Its name inside the path, where that is an e-mail or an archive. */
  readonly part?: string | null
  readonly code: string
  readonly message: string
}

/** What came of a run, in numbers of files. */
export interface Ingested {
  readonly read: number
  /** How many originals came of those: more than one of an e-mail or an archive. */
  readonly documents: number
  readonly unchanged: number
  /** What could not be read, files inside files counted one by one. */
  readonly failed: number
  /** What was left out because it is no letter, by what it is. */
  readonly leftOut: ReadonlyMap<string, number>
  /** Files that are found elsewhere now. */
  readonly moved: number
  /** Files that are gone: what was read in them was taken out. */
  readonly gone: number
  /** Files that are gone and were kept all the same, for it is most of what was known. */
  readonly goneAndKept: number
  /** How many requests the list of who was asked has; null where there was no list. */
  readonly asked: number | null
  /** Did the signal end it? */
  readonly stopped: boolean
  readonly seconds: number
}

/**
 * Reads every file below the paths into the dataset, and every file inside those that are e-mails or archives. What is known is skipped, one bad file never stops the rest, and
 * the same files give the same rows in any order.
 *
 * @throws StoreError when the dataset itself cannot be used; what is in it stays valid.
 */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<Ingested> {
  // Whoever only reads a letter should not wait for a dataset.
  const { runThrough } = await import('./run-through.ts')
  return runThrough(paths, options)
}
