import { Bytes } from './bytes.ts'

/** The head of a Word file since 97 ("FIB"): how long its texts are, and where its tables stand. */
export interface Head {
  readonly version: number
  readonly isLocked: boolean
  /** Which of two streams holds the tables. */
  readonly tables: '0Table' | '1Table'
  /** How many characters each text has, in the order in which they follow each other. */
  readonly lengths: Readonly<Record<Text, number>>
  /** One of the tables, by its number in the head. */
  readonly table: (number: number, tables: Bytes) => Bytes
  /** The same with all that stands behind it: the levels of lists do. */
  readonly tableAndRest: (number: number, tables: Bytes) => Bytes
}

const texts = ['body', 'footnotes', 'around', 'macros', 'comments', 'endnotes', 'boxes', 'boxesAround'] as const
export type Text = (typeof texts)[number]

/** Numbers of tables in the head. */
export const tableNumbers = {
  styles: 1,
  footnoteMarks: 2,
  footnotes: 3,
  around: 11,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  pieces: 33,
  drawings: 40,
  endnoteMarks: 46,
  endnotes: 47,
  art: 50,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
} as const

const nothing = new Bytes(Buffer.alloc(0))

/** Null where the bytes are no head of Word. */
export function headOf(file: Bytes): Head | null {
  if (file.length < 0x200 || (file.u16(0) !== 0xa5ec && file.u16(0) !== 0xa5dc)) return null
  const flags = file.u16(0x0a)
  const placeOf = (number: number) => ({ from: file.u32(0x9a + 8 * number), length: file.u32(0x9e + 8 * number) })
  return {
    version: file.u16(2),
    isLocked: (flags & 0x0100) !== 0,
    tables: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    lengths: Object.fromEntries(texts.map((text, index) => [text, Math.max(0, file.i32(0x4c + 4 * index))])) as Record<
      Text,
      number
    >,
    table: (number, tables) => {
      const { from, length } = placeOf(number)
      return from < tables.length ? tables.slice(from, from + length) : nothing
    },
    tableAndRest: (number, tables) => {
      const { from, length } = placeOf(number)
      return length > 0 && from < tables.length ? tables.slice(from, tables.length) : nothing
    },
  }
}

/** Where a text begins, in characters from the beginning of the first. */
export function startOf(text: Text, { lengths }: Head): number {
  let start = 0
  for (const each of texts) {
    if (each === text) return start
    start += lengths[each]
  }
  return start
}
