import { describe, expect, it } from 'vitest'
import { brokenExamples } from '../recogniser.ts'
import { quantityRules } from './index.ts'

describe.for([...quantityRules])('$id', (rule) => {
  it('reads its examples and holds its tongue at its near misses', () => {
    expect(brokenExamples(rule)).toEqual([])
  })
})
