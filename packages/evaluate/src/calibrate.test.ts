import { confidenceIn, surenessIn } from '@disclosed/classify'
import { describe, expect, it } from 'vitest'
import { calibrate, cutOf, foldOf, heldBack } from './calibrate.ts'
import { calibrationReport } from './held-back.ts'
import type { Judged } from './judge.ts'
import { asMeasuredBy, type JudgedLetter, measureSigns } from './measure.ts'
import { goldWith } from './testing.ts'

function found(measuredBy: string, right: boolean): Judged {
  return { kind: 'value', measuredBy, confidence: 0.5, sure: false, right }
}

function letter(id: number, ...judged: readonly Judged[]): JudgedLetter {
  return { id: `sha256:${id}`, judged }
}

/** So many letters, each with one finding of these signs. */
function letters(from: number, to: number, signs: string, right: boolean): readonly JudgedLetter[] {
  return Array.from({ length: to - from }, (_, at) => letter(from + at, found(signs, right)))
}

describe('signs', () => {
  it('are measured for each kind of finding, with the letters they were seen in', () => {
    const { value, answer } = measureSigns([
      letter(1, found('value|clear|a', true), found('value|clear|b', false)),
      letter(2, found('value|clear|a', true)),
    ])
    expect(value?.signs.clear).toMatchObject({ letters: 2 })
    expect(value?.signs.b).toMatchObject({ letters: 1 })
    expect(value?.signs.a?.weight).toBeGreaterThan(value?.signs.b?.weight ?? 9)
    expect(answer).toBeUndefined()
  })

  it('weigh a hundred findings of one letter as little more than three cases', () => {
    const list = Array.from({ length: 100 }, () => found('value|list', true))
    const others = letters(2, 12, 'value|list', false)
    expect(confidenceIn(measureSigns([letter(1, ...list), ...others]).value ?? nothing, ['list'])).toBeLessThan(0.35)
  })

  it('are never certain, and unknown ones say nothing', () => {
    const { value = nothing } = measureSigns([
      ...letters(0, 400, 'value|a', true),
      ...letters(400, 402, 'value|b', false),
    ])
    expect(confidenceIn(value, ['a'])).toBeGreaterThan(0.98)
    expect(confidenceIn(value, ['a'])).toBeLessThan(1)
    expect(confidenceIn(value, ['c'])).toBe(confidenceIn(value, []))
    expect(surenessIn({ kinds: {} }, 'incident|c')).toMatchObject({ confidence: 0.5, sure: false })
  })
})

const nothing = { base: 0, signs: {} }

describe('the cut', () => {
  const at = (confidence: number, right: number, wrong = 0) =>
    Array.from({ length: right + wrong }, (_, index) => ({ confidence, right: index < right }))

  it('is the lowest confidence from which on 99 in 100 are right', () => {
    expect(cutOf([...at(0.99, 150), ...at(0.97, 49, 1), ...at(0.96, 10, 3)])).toBe(0.97)
    expect(cutOf([...at(0.99, 30), ...at(0.97, 9, 1)])).toBe(0.99)
  })

  it('is not below 0.9, and not taken from a few', () => {
    expect(cutOf(at(0.89, 500))).toBeNull()
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
    const sure = (signs: string) => surenessIn(table, signs).sure
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
    const [first] = asMeasuredBy(calibrate([...all, odd]).kinds, odd.judged)
    expect(first?.confidence).toBeLessThan(held.find(({ id }) => id === odd.id)?.judged[0]?.confidence ?? 0)
  })

  it('takes neither the cut nor the share of right from letters that rules were written beside', () => {
    const seen = letters(100, 400, 'value|clear|a', true).map((each) => ({ ...each, seen: true }))
    const unseen = [...letters(400, 440, 'value|clear|a', true), ...letters(440, 460, 'value|clear|a', false)]
    const { value } = calibrate([...seen, ...unseen]).kinds
    expect(value?.cut).toBeNull()
    expect(confidenceIn(value ?? nothing, ['clear', 'a'])).toBeLessThan(0.75)
    expect(Object.keys(value?.signs ?? {}).toSorted()).toEqual(['a', 'clear'])
    expect(calibrate(seen).kinds.value?.cut).toBeNull()
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
