import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openStore } from '@disclosed/store'
import { noteAsked, readAsked } from './asked.ts'
import type { Ingested, IngestOptions } from './ingest.ts'
import { jobsFor } from './read-files.ts'
import { openReaders } from './readers.ts'
import { Run } from './run.ts'
import { survey } from './survey.ts'
import { walk } from './walk.ts'

/** From looking whether the dataset can be used to what came of it all. */
export async function runThrough(paths: readonly string[], options: IngestOptions): Promise<Ingested> {
  const started = performance.now()
  const { base, signal } = options
  const db = base === process.cwd() ? options.db : resolve(base, options.db)
  const isThere = existsSync(db)
  // Before anything is looked at: a dataset that cannot be used should not cost anybody a wait.
  if (isThere) openStore(db).close()
  const { files: total, register } = await survey(paths, base, signal)
  const list = options.asked == null ? null : await readAsked(options.asked, options)
  // A slip of the fingers leaves no empty dataset behind.
  const store = openStore(total === 0 && list === null && !isThere ? ':memory:' : db, { register })
  const jobs = options.jobs ?? jobsFor(total)
  const readers = options.readers ?? openReaders({ jobs })
  const isOurs = options.readers === undefined
  if (isOurs) signal?.addEventListener('abort', readers.close, { once: true })
  try {
    const run = new Run({ ...options, store, readers, paths, total })
    await run.through(walk(paths, base), jobs)
    const asked = list === null ? null : noteAsked(store, list, options)
    store.settle()
    const tally = run.tally()
    return {
      ...tally,
      failed: tally.failed + (list?.troubles ?? 0) + (asked?.troubles ?? 0),
      asked: asked?.requests ?? null,
      stopped: signal?.aborted === true,
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    if (isOurs) readers.close()
    store.close()
  }
}
