import { surenessIn } from '@disclosed/classify'
import { describe, expect, it } from 'vitest'
import { calibrate, cutOf, foldOf, heldBack } from './calibrate.ts'
import { calibrationReport } from './held-back.ts'
import type { Judged } from './judge.ts'
import { asMeasuredBy, type JudgedLetter, measureGroups } from './measure.ts'
import { goldWith } from './testing.ts'

function found(group: string, right: boolean): Judged {
  return { kind: 'value', group, confidence: 0.5, sure: false, right }
}

function letter(id: number, ...judged: readonly Judged[]): JudgedLetter {
  return { id: `sha256:${id}`, judged }
}

/** So many letters, each with one finding of this group. */
function letters(from: number, to: number, group: string, right: boolean): readonly JudgedLetter[] {
  return Array.from({ length: to - from }, (_, at) => letter(from + at, found(group, right)))
}

describe('groups', () => {
  it('are counted with every wider one, the letters too', () => {
    const groups = measureGroups([
      letter(1, found('value|clear|a', true), found('value|clear|b', false)),
      letter(2, found('value|clear|a', true)),
    ])
    expect(groups['value|clear|a']).toMatchObject({ right: 2, seen: 2, letters: 2, cases: 2 })
    expect(groups.value).toMatchObject({ right: 2, seen: 3, letters: 2 })
  })

  it('weigh ten findings of one letter as little more than one case', () => {
    const ten = Array.from({ length: 10 }, () => found('value|a', true))
    const { value } = measureGroups([letter(1, ...ten)])
    expect(value?.cases).toBeCloseTo(10 / 7.3)
    expect(value?.rightCases).toBe(value?.cases)
  })

  it('pull the particular towards the general, and are never certain', () => {
    const groups = measureGroups([...letters(0, 40, 'value|a', true), ...letters(40, 42, 'value|b', false)])
    const confidence = (path: string) => surenessIn({ groups, cuts: {} }, path).confidence
    expect(confidence('value')).toBeCloseTo(41 / 44, 2)
    expect(confidence('value|a')).toBeGreaterThan(0.99)
    expect(confidence('value|a')).toBeLessThan(1)
    expect(confidence('value|b')).toBeCloseTo((2 * (41 / 44)) / 4, 2)
    expect(confidence('value|c')).toBe(confidence('value'))
    expect(confidence('incident|c')).toBe(0.5)
  })
})

describe('the cut', () => {
  const at = (confidence: number, right: number, wrong = 0) =>
    Array.from({ length: right + wrong }, (_, index) => ({ confidence, right: index < right }))

  it('is the lowest confidence from which on 99 in 100 are right', () => {
    expect(cutOf([...at(0.99, 150), ...at(0.97, 49, 1), ...at(0.96, 10, 3)])).toBe(0.97)
    expect(cutOf([...at(0.99, 30), ...at(0.97, 9, 1)])).toBe(0.99)
  })

  it('is not below 0.95, and not taken from a few', () => {
    expect(cutOf(at(0.94, 500))).toBeNull()
    expect(cutOf(at(0.99, 14))).toBeNull()
    expect(cutOf(at(0.99, 15))).toBe(0.99)
    expect(cutOf(at(0.99, 90, 10))).toBeNull()
  })
})

describe('calibration', () => {
  const right = letters(0, 60, 'value|clear|a', true)
  const wrong = letters(60, 80, 'value|told-twice|a', false)
  const all = [...right, ...wrong]

  it('marks as sure what is like what was right, and nothing that nobody checked', () => {
    const table = calibrate(all)
    const sure = (group: string) => surenessIn(table, group).sure
    expect(sure('value|clear|a')).toBe(true)
    expect(sure('value|told-twice|a')).toBe(false)
    expect(sure('value|clear|b')).toBe(false)
    expect(sure('answer|figures|below')).toBe(false)
    expect(table.letters).toBe(80)
  })

  it('is the same whatever the order of the letters, and another where a finding is', () => {
    expect(calibrate(all.toReversed())).toEqual(calibrate(all))
    expect(calibrate([...right, letter(99, found('value|clear|a', false))]).version).not.toBe(calibrate(right).version)
  })

  it('holds letters back: the only letter of its kind is a surprise', () => {
    const odd = letter(500, ...Array.from({ length: 8 }, () => found('value|clear|odd', false)))
    const held = heldBack([...all, odd])
    expect(held.find(({ id }) => id === odd.id)?.judged.some(({ sure }) => sure)).toBe(false)
    expect(held.filter(({ judged }) => judged.some(({ sure }) => sure)).length).toBe(60)
    const [first] = asMeasuredBy(calibrate([...all, odd]), odd.judged)
    expect(first?.confidence).toBeLessThan(held.find(({ id }) => id === odd.id)?.judged[0]?.confidence ?? 0)
  })

  it('parts letters by their content, the same on every machine', () => {
    expect(['one', 'two', 'three'].map((id) => foldOf(`sha256:${id}`))).toEqual([2, 9, 14])
    const folds = new Set(all.map(({ id }) => foldOf(id)))
    expect(folds.size).toBeGreaterThan(15)
  })

  it('tells what it is worth: measured on all, held back, and the difference', () => {
    const scored = all.map(({ id, judged }, index) => ({
      letter: { set: index % 2 === 0 ? 'old' : 'new', name: id, path: id, gold: goldWith() },
      id,
      judged,
      measures: new Map(),
      errors: [],
    }))
    const report = calibrationReport(scored)
    expect(report.sets.map(({ name, letters }) => [name, letters])).toEqual([
      ['old', 40],
      ['new', 40],
    ])
    expect(report.all.sure).toEqual([
      expect.objectContaining({
        finding: 'value',
        lostShare: 0,
        open: expect.objectContaining({ sure: 60, right: 60 }),
        heldBack: expect.objectContaining({ sure: 60, right: 60, lettersWithError: 0 }),
      }),
    ])
  })
})
