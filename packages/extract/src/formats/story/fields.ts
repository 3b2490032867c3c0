/** The fields that stand open: what they are told to do, and then what came of it. */
export class Fields {
  readonly #open: { instruction: string; isResult: boolean; href: string | null; isPageNumber: boolean }[] = []

  begin(): void {
    if (this.#open.length < 100) this.#open.push({ instruction: '', isResult: false, href: null, isPageNumber: false })
  }

  instruct(text: string): void {
    const field = this.#open.findLast(({ isResult }) => !isResult)
    if (field && field.instruction.length < 5000) field.instruction += text
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (!field) return
    field.isResult = true
    field.href = linkIn(field.instruction)
    field.isPageNumber = isPageNumber(field.instruction)
  }

  end(): void {
    this.#open.pop()
  }

  get isInstruction(): boolean {
    return this.#open.some(({ isResult }) => !isResult)
  }

  /** Numbers of pages are those of the day it was saved, and no words of the letter. */
  get isPageNumber(): boolean {
    return this.#open.some((field) => field.isPageNumber)
  }

  /** Does a shape stand here, as a sign of its own? The words in it come apart. */
  get isShape(): boolean {
    return this.#open.some(({ instruction }) => /^\s{0,9}SHAPE\b/.test(instruction))
  }

  /** Where the words of the result lead. */
  get href(): string | null {
    return this.#open.findLast(({ href }) => href !== null)?.href ?? null
  }
}

/** Where `HYPERLINK "https://…"` leads; null for other fields, and for places in the same file. */
export function linkIn(instruction: string): string | null {
  return /HYPERLINK\s{1,9}(?!\\)"?([^"\s]{1,2000})/.exec(instruction)?.[1] ?? null
}

export function isPageNumber(instruction: string): boolean {
  return /^\s{0,9}(?:PAGE|NUMPAGES|SECTIONPAGES)\b/.test(instruction)
}
