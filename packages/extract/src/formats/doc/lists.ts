import { countedLists, type Level, type List } from '../docx/counting.ts'
import type { PrintedLabel } from '../html/labels.ts'
import type { Bytes } from './bytes.ts'

/** The label of the next point of a list, by the number of the list and its level; null where none is printed. */
export function labelsOf(lists: Bytes, overrides: Bytes): (list: number, level: number) => PrintedLabel | null {
  const patterns = patternsIn(lists)
  const counted = countedLists(listsIn(overrides, patterns))
  return (list, level) => counted(String(list), level)
}

/** Patterns by their ids: nine levels, or one. The levels stand behind the table, in its order. */
function patternsIn(bytes: Bytes): ReadonlyMap<number, readonly (Level | undefined)[]> {
  const patterns = new Map<number, readonly (Level | undefined)[]>()
  const count = Math.min(bytes.u16(0), 4095)
  let at = 2 + 28 * count
  for (let index = 0; index < count && at < bytes.length; index += 1) {
    const head = 2 + 28 * index
    const isSimple = (bytes.u8(head + 26) & 1) === 1
    const levels: Level[] = []
    for (let level = 0; level < (isSimple ? 1 : 9) && at < bytes.length; level += 1) {
      const [read, next] = levelAt(bytes, at)
      levels.push(read)
      at = next
    }
    patterns.set(bytes.u32(head), levels)
  }
  return patterns
}

/** A level, and where the next one begins. */
function levelAt(bytes: Bytes, at: number): readonly [Level, number] {
  const flags = bytes.u8(at + 5)
  const text = at + 28 + bytes.u8(at + 24) + bytes.u8(at + 25)
  const length = Math.min(bytes.u16(text), 255)
  const format = formats[bytes.u8(at + 4)] ?? 'decimal'
  let printed = ''
  for (let index = 0; index < length; index += 1) {
    const code = bytes.u16(text + 2 + 2 * index)
    printed += code < 9 ? `%${code + 1}` : String.fromCharCode(code)
  }
  return [
    {
      start: Math.min(Math.max(bytes.i32(at), 0), 999_999),
      format,
      text: printed,
      style: null,
      legal: (flags & 4) !== 0,
      goesOn: (flags & 8) !== 0,
    },
    text + 2 + 2 * bytes.u16(text),
  ]
}

/** Lists by their numbers, from 1: each follows a pattern, and may begin its levels elsewhere. */
function listsIn(
  bytes: Bytes,
  patterns: ReadonlyMap<number, readonly (Level | undefined)[]>,
): ReadonlyMap<string, List> {
  const lists = new Map<string, List>()
  const count = Math.min(bytes.u32(0), 4095)
  let at = 4 + 16 * count
  for (let index = 0; index < count; index += 1) {
    const head = 4 + 16 * index
    const id = bytes.u32(head)
    const levels = [...(patterns.get(id) ?? [])]
    const restarts: (number | undefined)[] = []
    at += 4
    for (let override = 0; override < Math.min(bytes.u8(head + 12), 9) && at < bytes.length; override += 1) {
      const start = bytes.i32(at)
      const flags = bytes.u32(at + 4)
      const level = flags & 0x0f
      at += 8
      if ((flags & 0x20) !== 0) {
        const [read, next] = levelAt(bytes, at)
        if (level < 9) levels[level] = read
        at = next
      } else if ((flags & 0x10) !== 0 && level < 9 && start >= 0 && start < 1_000_000) restarts[level] = start
    }
    if (patterns.has(id)) lists.set(String(index + 1), { counter: String(id), levels, restarts })
  }
  return lists
}

/** Word's numbers for ways of counting, as DOCX calls them. */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  22: 'decimalZero',
  23: 'bullet',
  255: 'none',
}
