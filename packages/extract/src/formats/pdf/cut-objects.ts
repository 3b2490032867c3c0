import { constants, inflateSync } from 'node:zlib'

/** One object of a file without its end. */
export interface PdfObject {
  readonly number: number
  /** How it begins. */
  readonly head: string
  /** Where its stream begins; null where it has none. */
  readonly stream: number | null
  /** Its end is there too. */
  readonly isWhole: boolean
}

/** "12 0 R": another object is meant. */
export const reference = /(?<!\d)(\d{1,9}) {1,4}\d{1,5} {1,4}R\b/g

/** The objects that stand in a file as they are, in their order. */
export function objectsIn(file: string): readonly PdfObject[] {
  const lastEnd = file.lastIndexOf('endobj')
  return Array.from(
    file.matchAll(/(?<!\d)(\d{1,9})\s{1,4}\d{1,5}\s{1,4}obj\b/g),
    ({ 0: mark, 1: number = '', index }) => {
      const after = index + mark.length
      const begin = file.slice(after, after + longestHead)
      const [object = ''] = begin.split('endobj', 1)
      const stream = /\bstream\r?\n?/.exec(object)
      return {
        number: Number(number),
        head: stream ? object.slice(0, stream.index) : object,
        stream: stream ? after + stream.index + stream[0].length : null,
        isWhole: after <= lastEnd,
      }
    },
  )
}

/** The dictionary of a page is no longer than this. */
const longestHead = 4096

/**
 * The objects that were packed into streams, each as it would have stood in the file by itself: newer programs pack all that is no picture,
 * page's drawing or font.
 */
export function unpacked(bytes: Uint8Array, objects: readonly PdfObject[]): string {
  let left = mostUnpacked
  const found: string[] = []
  for (const { head, stream } of objects) {
    if (stream === null || left <= 0 || !/\/Type\s{0,4}\/ObjStm\b/.test(head) || !head.includes('/FlateDecode'))
      continue
    const source = inflated(bytes.subarray(stream), left)
    const first = Number(/\/First\s{1,4}(\d{1,9})/.exec(head)?.[1] ?? Number.NaN)
    if (source === null || Number.isNaN(first)) continue
    left -= source.length
    found.push(...packedIn(source, first))
  }
  return found.join('')
}

const mostUnpacked = 20 * 1024 * 1024

/** A list of numbers and places, then the objects. The last one may be cut. */
function packedIn(source: string, first: number): readonly string[] {
  const told = source.slice(0, first).trim().split(/\s+/).map(Number)
  return told.flatMap((number, index) => {
    if (index % 2 === 1) return []
    const from = first + (told[index + 1] ?? Number.NaN)
    const to = index + 3 < told.length ? first + (told[index + 3] ?? Number.NaN) : source.length
    const isThere =
      Number.isInteger(number) && from < to && to <= source.length && (to < source.length || isClosed(source))
    return isThere ? [`\n${number} 0 obj\n${source.slice(from, to)}\nendobj\n`] : []
  })
}

function isClosed(source: string): boolean {
  return /[>\])]$/.test(source.trimEnd())
}

/** A stream that draws words. */
export interface Stream {
  readonly number: number
  readonly source: string
}

/** The streams that draw words, unfolded as far as they go. */
export function wordsIn(bytes: Uint8Array, objects: readonly PdfObject[]): readonly Stream[] {
  const found: Stream[] = []
  let left = mostWords
  for (const { number, head, stream } of objects) {
    // Pictures, fonts and lists of objects tell their kind.
    if (stream === null || left <= 0 || /\/(?:Type|Subtype|Length1|Length2|FunctionType)\b/.test(head)) continue
    const source = head.includes('/FlateDecode')
      ? inflated(bytes.subarray(stream), left)
      : head.includes('/Filter')
        ? null
        : asItStands(bytes, stream)
    left -= source?.length ?? 0
    if (source !== null && /\bBT\b/.test(source) && /\bTf\b/.test(source) && /T[jJ]/.test(source))
      found.push({ number, source })
  }
  return found
}

const mostWords = 50 * 1024 * 1024

function asItStands(bytes: Uint8Array, from: number): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.indexOf('endstream', from, 'latin1')
  return file.toString('latin1', from, Math.min(end === -1 ? file.length : end, from + mostWords))
}

function inflated(bytes: Uint8Array, most: number): string | null {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most }).toString('latin1')
  } catch {
    return null
  }
}
