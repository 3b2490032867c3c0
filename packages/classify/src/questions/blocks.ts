import type { Passage } from '../passages/index.ts'
import { isQualifier } from './asks.ts'

/** Which asks stand together, one upon the other, with no answer between them. */
export interface Blocks {
  /** The block of the ask that begins at this passage. */
  readonly of: (passage: number) => number
  /** Does it stand upon others, or in a quoted request, so that its answer is to be looked for elsewhere? */
  readonly isStacked: (passage: number) => boolean
}

interface Place {
  readonly occurrence: { readonly passage: number; readonly passages: number }
}

/** Finds the blocks: an answer, or anything else that asks nothing and explains no ask, parts two of them. */
export function blocksOf(passages: readonly Passage[], asks: readonly Place[]): Blocks {
  const filled = new Map<number, number>()
  for (const { occurrence } of asks)
    for (let at = 0; at < occurrence.passages; at += 1) filled.set(occurrence.passage + at, occurrence.passage)
  const blocks = new Map<number, number>()
  const sizes = new Map<number, number>()
  const requested = new Set<number>()
  let block = 0
  for (const passage of passages) {
    const ask = filled.get(passage.index)
    if (ask === undefined) {
      if (partsAsks(passage)) block += 1
    } else if (!blocks.has(ask)) {
      blocks.set(ask, block)
      sizes.set(block, (sizes.get(block) ?? 0) + 1)
      if (passage.role === 'request') requested.add(ask)
    }
  }
  return {
    of: (passage) => blocks.get(passage) ?? -1,
    isStacked: (passage) => requested.has(passage) || (sizes.get(blocks.get(passage) ?? -1) ?? 0) > 1,
  }
}

function partsAsks({ role, words }: Passage): boolean {
  if (role !== 'reply' && role !== 'rights' && role !== 'closing') return false
  return words !== '' && !/:$/.test(words) && !isQualifier(words)
}
