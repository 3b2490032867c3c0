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
const fewest = 12
const cut = 0.97

/** The measured chance that a finding of this group is right; never 1, for what was right so far may yet be wrong. */
export function sureness(...path: readonly [string, ...string[]]): Sureness {
  let confidence = 0.5
  let own: Count = { right: 0, seen: 0 }
  for (let depth = 1; depth <= path.length; depth += 1) {
    own = counts[path.slice(0, depth).join('|')] ?? { right: 0, seen: 0 }
    confidence = (own.right + pull * confidence) / (own.seen + pull)
  }
  const rounded = Math.floor(confidence * 1000) / 1000
  return {
    confidence: rounded,
    sure: own.seen >= fewest && own.right / own.seen >= cut && confidence >= cut - 0.02,
    measuredBy: path.join('|'),
  }
}

/** Changes whenever the measured table does: readings made with another one are read again. */
export const calibrationVersion: string = table.version
