import { around, type Box } from '@disclosed/document'
import { type Areas, isEmpty, sharedBox, thinnest } from './areas.ts'
import { type Drawn, height, type Rule, width } from './drawn.ts'
import type { Arguments } from './engine.ts'
import type { Matrix } from './matrix.ts'
import type { State } from './state.ts'

/** How paths are painted, by pdf.js's numbers: with the pen, filled, or both. */
const stroked: ReadonlySet<unknown> = new Set([20, 21, 24, 25, 26, 27])
const filled: ReadonlySet<unknown> = new Set([22, 23, 24, 25, 26, 27])
const closing: ReadonlySet<unknown> = new Set([21, 26, 27])

/** A page whose drawing has more lines than this is a map or a chart, no table. */
const mostRules = 20_000
/** A path of more pieces than this is no box drawn by hand, and what it hides is not worked out. */
const mostPieces = 200

type Point = readonly [x: number, y: number]

/** Keeps of all paths what can belong to a table (level and upright lines, filled rectangles), and the areas they fill. */
export class PathTracer {
  readonly #rules: Rule[] = []
  readonly #shades: Box[] = []
  readonly #areas: Areas

  constructor(areas: Areas) {
    this.#areas = areas
  }

  /** Follows a path; `isMask` when what it paints is a stencil and not seen. Returns where it lies, for clipping. */
  trace(args: Arguments, state: State, isMask: boolean): Traced | null {
    const [paint, parts] = args ?? []
    const data: unknown = Array.isArray(parts) ? parts[0] : null
    if (!(data instanceof Float32Array)) return null
    const found = outlines(data, state.place)
    const boxes = found.map(asRectangle)
    const many = this.#rules.length > mostRules
    found.forEach((outline, index) => {
      const box = boxes[index]
      if (filled.has(paint) && box && !many) this.#fill(box, state.fill)
      if (stroked.has(paint) && !many) this.#stroke(outline, closing.has(paint))
    })
    if (filled.has(paint) && !isMask) this.#fillAreas(found, boxes, state)
    if (stroked.has(paint) && !isMask) this.#strokeAreas(found, state)
    const [only, ...more] = boxes
    const [first, ...rest] = found
    if (!first) return null
    return only && more.length === 0
      ? { box: only, odd: false }
      : { box: rest.map(outlineBox).reduce(around, outlineBox(first)), odd: true }
  }

  finish(): Pick<Drawn, 'rules' | 'shades'> {
    return { rules: this.#rules.length > mostRules ? [] : this.#rules, shades: this.#shades }
  }

  /** A frame is two rectangles in one path, with a hole: pieces that lie over each other hide nothing for sure. */
  #fillAreas(found: readonly Outline[], boxes: readonly (Box | null)[], state: State): void {
    const apart = areApart(boxes)
    found.forEach((outline, index) => {
      const box = boxes[index]
      this.#add(box ?? outlineBox(outline), box && apart ? state.fill : null, state)
    })
  }

