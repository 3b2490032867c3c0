import type { Drawn } from './drawn.ts'
import type { Arguments, PdfPage } from './engine.ts'
import { fontNamed } from './fonts.ts'
import { type Font, type TextState, WordMaker } from './glyphs.ts'
import { asMatrix, joined, type Matrix, unmoved } from './matrix.ts'
import { PathTracer } from './paths.ts'
import { withoutShadows } from './shadows.ts'

/** The operators that place text and lines, by pdf.js's numbers. */
const operators = {
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setFillRGBColor: 59,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  beginAnnotation: 80,
  endAnnotation: 81,
  constructPath: 91,
} as const

interface State extends TextState {
  readonly place: Matrix
  readonly fill: string
  readonly leading: number
}

interface Mark {
  readonly id: number | null
  readonly artifact: boolean
}

const noFont: Font = { bold: false, ascent: 0.9, descent: -0.2, vertical: false, unit: 0.001, rise: 1 }

/** Follows a page's operators and says what they draw: words and lines with their places on the page as shown. */
export async function drawnOn(page: PdfPage, number: number): Promise<Drawn> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const drawing = new Drawing(page, number, asMatrix(page.getViewport({ scale: 1 }).transform) ?? unmoved)
  fnArray.forEach((operator, index) => {
    drawing.obey(operator, argsArray[index] ?? null)
  })
  return drawing.finish()
}

class Drawing {
  readonly #page: PdfPage
  readonly #base: Matrix
  readonly #words: WordMaker
  readonly #paths = new PathTracer()
  readonly #fonts = new Map<string, Font>()
  readonly #saved: State[] = []
  readonly #marks: Mark[] = []
  #state: State
  #textMatrix: Matrix = unmoved
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0
  /** Inside a form drawn by the page, marked content is numbered anew; those numbers are not the page's. */
  #forms = 0

  constructor(page: PdfPage, number: number, base: Matrix) {
    this.#words = new WordMaker(number)
    this.#page = page
    this.#base = base
    this.#state = {
      place: base,
      fill: '#000000',
      font: noFont,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      raised: 0,
      leading: 0,
    }
  }

  finish(): Drawn {
    this.#words.end()
    return { words: withoutShadows(this.#words.words), ...this.#paths.finish() }
  }

  obey(operator: number, args: Arguments): void {
    switch (operator) {
      case operators.showText:
        this.#show(args?.[0])
        break
      case operators.moveText:
        this.#moveText(asNumber(args?.[0]), asNumber(args?.[1]))
        break
      case operators.setTextMatrix:
        this.#textMatrix = asMatrix(args?.[0]) ?? asMatrix(args) ?? unmoved
        this.#startLine(0, 0)
        break
      case operators.setFont:
        this.#setFont(args?.[0], asNumber(args?.[1]))
        break
      case operators.save:
      case operators.beginGroup:
        this.#saved.push(this.#state)
        break
      case operators.restore:
      case operators.endGroup:
        this.#restore()
        break
      case operators.transform:
        this.#transform(asMatrix(args))
        break
      case operators.constructPath:
        this.#paths.trace(args, this.#state.place, this.#state.fill)
        break
      case operators.beginText:
        this.#textMatrix = unmoved
        this.#startLine(0, 0)
        break
      case operators.setLeadingMoveText:
        this.#change({ leading: asNumber(args?.[1]) })
        this.#moveText(asNumber(args?.[0]), asNumber(args?.[1]))
        break
      case operators.nextLine:
        this.#moveText(0, this.#state.leading)
        break
      case operators.setCharSpacing:
        this.#change({ charSpacing: asNumber(args?.[0]) })
        break
      case operators.setWordSpacing:
        this.#change({ wordSpacing: asNumber(args?.[0]) })
        break
      case operators.setHScale:
        this.#change({ stretch: asNumber(args?.[0]) / 100 })
        break
      case operators.setLeading:
        this.#change({ leading: -asNumber(args?.[0]) })
        break
      case operators.setTextRise:
        this.#change({ raised: asNumber(args?.[0]) })
        break
      case operators.setFillRGBColor:
        this.#change({ fill: String(args?.[0]) })
        break
      default:
        this.#obeyNesting(operator, args)
        break
    }
  }

  #obeyNesting(operator: number, args: Arguments): void {
    switch (operator) {
      case operators.beginMarkedContent:
      case operators.beginMarkedContentProps:
        this.#marks.push(this.#markOf(args))
        break
      case operators.endMarkedContent:
        this.#marks.pop()
        break
      case operators.paintFormXObjectBegin:
        this.#saved.push(this.#state)
        this.#forms += 1
        this.#transform(asMatrix(args?.[0]))
        break
      case operators.paintFormXObjectEnd:
        this.#forms -= 1
        this.#restore()
        break
      case operators.beginAnnotation:
        this.#saved.push(this.#state)
        this.#forms += 1
        this.#change({ place: this.#base })
        this.#transform(asMatrix(args?.[2]))
        this.#transform(asMatrix(args?.[3]))
        break
      case operators.endAnnotation:
        this.#forms -= 1
        this.#restore()
        break
      default:
        break
    }
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs) || this.#state.size === 0) return
    const [a, b, c, d, e, f] = this.#textMatrix
    const { place } = this.#state
    const from: Matrix = [a, b, c, d, a * this.#x + c * this.#y + e, b * this.#x + d * this.#y + f]
    const mark = this.#marks.at(-1)
    const id = this.#forms === 0 ? (mark?.id ?? null) : null
    const moved = this.#words.show(glyphs, this.#state, joined(place, from), id, mark?.artifact ?? false)
    if (this.#state.font.vertical) this.#y += moved
    else this.#x += moved
  }

  #setFont(name: unknown, size: number): void {
    const key = String(name)
    const known = this.#fonts.get(key)
    const font = known ?? fontNamed(this.#page, key) ?? noFont
    if (!known) this.#fonts.set(key, font)
    this.#change({ font, size })
  }

  #moveText(x: number, y: number): void {
    this.#startLine(this.#lineX + x, this.#lineY + y)
  }

  #startLine(x: number, y: number): void {
    this.#x = x
    this.#lineX = x
    this.#y = y
    this.#lineY = y
  }

  #restore(): void {
    const before = this.#saved.pop()
    if (before) this.#state = before
  }

  #transform(matrix: Matrix | null): void {
    if (matrix) this.#change({ place: joined(this.#state.place, matrix) })
  }

  #change(to: Partial<State>): void {
    this.#state = { ...this.#state, ...to }
  }

  #markOf(args: Arguments): Mark {
    const around = this.#marks.at(-1)
    const name = nameOf(args?.[0])
    const id = typeof args?.[1] === 'number' ? args[1] : (around?.id ?? null)
    return { id, artifact: name === 'Artifact' || around?.artifact === true }
  }
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}
