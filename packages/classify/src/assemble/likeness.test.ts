import { describe, expect, it } from 'vitest'
import type { FoundValue, ReadPeriod } from '../answers/index.ts'
import type { Quantity } from '../quantities/index.ts'
import { groupOfFree, groupsOf, type Setting } from './likeness.ts'

const setting: Setting = { asked: 'How many fines did you issue?', answer: '12', period: null, ocr: false }

const year = (from: string, to = from): ReadPeriod => ({
  from: `${from}-01-01`,
  to: `${to}-12-31`,
  timing: 'during',
  each: null,
  basis: 'answer',
})

const untold: ReadPeriod = { from: null, to: null, timing: 'during', each: null, basis: null }

function figure(number: number, period: ReadPeriod, fields: Partial<FoundValue> = {}): FoundValue {
  const quantity: Quantity = { number, relation: '=', quantity: 'count', unit: null, hedge: null, state: 'present' }
  return {
    quantity,
    span: { start: 0, end: 2 },
    leansOn: [],
    category: null,
    total: false,
    period,
    rule: 'answers/whole-figure',
    ...fields,
  }
}

/** The reason to doubt them, the same for all. */
function doubt(values: readonly FoundValue[], about: Partial<Setting> = {}): string {
  const doubts = new Set(groupsOf(values, { ...setting, ...about }).map(([, first]) => first ?? ''))
  return [...doubts].join()
}

describe('values are alike', () => {
  it('that give no reason for doubt, were found by one rule, and have their days from one place', () => {
    expect(groupsOf([figure(12, year('2019'))], setting)).toEqual([
      ['value', 'clear', 'answers/whole-figure', 'answer'],
    ])
    expect(groupOfFree(figure(12, year('2019')))).toEqual(['value', 'no-question', 'answers/whole-figure', 'answer'])
  })

  it('whose days are those that were asked about, wherever they were read', () => {
    const whole = {
      from: '2019-01-01',
      to: '2019-12-31',
      timing: 'during',
      each: null,
      shape: 'calendar_year',
    } as const
    const period = { parts: [whole], whole, span: { start: 0, end: 4 }, basis: 'question' } as const
    const place = (value: FoundValue) => groupsOf([value], { ...setting, period })[0]?.at(-1)
    expect(place(figure(12, year('2019')))).toBe('asked')
    expect(place(figure(12, year('2020')))).toBe('answer')
    expect(place(figure(12, untold))).toBe('untold')
  })
})

describe('there is doubt about all figures of an answer', () => {
  it('where two are of the same days and nothing tells them apart', () => {
    const burials = [figure(4, year('2014')), figure(2, year('2014')), figure(9, year('2015'))]
    expect(doubt(burials)).toBe('told-twice')
    expect(
      doubt([figure(4, year('2014'), { category: 'burials' }), figure(2, year('2014'), { category: 'cremations' })]),
    ).toBe('clear')
  })

  it('where a time is spoken of and was not found', () => {
    expect(doubt([figure(95, untold)], { answer: '95 in the specified period' })).toBe('time-not-found')
    expect(doubt([figure(95, untold)], { answer: '95', asked: 'How many wardens do you employ?' })).toBe('clear')
    expect(doubt([figure(50, untold, { category: '2017/18 (part only)' })])).toBe('time-in-label')
    expect(doubt([figure(50, untold), figure(60, year('2019'))])).toBe('some-without-time')
  })

  it('where no figure was asked for', () => {
    expect(doubt([figure(12, year('2019'))], { asked: 'Please send me a copy of your policy.' })).toBe(
      'no-figure-asked',
    )
  })

  it('where the parts do not add up to their total', () => {
    const total = figure(30, year('2019'), { total: true })
    const parts = (second: number) => [
      figure(10, year('2019'), { category: 'on street' }),
      figure(second, year('2019'), { category: 'off street' }),
    ]
    expect(doubt([total, ...parts(20)])).toBe('clear')
    expect(doubt([total, ...parts(21)])).toBe('sums-differ')
  })
})
