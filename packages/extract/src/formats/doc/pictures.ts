import { type Atom, atomAt, atomsIn, firstIn } from '../art/atoms.ts'
import { artKinds, pictureNumber, pictureOf, picturesIn } from '../art/pictures.ts'
import type { Pasted } from '../picture/pasted.ts'
import type { Bytes } from './bytes.ts'

/** A picture in a line of text stands in the stream `data`, behind a head that may name the file it came from; null where none is there. */
export function pictureInLine(data: Bytes, at: number): Pasted {
  return () => {
    const end = at + data.u32(at)
    const start = at + data.u16(at + 4)
    const named = data.u16(at + 6) === withName ? 1 + data.u8(start) : 0
    for (const atom of atomsIn(data.slice(start + named, Math.min(end, data.length)))) {
      const picture = atom.kind === artKinds.shape ? null : pictureOf(atom, null)
      if (picture !== null) return picture
    }
    return null
  }
}

/** What a head says of a picture that came from a file. */
const withName = 0x66

/**
 * Pictures that float beside the text, in the order of the shapes that show them. `art` holds all drawings of the file (MS-DOC,
 * OfficeArtContent), `main` the bytes of the pictures, and `isAnchored` tells whether a shape stands on a page.
 */
export function floatingPictures(art: Bytes, main: Bytes, isAnchored: (shape: number) => boolean): readonly Pasted[] {
  const group = atomAt(art, 0)
  if (group?.kind !== artKinds.drawings) return []
  const stored = picturesIn(group, main)
  const shown: Pasted[] = []
  // Behind the group of all drawings stand those of the text and those of its heads and feet, each after a byte that says which.
  let at = headLength + group.body.length
  for (let drawing = atomAt(art, at + 1); drawing?.kind === drawingOf; drawing = atomAt(art, at + 1)) {
    at += 1 + headLength + drawing.body.length
    for (const shape of shapesIn(firstIn(drawing, artKinds.group), 0)) {
      const number = pictureNumber(shape)
      const picture = number === null ? undefined : stored[number - 1]
      if (picture && isAnchored(firstIn(shape, artKinds.about)?.body.u32(0) ?? 0)) shown.push(picture)
    }
  }
  return shown
}

const headLength = 8
const drawingOf = 0xf002
/** Groups within groups: more make no drawing. */
const deepest = 20

function* shapesIn(group: Atom | null, depth: number): Generator<Atom> {
  if (group === null || depth > deepest) return
  for (const atom of atomsIn(group.body)) {
    if (atom.kind === artKinds.shape) yield atom
    if (atom.kind === artKinds.group) yield* shapesIn(atom, depth + 1)
  }
}
