import type { Bytes } from './bytes.ts'

/** One property ("sprm"): what it sets, and where its value stands. */
export interface Property {
  readonly code: number
  readonly value: Bytes
}

/** The properties in a list of them, in order; a list that leads outside itself ends. */
export function* propertiesIn(list: Bytes): Generator<Property> {
  let at = 0
  while (at + 2 <= list.length) {
    const code = list.u16(at)
    at += 2
    const [length, head] = lengthOf(code, list, at)
    at += head
    if (at + length > list.length) return
    yield { code, value: list.slice(at, at + length) }
    at += length
  }
}

/** How long a value is, and how many bytes before it say so. */
function lengthOf(code: number, list: Bytes, at: number): readonly [number, number] {
  switch (code >>> 13) {
    case 0:
    case 1:
      return [1, 0]
    case 2:
    case 4:
    case 5:
      return [2, 0]
    case 3:
      return [4, 0]
    case 7:
      return [3, 0]
    default:
      if (code === sprm.tableDefinition) return [Math.max(0, list.u16(at) - 1), 2]
      if (code === 0xc615 && list.u8(at) === 255) return [(list.u8(at + 1) * 4 + list.u8(at + 2) * 3 + 2) & 0xffff, 1]
      return [list.u8(at), 1]
  }
}

/** The properties that are looked at. */
export const sprm = {
  deleted: 0x0800,
  inserted: 0x0801,
  bold: 0x0835,
  vanish: 0x083c,
  special: 0x0855,
  picture: 0x6a03,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  raised: 0x2a48,
  colourIndex: 0x2a42,
  colour: 0x6870,
  highlight: 0x2a0c,
  shadeOld: 0x4866,
  shade: 0xca71,
  font: 0x4a4f,
  paragraphStyle: 0x4600,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  listLevel: 0x260a,
  list: 0x460b,
  paragraphShade: 0xc64d,
  paragraphShadeOld: 0x442d,
  hugeOld: 0x6645,
  huge: 0x6646,
  tableDefinition: 0xd608,
  tableHead: 0x3404,
  verticalMerge: 0xd62b,
  horizontalMerge: 0x5624,
} as const
