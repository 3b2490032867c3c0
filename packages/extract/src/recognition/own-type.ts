import type { Box } from '@disclosed/document'
import type { FoundWord } from './hocr.ts'
import { inkBelow, type Picture } from './picture.ts'
import { isFigure } from './second-reading.ts'

/** A figure of the page as light and dark on a small field, so that figures of any size can be laid over each other. */
type Shape = Float64Array

/** The field is so high; what is narrower stands in its middle. */
const [high, wide] = [18, 24]
/** How far (0 to 1, dot by dot) a figure may be from one that was read well, and how much farther every other one has to be. */
const near = 0.045
const clear = 0.05
/** So far from all of the same name nothing that is printed in one type ever is. */
const far = 0.1
/** How sure an example has to be, how many there may be of each figure, and how many show what a figure looks like. */
const well = 0.9
const mostOfEach = 12
const enough = 3
/** Recognised so surely a figure may look like none of its name: a heading is set in another type. */
const beyondDoubt = 0.93
/** How sure a figure is that two ways of reading agree on; that the page's own type alone tells; that it speaks against. */
const agreed = 0.92
const told = 0.7
const denied = 0.4

interface Example {
  readonly digit: string
  readonly shape: Shape
  /** The word that it stands in, which is no witness of itself. */
  readonly word: FoundWord
}

/**
 * Compares figures with those of the same page that were read well: a page is set in few types, and its ones look alike, however a
 * recogniser takes one that stands alone in its cell. What looks like others gets their name; what looks like none of its name is doubted.
 */
export function byOwnType(words: readonly FoundWord[], page: Picture): readonly FoundWord[] {
  const below = inkBelow(page)
  const marks = new Map(words.filter(mayBeFigure).map((word) => [word, marksIn(page, word, below)]))
  const examples = examplesIn(marks, page)
  if (examples.length < enough) return words
  return words.map((word) => {
    const found = marks.get(word)
    return found ? compared(word, found, page, examples) : word
  })
}

/** A figure, or a sign or two that were hardly read, or ink of which nothing was read. */
function mayBeFigure({ text, confidence }: FoundWord): boolean {
  return isFigure.test(text) || text === '' || (text.length <= 2 && confidence < 0.8)
}

function examplesIn(marks: ReadonlyMap<FoundWord, readonly Box[]>, page: Picture): readonly Example[] {
  const counts = new Map<string, number>()
  const examples: Example[] = []
  for (const [word, boxes] of marks) {
    if (word.confidence < well || !isFigure.test(word.text) || boxes.length !== word.text.length) continue
    for (const [at, box] of boxes.entries()) {
      const digit = word.text.charAt(at)
      const count = counts.get(digit) ?? 0
      if (count >= mostOfEach || !/\d/.test(digit)) continue
      counts.set(digit, count + 1)
      examples.push({ digit, shape: shapeOf(page, box), word })
    }
  }
  return examples
}

function compared(word: FoundWord, marks: readonly Box[], page: Picture, all: readonly Example[]): FoundWord {
  const tall = marks.filter(([, top, , bottom]) => bottom - top >= 0.45 * word.size)
  const points = word.text.replace(/\d/g, '')
  if (tall.length === 0 || marks.length - tall.length !== (isFigure.test(word.text) ? points.length : 0)) return word
  const examples = all.filter((each) => each.word !== word)
  const shapes = tall.map((box) => shapeOf(page, box))
  const names = shapes.map((shape) => nameOf(shape, examples))
  const digits = word.text.replace(/\D/g, '')
  if (names.every((name) => name !== null)) {
    const read = names.join('')
    if (isFigure.test(word.text) && read === digits) return { ...word, confidence: Math.max(word.confidence, agreed) }
    // With a stop or comma in it, it is not plain where that stands.
    return points === '' || !isFigure.test(word.text)
      ? { ...word, text: read, confidence: told }
      : { ...word, confidence: Math.min(word.confidence, denied) }
  }
  const isDenied =
    word.confidence < beyondDoubt &&
    shapes.length === digits.length &&
    shapes.some((shape, at) => isUnlike(shape, digits.charAt(at), examples))
  return isDenied ? { ...word, confidence: Math.min(word.confidence, denied) } : word
}

