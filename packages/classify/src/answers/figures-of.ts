import { register } from '@disclosed/reference'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'

/**
 * The figures of each question of a letter, for tests, with their days and category: "=12 2019-04-01..2020-03-31 Vans". Those that rules know;
 * or, if so told, those that are values by their chance alone.
 */
export function figuresOf(letter: string, by: 'rules' | 'chance' = 'rules'): readonly (readonly string[])[] {
  const { document } = letterFrom(letter)
  return classify(document, { source: unknownSource, register: register() }).questions.map(({ values }) =>
    values
      .filter(({ measuredBy }) => (measuredBy === 'value|likely/figure') === (by === 'chance'))
      .map(({ relation, number, from, to, category }) =>
        [`${relation}${String(number)}`, daysOf(from, to), category ?? ''].join(' ').trim(),
      ),
  )
}

/** The head of the plainest of letters, for a request of 14 May of that year. */
export function plainHead(year: number): string {
  return `Amblethorpe Borough Council
Freedom of Information Act 2000
Our ref: FOI 4471
12 June ${year}

Dear Sir or Madam

Thank you for your request of 14 May ${year}. `
}

/** Its foot. */
export const plainFoot = `

If you are not content with how we dealt with your request you may ask for an internal review within 40 working days.

Yours faithfully
Information Governance Team
`

/** The figures of the second of two questions, whose answers stand by number. */
export function figuresOfSecond(question: string, answer: string): readonly string[] {
  const letter = `Amblethorpe Borough Council
Freedom of Information Act 2000

Thank you for your request of 4 March 2024. You asked:

1. Do you have a harbour?
2. ${question}

Our response:

1. Yes
2. ${answer}
`
  return figuresOf(letter)[1] ?? []
}

function daysOf(from: string | null, to: string | null): string {
  return from === null && to === null ? '' : `${from ?? ''}..${to ?? ''}`
}
