import measured from './calibration.json' with { type: 'json' }

/**
 * How right findings were on labelled letters, kind by kind. Each finding shows signs: the rule that found it, where its days came from,
 * whether its letter was read through without a gap. What a sign is worth is measured by logistic regression.
 */
export interface Calibration {
  readonly version: string
  readonly letters: number
  readonly kinds: Readonly<Record<string, MeasuredKind>>
}

export interface MeasuredKind {
  /** The confidence from which on at least 99 in 100 were right; null: from none. */
  readonly cut: number | null
  /** The log-odds of a finding that shows none of the signs. */
  readonly base: number
  readonly signs: Readonly<Record<string, MeasuredSign>>
}

export interface MeasuredSign {
  /** What it adds to the log-odds of being right. */
  readonly weight: number
  /** In so many letters it was seen. */
  readonly letters: number
}

export interface Sureness {
  readonly confidence: number
  readonly sure: boolean
  /** The kind of finding and its signs: "value|answers/whole-figure|days:asked|…". */
  readonly measuredBy: string
}

const table: Calibration = measured

/** The measured chance that a finding with these signs is right, and whether that is enough to print it. */
export function sureness(kind: string, ...signs: readonly string[]): Sureness {
  const measuredBy = [kind, ...signs].join('|')
  const known = told.get(measuredBy)
  if (known) return known
  const found = surenessIn(table, measuredBy)
  if (told.size >= mostTold) told.clear()
  told.set(measuredBy, found)
  return found
}

/** Findings of many letters show the same signs. */
const told = new Map<string, Sureness>()
const mostTold = 5_000

/** A finding is never sure that shows a sign of which hardly anybody has seen what comes of it. */
export function surenessIn({ kinds }: Pick<Calibration, 'kinds'>, measuredBy: string): Sureness {
  const [name = '', ...signs] = measuredBy.split('|')
  const kind = kinds[name] ?? unmeasured
  const known = signs.every((sign) => (kind.signs[sign]?.letters ?? 0) >= fewestLetters)
  const confidence = confidenceIn(kind, signs)
  return { confidence, sure: kind.cut !== null && known && confidence >= kind.cut, measuredBy }
}

/** The measured chance, in thousandths. It is never 1, for what was right so far may yet be wrong. */
export function confidenceIn({ base, signs: known }: Omit<MeasuredKind, 'cut'>, signs: readonly string[]): number {
  const logOdds = signs.reduce((sum, sign) => sum + (known[sign]?.weight ?? 0), base)
  return Math.min(0.999, Math.floor(1000 / (1 + Math.exp(-logOdds))) / 1000)
}

const fewestLetters = 3

/** Nobody has looked: it may be right or wrong. */
const unmeasured: MeasuredKind = { cut: null, base: 0, signs: {} }

/** Changes whenever the measured table does: readings made with another one are read again. */
export const calibrationVersion: string = table.version
