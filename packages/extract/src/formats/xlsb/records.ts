import { Bytes } from '../doc/bytes.ts'

/** One record of a part of a binary workbook: its kind, and what it holds. */
export interface BookRecord {
  readonly kind: number
  readonly body: Bytes
}

/** The kinds of records that are looked at, by the names they have in MS-XLSB. */
export const kinds = {
  rowHead: 0,
  blank: 1,
  rk: 2,
  error: 3,
  bool: 4,
  real: 5,
  text: 6,
  shared: 7,
  formulaText: 8,
  formulaReal: 9,
  formulaBool: 10,
  formulaError: 11,
  shortBlank: 12,
  shortReal: 16,
  shortShared: 18,
  sharedItem: 19,
  format: 44,
  look: 47,
  column: 60,
  richText: 62,
  size: 148,
  bookSettings: 153,
  sheet: 156,
  merge: 176,
  externalCellFirst: 368,
  externalCellLast: 371,
  link: 494,
  beginLooks: 617,
  endLooks: 618,
  comment: 635,
} as const

/** The records of a part, one after the other, each with its kind and its length before it; one that leads outside the part ends it. */
export function* recordsOf(part: Uint8Array | undefined): Generator<BookRecord> {
  const bytes = new Bytes(Buffer.from(part?.buffer ?? new ArrayBuffer(0), part?.byteOffset, part?.byteLength ?? 0))
  let at = 0
  while (at < bytes.length) {
    const low = bytes.u8(at)
    const isLong = low >= 0x80
    const kind = isLong ? (low & 0x7f) | ((bytes.u8(at + 1) & 0x7f) << 7) : low
    at += isLong ? 2 : 1
    let length = 0
    for (let step = 0; step < 4; step += 1) {
      const digit = bytes.u8(at)
      at += 1
      length |= (digit & 0x7f) << (7 * step)
      if (digit < 0x80) break
    }
    if (at + length > bytes.length) return
    yield { kind, body: bytes.slice(at, at + length) }
    at += length
  }
}

/** Words with their length before them, and where they end; none where the length is that of "no words at all". */
export function wideText(bytes: Bytes, at: number): { readonly text: string; readonly end: number } {
  const length = bytes.u32(at)
  if (length === 0xffffffff) return { text: '', end: at + 4 }
  const end = Math.min(bytes.length, at + 4 + 2 * Math.min(length, bytes.length))
  return { text: bytes.buffer.subarray(at + 4, Math.max(at + 4, end)).toString('utf16le'), end }
}

/** A number packed into four bytes: a whole one or the upper half of a long one, or the hundredth of either. */
export function packedNumber(bytes: Bytes, at: number): number {
  const packed = bytes.i32(at)
  const number = (packed & 2) === 0 ? upperHalf(packed & ~3) : packed >> 2
  return (packed & 1) === 0 ? number : number / 100
}

function upperHalf(half: number): number {
  const bytes = Buffer.alloc(8)
  bytes.writeInt32LE(half, 4)
  return bytes.readDoubleLE(0)
}

export function longNumber(bytes: Bytes, at: number): number {
  return at + 8 <= bytes.length ? bytes.buffer.readDoubleLE(at) : 0
}
