import { describe, expect, it } from 'vitest'
import type { Asked } from '../questions/index.ts'
import { type Named, whoseFigures } from './whose.ts'

const asked = (...wordings: readonly string[]): readonly Asked[] =>
  wordings.map((words, index) => ({
    index,
    number: null,
    span: { start: 0, end: 0 },
    words,
    stem: null,
    role: 'request',
    occurrences: [],
  }))
const count = (label: string | null): Named => ({ label, quantity: 'count' })
const money = (label: string | null): Named => ({ label, quantity: 'money' })
const whose = (figures: readonly Named[], questions: readonly Asked[]) =>
  whoseFigures(figures, questions)?.map(({ index }) => index) ?? null

describe('whoseFigures', () => {
  it('gives each figure to the question whose words its label uses', () => {
    const ferries = asked(
      'How many ferry crossings did staff make?',
      'What did the ferry crossings cost?',
      'How many train journeys did staff make?',
    )
    expect(
      whose([count('Number of ferry crossings'), money('Cost of ferry crossings'), count('Train journeys')], ferries),
    ).toEqual([0, 1, 2])
    expect(whose([count('Number of ferry crossings'), money('Cost of ferry crossings')], ferries)).toBeNull()
    expect(whose([count('Number of bus tours'), money('Cost of them'), count('Train journeys')], ferries)).toBeNull()
  })

  it('gives nothing to a question of a kind that no figure is', () => {
    const trains = asked('How many trains ran?', 'How many of those ran late?', 'What did the late ones cost?')
    expect(whose([count('All trains'), count('Ran late')], trains)).toEqual([0, 1])
    expect(whose([count('All trains'), count('Trains by night')], trains)).toBeNull()
  })

  it('gives what is as near to two to the one that has none of its own', () => {
    const summonses = asked('How many summonses were issued?', 'How many liability orders followed the summonses?')
    expect(whose([count('Summonses'), count('Liability orders')], summonses)).toEqual([0, 1])
  })

  it('gives figures without a label to the only question for their kind', () => {
    expect(whose([count(null), count(null)], asked('How much is a fine?', 'How many fines were issued?'))).toEqual([
      1, 1,
    ])
    expect(whose([count(null)], asked('How many fines were issued?', 'How many fines were paid?'))).toBeNull()
  })
})
