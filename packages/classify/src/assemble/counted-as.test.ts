import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'

it('gives what was reported to the regulator its own measure, so that it is never taken for all breaches', () => {
  const { document } = letterFrom(
    [
      'Amblethorpe Borough Council',
      'Our ref: FOI 4471',
      'Thank you for your request under the Freedom of Information Act 2000. Our response is below.',
      '',
      '1. How many personal data breaches were there in 2021/22 in each team, and how many went to the ICO?',
      '',
      'Team | Breaches | of which reported to the ICO',
      'Ports | 12 | 3',
      'Roads | 7 | 1',
    ].join('\n'),
  )
  const { questions } = classify(document, { source: unknownSource, register: register() })
  expect(questions[0]?.values.map(({ number, category, measure }) => [number, category, measure])).toEqual([
    [12, 'Ports', 'data_breaches'],
    [3, 'Ports', 'breaches_reported_to_regulator'],
    [7, 'Roads', 'data_breaches'],
    [1, 'Roads', 'breaches_reported_to_regulator'],
  ])
})
