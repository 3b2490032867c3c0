import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { keptEntry } from '@disclosed/store/packed'
import { type EnclosedFile, meantFiles } from './enclosures.ts'
import { isLetter } from './letters.ts'
import type { LeftOut, PreparedResult, ReadingResult, Unreadable } from './reading-task.ts'

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
    if (result.kind === 'prepared') {
      this.#characters += result.characters
      this.#files.push(result.file)
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
    if (this.#files.length < 2) return result
    if (result.kind === 'prepared') return this.#linkedAgain(result)
    if (result.kind !== 'read' || !result.reading) return result
    const { document, reading } = result
    if (reading.attachments.length === 0) return result
    const meant = meantFiles(document.part, reading.attachments, this.#files)
    const attachments = reading.attachments.map((each) => ({ ...each, document: meant.get(each.id) ?? each.document }))
    return { ...result, reading: { ...reading, attachments } }
  }

  /** What was worked out before all files were known is worked out anew where it leads to one of them. */
  #linkedAgain(result: PreparedResult): ReadingResult {
    const { prepared, mentions } = result
    if (meantFiles(prepared.part, mentions, this.#files).size === 0) return result
    return this.#linked({ kind: 'read', ...keptEntry(prepared) })
  }
}
