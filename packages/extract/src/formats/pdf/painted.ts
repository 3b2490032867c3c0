import type { Box } from '@disclosed/document'
import { type Area, Areas, boxUnder, isEmpty, sharedBox } from './areas.ts'
import type { Drawn } from './drawn.ts'
import type { Arguments } from './engine.ts'
import type { Matrix } from './matrix.ts'
import { PathTracer } from './paths.ts'
import type { Now, State } from './state.ts'

/** A page with more of them is a drawing. */
const mostPictures = 500

/** What a page paints besides words: paths, areas, pictures; and what is cut out of it to be painted on. */
export class Painted {
  readonly #areas = new Areas()
  readonly #paths = new PathTracer(this.#areas)
  /** The next path cuts out what can be drawn on. */
  #clips = false
  /** Where a picture would stand: the place was moved, and nothing was drawn there since. */
  #moved: Matrix | null = null
  readonly #pictures: Box[] = []

  /** In the order they were painted. */
  get areas(): readonly Area[] {
    return this.#areas.list
  }

  /** How many areas were painted so far. */
  get count(): number {
    return this.#areas.count
  }

  /** Where pictures seem to stand. */
  get pictures(): readonly Box[] {
    return this.#pictures
  }

  finish(): Pick<Drawn, 'rules' | 'shades'> {
    return this.#paths.finish()
  }

  /** A path is painted, or cuts; `unseen` when it is a stencil, or in a layer that is switched off. */
  path(args: Arguments, state: Now, unseen: boolean): void {
    const traced = this.#paths.trace(args, state, unseen)
    const clips = this.#clips
    this.#clips = false
    if (!clips) this.#moved = null
    else if (traced) {
      state.clip = sharedBox(state.clip, traced.box)
      state.oddClip = state.oddClip || traced.odd
    }
  }

  cutWithNext(): void {
    this.#clips = true
  }

  /** What a form of the page draws stays inside its bounds. */
  cutToForm(bounds: unknown, state: Now): void {
    const [x0, y0, x1, y1] = Array.isArray(bounds) || bounds instanceof Float32Array ? bounds : []
    if (![x0, y0, x1, y1].every((each) => typeof each === 'number' && Number.isFinite(each))) return
    const box = boxUnder(state.place, [Number(x0), Number(y0), Number(x1), Number(y1)])
    state.clip = sharedBox(state.clip, box)
  }

  /** All that can be drawn on is painted over. */
  all(state: State): void {
    this.#moved = null
    this.#areas.add(state.clip, null)
  }

  /** The unit square is painted. */
  area(colour: string | null, state: State, unseen: boolean): void {
    this.#square(colour, state.place, state, unseen)
  }

  /** The place was moved. */
  moved(place: Matrix): void {
    this.#moved = place
  }

  /** Words are drawn there: it is no picture. */
  notMoved(): void {
    this.#moved = null
  }

  /** Pictures are not read, and leave only the move to their place behind. */
  picture(state: State, unseen: boolean): void {
    if (!this.#moved) return
    const box = sharedBox(state.clip, boxUnder(this.#moved, [0, 0, 1, 1]))
    if (!unseen && !isEmpty(box) && this.#pictures.length < mostPictures) this.#pictures.push(box)
    this.#square(null, this.#moved, state, unseen)
  }

  #square(colour: string | null, place: Matrix, state: State, unseen: boolean): void {
    this.#moved = null
    if (unseen) return
    const box = sharedBox(state.clip, boxUnder(place, [0, 0, 1, 1]))
    const upright = (place[1] === 0 && place[2] === 0) || (place[0] === 0 && place[3] === 0)
    if (!isEmpty(box)) this.#areas.add(box, upright && state.solid && !state.oddClip ? colour : null)
  }
}
