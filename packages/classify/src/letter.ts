import type { Block, Document, Span } from '@disclosed/document'
import { linesLost } from './lost-lines.ts'
import { type Turn, withTurns } from './turns/index.ts'

/**
 * A document seen as lines, the way a person reads it. A line never crosses a line break of the text;
 * empty lines are left out, and `gap` says that one stood before.
 */
export interface Line extends Span {
  /** Its words without the white space at both ends; `start` and `end` are theirs. */
  readonly text: string
  readonly index: number
  /** Was there an empty line, or a new block, before it? */
  readonly gap: boolean
  /** How far it is set in, in characters. */
  readonly indent: number
  /** The innermost block it stands in. */
  readonly block: Block | null
  /** Where the layout says whether it asks or answers: a cell of a grid, the mark «Q.». */
  readonly turn?: Turn
}

export interface Letter {
  readonly document: Document
  readonly text: string
  readonly lines: readonly Line[]
}

/** Sees a document as lines. Where a page lost them they stand where a reader would put them; the cells of a grid of questions are lines. */
export function letterOf(document: Document): Letter {
  return { document, text: document.text, lines: withTurns(linesOf(document, linesLost)) }
}

/** Sees a document as the lines that its text has, however long: a table that was run together with its letter stands in one. */
export function letterAsPrinted(document: Document): Letter {
  return { document, text: document.text, lines: linesOf(document, () => null) }
}

function linesOf(document: Document, restored: typeof linesLost): readonly Line[] {
  const blocks = flatten(document.blocks)
  const lines: Line[] = []
  let at = 0
  let gap = true
  let next = 0
  let last: Block | null = null
  while (at <= document.text.length) {
    const found = document.text.indexOf('\n', at)
    const stop = found === -1 ? document.text.length : found
    const raw = document.text.slice(at, stop)
    const text = raw.trim()
    if (text === '') {
      gap = true
    } else {
      const start = at + raw.indexOf(text)
      while (next < blocks.length && (blocks[next]?.end ?? 0) <= start) next += 1
      const candidate = blocks[next]
      const block = candidate && candidate.start <= start ? candidate : null
      const isNewBlock = block !== last && !(block?.kind === 'item' && last?.kind === 'item')
      const whole = { start, end: start + text.length }
      for (const [part, span] of (restored(document.text, whole) ?? [whole]).entries()) {
        lines.push({
          ...span,
          text: document.text.slice(span.start, span.end),
          index: lines.length,
          gap: gap || isNewBlock || part > 0,
          indent: part > 0 ? 0 : start - at,
          block,
        })
      }
      last = block
      gap = false
    }
    at = stop + 1
  }
  return lines
}

/** Blocks in order, quoted mail replaced by what it holds. */
function flatten(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'quoted' ? flatten(block.blocks) : [block]))
}
