import type { Arguments, IsShown } from './engine.ts'

/** A stretch of content that the file marks. */
export interface Mark {
  readonly id: number | null
  /** No part of the text proper: page heads and feet. */
  readonly artifact: boolean
  /** In a layer that is switched off. */
  readonly off: boolean
}

/** The marked stretches that a page is inside of, the innermost last. */
export class Marks {
  readonly #open: Mark[] = []
  readonly #isShown: IsShown

  constructor(isShown: IsShown) {
    this.#isShown = isShown
  }

  get innermost(): Mark | undefined {
    return this.#open.at(-1)
  }

  /** Is what is drawn now in a layer that is switched off? */
  get off(): boolean {
    return this.#open.at(-1)?.off === true
  }

  begin(args: Arguments): void {
    const around = this.#open.at(-1)
    const name = nameOf(args?.[0])
    const id = typeof args?.[1] === 'number' ? args[1] : (around?.id ?? null)
    const off = around?.off === true || (name === 'OC' && !this.#isShown(args?.[1]))
    this.#open.push({ id, artifact: name === 'Artifact' || around?.artifact === true, off })
  }

  end(): void {
    this.#open.pop()
  }
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}
