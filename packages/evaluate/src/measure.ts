import { createHash } from 'node:crypto'
import { type Calibration, type MeasuredKind, surenessIn } from '@disclosed/classify'
import { type FindingKind, findingKinds, type Judged } from './judge.ts'
import { type Case, regress } from './regress.ts'

/** The findings of one letter that labels could judge. `id` is made of its content. */
export interface JudgedLetter {
  readonly id: string
  readonly judged: readonly Judged[]
  /** Were rules written beside it? More of its findings are right than of a letter's that nobody has seen. */
  readonly seen?: boolean
}

export type Measured = Readonly<Partial<Record<FindingKind, Omit<MeasuredKind, 'cut'>>>>

/** What the signs of each kind of finding are worth, for those kinds of which these letters have any. */
export function measureSigns(letters: readonly JudgedLetter[]): Measured {
  const ordered = letters.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return Object.fromEntries(
    findingKinds.flatMap((kind) => {
      const cases = ordered.flatMap(({ judged, seen }) =>
        casesOf(
          judged.filter((each) => each.kind === kind),
          seen ? [seenBefore] : [],
        ),
      )
      if (cases.length === 0) return []
      const { base, weights } = regress(cases, ridge)
      const seen = lettersOf(ordered, kind)
      const signs = [...weights]
        .filter(([sign]) => sign !== seenBefore)
        .map(([sign, weight]) => [sign, { weight: rounded(weight), letters: seen.get(sign) ?? 0 }] as const)
      return [[kind, { base: rounded(base), signs: Object.fromEntries(signs) }]]
    }),
  )
}

/**
 * Findings of one letter are right or wrong together, for one hand wrote them: so many weigh as much as these cases. It is the design
 * effect of samples drawn in clusters (Kish, "Survey Sampling", 1965).
 */
function casesOf(judged: readonly Judged[], also: readonly string[]): readonly Case[] {
  const weight = 1 / (1 + (judged.length - 1) * likeness)
  return judged.map(({ measuredBy, right }) => ({ signs: [...signsIn(measuredBy), ...also], right, weight }))
}

/** A sign that no new letter shows: what it is worth is told apart from what the others are, and left out. */
const seenBefore = 'rules were written beside it'

/** Those that held back best of the ones tried (0.1 to 0.6, 0.3 to 10). */
const likeness = 0.3
const ridge = 1

function lettersOf(letters: readonly JudgedLetter[], kind: FindingKind): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { judged } of letters) {
    const shown = new Set(judged.filter((each) => each.kind === kind).flatMap(({ measuredBy }) => signsIn(measuredBy)))
    for (const sign of shown) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return counts
}

function signsIn(measuredBy: string): readonly string[] {
  return measuredBy.split('|').slice(1)
}

function rounded(number: number): number {
  return Math.round(number * 1e3) / 1e3
}

/** Measured signs with the cuts from which on findings are sure. */
export function withCuts(
  measured: Measured,
  cuts: Readonly<Partial<Record<FindingKind, number | null>>>,
): Calibration['kinds'] {
  return Object.fromEntries(
    findingKinds.flatMap((kind) => (measured[kind] ? [[kind, { cut: cuts[kind] ?? null, ...measured[kind] }]] : [])),
  )
}

/** Findings as they look where confidence is looked up in this table. */
export function asMeasuredBy(kinds: Calibration['kinds'], judged: readonly Judged[]): readonly Judged[] {
  return judged.map((each) => {
    const { confidence, sure } = surenessIn({ kinds }, each.measuredBy)
    return { ...each, confidence, sure }
  })
}

/** The table with its version: a hash of what was measured, for readings made with another one are read again. */
export function calibrationOf(letters: number, kinds: Calibration['kinds']): Calibration {
  const hash = createHash('sha256').update(JSON.stringify(kinds)).digest('hex')
  return { version: `sha256:${hash.slice(0, 16)}`, letters, kinds }
}
