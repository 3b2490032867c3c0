import type { PrintedLabel } from '../html/labels.ts'
import { type EdgedRow, tableOf } from './edges.ts'
import { linesOf } from './page.ts'
import type { StoryBlock, StoryParagraph, StoryRun } from './story.ts'

/** Where the cells of a row end, as Word's older formats tell it when the row ends. */
export interface RowEdges extends Omit<EdgedRow, 'cells'> {
  readonly cells: readonly Omit<EdgedRow['cells'][number], 'blocks'>[]
}

/** What is known of a paragraph when it ends. */
export interface ParagraphEnd {
  readonly heading: number | null
  readonly label: PrintedLabel | null
  /** How many tables it stands in; 0 for the page. */
  readonly depth: number
}

/**
 * Gathers a story from steps in order, as Word's older formats tell it: words, then the end of their paragraph, of their
 * cell, of their row. A table ends where a paragraph stands in fewer of them.
 */
export class Collector {
  readonly #levels: Level[] = [{ rows: [], cells: [], blocks: [] }]
  #runs: StoryRun[] = []
  #behind: StoryBlock[] = []

  words(run: StoryRun): void {
    this.#runs.push(run)
  }

  /** What stands behind the paragraph that is being gathered: a text box that is anchored in it. */
  behind(blocks: readonly StoryBlock[]): void {
    for (const block of blocks) this.#behind.push(block)
  }

  get hasWords(): boolean {
    return this.#runs.length > 0
  }

  /** Ends the paragraph; returns it, for those who keep lists of paragraphs. */
  paragraph({ heading, label, depth }: ParagraphEnd): StoryParagraph {
    const paragraph: StoryParagraph = { kind: 'paragraph', heading, label, runs: this.#runs }
    const { blocks } = this.#level(depth)
    blocks.push(paragraph, ...this.#behind)
    this.#runs = []
    this.#behind = []
    return paragraph
  }

  /** Ends a cell of the table at this depth (from 1); its last paragraph has ended. */
  cell(depth: number): void {
    const level = this.#level(depth)
    level.cells.push(level.blocks)
    level.blocks = []
  }

  row(depth: number, edges: RowEdges): void {
    const level = this.#level(depth)
    if (level.blocks.length > 0) this.cell(depth)
    if (level.cells.length > 0) level.rows.push(rowOf(edges, level.cells))
    level.cells = []
  }

  finish(): readonly StoryBlock[] {
    if (this.#runs.length > 0 || this.#behind.length > 0)
      this.paragraph({ heading: null, label: null, depth: this.#levels.length - 1 })
    return this.#level(0).blocks
  }

  /** The table at this depth; deeper ones end. */
  #level(depth: number): Level {
    while (this.#levels.length - 1 > depth) this.#closeDeepest()
    while (this.#levels.length - 1 < depth) this.#levels.push({ rows: [], cells: [], blocks: [] })
    return this.#levels.at(-1) as Level
  }

  #closeDeepest(): void {
    const level = this.#levels.pop() as Level
    if (level.blocks.length > 0) level.cells.push(level.blocks)
    if (level.cells.length > 0) level.rows.push(rowOf(noEdges, level.cells))
    if (level.rows.length > 0) this.#levels.at(-1)?.blocks.push(tableOf(level.rows))
  }
}

interface Level {
  readonly rows: EdgedRow[]
  cells: StoryBlock[][]
  blocks: StoryBlock[]
}

const noEdges: RowEdges = { left: 0, isHead: false, cells: [] }

/**
 * Cells that no edge was told for stand beside the others, each as wide as an inch; empty ones are none, for LibreOffice
 * ends one cell too many behind a table within a table.
 */
function rowOf({ left, isHead, cells: edges }: RowEdges, cells: readonly (readonly StoryBlock[])[]): EdgedRow {
  let right = left
  const told = cells.filter((blocks, index) => edges.length === 0 || index < edges.length || linesOf(blocks) !== '')
  return {
    left,
    isHead,
    cells: told.map((blocks, index) => {
      const edge = edges[index] ?? { right: right + 1440, down: null, across: null }
      right = edge.right
      return { ...edge, blocks }
    }),
  }
}
