import { describe, expect, it } from 'vitest'
import { typedInto } from './typed-in.ts'

function parted(...points: readonly string[]): readonly (string | null)[] | null {
  const text = points.join('\n')
  const spans = points.map((point) => ({ start: text.indexOf(point), end: text.indexOf(point) + point.length }))
  return typedInto(text, spans)?.map(({ answer }) => answer && text.slice(answer.start, answer.end)) ?? null
}

describe('answers typed into a request', () => {
  it('stand behind a colon, a bracket, a question mark or the last word', () => {
    expect(
      parted(
        'Please say how many kennels the council owns: 14',
        'How many dogs came in during the last year: April 2022 to March 2023 = 31 dogs',
        'Number of dogs rehomed, last 12 months (April 2022 to March 2023) 27',
        'Spend on vets (April 2022 to March 2023) Section 43 applied (see below)',
        'Number of new kennels 2',
        'Which firm runs them?',
      ),
    ).toEqual(['14', 'April 2022 to March 2023 = 31 dogs', '27', 'Section 43 applied (see below)', '2', null])
  })

  it.for([
    ['a request that only asks', ['How many dogs came in during 2019?', 'The number of dogs rehomed in 2020']],
    [
      'numbers that belong to what is asked',
      ['Number of staff earning £100,000', 'Number of invoices over £500', 'Number of pupils in year 11'],
    ],
    [
      'the times that are asked about',
      ['Total of fines in each of these years: 2020-21, 2021-22 and 2022-23', 'Income from fines: 2020-21 and 2021-22'],
    ],
    ['the fields of an ask', ['Please list for each dog: breed', 'The number of kennels on 31 March 2020']],
    [
      'one point that looks so, among others',
      ['Number of kennels 2', 'Number of vets', 'Number of vans', 'Number of cats'],
    ],
  ] as const)('are not seen in %s', ([, points]) => {
    expect(parted(...points)).toBeNull()
  })
})
