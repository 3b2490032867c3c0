import type { Box } from '@disclosed/document'
import { type CellLine, cellLines } from './cells.ts'
import { type DrawnLine, drawnLines } from './drawn-lines.ts'
import { type FoundWord, wordsInHocr } from './hocr.ts'
import type { Engine } from './look.ts'
import { byOwnType } from './own-type.ts'
import { narrowed, type Picture, rotated, type Turns, turned } from './picture.ts'
import { withPostcodes } from './postcodes.ts'
import { readAgain } from './second-reading.ts'
import { onPage, sheetOf, wordsOf } from './sheet.ts'
import { liesOnItsSide, skewOf } from './skew.ts'

/**
 * A page as it was recognised, upright and straight: places are in dots from its top left corner. `turns` and `skew` tell how the
 * picture was turned to make it so.
 */
export interface RecognisedPage {
  readonly width: number
  readonly height: number
  readonly dpi: number
  readonly turns: Turns
  /** Radians, to the right. */
  readonly skew: number
  readonly words: readonly FoundWord[]
  readonly lines: readonly DrawnLine[]
}

/** A page whose words are less sure than this on average may lie on its side or upside down. */
const readable = 0.7

/** Recognises the words of a page's picture and the lines drawn on it. */
export async function recognisePage(picture: Picture, engine: Engine): Promise<RecognisedPage> {
  const first: Turns = liesOnItsSide(picture) ? 1 : 0
  const found = await recogniseTurned(picture, first, engine)
  if (sureness(found.words) >= readable) return finished(found, engine)
  const others: readonly Turns[] = first === 0 ? [2, 1, 3] : [3, 0, 2]
  const best = await bestTurn(picture, [first, ...others], engine)
  return finished(best === first ? found : await recogniseTurned(picture, best, engine), engine)
}

interface Found extends RecognisedPage {
  /** The straight page without its lines. */
  readonly clean: Picture
}

async function recogniseTurned(picture: Picture, turns: Turns, engine: Engine): Promise<Found> {
  const upright = turned(picture, turns)
  const skew = skewOf(upright)
  const straight = skew === 0 ? upright : rotated(upright, skew)
  const { lines, without } = drawnLines(straight)
  const words = await wordsOn(without, lines, engine)
  const { width, height, dpi } = straight
  return { width, height, dpi, turns, skew, words, lines, clean: without }
}

/** Tables that are ruled are read cell by cell, the rest of the page as it stands. */
export async function wordsOn(
  page: Picture,
  drawn: readonly DrawnLine[],
  engine: Engine,
): Promise<readonly FoundWord[]> {
  const cells = cellLines(page, drawn)
  if (cells.lines.length === 0) return wordsOnPage(page, engine)
  const outside = await wordsOnPage(without(page, cells.frames), engine)
  const size = typeHeight(cells.lines)
  const isShort = ({ box }: CellLine): boolean => box[2] - box[0] < 3.4 * size
  const labels = sheetOf(
    cells.lines.filter((line) => !isShort(line)),
    page,
    { size, beside: false },
  )
  const figures = sheetOf(cells.lines.filter(isShort), page, { size, beside: true })
  const inside: FoundWord[] = []
  let line = outside.at(-1)?.line ?? 0
  for (const sheet of [labels, figures]) {
    if (sheet.places.length === 0) continue
    const read = wordsOf(sheet, wordsInHocr(await engine.hocr(sheet.picture, 'lines')))
    for (const [index, place] of sheet.places.entries()) {
      line += 1
      const found = (read[index] ?? []).map((word) => onPage(word, place, line))
      inside.push(...asOneMark(found, place.piece, size, line))
    }
  }
  return [...outside, ...inside]
}

/** Letters are made narrower: the time a line takes grows with its width, and letters are still told apart as well. */
async function wordsOnPage(page: Picture, engine: Engine): Promise<readonly FoundWord[]> {
  const wider = 4 / 3
  return wordsInHocr(await engine.hocr(narrowed(page), 'page')).map((word) => {
    const [left, top, right, bottom] = word.box
    return { ...word, box: [Math.round(left * wider), top, Math.min(page.width, Math.round(right * wider)), bottom] }
  })
}

/** What is narrower than two letters is one word, and its ink tells where it stands: of a lone "1" was once read ": 4". */
function asOneMark(found: readonly FoundWord[], piece: CellLine, size: number, line: number): readonly FoundWord[] {
  const [only, ...more] = found
  if (only === undefined) return [unread(piece, size, line)]
  if (piece.box[2] - piece.box[0] > 0.8 * size) return found
  return more.length === 0 ? [{ ...only, box: piece.box }] : [unread(piece, size, line)]
}

/** There is ink, and nothing was read: a second look may see what it is. */
function unread({ box, base }: CellLine, size: number, line: number): FoundWord {
  return { text: '', box, base, size, confidence: 0, line }
}

