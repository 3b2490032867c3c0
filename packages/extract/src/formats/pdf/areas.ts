import { around, type Box } from '@disclosed/document'
import { height, width } from './drawn.ts'
import type { Matrix } from './matrix.ts'

/**
 * A part of the page that was painted over. `colour` ("#rrggbb") is what is seen there afterwards where nothing else is
 * drawn on it; null for pictures, patterns and all that is see-through or of an odd shape: there anything may be seen.
 */
export interface Area {
  readonly box: Box
  readonly colour: string | null
}

/** Lines thinner than this, in points, hide no words. */
export const thinnest = 3
/** Drawings have more; what they hide is not looked for. */
const mostAreas = 20_000

/** The areas of a page in the order they were painted. */
export class Areas {
  readonly list: Area[] = []

  get count(): number {
    return this.list.length
  }

  add(box: Box, colour: string | null): void {
    const solid = Math.min(width(box), height(box)) > thinnest
    if (solid && box.every(Number.isFinite) && this.list.length < mostAreas) this.list.push({ box, colour })
  }
}

/** The box around a rectangle that a transformation moved and turned. */
export function boxUnder([a, b, c, d, e, f]: Matrix, [x0, y0, x1, y1]: Box): Box {
  const corner = (x: number, y: number): Box => {
    const [u, v] = [a * x + c * y + e, b * x + d * y + f]
    return [u, v, u, v]
  }
  return [corner(x0, y0), corner(x1, y0), corner(x0, y1), corner(x1, y1)].reduce(around)
}

/** What two boxes share; an empty box where they share nothing. */
export function sharedBox(one: Box, other: Box): Box {
  const [left, top] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
  return [left, top, Math.max(left, Math.min(one[2], other[2])), Math.max(top, Math.min(one[3], other[3]))]
}

export function isEmpty([left, top, right, bottom]: Box): boolean {
  return right <= left || bottom <= top
}
