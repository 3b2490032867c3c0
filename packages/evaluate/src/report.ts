import { atLeast } from './bound.ts'
import { type FindingKind, findingKinds, type Judged } from './judge.ts'
import type { LabelledLetter } from './labelled.ts'
import { type MeasureName, type Measures, sumOf } from './measures.ts'
import type { Score } from './score.ts'
import { f1, precision, recall } from './tally.ts'

/** A letter with what came of it. */
export interface Scored extends Score {
  readonly letter: LabelledLetter
  /** Of the document's content; null where it could not be read. */
  readonly id: string | null
  /** Null where its document could not be read. */
  readonly judged: readonly Judged[] | null
}

export interface Report {
  /** Each set by itself where there are several. */
  readonly sets: readonly SetReport[]
  readonly all: SetReport
  /** The letters with most errors. */
  readonly worst: readonly { readonly letter: string; readonly errors: readonly string[] }[]
}

export interface SetReport {
  readonly name: string
  readonly letters: number
  readonly unread: number
  readonly fields: readonly FieldRow[]
  readonly sure: readonly SureRow[]
  readonly bands: readonly BandRow[]
}

export interface FieldRow {
  readonly field: MeasureName
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  readonly right: number
  readonly invented: number
  readonly missed: number
}

/** How the findings of a kind that are marked sure came out. */
export interface SureRow {
  readonly finding: FindingKind
  readonly sure: number
  readonly right: number
  readonly share: number | null
  /** With 95 % certainty at least this share is right. */
  readonly atLeast: number | null
  /** How many letters have a sure finding of this kind that is wrong. */
  readonly lettersWithError: number
  /** All right findings of the kind, sure or not. */
  readonly rightInAll: number
  /** The share of them that is sure. */
  readonly ofRightSure: number | null
}

/** Findings that claim a like confidence, and how many of them were right. */
export interface BandRow {
  readonly from: number
  readonly to: number
  readonly findings: number
  /** The mean of what they claim. */
  readonly claimed: number | null
  readonly seen: number | null
}

export function reportOf(scored: readonly Scored[], { worst = 0 }: { readonly worst?: number } = {}): Report {
  return {
    sets: setsOf(scored).map(({ name, letters }) => reportOfSet(name, letters)),
    all: reportOfSet('all', scored),
    worst: scored
      .toSorted((one, other) => other.errors.length - one.errors.length)
      .slice(0, worst)
      .map(({ letter, errors }) => ({ letter: letter.name, errors })),
  }
}

/** The sets that are reported by themselves: none where there is but one. */
export function setsOf(
  scored: readonly Scored[],
): readonly { readonly name: string; readonly letters: readonly Scored[] }[] {
  const sets = Map.groupBy(scored, ({ letter }) => letter.set)
  return sets.size > 1 ? Array.from(sets, ([name, letters]) => ({ name, letters })) : []
}

function reportOfSet(name: string, scored: readonly Scored[]): SetReport {
  const judged = scored.map((each) => each.judged ?? [])
  return {
    name,
    letters: scored.length,
    unread: scored.filter((each) => each.judged === null).length,
    fields: fieldRows(sumOf(scored.map(({ measures }) => measures))),
    sure: findingKinds.flatMap((kind) => sureRow(kind, judged)),
    bands: bandRows(judged.flat()),
  }
}

function fieldRows(measures: Measures): readonly FieldRow[] {
  return [...measures].map(([field, tally]) => ({
    field,
    precision: precision(tally),
    recall: recall(tally),
    f1: f1(tally),
    ...tally,
  }))
}

/** A row for this kind of finding, by letters; none where there is no such finding. */
export function sureRow(finding: FindingKind, letters: readonly (readonly Judged[])[]): readonly SureRow[] {
  const all = letters.flat().filter(({ kind }) => kind === finding)
  if (all.length === 0) return []
  const sure = all.filter((each) => each.sure)
  const right = sure.filter((each) => each.right).length
  const rightInAll = all.filter((each) => each.right).length
  return [
    {
      finding,
      sure: sure.length,
      right,
      share: share(right, sure.length),
      atLeast: sure.length > 0 ? atLeast(right, sure.length) : null,
      lettersWithError: letters.filter((own) => own.some((each) => each.kind === finding && each.sure && !each.right))
        .length,
      rightInAll,
      ofRightSure: share(right, rightInAll),
    },
  ]
}

/** Narrow where most findings are and where a step decides. */
const edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1] as const

export function bandRows(judged: readonly Judged[]): readonly BandRow[] {
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? 1
    const own = judged.filter(({ confidence }) => from <= confidence && (confidence < to || to === 1))
    const claimed = own.reduce((sum, { confidence }) => sum + confidence, 0)
    return {
      from,
      to,
      findings: own.length,
      claimed: share(claimed, own.length),
      seen: share(own.filter(({ right }) => right).length, own.length),
    }
  })
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}
