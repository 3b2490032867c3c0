import type { Bytes } from '../doc/bytes.ts'
import { type Atom, atomAt, atomsIn, firstIn } from './atoms.ts'

/** Kinds of records of drawings, by the names they have in MS-ODRAW. */
export const artKinds = {
  drawings: 0xf000,
  store: 0xf001,
  group: 0xf003,
  shape: 0xf004,
  entry: 0xf007,
  about: 0xf00a,
  properties: 0xf00b,
  moreProperties: 0xf122,
  words: 0xf00d,
  childPlace: 0xf00f,
  client: 0xf011,
} as const

/** Where pictures lie, by the numbers shapes call them by, from 1: in the store itself, or in `apart`, where its entries lead. */
export function picturesIn(drawings: Atom | null, apart: Bytes): readonly (() => Uint8Array | null)[] {
  const store = firstIn(drawings, artKinds.store)
  if (store === null) return []
  const pictures: (() => Uint8Array | null)[] = []
  for (const entry of atomsIn(store.body)) {
    pictures.push(() => pictureOf(entry, apart))
    if (pictures.length >= mostPictures) break
  }
  return pictures
}

/** More than any file of pages shows. */
const mostPictures = 10_000

/** The bytes of a picture as a file of its own (JPEG, PNG, TIFF); null for drawings, and for what is missing. */
export function pictureOf(atom: Atom | null, apart: Bytes | null): Uint8Array | null {
  if (atom === null) return null
  if (atom.kind !== artKinds.entry) return ofBlip(atom)
  const inside = atomAt(atom.body, entryHead + atom.body.u8(33))
  return ofBlip(inside ?? (apart === null ? null : atomAt(apart, atom.body.u32(28))))
}

/** An entry says how its picture is kept, 36 bytes, then its name; the picture may follow. */
const entryHead = 36

/** Its marks, 16 bytes each, and a byte stand before the picture; it has a second mark where its number is odd. */
function ofBlip(blip: Atom | null): Uint8Array | null {
  if (blip === null || !raster.has(blip.kind)) return null
  const marks = 16 * (1 + (blip.instance & 1))
  const { buffer } = blip.body.slice(marks + 1, blip.body.length)
  return buffer.length === 0 ? null : new Uint8Array(buffer)
}

/** JPEG, PNG, TIFF, and JPEG in the colours of print. */
const raster: ReadonlySet<number> = new Set([0xf01d, 0xf01e, 0xf029, 0xf02a])

/** One property of a shape, by its number; null where the shape does not have it. */
export function propertyOf(shape: Atom, kind: number, number: number): number | null {
  for (const each of atomsIn(shape.body)) {
    if (each.kind !== kind) continue
    for (let index = 0; index < each.instance && 6 * index + 6 <= each.body.length; index += 1)
      if ((each.body.u16(6 * index) & 0x3fff) === number) return each.body.u32(6 * index + 2)
  }
  return null
}

/** The number of the picture that a shape shows, from 1; null where it shows none. */
export function pictureNumber(shape: Atom): number | null {
  return propertyOf(shape, artKinds.properties, 0x0104)
}
