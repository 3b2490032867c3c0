import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { authorityLists, register, registerWith } from './authorities.ts'
import { longList, readList } from './csv.ts'
import { plainName } from './plain-names.ts'
import { writeFirstWords } from './write-first-words.ts'

describe('the register', () => {
  it('finds a council by any of its names, however they are punctuated', () => {
    expect(
      register()
        .named('Brighton & Hove City Council')
        .map(({ id }) => id),
    ).toEqual(
      register()
        .named('brighton and hove city council')
        .map(({ id }) => id),
    )
    expect(
      register()
        .named('Leicester City Council')
        .map(({ id }) => id),
    ).toEqual(['leicester'])
  })

  it('finds a council by a host below its domain and by nothing above it', () => {
    expect(
      register()
        .atDomain('directory.leicester.gov.uk')
        .map(({ id }) => id),
    ).toEqual(['leicester'])
    expect(register().atDomain('gov.uk')).toEqual([])
  })

  it('keeps both of two that share a name', () => {
    expect(register().named('Bedford Borough Council').length).toBeGreaterThan(1)
  })

  it('takes in a list of one’s own and knows the invented ones', () => {
    const own = registerWith('id,official_name\nnether-wallop,Nether Wallop Council (invented)\n')
    expect(own.byId('nether-wallop')).toMatchObject({ name: 'Nether Wallop Council (invented)', invented: true })
    expect(own.named('Nether Wallop Council').map(({ id }) => id)).toEqual(['nether-wallop'])
    expect(own.byId('leicester')?.invented).toBe(false)
  })

  it('finds those with a name that begins with a word, before it an article or none', () => {
    const called = (word: string) =>
      register()
        .beginningWith(word)
        .map(({ name, shortName, aliases }) => [name, shortName, ...aliases])
    expect(called('leicester').map(([name]) => name)).toContain('Leicester City Council')
    for (const names of called('leicester')) expect(names.join('\n')).toMatch(/^(?:The )?Leicester\b/m)
    expect(called('national').map(([name]) => name)).toContain('The National Archives')
    expect(called('lei')).toEqual([])
    expect(called('constructor')).toEqual([])
  })

  it('lets a row of one’s own stand for the one it replaces, with its names and domains', () => {
    const own = registerWith('id,official_name,web_domains\nleicester,Amblethorpe City Council,amblethorpe.gov.uk\n')
    expect(own.byId('leicester')?.name).toBe('Amblethorpe City Council')
    expect(own.named('Leicester City Council')).toEqual([])
    expect(own.named('Amblethorpe City Council').map(({ id }) => id)).toEqual(['leicester'])
    expect(own.atDomain('foi.leicester.gov.uk')).toEqual([])
    expect(own.atDomain('foi.amblethorpe.gov.uk').map(({ id }) => id)).toEqual(['leicester'])
    expect(own.all.length).toBe(register().all.length)
  })

  it('finds hosts alike whether few were asked for or many', () => {
    const many = registerWith('id,official_name\nnether-wallop,Nether Wallop Council (invented)\n')
    const domains = register().all.flatMap((each) => each.domains)
    const found = domains.map((domain) => many.atDomain(domain).map(({ id }) => id))
    const fresh = domains.slice(0, 60).map((domain) =>
      registerWith('id,official_name\nnether-wallop,Nether Wallop Council (invented)\n')
        .atDomain(domain)
        .map(({ id }) => id),
    )
    expect(fresh).toEqual(found.slice(0, 60))
    expect(found.every((ids) => ids.length > 0)).toBe(true)
  })

  it('has the words written down as the lists have them, and each row in one line', () => {
    expect(readFileSync(new URL('../data/first-words.json', import.meta.url), 'utf8')).toBe(writeFirstWords())
    for (const list of authorityLists) expect(longList(list).lines.length).toBe(readList(list).length)
  })

  it('links only authorities that it knows', () => {
    const { all, byId } = register()
    const linked = all.flatMap(({ successors, predecessors, county }) => [
      ...successors,
      ...predecessors,
      ...(county ? [county] : []),
    ])
    expect(linked.filter((id) => !byId(id))).toEqual([])
  })
})

it('plainName makes two spellings of one name the same', () => {
  expect(plainName("King's Lynn & West Norfolk")).toBe(plainName('Kings Lynn and West Norfolk'))
})
