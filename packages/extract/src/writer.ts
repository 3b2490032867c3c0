import {
  type Block,
  type Cell,
  type Document,
  type Link,
  type Note,
  type Place,
  type Placed,
  type Row,
  type Span,
  trimmed,
} from '@disclosed/document'
import { type CellWords, inOneLine, type Line, type Lines, type Run, type TidyLine, tidied } from './line.ts'
import type { NoteCode } from './notes.ts'

/** A table as a format saw it: each cell is given once, in the row where it begins. */
export interface TableWords {
  readonly caption?: Lines | null
  /** How many of the first rows are its head, as the file itself says; 0 where it does not say. */
  readonly headRows?: number
  readonly rows: readonly (readonly CellWords[])[]
}

/** The first rows of a table too long for a letter. `rowCount` counts all its rows but the head. */
export interface DataFileWords {
  readonly headRows: number
  readonly rows: readonly (readonly CellWords[])[]
  readonly rowCount: number
  readonly sheet: string | null
}

/** All rows of a data file, its head among them, from the first on each time it is asked. */
export type AllRows = () => Iterable<readonly CellWords[]> | AsyncIterable<readonly CellWords[]>

/** A block and the words in it. */
export interface BlockWords {
  readonly kind: Block['kind']
  readonly words: string
}

/** What was written, for `extract` to finish. */
export type Written = Pick<Document, 'pages' | 'ocr' | 'text' | 'blocks' | 'places' | 'bold' | 'links' | 'notes'>

/**
 * Writes a document's one text, and is the one place that counts its characters. A format says what comes next; the
 * writer tidies the words, puts the breaks between, and keeps spans, places, bold stretches and links.
 *
 * Blocks are parted by one empty line, points of a list that follow each other and rows of a table by a line break,
 * cells by a tab. A block without words is not written, and its method returns null; else it returns the block's span.
 */
export class Writer {
  readonly #parts: string[] = []
  #length = 0
  readonly #root: Block[] = []
  #blocks: Block[] = this.#root
  #last: Block['kind'] | null = null
  readonly #places: Placed[] = []
  readonly #bold: Span[] = []
  readonly #links: Link[] = []
  readonly #notes: Note[] = []
  #page: number | null = null
  #within: Place | null = null
  #pages: number | null = null
  #ocr = false
  readonly #allRows = new Map<number, AllRows>()
  /** Are all rows of data files wanted? Else a format lets go of those that the document does not show. */
  readonly keepsAllRows: boolean

  constructor({ keepsAllRows = false }: { readonly keepsAllRows?: boolean } = {}) {
    this.keepsAllRows = keepsAllRows
  }

  /** How many characters stand in the text so far. */
  get length(): number {
    return this.#length
  }

  /** How many blocks there are so far. */
  get blockCount(): number {
    return this.#root.length
  }

  hasNote(code: NoteCode): boolean {
    return this.#notes.some((note) => note.code === code)
  }

  get hasNotes(): boolean {
    return this.#notes.length > 0
  }

  /** Page `number` (from 1) begins: lines and cells that tell no place of their own stand on it. */
  page(number: number): void {
    this.#page = number
    this.#pages = Math.max(this.#pages ?? 0, number)
  }

  /** Everything written inside stands in this place, whatever its lines tell: words that were recognised in a picture. */
  within(place: Place, write: () => void): void {
    this.#within = place
    try {
      write()
    } finally {
      this.#within = null
    }
  }

  /** How many pages there are, where that is more than were begun. */
  pages(count: number): void {
    this.#pages = count
  }

  heading(level: number, lines: Lines): Span | null {
    return this.#simple(lines, (span) => ({ kind: 'heading', level, ...span }))
  }

  paragraph(lines: Lines): Span | null {
    return this.#simple(lines, (span) => ({ kind: 'paragraph', ...span }))
  }

  /** What is printed around the letter: page heads and feet, menus of a site. */
  furniture(lines: Lines): Span | null {
    return this.#simple(lines, (span) => ({ kind: 'furniture', ...span }))
  }

