import { describe, expect, it } from 'vitest'
import { allMatches } from './all-matches.ts'
import { withoutCase } from './without-case.ts'

const telling = /(?<!\w)(?<from>since|From)\s{1,3}(?<Day>\S{1,20}) (?:[A-Z]{3}|été)(?<open> on)?\b/gi

describe('withoutCase', () => {
  it.for([
    'SINCE 3rd May on, from 4th JUN; Since the Été, sInCe x mar',
    'sınce 3 May and from Monday jul',
    'From İstanbul Apr, from Kent Apr',
    'a line that says nothing of it',
    '',
  ])('finds in «%s» what the flag would find', (text) => {
    const found = withoutCase(telling)(text)
    const flagged = allMatches(text, telling)
    expect(found.map((match) => [match.index, [...match], { ...match.groups }])).toEqual(
      flagged.map((match) => [match.index, [...match], { ...match.groups }]),
    )
  })

  it('gives words as they were written', () => {
    const [first] = withoutCase(telling)('So SINCE Friday MAY On')
    expect([first?.[0], first?.groups?.Day, first?.groups?.open]).toEqual(['SINCE Friday MAY On', 'Friday', ' On'])
  })

  it('keeps the case where an expression minds it', () => {
    expect(withoutCase(/May/g)('may May')).toHaveLength(1)
  })
})
