import { describe, expect, it } from 'vitest'
import { type LabelledFigures, labelFigures, learnFigures } from './likely-figures.ts'
import { goldWith, labelledQuestion, labelledValue } from './testing.ts'

const figure = (number: number, taken = false) => ({
  question: 0,
  number,
  relation: '=' as const,
  span: { start: 0, end: 1 },
  signs: [`figure-${number}`],
  taken,
})

describe('labelled figures', () => {
  const gold = goldWith({
    questions: [labelledQuestion('How many trees', { values: [labelledValue(12, 2019), labelledValue(7, 2020)] })],
  })
  const asked = [{ text: 'How many trees were felled?', number: null }]

  it('are right where a label gives their number, each label once', () => {
    const { figures } = labelFigures('one', gold, asked, [figure(12), figure(12), figure(7), figure(9)])
    expect(figures.map(({ right }) => right)).toEqual([true, false, true, false])
  })

  it('are first those that rules took', () => {
    const { figures } = labelFigures('one', gold, asked, [figure(12), figure(12, true)])
    expect(figures).toMatchObject([
      { taken: true, right: true },
      { taken: false, right: false },
    ])
  })

  it('answer nothing under a question that nobody asked, and are left out where they are cells of a crosstab', () => {
    const crosstab = { title: null, kind: 'crosstab', header: ['', '2019'], rows: [['Oak', 9]] } as const
    const { figures } = labelFigures(
      'one',
      { ...gold, tables: [crosstab] },
      [{ text: 'Why?', number: null }],
      [figure(12), figure(9)],
    )
    expect(figures.map(({ right }) => right)).toEqual([false])
  })
})

describe('what labelled figures teach', () => {
  /** Letters whose figures behind a dash are right, and those in brackets wrong. */
  const letters = ['one', 'two'].flatMap((set) =>
    Array.from(
      { length: 80 },
      (_, at): LabelledFigures => ({
        set,
        figures: [
          { signs: ['dash', `only-${set}-${at}`], taken: false, right: true },
          { signs: ['bracket'], taken: false, right: false },
          { signs: ['dash'], taken: true, right: true },
        ],
      }),
    ),
  )

  it('is how much each sign of some letters speaks for a figure', () => {
    const { weights } = learnFigures(letters)
    expect(weights).toMatchObject({ cut: 0.5, letters: 160 })
    expect(Object.keys(weights.signs)).toEqual(['bracket', 'dash'])
    expect(weights.signs.dash).toBeGreaterThan(0)
    expect(weights.signs.bracket).toBeLessThan(0)
  })

  it('is tried on each set by what the others taught', () => {
    expect(learnFigures(letters).lessons).toEqual([
      { set: 'one', right: 80, wrong: 0, missed: 0 },
      { set: 'two', right: 80, wrong: 0, missed: 0 },
    ])
    const other = letters.map((letter) =>
      letter.set === 'two'
        ? { ...letter, figures: letter.figures.map((each) => ({ ...each, right: !each.right })) }
        : letter,
    )
    expect(learnFigures(other).lessons[1]).toEqual({ set: 'two', right: 0, wrong: 80, missed: 80 })
  })
})