  /** A line drawn with a broad pen is a box as well. */
  #strokeAreas(found: readonly Outline[], state: State): void {
    const [a, b, c, d] = state.place
    const broad = state.lineWidth * Math.sqrt(Math.abs(a * d - b * c))
    if (broad <= thinnest) return
    for (const { points } of found) {
      points.slice(1).forEach((to, index) => {
        const from = points[index] ?? to
        const level = Math.abs(to[1] - from[1]) < 0.6
        const upright = Math.abs(to[0] - from[0]) < 0.6
        const [x, y] = [level ? 0 : broad / 2, upright ? 0 : broad / 2]
        const box = around([from[0], from[1], from[0], from[1]], [to[0], to[1], to[0], to[1]])
        const line: Box = [box[0] - x, box[1] - y, box[2] + x, box[3] + y]
        this.#add(line, level || upright ? state.stroke : null, state)
      })
    }
  }

  #add(box: Box, colour: string | null, state: State): void {
    const shown = sharedBox(box, state.clip)
    if (!isEmpty(shown)) this.#areas.add(shown, state.solid && !state.oddClip ? colour : null)
  }

  #fill(box: Box, colour: string | null): void {
    const [left, top, right, bottom] = box
    const thin = Math.min(width(box), height(box))
    const long = Math.max(width(box), height(box))
    if (thin <= thinnest && long > thinnest) {
      const upright = height(box) > width(box)
      if (upright) this.#rules.push({ upright, at: (left + right) / 2, from: top, to: bottom })
      else this.#rules.push({ upright, at: (top + bottom) / 2, from: left, to: right })
    } else if (thin > thinnest && colour !== '#ffffff') {
      this.#shades.push(box)
    }
  }

  #stroke(outline: Outline, closes: boolean): void {
    const { points } = outline
    const [first] = points
    const path = (closes || outline.closed) && first ? [...points, first] : points
    path.forEach((to, index) => {
      const from = path[index - 1]
      if (!from || outline.curved) return
      const across = Math.abs(to[0] - from[0])
      const down = Math.abs(to[1] - from[1])
      if (across > 1 && down < 0.6)
        this.#rules.push({
          upright: false,
          at: (to[1] + from[1]) / 2,
          from: Math.min(to[0], from[0]),
          to: Math.max(to[0], from[0]),
        })
      else if (down > 1 && across < 0.6)
        this.#rules.push({
          upright: true,
          at: (to[0] + from[0]) / 2,
          from: Math.min(to[1], from[1]),
          to: Math.max(to[1], from[1]),
        })
    })
  }
}

/** Where a path lies; `odd` when it is no single rectangle. */
export interface Traced {
  readonly box: Box
  readonly odd: boolean
}

interface Outline {
  readonly points: readonly Point[]
  readonly closed: boolean
  readonly curved: boolean
}

/** pdf.js writes a path as numbers: 0 x y moves, 1 x y draws a line, 2 and six numbers a curve, 3 closes. */
function outlines(data: Float32Array, [a, b, c, d, e, f]: Matrix): readonly Outline[] {
  const found: Outline[] = []
  let points: Point[] = []
  let closed = false
  let curved = false
  const end = (): void => {
    if (points.length > 1) found.push({ points, closed, curved })
    points = []
    closed = false
    curved = false
  }
  const point = (index: number): Point => {
    const x = data[index] ?? 0
    const y = data[index + 1] ?? 0
    return [a * x + c * y + e, b * x + d * y + f]
  }
  for (let index = 0; index < data.length; ) {
    const code = data[index]
    if (code === 0) {
      end()
      points.push(point(index + 1))
      index += 3
    } else if (code === 1) {
      points.push(point(index + 1))
      index += 3
    } else if (code === 2) {
      curved = true
      points.push(point(index + 5))
      index += 7
    } else {
      closed = true
      index += 1
    }
  }
  end()
  return found
}

function outlineBox({ points }: Outline): Box {
  return points.map(([x, y]): Box => [x, y, x, y]).reduce(around)
}

function areApart(boxes: readonly (Box | null)[]): boolean {
  if (boxes.length === 1) return true
  if (boxes.length > mostPieces) return false
  return boxes.every((one, index) =>
    boxes.slice(index + 1).every((other) => {
      const shared = one && other ? sharedBox(one, other) : null
      return shared === null || Math.min(width(shared), height(shared)) < 1
    }),
  )
}

function asRectangle({ points, curved }: Outline): Box | null {
  if (curved || points.length < 4 || points.length > 5) return null
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const onEdge = points.every(
    ([x, y]) =>
      (Math.abs(x - box[0]) < 0.5 || Math.abs(x - box[2]) < 0.5) &&
      (Math.abs(y - box[1]) < 0.5 || Math.abs(y - box[3]) < 0.5),
  )
  return onEdge ? box : null
}
