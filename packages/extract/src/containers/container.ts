import type { Look, PartNote, UnreadableError } from '../format.ts'
import { limits } from '../limits.ts'

/** One kind of file that holds others. Its module is light: `open` imports what is heavy when it is first needed. */
export interface Container {
  readonly name: string
  readonly recognises: (look: Look) => boolean
  /** Has it words of its own beside the files in it, as an e-mail has? Then a format reads those. */
  readonly hasWords: boolean
  /**
   * Gives the files inside, one after the other; one that cannot be had comes as an error in its place.
   * Throws `UnreadableError` when nothing can be had.
   */
  readonly open: (bytes: Uint8Array, opening: Opening) => AsyncIterable<Inside>
}

/** What a container is told about the opening. */
export interface Opening {
  /** How sentences call the container. */
  readonly file: string
  /** How sentences call a file inside it. */
  readonly call: (name: string) => string
  /** Opens what is locked; null where none is known. */
  readonly password: string | null
  /** What may still be unfolded, in all containers of this original together. */
  readonly budget: Budget
}

/** A file inside, by the name it has there, however odd that is. */
export type Inside =
  | {
      readonly name: string
      readonly bytes: Uint8Array
      /** What is to be known of how it was had. */
      readonly notes?: readonly PartNote[]
    }
  | { readonly name: string; readonly error: UnreadableError }

/** Counts down what may be unfolded: an archive in an archive in an archive has no more than one. */
export class Budget {
  #left: number
  #files = 0

  constructor(bytes: number) {
    this.#left = bytes
  }

  get left(): number {
    return this.#left
  }

  spend(bytes: number): void {
    this.#left -= bytes
  }

  /** Counts one more file; false where there were too many already. */
  takeFile(): boolean {
    this.#files += 1
    return this.#files <= limits.files
  }
}

/** How many bytes may be unfolded out of a file: so many times its own, and no more than is left for its original. */
export function allowedFrom(bytes: Uint8Array, budget: Budget): number {
  return Math.min(budget.left, Math.max(limits.unfoldedAlways, bytes.length * limits.unfoldedRatio))
}
