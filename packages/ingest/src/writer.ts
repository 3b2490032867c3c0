import { type Entry, type Failure, type PreparedEntry, type Store, StoreError } from '@disclosed/store'
import type { NotRead } from './ingest.ts'

/** So many files, or so many characters of text, are written in one transaction: each costs the disk a moment. */
const filesAtOnce = 32
const charactersAtOnce = 4_000_000

/** What goes into the dataset of one file and all that is inside it: wholly or not at all. */
export interface FileRead {
  readonly path: string
  readonly characters: number
  readonly entries: () => Iterable<Entry | PreparedEntry>
  readonly failures: readonly Failure[]
  /** Says how a document that the dataset does not take goes into it as a failure; it is named once that is certain. */
  readonly asFailure: (part: string | null, why: NotRead) => Failure
  readonly onRefused: (part: string | null, why: NotRead) => void
}

/** The one writer of a run. Several files are written together; one that the dataset refuses is named and stops no other. */
export class Writer {
  readonly #store: Store
  #waiting: FileRead[] = []
  #characters = 0

  constructor(store: Store) {
    this.#store = store
  }

  put(file: FileRead): void {
    this.#waiting.push(file)
    this.#characters += file.characters
    if (this.#waiting.length >= filesAtOnce || this.#characters >= charactersAtOnce) this.flush()
  }

  /** Writes what waits. Throws only what concerns the dataset as a whole: a full disk, a lock. */
  flush(): void {
    const files = this.#waiting
    this.#waiting = []
    this.#characters = 0
    if (files.length === 0) return
    try {
      this.#store.together(() => {
        for (const file of files) this.#write(file, (entry) => this.#store.put(entry))
      })
    } catch (error) {
      if (concernsTheDataset(error)) throw error
      for (const file of files) this.#writeAlone(file)
    }
  }

  /** What was in the file once and is there no more is forgotten. */
  #write({ path, entries, failures }: FileRead, put: (entry: Entry | PreparedEntry) => void): void {
    const parts = new Set<string | null>()
    for (const failure of failures) {
      this.#store.fail(failure)
      parts.add(failure.part)
    }
    for (const entry of entries()) {
      put(entry)
      parts.add(partOf(entry))
    }
    this.#store.forget(path, parts)
  }

  #writeAlone(file: FileRead): void {
    try {
      this.#writeCarefully(file)
    } catch (error) {
      if (concernsTheDataset(error)) throw error
      const why = refusalOf(file.path, null, error)
      this.#store.together(() => {
        this.#store.forget(file.path)
        this.#store.fail(file.asFailure(null, why))
      })
      file.onRefused(null, why)
    }
  }

  /** Leaves out single documents that the dataset refuses. */
  #writeCarefully(file: FileRead): void {
    const refused: (readonly [part: string | null, why: NotRead])[] = []
    this.#store.together(() =>
      this.#write(file, (entry) => {
        try {
          this.#store.put(entry)
        } catch (error) {
          if (concernsTheDataset(error)) throw error
          const part = partOf(entry)
          const why = refusalOf(file.path, part, error)
          this.#store.fail(file.asFailure(part, why))
          refused.push([part, why])
        }
      }),
    )
    for (const [part, why] of refused) file.onRefused(part, why)
  }
}

function partOf(entry: Entry | PreparedEntry): string | null {
  return 'prepared' in entry ? entry.prepared.part : entry.document.part
}

function refusalOf(path: string, part: string | null, error: unknown): NotRead {
  const called = part === null ? path : `${part} in ${path}`
  const seen = error instanceof Error ? error.message : String(error)
  const message = `Could not keep what ${called} says (${seen}). This is a fault in Disclosed: please report it.`
  return { path, code: 'fault', message }
}

function concernsTheDataset(error: unknown): boolean {
  return error instanceof StoreError && error.code !== 'failed'
}
