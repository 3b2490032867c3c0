import { inFormat } from '../../docx/counting.ts'
import type { PrintedLabel } from '../../html/labels.ts'
import type { Bytes } from '../bytes.ts'

/**
 * The lists of Word 6 and 95: each paragraph says how its own number is written, and they count on while numbered paragraphs
 * follow each other.
 */
export class NumberedLists {
  readonly #patterns: Bytes[] = []
  readonly #numbers = new Map<string, number>()
  #last: string | null = null
  #next = 0

  /** The number that a pattern is called by, from 1. */
  add(pattern: Bytes): number {
    const key = pattern.buffer.toString('latin1')
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (this.#patterns.length >= mostPatterns) return 0
    this.#patterns.push(pattern)
    this.#numbers.set(key, this.#patterns.length)
    return this.#patterns.length
  }

  /** The label of the next paragraph with this pattern. */
  label(number: number): PrintedLabel | null {
    const pattern = this.#patterns[number - 1]
    if (!pattern) return null
    const [before, after] = [pattern.u8(1), pattern.u8(2)]
    const text = (from: number, length: number) =>
      pattern.slice(texts + from, texts + from + Math.min(length, 32)).buffer.toString('latin1')
    const format = formats[pattern.u8(0)]
    if (format === undefined) return { label: text(0, before + after).trim() === '' ? '' : '•', level: 1 }
    const kind = `${pattern.u8(0)}`
    if (this.#last !== kind) this.#next = pattern.u16(10)
    this.#last = kind
    const printed = inFormat(format, this.#next)
    this.#next += 1
    return { label: `${text(0, before)}${printed}${text(before, after)}`.trim(), level: 1 }
  }

  /** A paragraph without a number ends the list. */
  end(): void {
    this.#last = null
  }
}

const mostPatterns = 5_000
/** Where in a pattern the words around the number stand. */
const texts = 20

/** Word's numbers for ways of counting, as DOCX calls them; all others are bullets. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
}
