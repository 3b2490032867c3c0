import { describe, expect, it } from 'vitest'
import { type Case, regress } from './regress.ts'

function cases(count: number, signs: readonly string[], right: boolean, weight = 1): readonly Case[] {
  return Array.from({ length: count }, () => ({ signs, right, weight }))
}

function chance({ base, weights }: ReturnType<typeof regress>, ...signs: readonly string[]): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), base)))
}

describe('what signs are worth', () => {
  it('is the share that was right, where many showed a sign', () => {
    const fitted = regress(
      [
        ...cases(900, ['a'], true),
        ...cases(100, ['a'], false),
        ...cases(200, ['b'], true),
        ...cases(800, ['b'], false),
      ],
      1,
    )
    expect(chance(fitted, 'a')).toBeCloseTo(0.9, 2)
    expect(chance(fitted, 'b')).toBeCloseTo(0.2, 2)
  })

  it('is told apart where two are shown together', () => {
    const fitted = regress(
      [
        ...cases(300, ['rule', 'doubt'], false),
        ...cases(100, ['rule', 'doubt'], true),
        ...cases(300, ['rule'], true),
        ...cases(10, ['rule'], false),
      ],
      1,
    )
    expect(fitted.weights.get('doubt')).toBeLessThan(-2)
    expect(chance(fitted, 'rule', 'doubt')).toBeCloseTo(0.25, 1)
    expect(chance(fitted, 'rule')).toBeGreaterThan(0.94)
  })

  it('is next to nothing where few showed a sign, and finite where all were right', () => {
    const fitted = regress(
      [...cases(100, ['often'], true), ...cases(50, ['often'], false), ...cases(1, ['once'], false)],
      1,
    )
    expect(Math.abs(fitted.weights.get('once') ?? 9)).toBeLessThan(1)
    const perfect = regress(cases(40, ['a'], true), 1)
    expect(chance(perfect, 'a')).toBeGreaterThan(0.98)
    expect(Number.isFinite(perfect.base)).toBe(true)
  })

  it('counts what weighs little as little', () => {
    const light = regress([...cases(10, ['a'], true), ...cases(10, ['a'], false, 0.01)], 1)
    expect(chance(light, 'a')).toBeGreaterThan(0.9)
  })

  it('of no cases is nothing', () => {
    expect(regress([], 1)).toEqual({ base: 0, weights: new Map() })
  })
})
