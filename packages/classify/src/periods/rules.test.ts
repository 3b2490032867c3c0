import { describe, expect, it } from 'vitest'
import { brokenExamples } from '../recogniser.ts'
import { periodRules } from './index.ts'
import { relativePeriods } from './relative.ts'

describe.for([...periodRules, relativePeriods('2019-11-20'), relativePeriods(null)])('$id', (rule) => {
  it('reads its examples and holds its tongue at its near misses', () => {
    expect(brokenExamples(rule)).toEqual([])
  })
})
