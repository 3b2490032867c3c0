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
  const x = word.box[0]
  for (const across of squaresAround(x, most))
    for (const down of squaresAround(word.base, most))
      for (const other of alike.get(across * row + down) ?? [])
        if (Math.abs(other.box[0] - x) < most && Math.abs(other.base - word.base) < most) return true
  return false
}

/** Three at most; counted, and not walked through: a broken file may set words so far off that one more square is no step any more. */
function squaresAround(at: number, most: number): ReadonlySet<number> {
  return new Set([squareOf(at - most), squareOf(at), squareOf(at + most)])
}

/** The square of the page that a word begins in, as one number. */
function placeOf(x: number, base: number): number {
  return squareOf(x) * row + squareOf(base)
}

function squareOf(at: number): number {
  return Math.floor(at / near)
}

const row = 100_000
