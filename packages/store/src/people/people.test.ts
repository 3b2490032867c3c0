import { describe, expect, it } from 'vitest'
import { findPeople, personRules } from './find-people.ts'
import { masked } from './mask.ts'

const nobody = () => false

/** «…» around what a rule finds. */
function marked(text: string, find: (text: string) => Iterable<{ start: number; end: number }>): string {
  let out = ''
  let at = 0
  for (const { start, end } of find(text)) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`
    at = end
  }
  return out + text.slice(at)
}

describe.for(personRules)('$id', ({ find, examples, nearMisses }) => {
  it.for(examples)('finds %j', (example) => {
    expect(marked(example.replace(/[«»]/g, ''), find)).toBe(example)
  })

  it.for(nearMisses)('leaves %j alone', (nearMiss) => {
    expect(marked(nearMiss, find)).toBe(nearMiss)
  })
})

describe('findPeople', () => {
  it('hides a name wherever it stands once it is known, and nothing else', () => {
    const text =
      'Dear Jane Roe,\n\nJane Roe asked in Roebuck Lane about Jane Roedean.\n\nYours sincerely\n\nInformation Team'
    expect(masked(text, findPeople(text, nobody).spans)).toBe(
      'Dear ████ ███,\n\n████ ███ asked in Roebuck Lane about Jane Roedean.\n\nYours sincerely\n\nInformation Team',
    )
  })

  it('hides who is called by the last name alone, and no other word that is written alike', () => {
    const text =
      'Dear Jane Thornbrook,\n\nSubject: FOI 12 - Thornbrook - breaches\n\nWe told Thornbrook’s office. Thornbrook Lane and Upper Thornbrook lie apart.\n\nThornbrook stones\nThornbrook\n'
    expect(masked(text, findPeople(text, nobody).spans)).toBe(
      'Dear ████ ██████████,\n\nSubject: FOI 12 - ██████████ - breaches\n\nWe told ██████████’s office. Thornbrook Lane and Upper Thornbrook lie apart.\n\nThornbrook stones\nThornbrook\n',
    )
  })

  it('hides nobody whom the register knows as an authority', () => {
    const text = 'Yours faithfully,\n\nIsle Ostering\n'
    expect(findPeople(text, (words) => words === 'Isle Ostering').spans).toEqual([])
    expect(findPeople(text, nobody).names).toEqual(['Isle Ostering', 'Ostering, Isle', 'Ostering'])
  })
})
