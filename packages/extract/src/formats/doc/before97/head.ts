import type { Bytes } from '../bytes.ts'
import type { Text } from '../head.ts'

/** The head of a file of Word 6 or 95: as that since 97, and in other places. */
export interface OldHead {
  readonly isOfMac: boolean
  /** Was it saved in haste, so that its text lies in pieces? */
  readonly isInPieces: boolean
  /** Where the text begins. */
  readonly start: number
  readonly lengths: Readonly<Record<Text, number>>
  /** One of the tables, by where in the head its place is told. */
  readonly table: (at: number) => Bytes
}

/** Where in the head the places of tables are told. */
export const oldTables = {
  styles: 0x60,
  footnoteMarks: 0x68,
  footnotes: 0x70,
  sections: 0x88,
  around: 0xb0,
  characters: 0xb8,
  paragraphs: 0xc0,
  fonts: 0xd0,
  document: 0x150,
  pieces: 0x160,
  endnoteMarks: 0x1d2,
  endnotes: 0x1da,
} as const

/** The texts in the order in which they follow each other. */
export const oldTexts = [
  'body',
  'footnotes',
  'around',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'boxesAround',
] as const

export function oldHeadOf(file: Bytes): OldHead {
  return {
    isOfMac: file.u16(0x14) === 0x100,
    isInPieces: (file.u16(0x0a) & 0x04) !== 0,
    start: file.u32(0x18),
    lengths: Object.fromEntries(
      oldTexts.map((text, index) => [text, Math.max(0, file.i32(0x34 + 4 * index))]),
    ) as Record<Text, number>,
    table: (at) => {
      const [from, length] = [file.u32(at), file.u32(at + 4)]
      return from < file.length ? file.slice(from, from + length) : file.slice(0, 0)
    },
  }
}

/** The names of fonts by number, behind the length of all; each has its own length before it. */
export function oldFontsIn(table: Bytes): readonly string[] {
  const names: string[] = []
  for (let at = 2; at < table.length && names.length < 5_000; at += table.u8(at) + 1) {
    const [name = ''] = table
      .slice(at + 6, at + table.u8(at) + 1)
      .buffer.toString('latin1')
      .split('\u0000')
    names.push(name)
  }
  return names
}
