import type { Bytes } from '../doc/bytes.ts'

/** One record of what the drawing parts of old Office files are made of: PowerPoint's own, and shapes and pictures in all of them. */
export interface Atom {
  readonly kind: number
  readonly instance: number
  /** Does it hold other records? */
  readonly isFolder: boolean
  readonly body: Bytes
}

const headLength = 8

/** The record that begins at a place; null where none can. What leads outside the bytes ends with them. */
export function atomAt(bytes: Bytes, at: number): Atom | null {
  if (at < 0 || at + headLength > bytes.length) return null
  const head = bytes.u16(at)
  const end = at + headLength + bytes.u32(at + 4)
  return {
    kind: bytes.u16(at + 2),
    instance: head >>> 4,
    isFolder: (head & 0x0f) === 0x0f,
    body: bytes.slice(at + headLength, Math.min(end, bytes.length)),
  }
}

/** The records in a stretch of bytes, one after the other. */
export function* atomsIn(bytes: Bytes): Generator<Atom> {
  let at = 0
  for (let atom = atomAt(bytes, at); atom !== null; atom = atomAt(bytes, at)) {
    yield atom
    at += headLength + atom.body.length
  }
}

/** The first record of a kind among those that a record holds; null where there is none. */
export function firstIn(folder: Atom | null, kind: number): Atom | null {
  if (folder === null || !folder.isFolder) return null
  for (const atom of atomsIn(folder.body)) if (atom.kind === kind) return atom
  return null
}
