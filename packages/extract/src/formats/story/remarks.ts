import type { Carried } from './story.ts'

/** How a stretch of words stands in its file. */
export type Standing = 'shown' | 'inserted' | 'deleted' | 'vanished' | 'white' | 'comment'

/** Counts the stretches that a file carries beside what it shows, by the paragraphs they turn out to stand in. */
export class Remarks<Paragraph> {
  pictures = 0
  readonly #changes: Paragraph[] = []
  readonly #vanished: Paragraph[] = []
  readonly #white: Paragraph[] = []
  readonly #comments: Paragraph[] = []
  #open: Standing[][] = [[]]
  #last: Standing = 'shown'

  /** Words follow that stand so; those that stand alike are one stretch. */
  add(standing: Standing): void {
    if (standing !== 'shown' && (standing !== this.#last || standing === 'comment')) this.#open.at(-1)?.push(standing)
    this.#last = standing
  }

  /** A story of its own begins within the paragraph; it ends with `end`. */
  begin(): void {
    this.#open.push([])
    this.#last = 'shown'
  }

  /** The paragraph ends, and is known now; null where it turned out to be none. */
  end(paragraph: Paragraph | null): void {
    const open = this.#open.at(-1) ?? []
    if (paragraph !== null)
      for (const standing of open) {
        if (standing === 'vanished') this.#vanished.push(paragraph)
        else if (standing === 'white') this.#white.push(paragraph)
        else if (standing === 'comment') this.#comments.push(paragraph)
        else this.#changes.push(paragraph)
      }
    open.length = 0
    this.#last = 'shown'
  }

  /** A story of its own ends. */
  leave(): void {
    if (this.#open.length > 1) this.#open.pop()
  }

  get carried(): Carried<Paragraph> {
    return {
      changes: this.#changes,
      vanished: this.#vanished,
      white: this.#white,
      comments: this.#comments,
      pictures: this.pictures,
    }
  }
}
