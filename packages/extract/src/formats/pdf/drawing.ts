import type { Box } from '@disclosed/document'
import { Areas, boxUnder, isEmpty, sharedBox } from './areas.ts'
import type { Shown } from './drawn.ts'
import type { Arguments, PdfPage } from './engine.ts'
import { fontNamed } from './fonts.ts'
import { type Font, WordMaker } from './glyphs.ts'
import type { Ink } from './ink.ts'
import { asMatrix, joined, type Matrix, unmoved } from './matrix.ts'
import { operators } from './operators.ts'
import { PathTracer } from './paths.ts'
import { seenWords } from './seen.ts'
import { withoutShadows } from './shadows.ts'
import { firstState, grouped, noFont, type State, withSettings } from './state.ts'

interface Mark {
  readonly id: number | null
  readonly artifact: boolean
  /** In a layer that is switched off. */
  readonly off: boolean
}

/** Says whether a layer of the file (optional content) is shown. */
export type IsShown = (layer: unknown) => boolean

/** Follows a page's operators and says what they draw: words and lines with their places on the page as shown. */
export async function drawnOn(page: PdfPage, number: number, isShown: IsShown): Promise<Shown> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const drawing = new Drawing(page, number, asMatrix(transform) ?? unmoved, [0, 0, width, height], isShown)
  fnArray.forEach((operator, index) => {
    drawing.obey(operator, argsArray[index] ?? null)
  })
  return drawing.finish()
}

class Drawing {
  readonly #page: PdfPage
  readonly #first: State
  readonly #isShown: IsShown
  readonly #words: WordMaker
  readonly #areas = new Areas()
  readonly #paths = new PathTracer(this.#areas)
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
  /** The annotation that is being drawn. */
  #note: string | null = null
  /** Groups that draw a stencil; once one began, all groups inside it count. */
  #masks = 0
  /** The next path cuts out what can be drawn on. */
  #clips = false
  /** Where a picture would stand: the place was moved, and nothing was drawn there since. */
  #moved: Matrix | null = null
  #ink: Ink = { colour: null, unseen: false, order: 0 }

  constructor(page: PdfPage, number: number, base: Matrix, clip: Box, isShown: IsShown) {
    this.#words = new WordMaker(number)
    this.#page = page
    this.#first = firstState(base, clip)
    this.#isShown = isShown
    this.#state = this.#first
  }

