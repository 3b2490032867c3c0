import { openDb } from '../journal/open.ts'
import { beginRun } from '../journal/runs.ts'
import { addUrl, leaseNext, setUrl } from '../journal/urls.ts'

export interface Known {
  readonly addresses: number
  /** What knowing them took of memory, and the journal of the disk. */
  readonly megabytes: number
  readonly megabytesBefore: number
  readonly microsecondsToAdd: number
  readonly microsecondsToTakeAndSettle: number
}

/** Writes so many addresses into a journal, and takes some of them out again. */
export async function knowMany(folder: string, addresses: number): Promise<Known> {
  const before = process.memoryUsage().rss
  const db = openDb(folder)
  try {
    beginRun(db, '0.1.0', ['amblethorpe'], Date.now(), 0)
    const started = performance.now()
    for (let at = 0; at < addresses; at += 100) {
      db.together(() => {
        for (let one = at; one < at + 100; one += 1) {
          const url = `https://www.amblethorpe.example/requests/${one}/a-request-about-the-number-of-parking-fines`
          addUrl(db, { source: 'amblethorpe', request: { url, role: 'item', accept: 'html' }, foundOn: null })
        }
      })
    }
    const added = performance.now()
    const taken = Math.min(10_000, addresses)
    for (let one = 0; one < taken; one += 1) {
      const row = leaseNext(db, 'www.amblethorpe.example', ['amblethorpe'], ['amblethorpe'], Date.now())
      if (row) setUrl(db, row.id, { state: 'done' })
    }
    return {
      addresses,
      megabytes: process.memoryUsage().rss / 1024 / 1024,
      megabytesBefore: before / 1024 / 1024,
      microsecondsToAdd: ((added - started) * 1000) / addresses,
      microsecondsToTakeAndSettle: ((performance.now() - added) * 1000) / taken,
    }
  } finally {
    db.close()
  }
}