/** The figure that a shape is, where it is near one and far from all others; null where that cannot be told. */
function nameOf(shape: Shape, examples: readonly Example[]): string | null {
  const nearest = new Map<string, number>()
  for (const { digit, shape: other } of examples)
    nearest.set(digit, Math.min(nearest.get(digit) ?? 1, distance(shape, other)))
  const [first, second] = [...nearest].toSorted(([, one], [, other]) => one - other)
  return first && first[1] < near && (second?.[1] ?? 1) - first[1] > clear ? first[0] : null
}

function isUnlike(shape: Shape, digit: string, examples: readonly Example[]): boolean {
  const same = examples.filter((each) => each.digit === digit)
  return same.length >= enough && same.every((each) => distance(shape, each.shape) > far)
}

function distance(one: Shape, other: Shape): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  return sum / one.length
}

/** The pieces of ink of a word, parted where a column of dots is white. */
function marksIn(page: Picture, { box }: FoundWord, below: number): readonly Box[] {
  const [left, top] = [Math.max(0, Math.round(box[0]) - 1), Math.max(0, Math.round(box[1]) - 1)]
  const [right, bottom] = [Math.min(page.width, Math.round(box[2]) + 1), Math.min(page.height, Math.round(box[3]) + 1)]
  const marks: Box[] = []
  let mark: { left: number; top: number; bottom: number } | null = null
  for (let x = left; x <= right; x += 1) {
    const [from, to] = x < right ? inkOf(page, x, top, bottom, below) : [bottom, top]
    if (from < to) {
      mark ??= { left: x, top: from, bottom: to }
      mark.top = Math.min(mark.top, from)
      mark.bottom = Math.max(mark.bottom, to)
    } else if (mark) {
      marks.push([mark.left, mark.top, x, mark.bottom])
      mark = null
    }
  }
  return marks
}

/** From the first to below the last dot of ink in a column; nothing where it is white. */
function inkOf(
  { width, grey }: Picture,
  x: number,
  top: number,
  bottom: number,
  below: number,
): readonly [number, number] {
  let [from, to] = [bottom, top]
  for (let y = top; y < bottom; y += 1) {
    if ((grey[y * width + x] ?? 255) >= below) continue
    from = Math.min(from, y)
    to = y + 1
  }
  return [from, to]
}

/** Drawn as high as the field, its darkest dot black; each dot of the field the mean of what it covers. */
function shapeOf({ width, grey }: Picture, [left, top, right, bottom]: Box): Shape {
  const [across, down] = [right - left, bottom - top]
  const columns = Math.min(wide, Math.max(1, Math.round((across * high) / down)))
  const shape = new Float64Array(high * wide)
  const start = (wide - columns) >> 1
  let most = 0
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const [y0, y1] = [(row * down) / high, ((row + 1) * down) / high]
      const [x0, x1] = [(column * across) / columns, ((column + 1) * across) / columns]
      let sum = 0
      for (let y = Math.floor(y0); y < y1; y += 1) {
        const part = Math.min(y1, y + 1) - Math.max(y0, y)
        for (let x = Math.floor(x0); x < x1; x += 1) {
          const share = part * (Math.min(x1, x + 1) - Math.max(x0, x))
          sum += share * (255 - (grey[(top + y) * width + left + x] ?? 255))
        }
      }
      const dark = sum / ((y1 - y0) * (x1 - x0))
      most = Math.max(most, dark)
      shape[row * wide + start + column] = dark
    }
  }
  return most === 0 ? shape : shape.map((dark) => dark / most)
}
