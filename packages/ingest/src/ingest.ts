import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openStore } from '@disclosed/store'
import { jobsFor } from './read-files.ts'
import { openReaders, type Readers } from './readers.ts'
import type { ReadingOptions } from './reading-task.ts'
import { Run } from './run.ts'
import { survey } from './survey.ts'
import { walk } from './walk.ts'

export interface IngestOptions extends ReadingOptions {
  /** The dataset, made where it is missing. */
  readonly db: string
  /** The folder that relative paths are seen from, the dataset's too. */
  readonly base: string
  /** How many files are read beside each other; what is quickest for so many files where it is not said. */
  readonly jobs?: number
  /** The round of requests that letters answer whose sidecar names none. */
  readonly round?: string | null
  /** Only files that could not be read before. */
  readonly only?: 'failed' | null
  /** Take out of the dataset what was below the paths and is there no more; else it is kept. */
  readonly forgetGone?: boolean
  /** Read what has not changed, too. */
  readonly reread?: boolean
  /** Stops the run between two files; what is in stays in. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  readonly onFailure?: (failure: NotRead) => void
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
  const started = performance.now()
  const { base, signal } = options
  const db = base === process.cwd() ? options.db : resolve(base, options.db)
  const isThere = existsSync(db)
  // Before anything is looked at: a dataset that cannot be used should not cost anybody a wait.
  if (isThere) openStore(db).close()
  const { files: total, register } = await survey(paths, base, signal)
  // A slip of the fingers leaves no empty dataset behind.
  const store = openStore(total === 0 && !isThere ? ':memory:' : db, { register })
  const jobs = options.jobs ?? jobsFor(total)
  const readers = options.readers ?? openReaders({ jobs })
  const isOurs = options.readers === undefined
  if (isOurs) signal?.addEventListener('abort', readers.close, { once: true })
  try {
    const run = new Run({ ...options, store, readers, paths, total })
    await run.through(walk(paths, base), jobs)
    store.settle()
    return { ...run.tally(), stopped: signal?.aborted === true, seconds: (performance.now() - started) / 1000 }
  } finally {
    if (isOurs) readers.close()
    store.close()
  }
}
