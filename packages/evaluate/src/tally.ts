/** What was found right, found where nothing is, and not found. */
export interface Tally {
  readonly right: number
  readonly invented: number
  readonly missed: number
}

export const nothing: Tally = { right: 0, invented: 0, missed: 0 }

export function plus(one: Tally, other: Tally): Tally {
  return {
    right: one.right + other.right,
    invented: one.invented + other.invented,
    missed: one.missed + other.missed,
  }
}

/** A field that every letter has: where it is not right it is invented and missed at once. */
export function hit(isRight: boolean): Tally {
  return isRight ? { right: 1, invented: 0, missed: 0 } : { right: 0, invented: 1, missed: 1 }
}

/** Two lists against each other, whatever their order; what stands twice counts twice. */
export function against(labels: readonly string[], read: readonly string[]): Tally {
  const left = new Map<string, number>()
  for (const label of labels) left.set(label, (left.get(label) ?? 0) + 1)
  let right = 0
  for (const each of read) {
    const open = left.get(each) ?? 0
    if (open === 0) continue
    right += 1
    left.set(each, open - 1)
  }
  return { right, invented: read.length - right, missed: labels.length - right }
}

/** Of what was read, the share that is right. Null where nothing was read. */
export function precision({ right, invented }: Tally): number | null {
  return right + invented > 0 ? right / (right + invented) : null
}

/** Of what is there, the share that was read right. Null where nothing is there. */
export function recall({ right, missed }: Tally): number | null {
  return right + missed > 0 ? right / (right + missed) : null
}

/** The harmonic mean of both; null where nothing is there and nothing was read. */
export function f1(tally: Tally): number | null {
  const { right, invented, missed } = tally
  if (right + invented + missed === 0) return null
  return (2 * right) / (2 * right + invented + missed)
}
