import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { figuresOf, plainFoot, plainHead } from '../answers/figures-of.ts'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { wholePeriod } from '../periods/index.ts'
import { unknownSource } from '../source.ts'
import { chanceOf } from './chance.ts'
import { labelOf } from './labels.ts'
import { timesOfFigures } from './times.ts'

/** A question and its answer below it. */
function asked(question: string, answer: string): string {
  return `${plainHead(2023)}You asked:

1. ${question}

Our response:

1. ${answer}
${plainFoot}`
}

const teams = asked(
  'How many complaints about missed collections were made in 2021/22, by depot?',
  'The northern depot had 14 such complaints and the southern depot 23, while crews on loan had 5.',
)

describe('figures that no rule knows', () => {
  it('are values where they stand as values do', () => {
    expect(figuresOf(teams, 'chance').flat().join()).toContain('=23 2021-04-01..2022-03-31')
  })

  it('are never sure, and their confidence is their chance', () => {
    const { document } = letterFrom(teams)
    const values = classify(document, { source: unknownSource, register: register() }).questions.flatMap(
      ({ values }) => values,
    )
    const likely = values.filter(({ measuredBy }) => measuredBy === 'value|likely/figure')
    expect(likely.length).toBeGreaterThan(0)
    for (const { sure, confidence, evidence } of likely) {
      expect(sure).toBe(false)
      expect(confidence).toBeGreaterThanOrEqual(0.5)
      expect(confidence).toBeLessThan(1)
      expect(evidence.length).toBeGreaterThan(0)
    }
  })

  it.for([
    ['a search', 'To find this out we would have to open 2,300 files at 10 minutes each, which exceeds 18 hours.'],
    ['what the asker said', 'The complaints of 2021/22 are not told apart by depot.'],
    ['a telephone', 'We do not keep this by depot. Please ring 01999 555 123 and ask for the depot of your ward.'],
    ['an Act', 'This is exempt under section 31 of the Freedom of Information Act 2000.'],
  ] as const)('answer nothing in %s', ([, answer]) => {
    const question = 'How many complaints about missed collections were made in 2021/22, by depot?'
    expect(figuresOf(asked(question, answer), 'chance').flat()).toEqual([])
  })

  it('are told of one question of those they may answer, or of none', () => {
    const letter = `${plainHead(2023)}You asked:

1. How many swimmers were there?
2. How many swimmers paid?

There were about 40 swimmers on most mornings, and 31 on others.
${plainFoot}`
    const spans = figuresOf(letter, 'chance').flat()
    expect(new Set(spans).size).toBe(spans.length)
  })
})

describe('the time of a figure', () => {
  const timesIn = (text: string, figures: readonly string[]) =>
    timesOfFigures(
      text,
      figures.map((figure) => ({ start: text.indexOf(figure), end: text.indexOf(figure) + figure.length })),
      [{ start: 0, end: text.length }],
      null,
      null,
    ).map((told) => (told === 'untold' ? told : (told?.period.from ?? null)))

  it('stands before it in lines that begin with one', () => {
    expect(timesIn('2019: 41 lost, 2020: 52 lost', ['41', '52'])).toEqual(['2019-01-01', '2020-01-01'])
  })

  it('stands behind it in others', () => {
    expect(timesIn('There were 41 in 2019 and 52 in 2020.', ['41', '52'])).toEqual(['2019-01-01', '2020-01-01'])
  })

  it('stands over its line, where nothing else stands there', () => {
    expect(timesIn('2019\nLost 41\nFound 3\n2020\nLost 52', ['41', '3', '52'])).toEqual([
      '2019-01-01',
      '2019-01-01',
      '2020-01-01',
    ])
    expect(timesIn('In 2019 the store moved to Ash Road, and its books with it.\nLost 41', ['41'])).toEqual([null])
  })
})

describe('figures of several years that were asked about', () => {
  const years = (answer: string) =>
    figuresOf(asked('How many swans were ringed in each of 2019, 2020 and 2021?', answer), 'chance').flat()

  it('are of them in their order where there are as many and none tells its own', () => {
    const text = 'Ringed: 14, 17 and 20'
    const span = { start: 0, end: 4 }
    const parts = ['2019', '2020', '2021'].map((year) => wholePeriod(year)).filter((part) => part !== null)
    const period = { parts, whole: null, span, basis: 'question' } as const
    const told = (figures: readonly string[]) =>
      timesOfFigures(
        text,
        figures.map((figure) => ({ start: text.indexOf(figure), end: text.indexOf(figure) + figure.length })),
        [{ start: 0, end: text.length }],
        period,
        null,
      ).map((time) => (time === null || time === 'untold' ? time : time.period.from))
    expect(told(['14', '17', '20'])).toEqual(['2019-01-01', '2020-01-01', '2021-01-01'])
    expect(told(['14', '17'])).toEqual(['untold', 'untold'])
  })

  it('are never of all of them at once where there are several', () => {
    for (const figure of years('Swans that came from the lake were 14, and from the harbour 20.'))
      expect(figure).not.toContain('2019-01-01..2021-12-31')
  })
})

describe('the label of a figure beside others', () => {
  const labelsIn = (text: string, figures: readonly string[]) => {
    const spans = figures.map((figure) => ({ start: text.indexOf(figure), end: text.indexOf(figure) + figure.length }))
    return spans.map((span) => labelOf(text, span, spans))
  }

  it('are the words before it, or behind it where the line begins with a figure', () => {
    expect(labelsIn('Letters: 92. Emails: 173', ['92', '173'])).toEqual(['Letters', 'Emails'])
    expect(labelsIn('4 concluded 1 dismissed', ['4', '1'])).toEqual(['concluded', 'dismissed'])
  })

  it('is none where words tell something and name nothing, or it stands alone', () => {
    expect(labelsIn('There were 92 and of these 17 were late', ['92', '17'])).toEqual([null, null])
    expect(labelsIn('Letters: 92', ['92'])).toEqual([null])
  })
})

it('a chance is what its signs add up to, and signs that nobody measured add nothing', () => {
  const weights = { base: 0, cut: 0.5, letters: 1, signs: { alone: 2 } }
  expect(chanceOf([], weights)).toBe(0.5)
  expect(chanceOf(['alone', 'constructor'], weights)).toBeCloseTo(0.881, 3)
})
