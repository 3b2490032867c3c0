import type { Box } from '@disclosed/document'
import type { PrintedLine } from './lines.ts'

/** What a page is made of, in reading order, before it is written. */
export type Part = TextPart | TablePart

export interface TextPart {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'furniture'
  readonly page: number
  readonly lines: readonly [PrintedLine, ...PrintedLine[]]
  /** The bullet or number of a point of a list, as printed; it does not stand in `lines`. */
  readonly label: string | null
  readonly level: number
}

export interface TablePart {
  readonly kind: 'table'
  /** The page it begins on. */
  readonly page: number
  /** The box on the page it ends on. */
  readonly box: Box
  readonly caption: readonly PrintedLine[]
  /** How many of the first rows are its head, as the file itself says. */
  readonly headRows: number
  /** The x between its columns, its outer edges included: one more than it has columns. */
  readonly edges: readonly number[]
  readonly rows: readonly TableRow[]
  /** How many rows before the last one were left out, where there are too many to keep. */
  readonly leftOut?: number
  /** What shows that it is a table: tags, rules, white between columns, or that it goes on with the page before. */
  readonly shownBy: 'tags' | 'rules' | 'white' | 'page before'
}

export type TableRow = readonly TableCell[]

export interface TableCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly PrintedLine[]
}
