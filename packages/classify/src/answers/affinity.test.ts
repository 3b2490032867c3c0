import { describe, expect, it } from 'vitest'
import { figuresOf } from './figures-of.ts'

const letter = (reply: string): string => `Amblethorpe Lakes Board
Freedom of Information Act 2000

Your request of 3 May 2021 was for details of (a) the number of swans lost since 2019, (b) the number of geese found and (c) the number of visitors fined.

${reply}

Yours faithfully
Amblethorpe Lakes Board
`

describe('one text for several questions', () => {
  it('begins with the first one, where each of the others is spoken of below', () => {
    expect(
      figuresOf(
        letter('We had eleven in 2019 and fourteen in 2020. Five geese were found. Three visitors were fined.'),
      ),
    ).toMatchObject([
      ['=11 2019-01-01..2019-12-31', '=14 2020-01-01..2020-12-31'],
      [expect.stringMatching(/^=5\b/)],
      [expect.stringMatching(/^=3\b/)],
    ])
  })

  it('gives the first one nothing where no sentence before the others says a number', () => {
    const [first] = figuresOf(letter('We write to you gladly. Five geese were found. Three visitors were fined.'))
    expect(first).toEqual([])
  })
})
