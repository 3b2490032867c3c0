import type { Word } from './drawn.ts'
import type { Ink } from './ink.ts'
import type { Matrix } from './matrix.ts'
import { joined } from './matrix.ts'

/** A font as far as reading needs it. */
export interface Font {
  readonly bold: boolean
  readonly ascent: number
  readonly descent: number
  readonly vertical: boolean
  /** Glyph space to text space: 0.001 for all but fonts drawn by the page itself (Type 3). */
  readonly unit: number
  /** What the letters' height is multiplied with where a Type 3 font has its own scale. */
  readonly rise: number
  /** Its letters are drawings, which may bring colours of their own (Type 3). */
  readonly ownColours: boolean
}

/** What belongs to letters besides their type. */
export interface Printed {
  readonly mark: number | null
  readonly artifact: boolean
  readonly note: string | null
  readonly ink: Ink
}

/** Where and how text is set; the numbers are PDF's own. */
export interface TextState {
  readonly font: Font
  readonly size: number
  readonly charSpacing: number
  readonly wordSpacing: number
  readonly stretch: number
  readonly raised: number
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

interface Open {
  text: string
  left: number
  right: number
  top: number
  bottom: number
  readonly base: number
  readonly size: number
  readonly bold: boolean
  readonly mark: number | null
  readonly artifact: boolean
  readonly note: string | null
  readonly ink: Ink
  readonly turned: boolean
  /** The direction letters advance in, of length 1. */
  readonly along: readonly [number, number]
  /** Where the next letter would stand. */
  penX: number
  penY: number
}

/** Letters further apart than this (times their size) belong to two words. A space is 0.2 to 0.3 wide. */
const wordGap = 0.15
/** Letters that fall back further than this begin something new. */
const backGap = 0.35

/** Puts letters together into words as they are shown. */
export class WordMaker {
  readonly words: Word[] = []
  /** The ink of each word. */
  readonly inks: Ink[] = []
  readonly #page: number
  #open: Open | null = null

  constructor(page: number) {
    this.#page = page
  }

  /** Shows glyphs; `place` is text space to page, `pen` the x reached in text space. Returns how far the pen moved. */
  show(glyphs: readonly unknown[], state: TextState, place: Matrix, printed: Printed): number {
    const { font, size, stretch } = state
    const scaled = joined(place, [stretch, 0, 0, 1, 0, state.raised])
    const look = new Look(scaled, state, printed)
    let pen = 0
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        pen += ((font.vertical ? 1 : -1) * glyph * size) / 1000
        continue
      }
      if (!isGlyph(glyph)) continue
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing
      const advance = font.vertical
        ? (glyph.vmetric?.[0] ?? -1000) * font.unit * size - spacing
        : glyph.width * font.unit * size
      const step = font.vertical ? advance : advance + spacing
      if (glyph.unicode.trim() === '') this.#space()
      else this.#letter(glyph.unicode, pen, advance, look)
      pen += step
      if (this.#open !== null && step !== advance) this.#open = moved(this.#open, look, pen)
    }
    return font.vertical ? pen : pen * stretch
  }

  /** Ends the word under way. */
  end(): void {
    this.#close(false)
  }

  #letter(text: string, pen: number, advance: number, look: Look): void {
    const [x, y] = look.at(pen)
    const [endX, endY] = look.at(pen + advance)
    if (this.#open !== null && !follows(this.#open, x, y, look)) this.#close(false)
    this.#open ??= look.begin(x, y)
    const open = this.#open
    open.text += text
    const [left, top, right, bottom] = look.box(x, y, endX, endY)
    open.left = Math.min(open.left, left)
    open.right = Math.max(open.right, right)
    open.top = Math.min(open.top, top)
    open.bottom = Math.max(open.bottom, bottom)
    open.penX = endX
    open.penY = endY
  }

  #space(): void {
    // Turned words keep their spaces, for they are not put into lines later.
    if (this.#open?.turned) this.#open.text += ' '
    else this.#close(true)
  }

