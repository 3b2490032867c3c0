import { register } from '@disclosed/reference'
import { expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'
import { figuresOf, plainFoot, plainHead } from './figures-of.ts'

function figures(question: string, answer: string): readonly string[] | undefined {
  return figuresOf(
    `${plainHead(2023)}\n\nYou asked:\n\n1. ${question}\n\n${answer}\n\n2. Who signs them?\n\nThe clerk.${plainFoot}`,
  )[0]
}

const [first, second] = ['2020-04-01..2021-03-31', '2021-04-01..2022-03-31']

it.for([
  [
    'The council issued 37 fines in 2020/21 and 44 in 2021/22, of which 12 and 9 respectively were for litter.',
    [`=37 ${first}`, `=44 ${second}`],
  ],
  ['There were 37 fines in 2020/21, although one warden in 2021/22 accounts for 20 of these.', [`=37 ${first}`]],
  ['In excess of 900 fines were issued; however 12 of them were withdrawn.', ['>900']],
  ['Two fines were issued, both in 2021/22; neither led to a prosecution.', [`=2 ${second}`]],
] as const)('what a sentence adds to its figures takes nothing from them: %s', ([answer, expected]) => {
  expect(figures('How many fines were issued?', answer)).toEqual(expected)
})

it('and is the answer where it is what was asked for', () => {
  expect(
    figures('How many complaints were upheld?', 'There were 60 complaints, but only 12 of them were upheld.'),
  ).toEqual(['=12'])
  expect(
    figures(
      'How many complaints were made, and how many upheld?',
      'There were 60 complaints, of which 12 were upheld.',
    ),
  ).toEqual(['=60', '=12'])
})

it('in the time that the sentence tells', () => {
  expect(
    figures('How many complaints were upheld in 2021/22?', 'We had 60 complaints in 2021/22, of which 12 were upheld.'),
  ).toEqual([`=12 ${second}`])
})

it('and is never sure, for it may be told in other words than it was asked in', () => {
  const said = (answer: string) => {
    const letter = `${plainHead(2023)}\n\nYou asked:\n\n1. How many fines were cancelled in 2021/22?\n\n${answer}\n\n2. Who signs them?\n\nThe clerk.${plainFoot}`
    const { document } = letterFrom(letter)
    return classify(document, { source: unknownSource, register: register() }).questions[0]?.values.map(
      ({ sure }) => sure,
    )
  }
  expect(said('The council issued 60 fines in 2021/22, of which 12 were withdrawn.')).toEqual([false, false])
})
