import type { Word } from './drawn.ts'

/** Words this close, in points, are looked at as possible shadows of each other; a shadow is a hair away. */
const near = 8

/** Bold is sometimes made by printing words twice, a hair apart; a shadow likewise. */
export function withoutShadows(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, Map<number, Word[]>>()
  return words.filter((word) => {
    const alike = seen.get(word.text)
    if (alike && isNear(word, alike)) return false
    const place = placeOf(word.box[0], word.base)
    const there = alike?.get(place)
    if (there) there.push(word)
    else if (alike) alike.set(place, [word])
    else seen.set(word.text, new Map([[place, [word]]]))
    return true
  })
}

/** Does one of them stand so close that one is the shadow of the other? They are kept by the squares they begin in. */
function isNear(word: Word, alike: ReadonlyMap<number, readonly Word[]>): boolean {
  const most = Math.min(0.15 * word.size, near)
  const right = squareOf(word.box[0] + most)
  const bottom = squareOf(word.base + most)
  let across = squareOf(word.box[0] - most)
  for (let step = 0; step < mostSquares && across <= right; step += 1, across += 1)
    if (isNearIn(across, bottom, word, most, alike)) return true
  return false
}

function isNearIn(
  across: number,
  bottom: number,
  word: Word,
  most: number,
  alike: ReadonlyMap<number, readonly Word[]>,
): boolean {
  let down = squareOf(word.base - most)
  for (let step = 0; step < mostSquares && down <= bottom; step += 1, down += 1) {
    const there = alike.get(across * row + down)
    if (there?.some(({ box, base }) => Math.abs(box[0] - word.box[0]) < most && Math.abs(base - word.base) < most))
      return true
  }
  return false
}

/** Steps are counted, too: a broken file may set words so far off that one more square is no step any more. */
const mostSquares = 3

/** The square of the page that a word begins in, as one number. */
function placeOf(x: number, base: number): number {
  return squareOf(x) * row + squareOf(base)
}

function squareOf(at: number): number {
  return Math.floor(at / near)
}

const row = 100_000
