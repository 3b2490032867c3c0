import type { Drawn, Word } from './drawn.ts'
import type { StructureNode } from './engine.ts'
import { withoutWordsOf } from './nested-tables.ts'
import type { TablePart } from './parts.ts'
import { ruledTables } from './ruled-tables.ts'
import { taggedTables } from './tagged-tables.ts'

/** Tables that a page shows by itself, and the words outside them. */
export interface Found {
  readonly tables: readonly TablePart[]
  readonly left: readonly Word[]
}

/** Tables that tags tell or rules draw. Where both do, the tags say which words are one cell. */
export function structuredTables(drawn: Drawn, tree: StructureNode | null): Found {
  const tagged = taggedTables(drawn, tree)
  const free = withoutWordsOf(drawn.words, tagged)
  const ruled = ruledTables({ ...drawn, words: free })
  return { tables: [...tagged, ...ruled], left: withoutWordsOf(free, ruled) }
}
