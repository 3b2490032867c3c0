import type { Box } from '@disclosed/document'
import { isFullOfLetters, type Picture, type RecognisedPage } from '../../recognition/index.ts'
import { type Drawn, height, middle, type Word, width } from './drawn.ts'
import { drawnFrom } from './recognised.ts'

/** Smaller pictures are crests and signatures; in points. */
const [narrowest, lowest] = [170, 60]
/** So many words of the page may stand on a picture that fills it: more, and it is the ground of the page. */
const mostWordsOn = 12
/** What stands wholly in this much of the page's height, at its top, is the head of its paper. */
const head = 0.2
/** The first page's may be higher where it begins in the margin, and a foot ends in it: no text stands there. In points. */
const firstHead = 0.25
const foot = 0.15
const [topMargin, bottomMargin] = [45, 30]
/** A page with more of them is a catalogue. */
const mostPictures = 8

/** The pictures of a page that may show a table or a letter: large, and not the ground that the page's own words stand on. */
export function tellingPictures(
  pictures: readonly Box[],
  words: readonly Word[],
  page: Box,
  number: number,
): readonly Box[] {
  const wide = pictures.map((box) => within(box, page)).filter((box) => width(box) >= narrowest)
  const large = stripsJoined(wide).filter((box) => height(box) >= lowest && !isOfThePaper(box, page, number))
  const outermost = large.filter(
    (box, index) => !large.some((other, at) => at !== index && covers(other, box, at < index)),
  )
  const telling = outermost.filter((box) => {
    const share = (width(box) * height(box)) / (width(page) * height(page))
    return words.filter((word) => isOn(word, box)).length <= Math.max(1, mostWordsOn * share)
  })
  return telling.length > mostPictures ? [] : telling
}

/** Large pictures are often cut into strips, each right below the one before. */
function stripsJoined(boxes: readonly Box[]): readonly Box[] {
  const joined: Box[] = []
  for (const box of boxes.toSorted((one, other) => one[1] - other[1])) {
    const above = joined.findIndex(
      ([left, , right, bottom]) =>
        Math.abs(left - box[0]) < 1 && Math.abs(right - box[2]) < 1 && Math.abs(bottom - box[1]) < 1,
    )
    const [left, top, right] = joined[above] ?? box
    if (above === -1) joined.push(box)
    else joined[above] = [left, top, right, box[3]]
  }
  return joined
}

/** The banner at the top of a letter's paper, or the one at its foot. */
function isOfThePaper(box: Box, page: Box, number: number): boolean {
  const high = height(page)
  const isHead = box[3] <= page[1] + head * high
  const isFirstHead = number === 1 && box[1] <= page[1] + topMargin && box[3] <= page[1] + firstHead * high
  return isHead || isFirstHead || (box[1] >= page[3] - foot * high && box[3] > page[3] - bottomMargin)
}

function within(box: Box, page: Box): Box {
  return [Math.max(box[0], page[0]), Math.max(box[1], page[1]), Math.min(box[2], page[2]), Math.min(box[3], page[3])]
}

/** Of two that lie on the same place the first one counts. */
function covers(outer: Box, inner: Box, isEarlier: boolean): boolean {
  const isAround = outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  return isAround && (isEarlier || width(outer) * height(outer) > width(inner) * height(inner))
}

function isOn({ box }: Word, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [middle(box), (box[1] + box[3]) / 2]
  return x > left && x < right && y > top && y < bottom
}

/** A part of a page's picture; null where it shows no words: a photograph, a chart without letters. */
export function partOf(page: Picture, box: Box): Picture | null {
  const scale = page.dpi / 72
  const [left, top] = [Math.max(0, Math.floor(box[0] * scale)), Math.max(0, Math.floor(box[1] * scale))]
  const [right, bottom] = [
    Math.min(page.width, Math.ceil(box[2] * scale)),
    Math.min(page.height, Math.ceil(box[3] * scale)),
  ]
  const [across, down] = [right - left, bottom - top]
  if (across < 20 || down < 20) return null
  const grey = new Uint8Array(across * down)
  for (let y = 0; y < down; y += 1)
    grey.set(page.grey.subarray((top + y) * page.width + left, (top + y) * page.width + right), y * across)
  const part = { width: across, height: down, grey, dpi: page.dpi }
  return isFullOfLetters(part) ? part : null
}

/** Fewer words without figures, or less sure ones, are the name on a crest, or none. */
const fewestWords = 16
const fewestWithFigures = 4
const sure = 0.7

/** What a picture on a page shows, where it stands on the page; null where that is no more than a name or a guess. */
export function drawnInPicture(found: RecognisedPage, number: number, box: Box): Drawn | null {
  const words = found.words.filter(({ text }) => /[\p{L}\d]/u.test(text))
  const sureness = words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length)
  const figures = words.filter(({ text }) => /\d/.test(text)).length
  const isEnough = words.length >= fewestWords || (words.length >= fewestWithFigures && figures >= 2)
  if (!isEnough || sureness < sure) return null
  const { drawn } = drawnFrom(found, number, { width: width(box) })
  const moved = ([left, top, right, bottom]: Box): Box => [left + box[0], top + box[1], right + box[0], bottom + box[1]]
  return {
    words: drawn.words.map((word) => ({
      ...word,
      box: moved(word.box),
      base: word.base + box[1],
      ...(word.recognised ? { recognised: { ...word.recognised, box: moved(word.recognised.box) } } : {}),
    })),
    rules: drawn.rules.map((rule) => {
      const [along, at] = rule.upright ? [box[1], box[0]] : [box[0], box[1]]
      return { ...rule, at: rule.at + at, from: rule.from + along, to: rule.to + along }
    }),
    shades: [],
  }
}

/** A page with what was read in its pictures; what the file itself says there is not said twice. */
export function bothOf(page: Drawn, found: Drawn): Drawn {
  const more = found.words.filter((word) => !page.words.some((own) => isOn(word, own.box)))
  return { words: [...page.words, ...more], rules: [...page.rules, ...found.rules], shades: page.shades }
}
