import { type Bytes, plcOf } from './bytes.ts'

/** Properties by the places of bytes in the file that they hold for. */
export interface Stretches {
  /** The list of properties of what stands at a place; null where there is none. */
  readonly at: (place: number) => Bytes | null
  /** The first place behind this one where another stretch begins. */
  readonly end: (place: number) => number
}

const page = 512

/**
 * Properties stand in pages of 512 bytes: places, one more than stretches, and behind them where in the page each one's
 * list is. `table` leads to the pages.
 */
export function stretchesOf(table: Bytes, file: Bytes, kind: 'characters' | 'paragraphs'): Stretches {
  const { places, entry, bytes } = plcOf(table, 4)
  const pages = new Map<number, PageOfProperties>()
  const pageAt = (place: number): PageOfProperties | null => {
    const index = indexAt(places, place)
    if (index === -1) return null
    const number = bytes.u32(entry(index)) & 0x3fffff
    const known = pages.get(number) ?? pageOf(file.slice(number * page, (number + 1) * page), kind)
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

function pageOf(bytes: Bytes, kind: 'characters' | 'paragraphs'): PageOfProperties {
  const count = Math.min(bytes.u8(page - 1), 101)
  const size = kind === 'characters' ? 1 : 13
  return {
    places: Array.from({ length: count + 1 }, (_, index) => bytes.u32(4 * index)),
    lists: Array.from({ length: count }, (_, index) => {
      const at = 2 * bytes.u8(4 * (count + 1) + size * index)
      if (at === 0) return null
      const length = bytes.u8(at)
      if (kind === 'characters') return bytes.slice(at + 1, at + 1 + length)
      return length === 0 ? bytes.slice(at + 2, at + 2 + 2 * bytes.u8(at + 1)) : bytes.slice(at + 1, at + 2 * length)
    }),
  }
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
