import type { Drawn, Word } from './drawn.ts'
import type { StructureNode } from './engine.ts'
import type { TablePart } from './parts.ts'

export interface Found {
  readonly tables: readonly TablePart[]
  /** The words that stand in none of them. */
  readonly left: readonly Word[]
}

export function structuredTables(drawn: Drawn, _tree: StructureNode | null, _page: number): Found {
  return { tables: [], left: drawn.words }
}
