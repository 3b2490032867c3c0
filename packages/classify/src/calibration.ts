import table from './calibration.json' with { type: 'json' }

/**
 * How often findings of a kind were right on labelled letters. A group is a path from the general to the particular,
 * "value|answers/whole-figure|question": the particular is pulled towards the general where few were seen.
 */
export interface Sureness {
  readonly confidence: number
  readonly sure: boolean
  /** The group it was measured on. */
  readonly measuredBy: string
}

interface Count {
  readonly right: number
  readonly seen: number
}

const counts: Readonly<Record<string, Count>> = table.groups

/** How many cases of the wider group weigh as much as the group's own: a few, so that ten cases speak for themselves. */
const pull = 4

/** A group is sure when it was checked this often and, pulled towards its wider group, was right this often. */
const fewest = 6
const cut = 0.97

/**
 * The measured chance that a finding of this group is right, and whether that is enough to print it. It is never 1,
 * for what was right so far may yet be wrong. A group nobody checked is as good as its wider group, and never sure.
 */
export function sureness(...path: readonly [string, ...string[]]): Sureness {
  const steps = path.map((_, depth) => counts[path.slice(0, depth + 1).join('|')] ?? { right: 0, seen: 0 })
  const widest = steps[0] ?? { right: 0, seen: 0 }
  let confidence = (widest.right + 1) / (widest.seen + 2)
  for (const { right, seen } of steps.slice(1)) confidence = (right + pull * confidence) / (seen + pull)
  const own = steps.at(-1) ?? widest
  return {
    confidence: Math.floor(confidence * 1000) / 1000,
    sure: own.seen >= fewest && confidence >= cut,
    measuredBy: path.join('|'),
  }
}

/** Changes whenever the measured table does: readings made with another one are read again. */
export const calibrationVersion: string = table.version
