import type { Box } from '@disclosed/document'
import type { Font, TextState } from './glyphs.ts'
import type { Matrix } from './matrix.ts'

/** How a page draws at one moment: what `q` saves and `Q` brings back. */
export interface State extends TextState {
  readonly place: Matrix
  readonly leading: number
  /** Colours as "#rrggbb"; null for patterns. */
  readonly fill: string | null
  readonly stroke: string | null
  readonly lineWidth: number
  /** How letters are shown: 0 filled, 1 outlined, 2 both, 3 not at all, 4 to 7 the same and cut out as well. */
  readonly mode: number
  /** How much what is filled hides, from 0 to 1. */
  readonly alpha: number
  /** What is filled now lies over what was there before, all around it considered. */
  readonly solid: boolean
  /** Are the groups that this is drawn in solid? */
  readonly inSolid: boolean
  /** No mask, and no mixing with the colours below. */
  readonly plain: boolean
  /** The part of the page that can be drawn on, and whether it is of an odd shape inside that box. */
  readonly clip: Box
  readonly oddClip: boolean
}

export const noFont: Font = {
  bold: false,
  ascent: 0.9,
  descent: -0.2,
  vertical: false,
  unit: 0.001,
  rise: 1,
  ownColours: false,
}

/** A state that changes as the page goes on. */
export type Now = { -readonly [Setting in keyof State]: State[Setting] }

/** How every page begins; `place` turns the file's coordinates into the page's, `clip` is the page. */
export function firstState(place: Matrix, clip: Box): Now {
  return {
    place,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    mode: 0,
    alpha: 1,
    solid: true,
    inSolid: true,
    plain: true,
    clip,
    oddClip: false,
    font: noFont,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    raised: 0,
    leading: 0,
  }
}

/** Inside a group things hide each other as usual; what the group is drawn with counts for all of it. */
export function grouped(state: State): Now {
  return { ...state, inSolid: state.solid, alpha: 1, plain: true }
}

/** What of a dictionary of settings (`gs`) tells whether things can be seen through. */
export function withSettings(state: State, settings: readonly (readonly [name: string, value: unknown])[]): Now {
  let { alpha, plain, lineWidth } = state
  for (const [name, value] of settings) {
    if (name === 'ca' && typeof value === 'number') alpha = value
    else if (name === 'LW' && typeof value === 'number') lineWidth = value
    else if (name === 'BM') plain = value === 'source-over'
    else if (name === 'SMask') plain = value === false || value === null
  }
  return { ...state, alpha, plain, lineWidth, solid: state.inSolid && plain && alpha > 0.9 }
}
