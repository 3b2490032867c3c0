import type { TableKind } from '../../reading.ts'
import type { Shape } from '../shape.ts'

/** A kind of table: how it is told from the others. */
export interface KindOfTable {
  readonly kind: TableKind
  readonly about: string
  readonly is: (shape: Shape) => boolean
}
