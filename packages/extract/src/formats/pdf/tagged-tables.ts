import type { Drawn } from './drawn.ts'
import type { StructureNode } from './engine.ts'
import type { TablePart } from './parts.ts'

export function taggedTables(_drawn: Drawn, _tree: StructureNode | null): readonly TablePart[] {
  return []
}
