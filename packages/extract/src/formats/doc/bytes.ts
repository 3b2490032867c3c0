/** Bytes read by little numbers; what lies outside the file is 0, so that a damaged one ends in odd words and not in an error. */
export class Bytes {
  readonly buffer: Buffer

  constructor(buffer: Buffer) {
    this.buffer = buffer
  }

  get length(): number {
    return this.buffer.length
  }

  u8(at: number): number {
    return this.buffer[at] ?? 0
  }

  u16(at: number): number {
    return this.u8(at) | (this.u8(at + 1) << 8)
  }

  i16(at: number): number {
    return (this.u16(at) << 16) >> 16
  }

  u32(at: number): number {
    return (this.u16(at) | (this.u16(at + 2) << 16)) >>> 0
  }

  i32(at: number): number {
    return this.u32(at) | 0
  }

  slice(from: number, to: number): Bytes {
    return new Bytes(this.buffer.subarray(Math.max(0, from), Math.max(0, to)))
  }
}

/** A table of Word ("plc"): places that grow, one more than entries, then the entries, each of the same size. */
export interface Plc {
  readonly places: readonly number[]
  /** Where in the table's bytes entry `index` begins. */
  readonly entry: (index: number) => number
  readonly bytes: Bytes
}

export function plcOf(bytes: Bytes, size: number): Plc {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)))
  const places = bytes.length < 4 ? [] : Array.from({ length: count + 1 }, (_, index) => bytes.u32(index * 4))
  return { places, entry: (index) => (count + 1) * 4 + index * size, bytes }
}
