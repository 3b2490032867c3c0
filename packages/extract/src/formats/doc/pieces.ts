import { type Bytes, plcOf } from './bytes.ts'

/** A stretch of the text as it lies in the file. */
export interface Piece {
  /** Its first and last character, counted from the beginning of the first text. */
  readonly from: number
  readonly to: number
  /** Where its bytes begin. */
  readonly at: number
  /** One byte a character (Windows-1252), or two (UTF-16). */
  readonly width: 1 | 2
  /** Changes that were saved in haste, and apply to all of it. */
  readonly changes: Bytes | null
  /** Words of one byte each are Windows-1252, but where Word for the Mac wrote them. */
  readonly isOfMac?: boolean
}

/** The table of pieces: what order the bytes of the file are read in. */
export function piecesOf(table: Bytes, age: 'since 97' | 'before 97' = 'since 97'): readonly Piece[] {
  const changes: Bytes[] = []
  let at = 0
  while (at < table.length && table.u8(at) === 1) {
    const length = table.u16(at + 1)
    changes.push(table.slice(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (table.u8(at) !== 2) return []
  const { places, entry, bytes } = plcOf(table.slice(at + 5, at + 5 + table.u32(at + 1)), 8)
  const pieces: Piece[] = []
  let last = 0
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from = 0, to = 0] = [places[index], places[index + 1]]
    if (from !== last || to <= from || to > mostCharacters) break
    last = to
    const place = bytes.u32(entry(index) + 2)
    const isOld = age === 'before 97'
    const isNarrow = isOld || (place & 0x40000000) !== 0
    const modifier = bytes.u16(entry(index) + 6)
    pieces.push({
      from,
      to,
      at: isNarrow && !isOld ? (place & 0x3fffffff) >>> 1 : place,
      width: isNarrow ? 1 : 2,
      changes: (modifier & 1) === 1 ? (changes[modifier >>> 1] ?? null) : null,
    })
  }
  return pieces
}

/** More than the words of any letter, and less than hurts. */
const mostCharacters = 50_000_000

const windows1252 = new TextDecoder('windows-1252')
const macintosh = new TextDecoder('macintosh')
const utf16 = new TextDecoder('utf-16le')

/** The characters of a piece; what lies outside the file is missing. */
export function textOf({ from, to, at, width, isOfMac = false }: Piece, file: Bytes): string {
  const bytes = file.slice(at, at + (to - from) * width).buffer
  // One character for each byte, or pair: places are counted in them.
  if (width === 1) return (isOfMac ? macintosh : windows1252).decode(bytes)
  return utf16.decode(bytes.subarray(0, bytes.length & ~1))
}
