import type { Box } from '@disclosed/document'

/** Letters printed next to each other without a space between; what lines and cells are made of. */
export interface Word {
  readonly text: string
  readonly box: Box
  /** The y of the line the letters stand on, in points from the page's top. */
  readonly base: number
  /** The height of the type in points. */
  readonly size: number
  readonly bold: boolean
  /** The marked content it belongs to, in tagged files. */
  readonly mark: number | null
  /** Marked by the file as no part of the text proper: page heads and feet. */
  readonly artifact: boolean
  /** The annotation (a text box, a field) that draws it; null where the page itself does. */
  readonly note: string | null
  /** Set upwards, downwards or upside down: its box is right, but it stands in no line. */
  readonly turned: boolean
  /** A space was printed after it. */
  readonly spaced: boolean
  readonly href: string | null
  /** Counted from 1. */
  readonly page: number
  /** How sure (0 to 1) it was recognised, and where it stands on the page as it is shown; its `box` is that of the page set straight. */
  readonly recognised?: { readonly confidence: number; readonly box: Box }
}

/** A line drawn on the page, level or upright: `at` is its y (or x), `from` and `to` its ends. */
export interface Rule {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page's content draws, in points from its top left corner as it is shown. Pictures are left out. */
export interface Drawn {
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
  /** Filled rectangles: shaded rows and cells. */
  readonly shades: readonly Box[]
}

/** A page's content, parted by what a reader of the page sees. */
export interface Shown {
  readonly drawn: Drawn
  /** Words under an area that was painted over them later, as by hand to black them out. */
  readonly covered: readonly Word[]
  /** Words in no colour, or in that of their ground, or outside the page. */
  readonly invisible: readonly Word[]
  /** The words are those recognised in the picture of a scan, laid over it unseen. */
  readonly recognised: boolean
  /** Where pictures stand on the page, as far as can be told without unpacking them. */
  readonly pictures: readonly Box[]
}

export function middle(box: Box): number {
  return (box[0] + box[2]) / 2
}

export function height(box: Box): number {
  return box[3] - box[1]
}

export function width(box: Box): number {
  return box[2] - box[0]
}
