import type { RowEdges } from '../story/collector.ts'

/** The definition of a row (`\trowd … \cellx`), word by word. */
export class RowDefinition {
  #left = 0
  #isHead = false
  #cells: RowEdges['cells'][number][] = []
  #down: RowEdges['cells'][number]['down'] = null
  #across: RowEdges['cells'][number]['across'] = null

  /** Takes a control word; false where it says nothing of rows. */
  take(word: string, number: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.#left = 0
        this.#isHead = false
        this.#cells = []
        this.#down = null
        this.#across = null
        return true
      case 'trleft':
        this.#left = number ?? 0
        return true
      case 'trhdr':
        this.#isHead = true
        return true
      case 'clvmgf':
      case 'clvmrg':
        this.#down = word === 'clvmgf' ? 'begins' : 'goes on'
        return true
      case 'clmgf':
      case 'clmrg':
        this.#across = word === 'clmgf' ? 'begins' : 'goes on'
        return true
      case 'cellx':
        if (this.#cells.length < mostCells)
          this.#cells.push({ right: number ?? 0, down: this.#down, across: this.#across })
        this.#down = null
        this.#across = null
        return true
      default:
        return false
    }
  }

  get edges(): RowEdges {
    return { left: this.#left, isHead: this.#isHead, cells: this.#cells }
  }
}

/** Word makes no more than 63. */
const mostCells = 1000
