import type { Span } from './span.ts'

/** Left, top, right, bottom in points (1/72 inch) from the page's top left corner. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Where words stand in the file that was published, so that they can be shown there. */
export type Place =
  | { readonly kind: 'page'; readonly page: number; readonly box: Box | null }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly range: string }
  | { readonly kind: 'element'; readonly selector: string }

/**
 * A stretch of text and the place it was read from: a printed line, a cell, an element.
 * `ocr` is the lowest confidence (0 to 1) of its words where they were recognised from a picture, else null.
 */
export interface Placed extends Span {
  readonly place: Place
  readonly ocr: number | null
}

/** The smallest box around both. */
export function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}
