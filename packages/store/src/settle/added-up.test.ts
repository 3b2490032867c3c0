import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerWith } from '@disclosed/reference'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { calendarYear, letter } from '../testing.ts'

/** A county with two districts in it, a city beside it, an authority above them, and a council that took over from another. */
const register = registerWith(
  [
    'id,official_name,type,nation,county_id,start_date,end_date,successor_ids,predecessor_ids',
    'ostershire,Ostershire County Council (invented),county,England,,,,,',
    'ambermouth,Ambermouth District Council (invented),district,England,ostershire,,,,',
    'brindlow,Brindlow District Council (invented),district,England,ostershire,,,,',
    'amberford,Amberford City Council (invented),unitary,England,,,,,',
    'five-towns,Five Towns Combined Authority (invented),combined_authority,England,,,,,',
    'coldmere,Coldmere Council (invented),unitary,England,,,2019-03-31,dunmere,',
    'dunmere,Dunmere Council (invented),unitary,England,,2019-04-01,,,coldmere',
    '',
  ].join('\n'),
)

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-store-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

interface Gave {
  readonly year?: number
  readonly measure?: 'data_breaches' | null
  readonly unit?: string
  readonly quantity?: 'count' | 'percent'
}

const asked = 'How many parking fines were issued in 2018?'

/** A letter in which that authority gives that number. */
function gives(authority: string, number: number, { year = 2018, measure = 'data_breaches', ...rest }: Gave = {}) {
  const { name } = register.byId(authority) ?? { name: '' }
  const value = { quote: String(number), measure, ...calendarYear(year), ...rest }
  const question = { text: asked, answer: `${name}: ${number}`, values: [value] }
  const entry = letter({ salt: name, questions: [question] })
  const said = { id: authority, name, confidence: 0.99, sure: true, evidence: [] }
  store.put({ ...entry, reading: { ...entry.reading, authority: said } })
}

function sums(where = '1'): readonly unknown[] {
  store.settle()
  return store.select(
    `SELECT year_kind, year, SUM(number) AS sum, COUNT(number) AS councils FROM comparison_safe WHERE ${where} GROUP BY 1, 2 ORDER BY 1, 2`,
  )
}

const leftOut = () =>
  store.select(`SELECT authority_id, left_out FROM comparison WHERE left_out IS NOT NULL ORDER BY 1`)

const in2018 = { year_kind: 'calendar', year: 2018 }

describe('a plain sum over comparison_safe', () => {
  it('never adds a county to districts: the level stands of which more gave figures', () => {
    gives('ostershire', 100)
    gives('ambermouth', 10)
    gives('brindlow', 20)
    gives('amberford', 1)
    expect(sums()).toEqual([{ ...in2018, sum: 31, councils: 3 }])
    expect(leftOut()).toEqual([{ authority_id: 'ostershire', left_out: 'other_level' }])
  })

  it('keeps to one level in all years of a measure, so that no year is of other councils than the next', () => {
    gives('ostershire', 100)
    gives('ostershire', 110, { year: 2019 })
    gives('ambermouth', 10, { year: 2019 })
    gives('brindlow', 20, { year: 2019 })
    expect(sums()).toEqual([{ year_kind: 'calendar', year: 2019, sum: 30, councils: 2 }])
  })

  it('holds counties where no district gave a figure', () => {
    gives('ostershire', 100)
    gives('amberford', 1)
    expect(sums()).toEqual([{ ...in2018, sum: 101, councils: 2 }])
    expect(leftOut()).toEqual([])
  })

  it('leaves an authority above councils out beside them, and holds it where it stands alone', () => {
    gives('five-towns', 500)
    expect(sums()).toEqual([{ ...in2018, sum: 500, councils: 1 }])
    gives('amberford', 1)
    expect(sums()).toEqual([{ ...in2018, sum: 1, councils: 1 }])
  })

  it('counts a council that took over from others only where these gave nothing', () => {
    gives('dunmere', 40)
    expect(sums()).toEqual([{ ...in2018, sum: 40, councils: 1 }])
    gives('coldmere', 40)
    expect(sums()).toEqual([{ ...in2018, sum: 40, councils: 1 }])
    expect(leftOut()).toEqual([{ authority_id: 'dunmere', left_out: 'successor' }])
  })

  it('of answers to one question adds up only what most of them count, and no shares', () => {
    gives('ambermouth', 10, { measure: null, unit: 'fines' })
    gives('brindlow', 20, { measure: null, unit: 'fines' })
    gives('amberford', 7, { measure: null, unit: 'hours' })
    gives('dunmere', 90, { measure: null, quantity: 'percent', unit: '%' })
    expect(sums('question_group IS NOT NULL')).toEqual([{ ...in2018, sum: 30, councils: 2 }])
    expect(leftOut()).toEqual([
      { authority_id: 'amberford', left_out: 'other_unit' },
      { authority_id: 'dunmere', left_out: 'no_count' },
    ])
  })

  it('tells a county that no list knows by its name', () => {
    gives('ambermouth', 10)
    const entry = letter({ salt: ' alone', lines: ['In 2018: 70'], values: [{ quote: '70', ...calendarYear(2018) }] })
    const name = 'Wolding County Council'
    store.put({
      ...entry,
      reading: { ...entry.reading, authority: { id: null, name, confidence: 0.99, sure: true, evidence: [] } },
    })
    expect(sums()).toEqual([{ ...in2018, sum: 10, councils: 1 }])
  })
})
