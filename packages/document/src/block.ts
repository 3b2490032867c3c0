import type { Span } from './span.ts'

/** A part of the letter as its layout shows it. Blocks hold spans and no text of their own. */
export type Block = Heading | Paragraph | Item | Table | DataFile | Quoted | Furniture

/** A line that announces what follows. `level` counts from 1, the outermost. */
export interface Heading extends Span {
  readonly kind: 'heading'
  readonly level: number
}

/** Running text. Line breaks that the author (or the page) made are kept as "\n" inside it. */
export interface Paragraph extends Span {
  readonly kind: 'paragraph'
}

/** One point of a list. `label` is its number or bullet as printed ("1.2", "(a)", "•") and stands inside the span. */
export interface Item extends Span {
  readonly kind: 'item'
  readonly level: number
  readonly label: Span | null
}

/** A table. In the text each row is one line and its cells are parted by tabs. */
export interface Table extends Span {
  readonly kind: 'table'
  readonly caption: Span | null
  /** How many of the first rows are its head, as the file itself says; 0 where it does not say. */
  readonly headRows: number
  readonly rows: readonly Row[]
}

export interface Row extends Span {
  readonly cells: readonly Cell[]
}

/** One cell; `columns` and `rows` say how many it fills. Its words are `quote(text, cell)`. */
export interface Cell extends Span {
  readonly columns: number
  readonly rows: number
}

/** A table too long to be read as a letter is (above 20,000 cells): its head and first rows, and how many there are. */
export interface DataFile extends Span {
  readonly kind: 'data_file'
  readonly headRows: number
  readonly rows: readonly Row[]
  readonly rowCount: number
  /** The sheet it stands on; null where the whole file is the table. */
  readonly sheet: string | null
}

/** Earlier mail below a reply: somebody else's words, or the same person's on another day. */
export interface Quoted extends Span {
  readonly kind: 'quoted'
  readonly blocks: readonly Block[]
}

/** What is printed around the letter: page heads and feet, a web site's menus. References often stand there. */
export interface Furniture extends Span {
  readonly kind: 'furniture'
}

/** Above this many cells a table is a data file. */
export const mostCells = 20_000
