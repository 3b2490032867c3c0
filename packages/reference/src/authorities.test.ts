import { describe, expect, it } from 'vitest'
import { plainName, register, registerWith } from './authorities.ts'

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
