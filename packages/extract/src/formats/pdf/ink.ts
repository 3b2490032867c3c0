/** How words were printed, as far as it tells whether they can be seen. Words printed alike share one. */
export interface Ink {
  /** "#rrggbb"; null where letters are patterns, outlined, or cut out of what lies below. */
  readonly colour: string | null
  /** Shown by no viewer: render mode 3 (the words of a scan are laid over it so), see-through, or a layer switched off. */
  readonly unseen: boolean
  /** How many areas of the page were painted before. */
  readonly order: number
}

/** Colours that differ by no more than this in red, green and blue (of 255) look the same. */
const sameColour = 24

/** Can nobody tell letters of one colour from a ground of the other? */
export function looksSame(one: string, other: string): boolean {
  return one === other || (areClose(one, other, 1) && areClose(one, other, 3) && areClose(one, other, 5))
}

function areClose(one: string, other: string, at: number): boolean {
  return Math.abs(channel(one, at) - channel(other, at)) <= sameColour
}

export function isDark(colour: string): boolean {
  return channel(colour, 1) < 96 && channel(colour, 3) < 96 && channel(colour, 5) < 96
}

function channel(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16)
}
