import type { Box } from '@disclosed/document'
import type { FoundWord } from './hocr.ts'
import type { Picture } from './picture.ts'

/** A piece of a page, and the y that its letters stand on. */
export interface Piece {
  readonly box: Box
  readonly base: number
}

/** Pieces of a page set in lines of their own, each line's letters on one height, with wide gaps between. */
export interface Sheet<Of extends Piece> {
  readonly picture: Picture
  readonly places: readonly Placed<Of>[]
}

/** Where a piece stands on the sheet. */
interface Placed<Of extends Piece> {
  readonly piece: Of
  readonly left: number
  readonly right: number
  readonly base: number
  readonly top: number
  readonly bottom: number
}

export interface SheetOptions {
  /** The height of the page's type. */
  readonly size: number
  /** Several to a line, with gaps so wide that they are never one word; or each on a line of its own. */
  readonly beside: boolean
}

/** Figures at even distances are taken for one word in letters of even width. */
const uneven: readonly number[] = [1, 1.9, 1.3, 2.6, 1.1, 1.6, 2.2]

/** Sets pieces in lines. */
export function sheetOf<Of extends Piece>(
  pieces: readonly Of[],
  page: Picture,
  { size, beside }: SheetOptions,
): Sheet<Of> {
  const [high, gap] = [Math.round(2.2 * size), Math.round(2 * size)]
  const widest = Math.max(0, ...pieces.map(({ box }) => box[2] - box[0]))
  const width = Math.max(Math.round(48 * size), widest + 2 * gap)
  let left = gap
  let line = 0
  const places = pieces.map((piece, index): Placed<Of> => {
    const wide = piece.box[2] - piece.box[0]
    if (left > gap && (!beside || left + wide + gap > width)) {
      line += 1
      left = gap
    }
    const base = Math.round(line * high + 1.6 * size)
    const placed = { piece, left, right: left + wide, base, top: line * high, bottom: (line + 1) * high }
    left += wide + Math.round(gap * (uneven[index % uneven.length] ?? 1))
    return placed
  })
  const height = (line + 1) * high + gap
  const grey = new Uint8Array(width * height).fill(255)
  for (const placed of places) paste(page, placed, { grey, width, height })
  return { picture: { width, height, grey, dpi: page.dpi }, places }
}

function paste(
  page: Picture,
  { piece: { box, base: from }, left, base, top, bottom }: Placed<Piece>,
  to: Pick<Picture, 'grey' | 'width' | 'height'>,
): void {
  const [start, end] = [Math.max(0, box[0] - 3), Math.min(page.width, box[2] + 3)]
  const shift = base - Math.round(from)
  for (let y = Math.max(0, box[1] - 2); y < Math.min(page.height, box[3] + 2); y += 1) {
    const row = y + shift
    if (row < top || row >= Math.min(to.height, bottom + 0.2 * (bottom - top))) continue
    to.grey.set(
      page.grey.subarray(y * page.width + start, y * page.width + end),
      row * to.width + left + start - box[0],
    )
  }
}

/** The words that were read of each piece, in its order; `scale` is how much larger the sheet was when it was read. */
export function wordsOf<Of extends Piece>(
  { places }: Sheet<Of>,
  words: readonly FoundWord[],
  scale = 1,
): readonly (readonly FoundWord[])[] {
  const found = places.map((): FoundWord[] => [])
  for (const word of words) {
    const x = (word.box[0] + word.box[2]) / 2 / scale
    const y = ((word.box[1] + word.box[3]) / 2 / scale + word.base / scale) / 2
    const index = places.findIndex(
      ({ left, right, top, bottom }) => x > left - 5 && x < right + 5 && y > top && y < bottom,
    )
    found[index]?.push(word)
  }
  return found
}

/** The same word where its piece stands on the page. */
export function onPage(word: FoundWord, { piece, left, base }: Placed<Piece>, line: number): FoundWord {
  const [across, down] = [piece.box[0] - left, Math.round(piece.base) - base]
  const [x0, y0, x1, y1] = word.box
  return { ...word, line, base: word.base + down, box: [x0 + across, y0 + down, x1 + across, y1 + down] }
}
