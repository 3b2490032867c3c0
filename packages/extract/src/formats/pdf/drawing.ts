import type { Box } from '@disclosed/document'
import type { Shown } from './drawn.ts'
import type { Arguments, IsShown, PdfPage } from './engine.ts'
import { fontNamed } from './fonts.ts'
import { type Font, WordMaker } from './glyphs.ts'
import type { Ink } from './ink.ts'
import { Marks } from './marks.ts'
import { asMatrix, joined, type Matrix, unmoved } from './matrix.ts'
import { operators } from './operators.ts'
import { Painted } from './painted.ts'
import { Pen } from './pen.ts'
import { seenWords } from './seen.ts'
import { withoutShadows } from './shadows.ts'
import { firstState, grouped, type Now, noFont, type State, withSettings } from './state.ts'

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
  readonly #words: WordMaker
  readonly #painted = new Painted()
  readonly #pen = new Pen()
  readonly #fonts = new Map<string, Font>()
  readonly #saved: Now[] = []
  readonly #marks: Marks
  #state: Now
  /** Inside a form drawn by the page, marked content is numbered anew; those numbers are not the page's. */
  #forms = 0
  /** The annotation that is being drawn. */
  #note: string | null = null
  /** Groups that draw a stencil; once one began, all groups inside it count. */
  #masks = 0
  #ink: Ink = { colour: null, unseen: false, order: 0 }

  constructor(page: PdfPage, number: number, base: Matrix, clip: Box, isShown: IsShown) {
    this.#words = new WordMaker(number)
    this.#page = page
    this.#first = firstState(base, clip)
    this.#marks = new Marks(isShown)
    this.#state = { ...this.#first }
  }

  finish(): Shown {
    this.#words.end()
    this.#painted.picture(this.#state, this.#isUnseen)
    const { words, inks } = this.#words
    const { words: seen, ...hidden } = seenWords(words, inks, this.#painted.areas, this.#first.clip)
    return {
      ...hidden,
      drawn: { words: withoutShadows(seen), ...this.#painted.finish() },
      pictures: this.#painted.pictures,
    }
  }

  obey(operator: number, args: Arguments): void {
    switch (operator) {
      case operators.showText:
        this.#show(args?.[0])
        break
      case operators.moveText:
        this.#pen.moveLine(asNumber(args?.[0]), asNumber(args?.[1]))
        break
      case operators.setTextMatrix:
        this.#pen.begin(args)
        break
      case operators.setFont:
        this.#setFont(args?.[0], asNumber(args?.[1]))
        break
      case operators.save:
        this.#save()
        break
      case operators.restore:
        this.#restore()
        break
      case operators.transform:
        this.#transform(asMatrix(args))
        break
      case operators.constructPath:
        this.#painted.path(args, this.#state, this.#isUnseen)
        break
      case operators.beginText:
        this.#pen.begin(null)
        break
      case operators.setLeadingMoveText:
        this.#state.leading = asNumber(args?.[1])
        this.#pen.moveLine(asNumber(args?.[0]), asNumber(args?.[1]))
        break
      case operators.nextLine:
        this.#pen.moveLine(0, this.#state.leading)
        break
      default:
        this.#obeySetting(operator, args)
        break
    }
  }

  #obeySetting(operator: number, args: Arguments): void {
    const state = this.#state
    switch (operator) {
      case operators.setCharSpacing:
        state.charSpacing = asNumber(args?.[0])
        break
      case operators.setWordSpacing:
        state.wordSpacing = asNumber(args?.[0])
        break
      case operators.setHScale:
        state.stretch = asNumber(args?.[0]) / 100
        break
      case operators.setLeading:
        state.leading = -asNumber(args?.[0])
        break
      case operators.setTextRise:
        state.raised = asNumber(args?.[0])
        break
      case operators.setFillRGBColor:
        state.fill = String(args?.[0])
        break
      case operators.setTextRenderingMode:
        state.mode = asNumber(args?.[0])
        break
      case operators.setStrokeRGBColor:
        state.stroke = String(args?.[0])
        break
      case operators.setFillColorN:
      case operators.setFillTransparent:
        state.fill = null
        break
      case operators.setLineWidth:
        state.lineWidth = asNumber(args?.[0])
        break
      case operators.setGState:
        if (Array.isArray(args?.[0])) this.#state = withSettings(state, args[0])
        break
      default:
        this.#obeyPainting(operator, args)
        break
    }
  }

  #obeyPainting(operator: number, args: Arguments): void {
    switch (operator) {
      case operators.clip:
      case operators.eoClip:
        this.#painted.cutWithNext()
        break
      case operators.paintSolidColorImageMask:
        this.#painted.area(this.#state.fill, this.#state, this.#isUnseen)
        break
      case operators.paintImageXObject:
        this.#painted.area(null, this.#state, this.#isUnseen)
        break
      case operators.shadingFill:
        this.#painted.all(this.#state)
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
        this.#marks.begin(args)
        break
      case operators.endMarkedContent:
        this.#marks.end()
        break
      case operators.beginGroup:
        this.#save()
        this.#state = grouped(this.#state)
        if (this.#masks > 0 || isMask(args?.[0])) this.#masks += 1
        break
      case operators.endGroup:
        this.#masks = Math.max(0, this.#masks - 1)
        this.#restore()
        break
      case operators.paintFormXObjectBegin:
        this.#save()
        this.#forms += 1
        this.#transform(asMatrix(args?.[0]))
        this.#painted.cutToForm(args?.[1], this.#state)
        break
      case operators.paintFormXObjectEnd:
        this.#forms -= 1
        this.#restore()
        break
      case operators.beginAnnotation:
        this.#save()
        this.#forms += 1
        this.#note = String(args?.[0])
        this.#state = { ...this.#first }
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
    const { place, font, size } = this.#state
    if (!Array.isArray(glyphs) || size === 0) return
    const mark = this.#marks.innermost
    const id = this.#forms === 0 ? (mark?.id ?? null) : null
    const ink = this.#inkNow(mark?.off === true)
    const printed = { mark: id, artifact: mark?.artifact ?? false, note: this.#note, ink }
    const moved = this.#words.show(glyphs, this.#state, joined(place, this.#pen.place), printed)
    this.#painted.notMoved()
    this.#pen.advance(moved, font.vertical)
  }

  #inkNow(off: boolean): Ink {
    const { fill, mode, alpha, plain, inSolid, font } = this.#state
    const told = (mode === 0 || mode === 4) && plain && inSolid && !font.ownColours && this.#masks === 0
    const colour = told ? fill : null
    const unseen = mode === 3 || alpha < 0.05 || off
    const order = this.#painted.count
    const last = this.#ink
    if (last.colour !== colour || last.unseen !== unseen || last.order !== order) this.#ink = { colour, unseen, order }
    return this.#ink
  }

  /** What is painted now is a stencil, or in a layer that is switched off. */
  get #isUnseen(): boolean {
    return this.#masks > 0 || this.#marks.off
  }

  #setFont(name: unknown, size: number): void {
    const key = String(name)
    const known = this.#fonts.get(key)
    const font = known ?? fontNamed(this.#page, key) ?? noFont
    if (!known) this.#fonts.set(key, font)
    this.#state.font = font
    this.#state.size = size
  }

  #save(): void {
    this.#saved.push({ ...this.#state })
  }

  #restore(): void {
    this.#painted.picture(this.#state, this.#isUnseen)
    this.#state = this.#saved.pop() ?? this.#state
  }

  #transform(matrix: Matrix | null): void {
    if (!matrix) return
    this.#state.place = joined(this.#state.place, matrix)
    this.#painted.moved(this.#state.place)
  }
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function isMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask)
}
