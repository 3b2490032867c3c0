import { constants, inflateRawSync } from 'node:zlib'
import { UnreadableError } from '../format.ts'
import { limits } from '../limits.ts'

/** A file of an archive whose end is missing, as its own head tells of it. */
export interface FileBefore {
  readonly name: string
  /** What of it unfolds; null where it is locked, or packed in a way that needs the lost list of contents. */
  readonly bytes: Uint8Array | null
  /** Does it end before its end? */
  readonly isCut: boolean
}

/** Has a ZIP no list of contents that it leads to? The list stands at its end, and goes when the file is cut. */
export function isWithoutList(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.subarray(0, 4).equals(mark(fileMark))) return false
  const from = Math.max(0, file.length - longestEnd)
  for (
    let at = file.lastIndexOf(mark(endMark));
    at >= from;
    at = at === 0 ? -1 : file.lastIndexOf(mark(endMark), at - 1)
  ) {
    if (at + 22 > file.length) continue
    const [entries, list] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 16)]
    // What stands in a ZIP may be a ZIP, and have a list that leads elsewhere.
    if (entries === 0 || list === 0xffffffff || file.subarray(list, list + 4).equals(mark(listMark))) return false
  }
  return true
}

/**
 * The files of an archive without a list of contents, by the heads that stand before each of them; of the last one what
 * there is. No more is unfolded in all than is allowed.
 */
export function filesBefore(bytes: Uint8Array, file: string, allowed: number): readonly FileBefore[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found: FileBefore[] = []
  let left = allowed
  for (let at = buffer.indexOf(mark(fileMark)); at !== -1 && found.length < limits.entries; ) {
    const head = headAt(buffer, at)
    if (head === null) break
    const { end, ...unfolded } = unfold(buffer, head, left)
    if (left < (unfolded.bytes?.length ?? 0)) throw tooLarge(file, allowed)
    left -= unfolded.bytes?.length ?? 0
    if (!head.name.endsWith('/')) found.push({ name: head.name, ...unfolded })
    at = buffer.indexOf(mark(fileMark), end)
  }
  return found
}

/** The names in such an archive, without unfolding anything. */
export function namesBefore(bytes: Uint8Array): readonly string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = buffer.indexOf(mark(fileMark)); at !== -1 && names.length < 1000; ) {
    const head = headAt(buffer, at)
    if (head === null) break
    names.push(head.name)
    at = buffer.indexOf(mark(fileMark), head.start + (head.packed ?? 0))
  }
  return names
}

const [fileMark, listMark, endMark] = ['PK\u0003\u0004', 'PK\u0001\u0002', 'PK\u0005\u0006'] as const
/** The mark of the end, and the longest comment behind it. */
const longestEnd = 22 + 65_535

function mark(letters: string): Buffer {
  return Buffer.from(letters, 'latin1')
}

interface Head {
  readonly name: string
  readonly method: number
  readonly isLocked: boolean
  /** Where its bytes begin. */
  readonly start: number
  /** How many bytes it fills here; null where only the lost list tells. */
  readonly packed: number | null
}

function headAt(file: Buffer, at: number): Head | null {
  if (at + 30 > file.length) return null
  const flags = file.readUInt16LE(at + 6)
  const packed = file.readUInt32LE(at + 18)
  const nameEnd = at + 30 + file.readUInt16LE(at + 26)
  const isTold = (flags & 8) === 0 && packed !== 0xffffffff
  return {
    name: file.toString('utf8', at + 30, nameEnd),
    method: file.readUInt16LE(at + 8),
    isLocked: (flags & 1) === 1,
    start: nameEnd + file.readUInt16LE(at + 28),
    packed: isTold ? packed : null,
  }
}

type Unfolded = Omit<FileBefore, 'name'> & { readonly end: number }

function unfold(file: Buffer, { method, isLocked, start, packed }: Head, most: number): Unfolded {
  const end = packed === null ? file.length : start + packed
  if (isLocked || (method !== 0 && method !== 8)) return { bytes: null, isCut: end > file.length, end }
  if (method === 8) return inflated(file, start, packed, most)
  const next = packed === null ? file.indexOf(mark('PK\u0007\u0008'), start) : end
  const isCut = next === -1 || next > file.length
  const last = isCut ? file.length : next
  return { bytes: new Uint8Array(file.subarray(start, last)), isCut, end: last }
}

/** What inflates of a stream: to its own end, to its cut, or to where it breaks. */
function inflated(file: Buffer, start: number, packed: number | null, most: number): Unfolded {
  const given = file.subarray(start, packed === null ? file.length : start + packed)
  try {
    // Types do not know of `info`: it tells how many bytes the stream itself had.
    const { buffer, engine } = inflateRawSync(given, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: most + 1,
      info: true,
    }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
    const end = start + (packed ?? engine.bytesWritten)
    return { bytes: new Uint8Array(buffer), isCut: end >= file.length, end }
  } catch (cause) {
    const isTooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    return { bytes: isTooLong ? new Uint8Array(most + 1) : null, isCut: false, end: start + (packed ?? 1) }
  }
}

function tooLarge(file: string, allowed: number): UnreadableError {
  return new UnreadableError(
    'too_large',
    `Cannot open ${file}: its end is missing, and what is left would unfold to more than the ${allowed} bytes that are unfolded. Fetch it again.`,
  )
}
