/** A finding to learn from: what it shows, whether it was right, and how much of a case it is. */
export interface Case {
  readonly signs: readonly string[]
  readonly right: boolean
  readonly weight: number
}

export interface Regression {
  /** The log-odds where no sign is shown. */
  readonly base: number
  readonly weights: ReadonlyMap<string, number>
}

/**
 * What each sign adds to the log-odds of being right: logistic regression with a ridge (le Cessie and van Houwelingen, 1992), which
 * holds a sign near nothing that few cases show. By Newton's steps, one sign after the other. The base has a ridge of a tenth, so that
 * it is finite where all were right.
 */
export function regress(cases: readonly Case[], ridge: number): Regression {
  const names = [...new Set(cases.flatMap(({ signs }) => signs))].toSorted()
  const places = new Map(names.map((name, index) => [name, index]))
  const rows: number[][] = names.map(() => [])
  for (const [row, { signs }] of cases.entries())
    for (const sign of new Set(signs)) rows[places.get(sign) ?? 0]?.push(row)
  const everywhere = cases.map((_, row) => row)
  const logOdds = new Float64Array(cases.length)
  const weights = new Float64Array(names.length)
  let base = 0
  const step = (shown: readonly number[], held: number, at: number): number => {
    let slope = -held * at
    let bend = held
    for (const row of shown) {
      const each = cases[row]
      if (!each) continue
      const chance = 1 / (1 + Math.exp(-(logOdds[row] ?? 0)))
      slope += each.weight * ((each.right ? 1 : 0) - chance)
      bend += each.weight * Math.max(chance * (1 - chance), leastBend)
    }
    const by = Math.max(-1, Math.min(1, slope / bend))
    for (const row of shown) logOdds[row] = (logOdds[row] ?? 0) + by
    return by
  }
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    const moved = step(everywhere, 0.1, base)
    base += moved
    let farthest = Math.abs(moved)
    for (const [index, shown] of rows.entries()) {
      const by = step(shown, ridge, weights[index] ?? 0)
      weights[index] = (weights[index] ?? 0) + by
      farthest = Math.max(farthest, Math.abs(by))
    }
    if (farthest < 0.001) break
  }
  return { base, weights: new Map(names.map((name, index) => [name, weights[index] ?? 0])) }
}

const leastBend = 0.02
const mostSweeps = 100
