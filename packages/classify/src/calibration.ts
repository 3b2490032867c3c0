import measured from './calibration.json' with { type: 'json' }

/**
 * How often findings of a kind were right on labelled letters. A group is a path from the general to the particular,
 * "value|clear|answers/whole-figure|asked": the particular is pulled towards the general where few were seen.
 */
export interface Calibration {
  readonly version: string
  readonly letters: number
  /** For each kind of finding, the confidence from which on at least 99 in 100 were right; null: from none. */
  readonly cuts: Readonly<Record<string, number | null>>
  readonly groups: Readonly<Record<string, MeasuredGroup>>
}

export interface MeasuredGroup {
  readonly right: number
  readonly seen: number
  readonly letters: number
  /** What they weigh as cases: ten figures of one list were read by one stroke of luck, and are no ten cases. */
  readonly cases: number
  readonly rightCases: number
}

export interface Sureness {
  readonly confidence: number
  readonly sure: boolean
  /** The group it was measured on. */
  readonly measuredBy: string
}

const table: Calibration = measured

/** The measured chance that a finding of this group is right, and whether that is enough to print it. */
export function sureness(...path: readonly [string, ...string[]]): Sureness {
  return surenessIn(table, path.join('|'))
}

/** A group nobody checked is as good as its wider group, and never sure. */
export function surenessIn({ groups, cuts }: Pick<Calibration, 'groups' | 'cuts'>, measuredBy: string): Sureness {
  const confidence = confidenceIn(groups, measuredBy)
  const cut = cuts[measuredBy.split('|')[0] ?? ''] ?? null
  return { confidence, sure: cut !== null && confidence >= cut && groups[measuredBy] !== undefined, measuredBy }
}

/** So many cases of the wider group weigh beside the group's own: few, so that ten cases speak for themselves. */
const pull = 2

/** The measured share of this group, each step pulled towards the one before. It is never 1, for what was right so far may yet be wrong. */
export function confidenceIn(groups: Calibration['groups'], measuredBy: string): number {
  const [kind = '', ...steps] = measuredBy.split('|')
  let path = kind
  let { rightCases, cases } = groups[path] ?? none
  let confidence = (rightCases + 1) / (cases + 2)
  for (const step of steps) {
    path = `${path}|${step}`
    ;({ rightCases, cases } = groups[path] ?? none)
    confidence = (rightCases + pull * confidence) / (cases + pull)
  }
  return Math.floor(confidence * 1000) / 1000
}

const none = { rightCases: 0, cases: 0 }

/** Changes whenever the measured table does: readings made with another one are read again. */
export const calibrationVersion: string = table.version
