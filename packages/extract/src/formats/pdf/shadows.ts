import type { Word } from './drawn.ts'

/** Words this close, in points, are looked at as possible shadows of each other; a shadow is a hair away. */
const near = 8

/** Bold is sometimes made by printing words twice, a hair apart; a shadow likewise. */
export function withoutShadows(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, Map<number, Word[]>>()
  return words.filter((word) => {
    const alike = seen.get(word.text)
    const place = placeOf(word)
    if (alike && around(place).some((other) => alike.get(other)?.some((each) => isShadow(word, each)))) return false
    const there = alike?.get(place)
    if (there) there.push(word)
    else if (alike) alike.set(place, [word])
    else seen.set(word.text, new Map([[place, [word]]]))
    return true
  })
}

function isShadow(word: Word, other: Word): boolean {
  const most = Math.min(0.15 * word.size, near)
  return Math.abs(other.box[0] - word.box[0]) < most && Math.abs(other.base - word.base) < most
}

/** The square of the page that a word begins in, as one number. */
function placeOf({ box, base }: Word): number {
  return Math.floor(box[0] / near) * row + Math.floor(base / near)
}

const row = 100_000

function around(place: number): readonly number[] {
  return [-row, 0, row].flatMap((across) => [-1, 0, 1].map((down) => place + across + down))
}
