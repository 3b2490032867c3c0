import { describe, expect, it } from 'vitest'
import { figuresOf } from '../answers/figures-of.ts'
import { answeredByLetter, asksInSeries } from './in-series.ts'

function parts(sentence: string): readonly string[] {
  return asksInSeries(sentence, { start: 0, end: sentence.length }).map(({ span }) =>
    sentence.slice(span.start, span.end),
  )
}

describe('asks in one sentence', () => {
  it('are parted where there are three or more, each with its own words for what is wanted', () => {
    expect(
      parts('How many swans were ringed in 2022, how many of these were released, and how many were lost again?'),
    ).toEqual(['How many swans were ringed in 2022', 'how many of these were released', 'how many were lost again?'])
    expect(
      parts('Please state the number of swans ringed, the number of those released and whether any were lost.'),
    ).toHaveLength(3)
  })

  it.for([
    'How many swans were ringed in 2022 and how many of these were released?',
    'How many swans, geese and ducks were ringed, and why?',
    'List the swans (how many were ringed, how many were released, how many were lost).',
    'Please give the number of swans, the cost, the value and the lake.',
  ])('stay together: %s', (sentence) => {
    expect(parts(sentence)).toEqual([])
  })

  it('are answered each by its column', () => {
    expect(
      figuresOf(`Amblethorpe Lakes Board
Freedom of Information Act 2000

You asked for:

"How many swans were ringed in each of the last two years, how many of these were released, and how many were reported to the Board?"

Our response

Year        Swans ringed        Of which released        Of which reported
2021        14                  9                        2
2022        12                  8                        0
`),
    ).toEqual([
      ['=14 2021-01-01..2021-12-31', '=12 2022-01-01..2022-12-31'],
      ['=9 2021-01-01..2021-12-31', '=8 2022-01-01..2022-12-31'],
      ['=2 2021-01-01..2021-12-31', '=0 2022-01-01..2022-12-31'],
    ])
  })

  it('by letters are asks of their own, with their letters', () => {
    const words = 'details of (a) the number of swans ringed, (b) the number of rings lost and (c) what a ring costs.'
    expect(asksInSeries(words, { start: 0, end: words.length })).toEqual([
      { number: 'a', span: { start: 15, end: 41 } },
      { number: 'b', span: { start: 47, end: 71 } },
      { number: 'c', span: { start: 80, end: 97 } },
    ])
  })

  it.for([
    'the number of swans ringed in (a) 2019, (b) 2020 and (c) 2021',
    'the number of swans under section 4(a) and (b) of the charter',
  ])('and letters of years or of law part nothing: %s', (sentence) => {
    expect(parts(sentence)).toEqual([])
  })

  it('are told by the authority, too', () => {
    expect(
      figuresOf(`Amblethorpe Lakes Board
Freedom of Information Act 2000

You requested the number of swans ringed since 2021, how many rings were lost, and whether any swan was harmed. You also asked for the cost of a ring.

We reply as follows. Since 2021 214 swans were ringed. We think 31 rings were lost. No swan was harmed. The cost of a ring is £2.
`),
    ).toHaveLength(4)
  })

  it('by letters are answered by their rows', () => {
    expect(
      figuresOf(`Amblethorpe Lakes Board
Freedom of Information Act 2000

Request

Please tell me the number of (A) swans lost and (B) rings sent back, for 2021 and 2022. I'd also like to know (C) the total paid for these.

Response

                    2021        2022
(A) Lost              14          12
(B) Sent back         31          29
(C) Payments     £21,340     £18,075

Note - (B) are those told to the Board, which owns over 2 million rings.
`),
    ).toEqual([
      ['=14 2021-01-01..2021-12-31', '=12 2022-01-01..2022-12-31'],
      ['=31 2021-01-01..2021-12-31', '=29 2022-01-01..2022-12-31'],
      ['=21340 2021-01-01..2021-12-31', '=18075 2022-01-01..2022-12-31'],
    ])
  })

  it.for([
    ['(a) by lake and (b) the number of rings (c) what a ring costs', ['a', 'b'], 3],
    ['(a) by lake and (b) the number of rings (c) what a ring costs', ['a'], 0],
    ['(b) by lake and (c) the number of rings', ['b', 'c'], 0],
  ] as const)('%s answered by %s', ([asked, answered, parts]) => {
    const words = `Number of swans in 2021 ${asked}.`
    const found = answeredByLetter(words, { start: 0, end: words.length }, new Set(answered))
    expect(found).toHaveLength(parts)
    expect(found[0]?.span.start ?? 0).toBe(0)
  })
})
