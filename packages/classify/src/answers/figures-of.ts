import { register } from '@disclosed/reference'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'

/** The figures of each question of a letter, for tests, with their days and category: "=12 2019-04-01..2020-03-31 Vans". */
export function figuresOf(letter: string): readonly (readonly string[])[] {
  const { document } = letterFrom(letter)
  return classify(document, { source: unknownSource, register: register() }).questions.map(({ values }) =>
    values.map(({ relation, number, from, to, category }) =>
      [`${relation}${String(number)}`, daysOf(from, to), category ?? ''].join(' ').trim(),
    ),
  )
}

function daysOf(from: string | null, to: string | null): string {
  return from === null && to === null ? '' : `${from ?? ''}..${to ?? ''}`
}
