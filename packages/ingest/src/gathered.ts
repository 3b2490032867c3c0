import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type EnclosedFile, meantFiles } from './enclosures.ts'
import type { LeftOut, ReadingResult, Unreadable } from './reading-task.ts'

/** Above so many characters of text what came is kept packed: an archive may hold ten thousand letters. */
const mostCharacters = 4_000_000

/** What came of one file and of everything inside it, held until all of it is there: it goes into the dataset together or not at all. */
export class Gathered {
  readonly #results: (ReadingResult | Buffer)[] = []
  readonly #files: EnclosedFile[] = []
  readonly #failures: Unreadable[] = []
  readonly #leftOut: LeftOut[] = []
  #characters = 0

  /** How many originals were read. */
  get read(): number {
    return this.#files.length
  }

  get characters(): number {
    return this.#characters
  }

  get failures(): readonly Unreadable[] {
    return this.#failures
  }

  get leftOut(): readonly LeftOut[] {
    return this.#leftOut
  }

  add(result: ReadingResult): void {
    if (result.kind === 'unreadable') this.#failures.push(result)
    if (result.kind === 'left_out') this.#leftOut.push(result)
    if (result.kind === 'read') {
      const { document, reading } = result
      const { id, part, mediaType } = document
      this.#characters += document.text.length
      this.#files.push({ document: id, part, mediaType, isLetter: isLetter(reading?.kind) })
    }
    this.#results.push(this.#characters > mostCharacters ? deflateRawSync(serialize(result), { level: 1 }) : result)
  }

  /** One after the other, in their order; what letters say is enclosed leads to the file that is meant. */
  *results(): Generator<ReadingResult> {
    for (const kept of this.#results) {
      const result = Buffer.isBuffer(kept) ? (deserialize(inflateRawSync(kept)) as ReadingResult) : kept
      yield this.#linked(result)
    }
  }

  #linked(result: ReadingResult): ReadingResult {
    if (result.kind !== 'read' || !result.reading || this.#files.length < 2) return result
    const { document, reading } = result
    if (reading.attachments.length === 0) return result
    const meant = meantFiles(document.part, reading.attachments, this.#files)
    const attachments = reading.attachments.map((each) => ({ ...each, document: meant.get(each.id) ?? each.document }))
    return { ...result, reading: { ...reading, attachments } }
  }
}

function isLetter(kind: string | undefined): boolean {
  return kind === 'foi_response' || kind === 'internal_review'
}
