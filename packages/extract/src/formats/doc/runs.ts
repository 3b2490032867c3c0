import { type Bytes, plcOf } from './bytes.ts'

/** Properties by the places of bytes in the file that they hold for. */
export interface Stretches {
  /** The list of properties of what stands at a place; null where there is none. */
  readonly at: (place: number) => Bytes | null
  /** The first place behind this one where another stretch begins. */
  readonly end: (place: number) => number
}

const page = 512

/** How a generation of Word lays out its tables of properties. */
export interface Layout {
  /** How many bytes the number of a page has. */
  readonly pageNumber: 2 | 4
  /** How many bytes are told of each stretch of paragraphs in a page. */
  readonly paragraphEntry: 7 | 13
  /** A list of properties as Word has it since 97. */
  readonly listOf: (list: Bytes, kind: 'characters' | 'paragraphs') => Bytes
}

export const since97: Layout = { pageNumber: 4, paragraphEntry: 13, listOf: (list) => list }

/**
 * Properties stand in pages of 512 bytes: places, one more than stretches, and behind them where in the page each one's
 * list is. `table` leads to the pages.
 */
export function stretchesOf(table: Bytes, file: Bytes, kind: 'characters' | 'paragraphs', layout = since97): Stretches {
  const { places, entry, bytes } = plcOf(table, layout.pageNumber)
  const pages = new Map<number, PageOfProperties>()
  const pageAt = (place: number): PageOfProperties | null => {
    const index = indexAt(places, place)
    if (index === -1) return null
    const number = layout.pageNumber === 2 ? bytes.u16(entry(index)) : bytes.u32(entry(index)) & 0x3fffff
    const known = pages.get(number) ?? pageOf(file.slice(number * page, (number + 1) * page), kind, layout)
    pages.set(number, known)
    return known
  }
  return {
    at: (place) => {
      const here = pageAt(place)
      const index = here ? indexAt(here.places, place) : -1
      return here?.lists[index] ?? null
    },
    end: (place) => {
      const here = pageAt(place)
      const index = here ? indexAt(here.places, place) : -1
      return here?.places[index + 1] ?? Number.POSITIVE_INFINITY
    },
  }
}

interface PageOfProperties {
  readonly places: readonly number[]
  readonly lists: readonly (Bytes | null)[]
}

function pageOf(bytes: Bytes, kind: 'characters' | 'paragraphs', layout: Layout): PageOfProperties {
  const count = Math.min(bytes.u8(page - 1), 101)
  const size = kind === 'characters' ? 1 : layout.paragraphEntry
  return {
    places: Array.from({ length: count + 1 }, (_, index) => bytes.u32(4 * index)),
    lists: Array.from({ length: count }, (_, index) => {
      const at = 2 * bytes.u8(4 * (count + 1) + size * index)
      return at === 0 ? null : layout.listOf(listAt(bytes, at, kind, layout), kind)
    }),
  }
}

/** A list says its length before it: in bytes for characters, in pairs of them for paragraphs, where a 0 since 97 has the length behind it. */
function listAt(bytes: Bytes, at: number, kind: 'characters' | 'paragraphs', layout: Layout): Bytes {
  const length = bytes.u8(at)
  if (kind === 'characters') return bytes.slice(at + 1, at + 1 + length)
  if (layout !== since97) return bytes.slice(at + 1, at + 1 + 2 * length)
  return length === 0 ? bytes.slice(at + 2, at + 2 + 2 * bytes.u8(at + 1)) : bytes.slice(at + 1, at + 2 * length)
}

/** The last place that is not behind the one sought; -1 where it lies outside. */
function indexAt(places: readonly number[], sought: number): number {
  let low = 0
  let high = places.length - 1
  if (high < 1 || sought < (places[0] ?? 0) || sought >= (places[high] ?? 0)) return -1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) <= sought) low = middle
    else high = middle
  }
  return low
}