  finish(): Shown {
    this.#words.end()
    this.#picture()
    const { words, inks } = this.#words
    const { words: seen, ...hidden } = seenWords(words, inks, this.#areas.list, this.#first.clip)
    return { ...hidden, drawn: { words: withoutShadows(seen), ...this.#paths.finish() } }
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
        this.#saved.push(this.#state)
        break
      case operators.restore:
        this.#restore()
        break
      case operators.transform:
        this.#transform(asMatrix(args))
        break
      case operators.constructPath:
        this.#path(args)
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
        this.#obeyLook(operator, args)
        break
    }
  }

  #obeyLook(operator: number, args: Arguments): void {
    switch (operator) {
      case operators.setTextRenderingMode:
        this.#change({ mode: asNumber(args?.[0]) })
        break
      case operators.setStrokeRGBColor:
        this.#change({ stroke: String(args?.[0]) })
        break
      case operators.setFillColorN:
      case operators.setFillTransparent:
        this.#change({ fill: null })
        break
      case operators.setLineWidth:
        this.#change({ lineWidth: asNumber(args?.[0]) })
        break
      case operators.setGState:
        if (Array.isArray(args?.[0])) this.#state = withSettings(this.#state, args[0])
        break
      case operators.clip:
      case operators.eoClip:
        this.#clips = true
        break
      case operators.paintSolidColorImageMask:
        this.#area(this.#state.fill, this.#state.place)
        break
      case operators.paintImageXObject:
        this.#area(null, this.#state.place)
        break
      case operators.shadingFill:
        this.#moved = null
        this.#areas.add(this.#state.clip, null)
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
      case operators.beginGroup:
        this.#saved.push(this.#state)
        this.#state = grouped(this.#state)
        if (this.#masks > 0 || isMask(args?.[0])) this.#masks += 1
        break
      case operators.endGroup:
        this.#masks = Math.max(0, this.#masks - 1)
        this.#restore()
        break
      case operators.paintFormXObjectBegin:
        this.#saved.push(this.#state)
        this.#forms += 1
        this.#transform(asMatrix(args?.[0]))
        this.#clipToForm(args?.[1])
        break
      case operators.paintFormXObjectEnd:
        this.#forms -= 1
        this.#restore()
        break
      case operators.beginAnnotation:
        this.#saved.push(this.#state)
        this.#forms += 1
        this.#note = String(args?.[0])
        this.#state = this.#first
        this.#transform(asMatrix(args?.[2]))
        this.#transform(asMatrix(args?.[3]))
        break
      case operators.endAnnotation:
        this.#note = null
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
    const printed = { mark: id, artifact: mark?.artifact ?? false, note: this.#note, ink: this.#inkNow(mark) }
    const moved = this.#words.show(glyphs, this.#state, joined(place, from), printed)
    this.#moved = null
    if (this.#state.font.vertical) this.#y += moved
    else this.#x += moved
  }

  #inkNow(mark: Mark | undefined): Ink {
    const { fill, mode, alpha, plain, inSolid, font } = this.#state
    const told = (mode === 0 || mode === 4) && plain && inSolid && !font.ownColours && this.#masks === 0
    const colour = told ? fill : null
    const unseen = mode === 3 || alpha < 0.05 || mark?.off === true
    const order = this.#areas.count
    const last = this.#ink
    if (last.colour !== colour || last.unseen !== unseen || last.order !== order) this.#ink = { colour, unseen, order }
    return this.#ink
  }

  #path(args: Arguments): void {
    const traced = this.#paths.trace(args, this.#state, this.#masks > 0 || this.#marks.at(-1)?.off === true)
    const clips = this.#clips
    this.#clips = false
    if (!clips) this.#moved = null
    else if (traced)
      this.#change({ clip: sharedBox(this.#state.clip, traced.box), oddClip: this.#state.oddClip || traced.odd })
  }

  #clipToForm(bounds: unknown): void {
    const [x0, y0, x1, y1] = Array.isArray(bounds) || bounds instanceof Float32Array ? bounds : []
    if (![x0, y0, x1, y1].every((each) => typeof each === 'number' && Number.isFinite(each))) return
    const box = boxUnder(this.#state.place, [Number(x0), Number(y0), Number(x1), Number(y1)])
    this.#change({ clip: sharedBox(this.#state.clip, box) })
  }

  /** The unit square under a transformation is painted. */
  #area(colour: string | null, place: Matrix): void {
    this.#moved = null
    if (this.#masks > 0 || this.#marks.at(-1)?.off === true) return
    const box = sharedBox(this.#state.clip, boxUnder(place, [0, 0, 1, 1]))
    const upright = (place[1] === 0 && place[2] === 0) || (place[0] === 0 && place[3] === 0)
    if (!isEmpty(box)) this.#areas.add(box, upright && this.#state.solid && !this.#state.oddClip ? colour : null)
  }

  /** Pictures are not read, and leave only the move to their place behind. */
  #picture(): void {
    if (this.#moved) this.#area(null, this.#moved)
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
    this.#picture()
    const before = this.#saved.pop()
    if (before) this.#state = before
  }

  #transform(matrix: Matrix | null): void {
    if (!matrix) return
    this.#change({ place: joined(this.#state.place, matrix) })
    this.#moved = this.#state.place
  }

  #change(to: Partial<State>): void {
    this.#state = { ...this.#state, ...to }
  }

  #markOf(args: Arguments): Mark {
    const around = this.#marks.at(-1)
    const name = nameOf(args?.[0])
    const id = typeof args?.[1] === 'number' ? args[1] : (around?.id ?? null)
    const off = around?.off === true || (name === 'OC' && !this.#isShown(args?.[1]))
    return { id, artifact: name === 'Artifact' || around?.artifact === true, off }
  }
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : ''
}

function isMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask)
}
