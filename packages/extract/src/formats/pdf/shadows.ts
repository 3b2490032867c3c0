import type { Word } from './drawn.ts'

/** Words this close, in points, are looked at as possible shadows of each other; a shadow is a hair away. */
const near = 8

/** So many words of one text are compared one by one: most stand on their page once or twice, and squares take longer to make. */
const few = 12

interface Alike {
  readonly first: Word[]
  /** The rest, by the squares of the page that they begin in. */
  readonly others: Map<number, Word[]>
}

/** Bold is sometimes made by printing words twice, a hair apart; a shadow likewise. */
export function withoutShadows(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, Alike>()
  return words.filter((word) => {
    const alike = seen.get(word.text)
    if (!alike) seen.set(word.text, { first: [word], others: new Map() })
    else if (isNearAny(word, alike)) return false
    else if (alike.first.length < few) alike.first.push(word)
    else addTo(alike.others, word)
    return true
  })
}

function isNearAny(word: Word, { first, others }: Alike): boolean {
  const most = nearness(word)
  for (const other of first) if (areNear(other, word, most)) return true
  return others.size > 0 && isNear(word, others)
}

function addTo(squares: Map<number, Word[]>, word: Word): void {
  const place = placeOf(word.box[0], word.base)
  const there = squares.get(place)
  if (there) there.push(word)
  else squares.set(place, [word])
}

function nearness(word: Word): number {
  return Math.min(0.15 * word.size, near)
}

function areNear(one: Word, other: Word, most: number): boolean {
  return Math.abs(one.base - other.base) < most && Math.abs(one.box[0] - other.box[0]) < most
}

/** Does one of them stand so close that one is the shadow of the other? They are kept by the squares they begin in. */
function isNear(word: Word, alike: ReadonlyMap<number, readonly Word[]>): boolean {
  const most = nearness(word)
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
    if (there?.some((other) => areNear(other, word, most))) return true
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
