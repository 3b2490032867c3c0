import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'

it.for([
  ['How many parking fines were issued in 2021?', 'parking fines'],
  ['Number of employees as at 31 March 2021', 'employees'],
  // What is counted was said before: no verb is the name of it.
  ['How many were paid in 2021?', null],
  ['How many of them were dismissed in 2021?', null],
] as const)('says of a bare figure what was asked to be counted: %s', ([question, unit]) => {
  const { document } = letterFrom(`You asked:\n\n1. ${question}\n\nResponse\n\n1. 14\n`)
  const { questions } = classify(document, { source: unknownSource, register: register() })
  expect(questions[0]?.values.map((value) => [value.number, value.unit])).toEqual([[14, unit]])
})
