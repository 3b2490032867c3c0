import measured from './weights.json' with { type: 'json' }

/** What each sign adds to the log-odds that a figure is what was asked for, and the chance from which on it is told. */
export interface Weights {
  readonly base: number
  readonly cut: number
  /** Letters that taught them. */
  readonly letters: number
  readonly signs: Readonly<Record<string, number>>
}

export const weights: Weights = measured

/** The measured chance that a figure with these signs is what was asked for, from 0 to 1. */
export function chanceOf(signs: readonly string[], { base, signs: known }: Weights = weights): number {
  const logOdds = signs.reduce((sum, sign) => sum + (Object.hasOwn(known, sign) ? (known[sign] ?? 0) : 0), base)
  return 1 / (1 + Math.exp(-logOdds))
}
