import { describe, expect, it } from 'vitest'
import { exemption, exemptions } from './exemptions.ts'
import { caveats, incidentTypes, measures, outcomes } from './lists.ts'
import { populations } from './populations.ts'

describe('the lists', () => {
  it('have no code twice', () => {
    for (const codes of [outcomes(), incidentTypes(), measures(), caveats()].map((rows) =>
      rows.map(({ code }) => code),
    )) {
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('give every exemption a parent that is there, and an outcome that is known', () => {
    const known = new Set<string>(outcomes().map(({ code }) => code))
    for (const { cite, parent, outcomes: possible } of exemptions()) {
      expect(parent === null || exemption(parent) !== null, cite).toBe(true)
      expect(
        possible.filter((code) => !known.has(code)),
        cite,
      ).toEqual([])
    }
  })

  it('know the provisions of the law and no others', () => {
    expect(exemption('FOIA 31(1)(a)')?.title).toMatch(/crime/i)
    expect(exemption('FOIA 31(a)')).toBeNull()
    expect(exemption('FOIA 17')).toBeNull()
  })

  it('share no synonym between two incident types', () => {
    const synonyms = incidentTypes().flatMap((each) => each.synonyms)
    expect(new Set(synonyms).size).toBe(synonyms.length)
  })

  it('hold a population for each year of a council', () => {
    expect(
      populations().find(({ authority, year }) => authority === 'leicester' && year === 2019)?.population,
    ).toBeGreaterThan(300_000)
  })
})
