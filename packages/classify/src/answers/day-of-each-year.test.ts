import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'

function valuesOf(asked: string, answer: string) {
  const { document } = letterFrom(
    `Thank you for your enquiry. Our answers are below.\n\n1) ${asked}\n${answer}\n2) Number of homes sold\n14\n`,
  )
  const { questions } = classify(document, { source: unknownSource, register: register() })
  return (questions[0]?.values ?? []).map(({ number, from, to, sure }) => [number, from, to, sure])
}

it('takes the day of each year that was asked about, and never for sure', () => {
  expect(
    valuesOf('Number of empty homes at 1 April each year since 2019', '2019 - 112; 2020 - 98; 2021 - 143'),
  ).toEqual([
    [112, '2019-04-01', '2019-04-01', false],
    [98, '2020-04-01', '2020-04-01', false],
    [143, '2021-04-01', '2021-04-01', false],
  ])
  expect(valuesOf('How many wardens were in post on 31 March of every year?', '2019/20: 12\n2020/21: 14')).toEqual([
    [12, '2020-03-31', '2020-03-31', false],
    [14, '2021-03-31', '2021-03-31', false],
  ])
})

it('takes the day of some years that were named', () => {
  expect(valuesOf('Number of employees as at 31 March 2020, 2021 and 2022', '2020 - 4,120\n2021 - 4,098')).toEqual([
    [4120, '2020-03-31', '2020-03-31', false],
    [4098, '2021-03-31', '2021-03-31', false],
  ])
})

it('leaves what was counted over each year', () => {
  expect(valuesOf('Number of homes let from 1 April 2019, each year', '2019/20: 12\n2020/21: 14')).toEqual([
    [12, '2019-04-01', '2020-03-31', expect.any(Boolean)],
    [14, '2020-04-01', '2021-03-31', expect.any(Boolean)],
  ])
})
