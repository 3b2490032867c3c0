import { Bytes } from '../bytes.ts'
import { sprm } from '../sprms.ts'
import type { NumberedLists } from './lists.ts'

/**
 * How long the value of each property is, by the one byte that Word 6 and 95 call it by; "b" and "w" have their length before them,
 * in a byte or in two. Others have one byte.
 */
const lengths: Readonly<Record<number, number | 'b' | 'w'>> = {
  ...all(0, [0]),
  ...all(
    2,
    [2, 16, 17, 18, 19, 21, 22, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 45, 46, 47, 48, 49],
  ),
  ...all(2, [69, 72, 80, 93, 96, 97, 99, 101, 107, 109, 110, 111, 112, 113, 114, 121, 122, 123, 124]),
  ...all(2, [140, 141, 144, 145, 148, 149, 154, 155, 156, 157, 160, 161, 164, 165, 166, 167, 168, 169, 170, 171]),
  ...all(2, [182, 183, 184, 189, 195, 197, 198]),
  ...all(3, [73, 95, 136, 137]),
  ...all(4, [20, 70, 192, 194, 196, 200]),
  ...all(5, [193, 199]),
  ...all(12, [187]),
  ...all(0, [52, 83]),
  ...all('b', [3, 12, 15, 23, 64, 68, 74, 81, 82, 103, 105, 106, 108, 120, 133, 188, 191]),
  ...all('w', [190]),
}

function all<Length>(length: Length, codes: readonly number[]): Record<number, Length> {
  return Object.fromEntries(codes.map((code) => [code, length]))
}

/** The properties in a list of Word 6 or 95, in order; a list that leads outside itself ends. */
export function* oldPropertiesIn(list: Bytes): Generator<{ readonly code: number; readonly value: Bytes }> {
  let at = 0
  while (at < list.length) {
    const code = list.u8(at)
    const told = lengths[code] ?? 1
    const head = told === 'b' ? 2 : told === 'w' ? 3 : 1
    const length = told === 'b' ? list.u8(at + 1) : told === 'w' ? Math.max(0, list.u16(at + 1) - 1) : told
    if (at + head + length > list.length) return
    if (code !== 0) yield { code, value: list.slice(at + head, at + head + length) }
    at += head + length
  }
}

/** Properties that Word calls otherwise since 97, and keeps in the same way. */
const sameSince97: Readonly<Record<number, number>> = {
  24: sprm.inTable,
  25: sprm.rowEnd,
  47: sprm.paragraphShadeOld,
  65: sprm.deleted,
  66: sprm.inserted,
  80: sprm.characterStyle,
  85: sprm.bold,
  92: sprm.vanish,
  93: sprm.font,
  98: sprm.colourIndex,
  104: sprm.raised,
  117: sprm.special,
  186: sprm.tableHead,
}

/** A list of properties as Word has it since 97; the number of the style before those of a paragraph stays. */
export function listSince97(list: Bytes, kind: 'characters' | 'paragraphs', lists: NumberedLists): Bytes {
  const start = kind === 'paragraphs' ? 2 : 0
  const parts: Buffer[] = [list.slice(0, start).buffer]
  let pattern: Bytes | null = null
  let level: number | null = null
  for (const { code, value } of oldPropertiesIn(list.slice(start, list.length))) {
    const now = sameSince97[code]
    if (now !== undefined) parts.push(property(now, value.buffer))
    else if (code === 12) pattern = value
    else if (code === 13) level = value.u8(0)
    else if (code === 74) parts.push(property(sprm.symbol, symbol(value)))
    else if (code === 190) parts.push(tableDefinition(value))
  }
  if (level === 0) parts.push(property(sprm.list, word(0)))
  else if (pattern !== null && (level === null || level >= 10))
    parts.push(property(sprm.list, word(lists.add(pattern))))
  return new Bytes(Buffer.concat(parts))
}

function property(code: number, value: Buffer): Buffer {
  return Buffer.concat([word(code), value])
}

function word(number: number): Buffer {
  return Buffer.from([number & 0xff, number >>> 8])
}

function symbol(value: Bytes): Buffer {
  return Buffer.concat([word(value.u16(0)), word(value.u8(2))])
}

/** What is told of each cell has ten bytes, and twenty since 97; the first two mean the same. */
function tableDefinition(value: Bytes): Buffer {
  const count = value.u8(0)
  const cells = 1 + 2 * (count + 1)
  const edges = value.slice(0, cells).buffer
  const told = Array.from({ length: count }, (_, index) => {
    const cell = Buffer.alloc(20)
    cell.writeUInt16LE(value.u16(cells + 10 * index) & 3, 0)
    return cell
  })
  const whole = Buffer.concat([edges, ...told])
  return Buffer.concat([word(sprm.tableDefinition), word(whole.length + 1), whole])
}
