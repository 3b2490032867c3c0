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
  readonly alongX: number
  readonly alongY: number
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
    const { font, size, stretch, charSpacing, wordSpacing } = state
    const look = new Look(joined(place, [stretch, 0, 0, 1, 0, state.raised]), state, printed)
    const { vertical, unit } = font
    let pen = 0
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        pen += ((vertical ? 1 : -1) * glyph * size) / 1000
        continue
      }
      if (!isGlyph(glyph)) continue
      const spacing = (glyph.isSpace ? wordSpacing : 0) + charSpacing
      const advance = vertical ? (glyph.vmetric?.[0] ?? -1000) * unit * size - spacing : glyph.width * unit * size
      const step = vertical ? advance : advance + spacing
      if (isBlank(glyph.unicode)) this.#space()
      else this.#letter(glyph.unicode, pen, advance, look)
      pen += step
      if (this.#open !== null && step !== advance) look.movePen(this.#open, pen)
    }
    return vertical ? pen : pen * stretch
  }

  /** Ends the word under way. */
  end(): void {
    this.#close(false)
  }

  #letter(text: string, pen: number, advance: number, look: Look): void {
    const x = look.xAt(pen)
    const y = look.yAt(pen)
    if (this.#open !== null && !follows(this.#open, x, y, look)) this.#close(false)
    this.#open ??= look.begin(x, y)
    const open = this.#open
    open.text += text
    look.movePen(open, pen + advance)
    look.widen(open, x, y)
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
    // Not a number, or without end.
    if (!Number.isFinite(left + top + right + bottom)) return
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

/** How letters look under one state and one transformation. Pages have thousands of letters: nothing is made for one of them. */
class Look {
  readonly #place: Matrix
  readonly #vertical: boolean
  readonly #printed: Printed
  /** From the line to the top and to the foot of letters: as high as the font says. */
  readonly #upX: number
  readonly #upY: number
  readonly #downX: number
  readonly #downY: number
  /** Letters stand upright in a level line, as nearly all do: how far they reach above it and below it, else null. */
  readonly #upright: { readonly above: number; readonly below: number } | null
  readonly alongX: number
  readonly alongY: number
  readonly size: number
  readonly turned: boolean
  readonly bold: boolean

  constructor(place: Matrix, { font, size }: TextState, printed: Printed) {
    const [a, b, c, d] = place
    const across = Math.hypot(a, b) || 1
    const down = Math.hypot(c, d)
    this.#place = place
    this.#vertical = font.vertical
    this.#printed = printed
    this.alongX = font.vertical ? c / (down || 1) : a / across
    this.alongY = font.vertical ? d / (down || 1) : b / across
    this.size = Math.abs(size) * down * font.rise
    this.turned = this.alongX < 0.9
    this.bold = font.bold
    const upX = this.alongY * this.size
    const upY = -this.alongX * this.size
    this.#upX = upX * font.ascent
    this.#upY = upY * font.ascent
    this.#downX = upX * font.descent
    this.#downY = upY * font.descent
    const isLevel = b === 0 && c === 0 && !font.vertical && this.#upX === 0 && this.#downX === 0
    this.#upright = isLevel
      ? { above: Math.min(0, this.#upY, this.#downY), below: Math.max(0, this.#upY, this.#downY) }
      : null
  }

  get mark(): number | null {
    return this.#printed.mark
  }

  get ink(): Ink {
    return this.#printed.ink
  }

  xAt(pen: number): number {
    return (this.#vertical ? this.#place[2] : this.#place[0]) * pen + this.#place[4]
  }

  yAt(pen: number): number {
    return (this.#vertical ? this.#place[3] : this.#place[1]) * pen + this.#place[5]
  }

  begin(x: number, y: number): Open {
    const { mark, artifact, note, ink } = this.#printed
    return {
      text: '',
      left: Number.POSITIVE_INFINITY,
      right: Number.NEGATIVE_INFINITY,
      top: Number.POSITIVE_INFINITY,
      bottom: Number.NEGATIVE_INFINITY,
      base: y,
      size: this.size,
      bold: this.bold,
      mark,
      artifact,
      note,
      ink,
      turned: this.turned,
      alongX: this.alongX,
      alongY: this.alongY,
      penX: x,
      penY: y,
    }
  }

  movePen(open: Open, pen: number): void {
    open.penX = this.xAt(pen)
    open.penY = this.yAt(pen)
  }

  /** Takes in the letter that stands from (x, y) to the pen. */
  widen(open: Open, x: number, y: number): void {
    const { penX, penY } = open
    const upright = this.#upright
    if (upright !== null) {
      open.left = Math.min(open.left, x, penX)
      open.right = Math.max(open.right, x, penX)
      open.top = Math.min(open.top, y + upright.above)
      open.bottom = Math.max(open.bottom, y + upright.below)
      return
    }
    open.left = Math.min(open.left, x, penX, x + this.#upX, penX + this.#upX, x + this.#downX)
    open.right = Math.max(open.right, x, penX, x + this.#upX, penX + this.#upX, x + this.#downX)
    open.top = Math.min(open.top, y, penY, y + this.#upY, penY + this.#upY, y + this.#downY)
    open.bottom = Math.max(open.bottom, y, penY, y + this.#upY, penY + this.#upY, y + this.#downY)
  }
}

function follows(open: Open, x: number, y: number, look: Look): boolean {
  if (!areAlike(open.ink, look.ink)) return false
  if (open.bold !== look.bold || open.mark !== look.mark || open.turned !== look.turned) return false
  if (Math.abs(open.size - look.size) > 0.1 * open.size) return false
  const { alongX, alongY } = open
  if (alongX * look.alongX + alongY * look.alongY < 0.99) return false
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

/** Most glyphs are letters, and told by their first character. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  return !(first > 32 && first < 127) && text.trim() === ''
}