/** How high type is whose lines of ink are so high: those with letters that reach up or down. */
function typeHeight(lines: readonly CellLine[]): number {
  const heights = lines.map(({ box }) => box[3] - box[1]).toSorted((one, other) => one - other)
  return Math.max(12, 1.1 * (heights[Math.floor(0.7 * heights.length)] ?? 24))
}

function without(page: Picture, areas: readonly Box[]): Picture {
  const grey = page.grey.slice()
  for (const [left, top, right, bottom] of areas)
    for (let y = Math.max(0, top); y < Math.min(page.height, bottom); y += 1)
      grey.fill(255, y * page.width + Math.max(0, left), y * page.width + Math.min(page.width, right))
  return { ...page, grey }
}

async function finished({ clean, ...page }: Found, engine: Engine): Promise<RecognisedPage> {
  const words = byOwnType(await readAgain(page.words, clean, engine), clean)
  return { ...page, words: withPostcodes(words.filter((word) => !isNoise(word)).map(asPronoun)) }
}

/** Specks and strokes of a pen are taken for signs. */
function isNoise({ text, confidence, box }: FoundWord): boolean {
  if (text === '' || box[2] - box[0] < 2 || box[3] - box[1] < 2) return true
  return confidence < 0.4 && !/[\p{L}\d<>£]/u.test(text)
}

/** "| can confirm": between words a stroke is the word "I". */
function asPronoun(word: FoundWord, index: number, words: readonly FoundWord[]): FoundWord {
  const next = words[index + 1]
  const goesOn = next?.line === word.line && /^[a-z]{2,}/.test(next.text) && next.box[0] - word.box[2] < word.size
  return word.text === '|' && goesOn ? { ...word, text: 'I' } : word
}

/** How sure its words are, letter by letter, from 0 to 1. */
function sureness(words: readonly FoundWord[]): number {
  let letters = 0
  let sum = 0
  for (const { text, confidence } of words) {
    letters += text.length
    sum += text.length * confidence
  }
  return letters < 12 ? 0 : sum / letters
}

/** Which way up a part of the page is read best. */
async function bestTurn(picture: Picture, turns: readonly [Turns, ...Turns[]], engine: Engine): Promise<Turns> {
  const part = fullestPart(picture)
  let [best] = turns
  let most = 0
  for (const each of turns) {
    const { words } = await recogniseTurned(part, each, engine)
    const worth = sureness(words) * Math.sqrt(words.reduce((sum, { text }) => sum + text.length, 0))
    if (worth > most * 1.1) {
      best = each
      most = worth
    }
  }
  return best
}

/** The part of the page (a third as wide and as high) that has the most edges in it. */
function fullestPart(picture: Picture): Picture {
  const [across, down] = [Math.floor(picture.width / 2), Math.floor(picture.height / 2)]
  let best: Picture = picture
  let most = -1
  for (const top of [0, 0.25, 0.5]) {
    for (const left of [0, 0.25, 0.5]) {
      const part = cut(picture, Math.floor(left * picture.width), Math.floor(top * picture.height), across, down)
      const edges = edgesIn(part)
      if (edges > most) {
        best = part
        most = edges
      }
    }
  }
  return best
}

function cut({ width, grey, dpi }: Picture, left: number, top: number, across: number, down: number): Picture {
  const made = new Uint8Array(across * down)
  for (let y = 0; y < down; y += 1) {
    const from = (top + y) * width + left
    made.set(grey.subarray(from, from + across), y * across)
  }
  return { width: across, height: down, grey: made, dpi }
}

function edgesIn({ width, height, grey }: Picture): number {
  let edges = 0
  for (let y = 0; y < height; y += 3) {
    for (let x = 1; x < width; x += 1) {
      if (Math.abs((grey[y * width + x] ?? 0) - (grey[y * width + x - 1] ?? 0)) > 60) edges += 1
    }
  }
  return edges
}

/** Where a box of a recognised page lies on the picture that it was recognised from, in dots. */
export function onPicture(box: Box, page: Pick<RecognisedPage, 'width' | 'height' | 'turns' | 'skew'>): Box {
  const [left, top, right, bottom] = box
  const { width, height, turns, skew } = page
  const [cos, sin] = [Math.cos(skew), Math.sin(skew)]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]): readonly [number, number] => {
    const [across, down] = [x - middleX, y - middleY]
    return back(middleX + cos * across + sin * down, middleY - sin * across + cos * down, width, height, turns)
  })
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Undoes quarter turns; `width` and `height` are those of the turned picture. */
function back(x: number, y: number, width: number, height: number, turns: Turns): readonly [number, number] {
  switch (turns) {
    case 0:
      return [x, y]
    case 1:
      return [y, width - x]
    case 2:
      return [width - x, height - y]
    case 3:
      return [height - y, x]
    default:
      return turns satisfies never
  }
}
