import type { Box } from '@disclosed/document'
import type { Area } from './areas.ts'
import { height, middle, type Shown, type Word, width } from './drawn.ts'
import { type Ink, isDark, looksSame } from './ink.ts'

/** The words of a page, parted by whether a reader of the page sees them. */
export interface Seen extends Omit<Shown, 'drawn' | 'pictures'> {
  readonly words: readonly Word[]
}

/** How much of a word an area must lie over to hide it. */
const mostOf = 0.5
/** So much of a scanned page is picture, and so many of its letters are unseen. */
const pictureShare = 0.4
const unseenShare = 0.8
/** Pages where more comparisons would be needed are drawings; the rest of their words is taken as seen. */
const mostComparisons = 20_000_000

/** Which words can be seen, by what was painted before and after each; `inks` holds the ink of each word. */
export function seenWords(words: readonly Word[], inks: readonly Ink[], areas: readonly Area[], page: Box): Seen {
  const bands = new Bands(areas, page)
  const isScan = isScanned(words, inks, areas, page)
  const found: { readonly [why in Why]: Word[] } = { seen: [], covered: [], invisible: [] }
  words.forEach((word, index) => {
    const ink = inks[index]
    found[ink ? lookAtWord(word, ink, bands, page, isScan) : 'seen'].push(word)
  })
  const recognised = isScan && found.seen.length > 0
  return {
    words: found.seen,
    covered: withoutTwins(found.covered, found.seen),
    invisible: withoutTwins(found.invisible, found.seen),
    recognised,
  }
}

type Why = 'seen' | 'covered' | 'invisible'

function lookAtWord(word: Word, ink: Ink, bands: Bands, page: Box, isScan: boolean): Why {
  if (isOutside(word.box, page)) return 'invisible'
  let ground: string | null = paper
  const core = bands.areas.length === 0 ? word.box : coreOf(word)
  for (const index of bands.at(core)) {
    const area = bands.areas[index]
    if (!area || !bands.spend()) continue
    if (index >= ink.order) {
      if (area.colour !== null && shareOf(core, area.box) >= mostOf) return 'covered'
    } else if (shareOf(core, area.box) >= mostOf) {
      ground = area.colour
      break
    }
  }
  if (ink.unseen && isScan) return ground !== null && isDark(ground) ? 'covered' : 'seen'
  if (ink.unseen) return 'invisible'
  if (ink.colour === null || ground === null || (ink.colour === '#000000' && ground === paper)) return 'seen'
  return looksSame(ink.colour, ground) ? 'invisible' : 'seen'
}

const paper = '#ffffff'

/** Nearly all letters are unseen, and a picture (or several) fills much of the page: a scan with its recognised words. */
function isScanned(words: readonly Word[], inks: readonly Ink[], areas: readonly Area[], page: Box): boolean {
  if (!inks.some(({ unseen }) => unseen)) return false
  let letters = 0
  let unseen = 0
  words.forEach(({ text }, index) => {
    letters += text.length
    if (inks[index]?.unseen) unseen += text.length
  })
  const pictures = areas.filter(({ colour }) => colour === null).map(({ box }) => shareOf(page, box))
  return unseen >= unseenShare * letters && pictures.reduce((sum, share) => sum + share, 0) >= pictureShare
}

/** Areas by the height they stand at, the last one painted first. */
class Bands {
  readonly areas: readonly Area[]
  readonly #bands = new Map<number, number[]>()
  #spent = 0
  readonly #high: number

  constructor(areas: readonly Area[], [, top, , bottom]: Box) {
    this.areas = areas
    this.#high = Math.max(lowestBand, (bottom - top) / mostBands)
    for (let index = areas.length - 1; index >= 0; index -= 1) {
      const box = areas[index]?.box ?? [0, 0, 0, 0]
      const last = this.#bandAt(Math.min(box[3], bottom))
      for (let band = this.#bandAt(Math.max(box[1], top)); band <= last; band += 1) {
        const there = this.#bands.get(band)
        if (there) there.push(index)
        else this.#bands.set(band, [index])
      }
    }
  }

  at(core: Box): readonly number[] {
    return this.#bands.get(this.#bandAt((core[1] + core[3]) / 2)) ?? none
  }

  /** Counts one comparison; false once too many were made. */
  spend(): boolean {
    this.#spent += 1
    return this.#spent <= mostComparisons
  }

  #bandAt(y: number): number {
    return Math.floor(y / this.#high)
  }
}

const none: readonly number[] = []

/** Two lines of words, in points; of a page that says it is a mile high, more. */
const lowestBand = 24
const mostBands = 600

/** The middle half of a word's height, where its small letters stand: a bar below or above it hides nothing. */
function coreOf({ box, turned }: Word): Box {
  const [left, top, right, bottom] = box
  const inset = turned ? 0 : 0.25 * height(box)
  return [left, top + inset, right, bottom - inset]
}

/** How much of a box the other one lies over, from 0 to 1. */
function shareOf(box: Box, other: Box): number {
  const across = Math.min(box[2], other[2]) - Math.max(box[0], other[0])
  const down = Math.min(box[3], other[3]) - Math.max(box[1], other[1])
  if (across <= 0 || down <= 0) return 0
  return (across * down) / Math.max(0.01, width(box) * height(box))
}

function isOutside(box: Box, page: Box): boolean {
  return box[2] < page[0] || box[0] > page[2] || box[3] < page[1] || box[1] > page[3]
}

/** Words printed again where they can be seen are not hidden: a heading with a shadow, a form filled in twice. */
function withoutTwins(hidden: readonly Word[], seen: readonly Word[]): readonly Word[] {
  if (hidden.length === 0) return hidden
  const byText = Map.groupBy(seen, ({ text }) => text)
  return hidden.filter(
    (word) =>
      !byText
        .get(word.text)
        ?.some(
          (other) =>
            Math.abs(middle(other.box) - middle(word.box)) < 0.3 * word.size &&
            Math.abs(other.base - word.base) < 0.3 * word.size,
        ),
  )
}
