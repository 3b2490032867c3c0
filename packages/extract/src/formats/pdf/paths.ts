import type { Box } from '@disclosed/document'
import { type Drawn, height, type Rule, width } from './drawn.ts'
import type { Arguments } from './engine.ts'
import type { Matrix } from './matrix.ts'

/** How paths are painted, by pdf.js's numbers: with the pen, filled, or both. */
const stroked: ReadonlySet<unknown> = new Set([20, 21, 24, 25, 26, 27])
const filled: ReadonlySet<unknown> = new Set([22, 23, 24, 25, 26, 27])
const closing: ReadonlySet<unknown> = new Set([21, 26, 27])

/** Word and Excel draw borders as filled rectangles about as thick as this, in points. */
const thickest = 3
/** A page whose drawing has more lines than this is a map or a chart, no table. */
const mostRules = 20_000

type Point = readonly [x: number, y: number]

/** Keeps of all paths what can belong to a table: level and upright lines, and filled rectangles. */
export class PathTracer {
  readonly #rules: Rule[] = []
  readonly #shades: Box[] = []

  trace(args: Arguments, place: Matrix, colour: string): void {
    const [paint, parts] = args ?? []
    const data: unknown = Array.isArray(parts) ? parts[0] : null
    if (!(data instanceof Float32Array) || this.#rules.length > mostRules) return
    if (!stroked.has(paint) && !filled.has(paint)) return
    for (const outline of outlines(data, place)) {
      const box = asRectangle(outline)
      if (filled.has(paint) && box) this.#fill(box, colour)
      if (stroked.has(paint)) this.#stroke(outline, closing.has(paint))
    }
  }

  finish(): Pick<Drawn, 'rules' | 'shades'> {
    return { rules: this.#rules.length > mostRules ? [] : this.#rules, shades: this.#shades }
  }

  #fill(box: Box, colour: string): void {
    const [left, top, right, bottom] = box
    const thin = Math.min(width(box), height(box))
    const long = Math.max(width(box), height(box))
    if (thin <= thickest && long > thickest) {
      const upright = height(box) > width(box)
      if (upright) this.#rules.push({ upright, at: (left + right) / 2, from: top, to: bottom })
      else this.#rules.push({ upright, at: (top + bottom) / 2, from: left, to: right })
    } else if (thin > thickest && colour !== '#ffffff') {
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
