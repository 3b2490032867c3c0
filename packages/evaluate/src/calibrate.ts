import { createHash } from 'node:crypto'
import type { Calibration } from '@disclosed/classify'
import type { FindingKind, Judged } from './judge.ts'
import { asMeasuredBy, calibrationOf, type JudgedLetter, measureSigns, withCuts } from './measure.ts'

/** The letters are parted into so many folds, each of which is looked at with what the others taught. */
const folds = 20
/** … and, to find the cut, into fewer, in several ways. */
const innerFolds = 10
const partings = ['', 'another ', 'a third ']

/** Above the cut at least so many of the labelled findings are right … */
const wanted = 0.99
/** … and no cut is below this: where few were seen, all of them being right says little. */
const lowestCut = 0.9
/** … or is believed on fewer findings: the best few of any kind are right by chance. */
const fewest = 15

/** Measures all signs on all letters, and the cuts on letters that were held back. */
export function calibrate(letters: readonly JudgedLetter[]): Calibration {
  return calibrationOf(letters.length, withCuts(measureSigns(letters), cutsOf(letters)))
}

/**
 * The same letters as they would have been marked had each been held back: its confidence and the cut are measured on the other folds
 * alone. Only so is the share of right among the sure one that letters nobody has seen may have, as far as they are like these.
 */
export function heldBack(letters: readonly JudgedLetter[]): readonly JudgedLetter[] {
  return inFolds(letters, (others) => withCuts(measureSigns(others), cutsOf(others)))
}

/**
 * For each kind of finding the lowest confidence from which on enough are right, each finding measured on the other folds. One parting
 * may be lucky: of several the highest cut holds.
 */
function cutsOf(letters: readonly JudgedLetter[]): Readonly<Record<FindingKind, number | null>> {
  const cuts = partings.map((parting) => cutsOfParting(letters, parting))
  return forEachKind((kind) => {
    const found = cuts.map((each) => each[kind])
    return found.reduce((one, other) => (one === null || other === null ? null : Math.max(one, other)))
  })
}

function cutsOfParting(
  letters: readonly JudgedLetter[],
  parting: string,
): Readonly<Record<FindingKind, number | null>> {
  const measured = inFolds(letters, (others) => withCuts(measureSigns(others), everything), innerFolds, parting)
  const cutIn = (some: readonly JudgedLetter[], kind: FindingKind) =>
    cutOf(some.flatMap(({ judged }) => judged.filter((each) => each.kind === kind && each.sure)))
  // Letters that rules were written beside make no cut lower: what is wrong even there counts, what is right there does not.
  const unseen = measured.filter(({ seen }) => !seen)
  return forEachKind((kind) => {
    const [ofAll, ofUnseen] = [cutIn(measured, kind), cutIn(unseen, kind)]
    return ofAll === null || ofUnseen === null ? null : Math.max(ofAll, ofUnseen)
  })
}

function forEachKind<Of>(of: (kind: FindingKind) => Of): Readonly<Record<FindingKind, Of>> {
  return {
    value: of('value'),
    answer: of('answer'),
    exemption: of('exemption'),
    authority: of('authority'),
    reference: of('reference'),
    received: of('received'),
    responded: of('responded'),
    table: of('table'),
  }
}

/** With cuts at nothing a finding is sure where its signs were seen at all. */
const everything = forEachKind(() => 0)

export function cutOf(judged: readonly Pick<Judged, 'confidence' | 'right'>[]): number | null {
  const surestFirst = judged.filter(({ confidence }) => confidence >= lowestCut).toSorted(byConfidence)
  let cut: number | null = null
  let right = 0
  for (const [index, finding] of surestFirst.entries()) {
    right += finding.right ? 1 : 0
    const isLastOfItsConfidence = surestFirst[index + 1]?.confidence !== finding.confidence
    if (isLastOfItsConfidence && index + 1 >= fewest && right / (index + 1) >= wanted) cut = finding.confidence
  }
  return cut
}

function byConfidence(one: Pick<Judged, 'confidence'>, other: Pick<Judged, 'confidence'>): number {
  return other.confidence - one.confidence
}

function inFolds(
  letters: readonly JudgedLetter[],
  measure: (others: readonly JudgedLetter[]) => Calibration['kinds'],
  many = folds,
  parting = '',
): readonly JudgedLetter[] {
  const fold = ({ id }: JudgedLetter) => foldOf(`${parting}${id}`, many)
  const tables = Array.from({ length: many }, (_, at) => measure(letters.filter((letter) => fold(letter) !== at)))
  return letters.map((letter) => {
    const table = tables[fold(letter)]
    return table ? { ...letter, judged: asMeasuredBy(table, letter.judged) } : letter
  })
}

/** By the letter's content, so that it is the same on every machine, and copies of a letter are held back together. */
export function foldOf(id: string, many = folds): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % many
}