  #close(spaced: boolean): void {
    const open = this.#open
    this.#open = null
    if (open === null) return
    const { text, left, top, right, bottom, base, size, bold, mark, artifact, note, turned, ink } = open
    if (![left, top, right, bottom].every(Number.isFinite)) return
    const box = [left, top, right, bottom] as const
    this.inks.push(ink)
    this.words.push({
      text: text.trim(),
      box,
      base,
      size,
      bold,
      mark,
      artifact,
      note,
      turned,
      spaced,
      href: null,
      page: this.#page,
    })
  }
}

/** How letters look under one state and one transformation. */
class Look {
  readonly #place: Matrix
  readonly #state: TextState
  readonly #printed: Printed
  readonly along: readonly [number, number]
  readonly size: number
  readonly turned: boolean
  readonly bold: boolean

  constructor(place: Matrix, state: TextState, printed: Printed) {
    const { font } = state
    const [a, b, c, d] = place
    const length = Math.hypot(a, b) || 1
    this.#place = place
    this.#state = state
    this.#printed = printed
    this.along = font.vertical ? [c / (Math.hypot(c, d) || 1), d / (Math.hypot(c, d) || 1)] : [a / length, b / length]
    this.size = Math.abs(state.size) * Math.hypot(c, d) * font.rise
    this.turned = this.along[0] < 0.9
    this.bold = font.bold
  }

  get mark(): number | null {
    return this.#printed.mark
  }

  get ink(): Ink {
    return this.#printed.ink
  }

  at(pen: number): readonly [number, number] {
    const [a, b, c, d, e, f] = this.#place
    return this.#state.font.vertical ? [c * pen + e, d * pen + f] : [a * pen + e, b * pen + f]
  }

  begin(x: number, y: number): Open {
    return {
      text: '',
      left: Number.POSITIVE_INFINITY,
      right: Number.NEGATIVE_INFINITY,
      top: Number.POSITIVE_INFINITY,
      bottom: Number.NEGATIVE_INFINITY,
      base: y,
      size: this.size,
      bold: this.bold,
      ...this.#printed,
      turned: this.turned,
      along: this.along,
      penX: x,
      penY: y,
    }
  }

  /** The box of a letter that stands from (x, y) to (endX, endY): as high as the font says. */
  box(x: number, y: number, endX: number, endY: number): readonly [number, number, number, number] {
    const { ascent, descent } = this.#state.font
    const [alongX, alongY] = this.along
    const upX = alongY * this.size
    const upY = -alongX * this.size
    return [
      Math.min(x, endX, x + upX * ascent, endX + upX * ascent, x + upX * descent),
      Math.min(y, endY, y + upY * ascent, endY + upY * ascent, y + upY * descent),
      Math.max(x, endX, x + upX * ascent, endX + upX * ascent, x + upX * descent),
      Math.max(y, endY, y + upY * ascent, endY + upY * ascent, y + upY * descent),
    ]
  }
}

function moved(open: Open, look: Look, pen: number): Open {
  const [x, y] = look.at(pen)
  open.penX = x
  open.penY = y
  return open
}

function follows(open: Open, x: number, y: number, look: Look): boolean {
  if (!areAlike(open.ink, look.ink)) return false
  if (open.bold !== look.bold || open.mark !== look.mark || open.turned !== look.turned) return false
  if (Math.abs(open.size - look.size) > 0.1 * open.size) return false
  const [alongX, alongY] = open.along
  if (alongX * look.along[0] + alongY * look.along[1] < 0.99) return false
  const gap = (x - open.penX) * alongX + (y - open.penY) * alongY
  const drop = Math.abs((y - open.penY) * alongX - (x - open.penX) * alongY)
  const most = open.turned ? 0.6 : wordGap
  return drop < 0.15 * open.size && gap < most * open.size && gap > -backGap * open.size
}

/** Letters of one word are seen alike, for a word is left out as a whole. */
function areAlike(one: Ink, other: Ink): boolean {
  return one === other || (one.colour === other.colour && one.unseen === other.unseen)
}

function isGlyph(value: unknown): value is Glyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string'
}
