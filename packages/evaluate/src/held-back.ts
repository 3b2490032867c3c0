import type { Calibration } from '@disclosed/classify'
import { calibrate, heldBack } from './calibrate.ts'
import { type FindingKind, findingKinds, type Judged } from './judge.ts'
import { asMeasuredBy, calibrationOf, type JudgedLetter } from './measure.ts'
import { type BandRow, bandRows, type Scored, type SureRow, setsOf, sureRow } from './report.ts'

/** A new calibration, and what it is worth. */
export interface CalibrationReport {
  readonly calibration: Calibration
  /** The kinds of findings that were measured; the table may hold others, which were measured before. */
  readonly findings: readonly FindingKind[]
  readonly sets: readonly CalibratedSet[]
  readonly all: CalibratedSet
}

export interface CalibratedSet {
  readonly name: string
  readonly letters: number
  readonly sure: readonly CalibratedRow[]
  /** Confidence as claimed for letters that were held back, and how many were right. */
  readonly bands: readonly BandRow[]
}

/** The same findings, marked by what all letters taught and by what the others taught. */
export interface CalibratedRow {
  readonly finding: SureRow['finding']
  readonly cut: number | null
  /** Measured on the very letters it is looked up for. */
  readonly open: SureRow
  /** Each letter marked by what the others taught. */
  readonly heldBack: SureRow
  /** How much of the share of right among the sure, and of the sure among the right, is due to having seen the letters. */
  readonly lostShare: number | null
  readonly lostSure: number | null
}

/**
 * Letters of a set of this name are ones that rules were written beside. They teach what signs are worth; how many findings are right,
 * and where the cut is, only the others tell.
 */
export const seenSet = 'seen'

/**
 * Measures every kind of finding, or only the kinds in `only`; the others are then left as the table `before` has them, and are told nothing
 * of.
 */
export function calibrationReport(
  scored: readonly Scored[],
  { only, before }: { readonly only?: readonly FindingKind[]; readonly before?: Calibration } = {},
): CalibrationReport {
  const findings = only ?? findingKinds
  const letters = scored.flatMap(({ id, judged, letter }): JudgedLetter[] =>
    id && judged
      ? [{ id, judged: judged.filter(({ kind }) => findings.includes(kind)), seen: letter.set === seenSet }]
      : [],
  )
  const measured = calibrate(letters)
  const calibration = before && only ? calibrationOf(before.letters, { ...before.kinds, ...measured.kinds }) : measured
  const blind = new Map(heldBack(letters).map(({ id, judged }) => [id, judged]))
  const asSet = ({ name, letters }: { readonly name: string; readonly letters: readonly Scored[] }): CalibratedSet => {
    const open = letters.map(({ judged }) =>
      asMeasuredBy(
        calibration.kinds,
        (judged ?? []).filter(({ kind }) => findings.includes(kind)),
      ),
    )
    const held = letters.map(({ id }) => blind.get(id ?? '') ?? [])
    const sure = rows(calibration, open, held).filter(({ finding }) => findings.includes(finding))
    return { name, letters: letters.length, sure, bands: bandRows(held.flat()) }
  }
  return { calibration, findings, sets: setsOf(scored).map(asSet), all: asSet({ name: 'all', letters: scored }) }
}

type ByLetter = readonly (readonly Judged[])[]

function rows({ kinds }: Calibration, openByLetter: ByLetter, heldByLetter: ByLetter): readonly CalibratedRow[] {
  return findingKinds.flatMap((finding) => {
    const [open] = sureRow(finding, openByLetter)
    const [held] = sureRow(finding, heldByLetter)
    if (!open || !held) return []
    return [
      {
        finding,
        cut: kinds[finding]?.cut ?? null,
        open,
        heldBack: held,
        lostShare: minus(open.share, held.share),
        lostSure: minus(open.ofRightSure, held.ofRightSure),
      },
    ]
  })
}

function minus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other
}