  /** A point of a list; `level` counts from 1. Its label, as printed, is written before its words with a space between. */
  item(label: string | null, level: number, lines: Lines): Span | null {
    const printed = label === null ? '' : inOneLine(label).text
    const written = tidied(lines)
    if (written.length === 0 && printed === '') return null
    this.#begin('item')
    const start = this.#length
    if (printed !== '') this.#push(printed)
    const labelSpan = printed === '' ? null : { start, end: this.#length }
    if (printed !== '' && written.length > 0) this.#push(' ')
    this.#lines(written, start)
    return this.#close({ kind: 'item', level, label: labelSpan, start, end: this.#length })
  }

  /** A table: each row one line. Rows without a single cell are left out. */
  table({ caption = null, headRows = 0, rows }: TableWords): Span | null {
    const captionSpan = caption === null ? null : this.paragraph(caption)
    if (!rows.some(hasWords)) return captionSpan
    this.#begin('table')
    const start = this.#length
    const written = this.#rows(rows)
    return this.#close({ kind: 'table', caption: captionSpan, headRows, rows: written, start, end: this.#length })
  }

  /** A table too long to be read as a letter is: its head and first rows. */
  dataFile({ headRows, rows, rowCount, sheet }: DataFileWords, all: AllRows): Span | null {
    if (!rows.some(hasWords)) return null
    this.#begin('data_file')
    const start = this.#length
    if (this.keepsAllRows) this.#allRows.set(start, all)
    const written = this.#rows(rows)
    return this.#close({ kind: 'data_file', headRows, rows: written, rowCount, sheet, start, end: this.#length })
  }

  /** All rows of the data file that begins here; null where they were not kept. */
  allRowsAt(start: number): AllRows | null {
    return this.#allRows.get(start) ?? null
  }

  /** Everything written inside stands in one block of earlier mail. */
  quoted(write: () => void): Span | null {
    const around = this.#blocks
    const inner: Block[] = []
    this.#last = null
    this.#blocks = inner
    try {
      write()
    } finally {
      this.#blocks = around
      this.#last = 'quoted'
    }
    const [first] = inner
    if (!first) return null
    return this.#close({ kind: 'quoted', blocks: inner, start: first.start, end: this.#length })
  }

  /**
   * Sets blocks apart as earlier mail after they were written, where only what follows tells. `choose` sees the blocks
   * from number `first` on, and says of each whether it is.
   */
  setApart(first: number, choose: (blocks: readonly BlockWords[]) => readonly boolean[]): void {
    const text = this.#parts.join('')
    const written = this.#root.splice(first)
    const chosen = choose(written.map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) })))
    for (const [index, block] of written.entries()) {
      const last = this.#root.at(-1)
      if (!chosen[index]) this.#root.push(block)
      else if (chosen[index - 1] && last?.kind === 'quoted')
        this.#root.splice(-1, 1, { ...last, blocks: [...last.blocks, ...insideOf(block)], end: block.end })
      else this.#root.push({ kind: 'quoted', blocks: insideOf(block), start: block.start, end: block.end })
    }
  }

  /** Where these words stand first in what was written; null where they do not, or are too few to tell. */
  find(words: string): Span | null {
    const sought = inOneLine(words).text
    if (sought.length < 3) return null
    const start = this.#parts.join('').indexOf(sought)
    return start === -1 ? null : { start, end: start + sought.length }
  }

  /** Leaves a note; its code is one of `noteMeanings`, its message a sentence. */
  note(code: NoteCode, message: string, where: { readonly place?: Place; readonly span?: Span } = {}): void {
    this.#notes.push({ code, message, place: where.place ?? null, span: where.span ?? null })
  }

  /** What was written so far. */
  finish(): Written {
    const text = this.#parts.join('')
    return {
      pages: this.#pages,
      ocr: this.#ocr,
      text,
      blocks: this.#root,
      places: this.#places,
      bold: this.#bold.map((span) => trimmed(text, span)),
      links: this.#links.map((link) => ({ ...trimmed(text, link), href: link.href })),
      notes: this.#notes,
    }
  }

  #simple(lines: Lines, block: (span: Span) => Block): Span | null {
    const written = tidied(lines)
    if (written.length === 0) return null
    this.#begin(block({ start: 0, end: 0 }).kind)
    const start = this.#length
    this.#lines(written, start)
    return this.#close(block({ start, end: this.#length }))
  }

  #begin(kind: Block['kind']): void {
    if (this.#length === 0) return
    this.#push(kind === 'item' && this.#last === 'item' ? '\n' : '\n\n')
  }

  #close(block: Block): Span {
    this.#blocks.push(block)
    this.#last = block.kind
    return { start: block.start, end: block.end }
  }

  /** Writes lines; the first one's place begins at `from`, where a label may already stand. */
  #lines(lines: readonly TidyLine[], from: number): void {
    lines.forEach((line, index) => {
      if (index > 0) this.#push('\n')
      this.#placed(line, line.runs, index === 0 ? from : this.#length)
    })
  }

  #rows(rows: readonly (readonly CellWords[])[]): readonly Row[] {
    const written: Row[] = []
    for (const cells of rows) {
      if (cells.length === 0) continue
      if (written.length > 0) this.#push('\n')
      const start = this.#length
      const row = cells.map((cell, index) => this.#cell(cell, index))
      written.push({ start, end: this.#length, cells: row })
    }
    return written
  }

  #cell(cell: CellWords, index: number): Cell {
    if (index > 0) this.#push('\t')
    const start = this.#length
    this.#placed(cell, inOneLine(cell.words).runs, start)
    return { start, end: this.#length, columns: cell.columns ?? 1, rows: cell.rows ?? 1 }
  }

  /** Writes runs whose place begins at `from`: that of the whole line, or of each word where it has one of its own. */
  #placed(line: Pick<Line, 'place' | 'ocr'>, runs: readonly Run[], from: number): void {
    const isByWords = runs.some(({ place }) => place)
    let start = from
    for (const run of runs) {
      this.#run(run)
      if (!isByWords || !run.place) continue
      this.#place(run, { start, end: this.#length })
      start = this.#length
    }
    if (!isByWords) this.#place(line, { start: from, end: this.#length })
  }

  #run(run: Run): void {
    const start = this.#length
    this.#push(run.text)
    const span = { start, end: this.#length }
    if (run.bold && run.text.trim() !== '') this.#addBold(span)
    if (run.href && run.text.trim() !== '') this.#links.push({ ...span, href: run.href })
  }

  #addBold(span: Span): void {
    const last = this.#bold.at(-1)
    if (last?.end === span.start) this.#bold[this.#bold.length - 1] = { start: last.start, end: span.end }
    else this.#bold.push(span)
  }

  #place({ place, ocr = null }: Pick<Line, 'place' | 'ocr'>, span: Span): void {
    const where =
      this.#within ?? place ?? (this.#page === null ? null : ({ kind: 'page', page: this.#page, box: null } as const))
    if (ocr !== null) this.#ocr = true
    if (where === null || span.start === span.end) return
    if (where.kind === 'page') this.#pages = Math.max(this.#pages ?? 0, where.page)
    this.#places.push({ ...span, place: where, ocr })
  }

  #push(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

function insideOf(block: Block): readonly Block[] {
  return block.kind === 'quoted' ? block.blocks : [block]
}

function hasWords(cells: readonly CellWords[]): boolean {
  return cells.some(({ words }) => inOneLine(words).text !== '')
}
