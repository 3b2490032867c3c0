import { type Entry, type Failure, type Store, StoreError } from '@disclosed/store'
import type { NotRead } from './ingest.ts'

/** So many entries, or so many characters of text, are written in one transaction: each costs the disk a moment. */
const entriesAtOnce = 32
const charactersAtOnce = 4_000_000

type Step =
  | { readonly kind: 'put'; readonly entry: Entry; readonly onRefused: (why: NotRead) => void }
  | { readonly kind: 'fail'; readonly failure: Failure }

/** The one writer of a run. Several entries are written together; one that the dataset refuses is named and stops no other. */
export class Writer {
  readonly #store: Store
  #waiting: Step[] = []
  #characters = 0

  constructor(store: Store) {
    this.#store = store
  }

  /** `onRefused` hears of an entry that the dataset does not take. */
  put(entry: Entry, onRefused: (why: NotRead) => void): void {
    this.#characters += entry.document.text.length
    this.#add({ kind: 'put', entry, onRefused })
  }

  fail(failure: Failure): void {
    this.#add({ kind: 'fail', failure })
  }

  /** Writes what waits. Throws only what concerns the dataset as a whole: a full disk, a lock. */
  flush(): void {
    const steps = this.#waiting
    this.#waiting = []
    this.#characters = 0
    if (steps.length === 0) return
    try {
      this.#store.together(() => {
        for (const step of steps) this.#write(step)
      })
    } catch (error) {
      if (concernsTheDataset(error)) throw error
      for (const step of steps) this.#writeAlone(step)
    }
  }

  #add(step: Step): void {
    this.#waiting.push(step)
    if (this.#waiting.length >= entriesAtOnce || this.#characters >= charactersAtOnce) this.flush()
  }

  #write(step: Step): void {
    if (step.kind === 'put') this.#store.put(step.entry)
    else this.#store.fail(step.failure)
  }

  #writeAlone(step: Step): void {
    try {
      this.#write(step)
    } catch (error) {
      if (step.kind === 'fail' || concernsTheDataset(error)) throw error
      const path = step.entry.source.path ?? step.entry.document.id
      const seen = error instanceof Error ? error.message : String(error)
      const message = `Could not keep what ${path} says (${seen}). This is a fault in Disclosed: please report it.`
      step.onRefused({ path, code: 'fault', message })
    }
  }
}

function concernsTheDataset(error: unknown): boolean {
  return error instanceof StoreError && error.code !== 'failed'
}
