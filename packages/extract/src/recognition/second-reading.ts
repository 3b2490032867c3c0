import type { Box } from '@disclosed/document'
import { type FoundWord, wordsInHocr } from './hocr.ts'
import type { Engine } from './look.ts'
import { doubled, type Picture } from './picture.ts'
import { sheetOf, wordsOf } from './sheet.ts'

/** A figure less sure than this is looked at again, and so is what may be one: a sign or two that stand alone. */
const doubtful = 0.9
/** More of them make no page of figures, but a picture of something else. */
const most = 400
/** How sure a word may be at most over which two readings differ, or that is a figure only at second sight. */
const asDiffering = 0.4
const asSecond = 0.7
/** A second look has to be this sure to be believed against the first; the higher one where that saw a figure too. */
const believed = 0.75
const believedMore = 0.85

/**
 * Looks again at figures that were not read for sure. A figure alone in its cell has nothing beside it that shows how high its letters
 * are, so "1" becomes "x" and "7" becomes "74"; set in lines with figures that were read well, and twice as large, it is read right.
 */
export async function readAgain(
  words: readonly FoundWord[],
  page: Picture,
  engine: Engine,
): Promise<readonly FoundWord[]> {
  const size = usualSize(words)
  const again = words.filter((word, index) => isDoubtful(word, isAlone(words, index), size))
  if (again.length === 0 || again.length > most) return words
  const anchors = words.filter(
    ({ text, confidence, box }) => isFigure.test(text) && confidence > 0.94 && box[3] - box[1] < size,
  )
  const sheet = sheetOf(
    again.flatMap((word, index) => [...anchorFor(index, anchors), word]).map((word) => pieceOf(word, size)),
    page,
    { size, beside: true },
  )
  const read = wordsOf(sheet, wordsInHocr(await engine.hocr(doubled(sheet.picture), 'again')), 2)
  const seconds = new Map(sheet.places.map(({ piece }, index) => [piece.word, onlyOne(read[index] ?? [])]))
  return words.map((word) => (again.includes(word) ? judged(word, seconds.get(word) ?? null) : word))
}

/** Every third word of the sheet is a figure that was read well. */
function anchorFor(index: number, anchors: readonly FoundWord[]): readonly FoundWord[] {
  const anchor = index % 2 === 0 && anchors.length > 0 ? anchors[(index / 2) % anchors.length] : undefined
  return anchor ? [anchor] : []
}

function pieceOf(word: FoundWord, size: number) {
  const [left, top, right, bottom] = word.box
  const box: Box = [
    left,
    Math.min(top, Math.round(word.base - size)),
    right,
    Math.max(bottom, Math.round(word.base + 0.3 * size)),
  ]
  return { word, box, base: word.base }
}

function onlyOne(words: readonly FoundWord[]): FoundWord | null {
  const [only, ...more] = words
  return only && more.length === 0 ? only : null
}

/** What may be a number: figures, with commas and stops between. */
export const isFigure = /^\d[\d,.]{0,8}$/

/** The height of most of the type. */
export function usualSize(words: readonly FoundWord[]): number {
  const sizes = words.map(({ size }) => size).toSorted((one, other) => one - other)
  return sizes[sizes.length >> 1] ?? 24
}

function isDoubtful({ text, box, confidence }: FoundWord, isAlone: boolean, size: number): boolean {
  if (box[3] - box[1] > 1.6 * size || box[2] - box[0] > 10 * size) return false
  // A speck before "72" was once read as "<", and surely; it would make another number of it.
  if (/\d/.test(text)) return confidence < doubtful || /[<>]/.test(text)
  return isAlone && text.length <= 2 && confidence < doubtful
}

/** Does nothing stand right beside it on its line? */
function isAlone(words: readonly FoundWord[], index: number): boolean {
  const word = words[index]
  const [before, after] = [words[index - 1], words[index + 1]]
  if (!word) return false
  const isApart = (left: FoundWord | undefined, right: FoundWord | undefined): boolean =>
    !left || !right || left.line !== right.line || right.box[0] - left.box[2] > word.size
  return isApart(before, word) && isApart(word, after)
}

/** Two readings that agree are surer than one; where they differ nothing is sure. */
function judged(word: FoundWord, second: FoundWord | null): FoundWord {
  const isBare = isFigure.test(word.text)
  if (second === null) return { ...word, confidence: isBare ? Math.min(word.confidence, asSecond) : word.confidence }
  const text = asFigure(second.text)
  if (word.text === '') return { ...word, text, confidence: Math.min(second.confidence, asSecond) }
  if (text === word.text) return { ...word, confidence: Math.max(word.confidence, second.confidence) }
  const wasFigure = /\d/.test(word.text)
  const isBelieved = second.confidence >= Math.max(word.confidence, wasFigure ? believedMore : believed)
  if (!isBelieved) return { ...word, confidence: Math.min(word.confidence, asDiffering) }
  return { ...word, text, confidence: wasFigure ? asDiffering : Math.min(second.confidence, asSecond) }
}

/** Letters that look like figures, where nothing but such letters stands. */
function asFigure(text: string): string {
  return /^[oOQ]$/.test(text) ? '0' : /^[lI|]$/.test(text) ? '1' : text
}
