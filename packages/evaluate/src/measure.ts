import { createHash } from 'node:crypto'
import { type Calibration, type MeasuredGroup, surenessIn } from '@disclosed/classify'
import type { Judged } from './judge.ts'

/** The findings of one letter that labels could judge. `id` is made of its content. */
export interface JudgedLetter {
  readonly id: string
  readonly judged: readonly Judged[]
}

/** Counts each finding in its group and in every wider one. */
export function measureGroups(letters: readonly JudgedLetter[]): Calibration['groups'] {
  const groups = new Map<string, MeasuredGroup>()
  for (const { judged } of letters)
    for (const [path, own] of countsOf(judged)) groups.set(path, withLetter(groups.get(path) ?? none, own))
  return Object.fromEntries([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

interface Count {
  right: number
  seen: number
}

function countsOf(judged: readonly Judged[]): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>()
  for (const { group, right } of judged) {
    const steps = group.split('|')
    for (let depth = 1; depth <= steps.length; depth += 1) {
      const path = steps.slice(0, depth).join('|')
      const count = counts.get(path) ?? { right: 0, seen: 0 }
      counts.set(path, { right: count.right + (right ? 1 : 0), seen: count.seen + 1 })
    }
  }
  return counts
}

const none: MeasuredGroup = { right: 0, seen: 0, letters: 0, cases: 0, rightCases: 0 }

/**
 * Findings of one letter are right or wrong together, for one hand wrote them: so many weigh as much as these cases. It is the design
 * effect of samples drawn in clusters (Kish, "Survey Sampling", 1965). A likeness of 0.7 held back better than 0.3 and 0.5: ten figures
 * of a letter are one case and a third, so that no letter alone makes a group sure.
 */
const likeness = 0.7

function withLetter(group: MeasuredGroup, { right, seen }: Count): MeasuredGroup {
  const weight = 1 / (1 + (seen - 1) * likeness)
  return {
    right: group.right + right,
    seen: group.seen + seen,
    letters: group.letters + 1,
    cases: rounded(group.cases + seen * weight),
    rightCases: rounded(group.rightCases + right * weight),
  }
}

function rounded(number: number): number {
  return Math.round(number * 1e6) / 1e6
}

/** Findings as they look where confidence is looked up in this table. */
export function asMeasuredBy(
  table: Pick<Calibration, 'groups' | 'cuts'>,
  judged: readonly Judged[],
): readonly Judged[] {
  return judged.map((each) => {
    const { confidence, sure } = surenessIn(table, each.group)
    return { ...each, confidence, sure }
  })
}

/** The table with its version: a hash of what was measured, for readings made with another one are read again. */
export function calibrationOf(letters: number, cuts: Calibration['cuts'], groups: Calibration['groups']): Calibration {
  const hash = createHash('sha256').update(JSON.stringify({ cuts, groups })).digest('hex')
  return { version: `sha256:${hash.slice(0, 16)}`, letters, cuts, groups }
}
