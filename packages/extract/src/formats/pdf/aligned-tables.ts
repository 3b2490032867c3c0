import type { Drawn } from './drawn.ts'
import type { PrintedLine } from './lines.ts'
import type { TablePart } from './parts.ts'

export function alignedTables(
  lines: readonly PrintedLine[],
  _drawn: Drawn,
): readonly (TablePart | { readonly lines: readonly PrintedLine[] })[] {
  return [{ lines }]
}
