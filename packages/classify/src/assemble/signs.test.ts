import { describe, expect, it } from 'vitest'
import type { FoundValue, ReadPeriod } from '../answers/index.ts'
import type { Quantity } from '../quantities/index.ts'
import { type Setting, signsOf, signsOfFree } from './signs.ts'

const setting: Setting = {
  asked: 'How many fines did you issue?',
  answer: '12',
  period: null,
  othersHaveTime: false,
  around: [],
}

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

/** The signs that each of them shows. */
function shown(values: readonly FoundValue[], about: Partial<Setting> = {}): readonly string[] {
  return [...new Set(signsOf(values, { ...setting, ...about }).flat())]
}

describe('a value shows', () => {
  it('the rule that found it, where its days came from, and what its letter shows', () => {
    const [signs] = signsOf([figure(12, year('2019'))], { ...setting, around: ['counted-through'] })
    expect(signs).toEqual(
      expect.arrayContaining(['counted-through', 'answers/whole-figure', 'days:answer', 'asks:count', 'figures:to-1']),
    )
    expect(signsOfFree(figure(12, year('2019')))).toEqual(['no-question', 'answers/whole-figure', 'days:answer'])
  })

  it('whether its days are those that were asked about, wherever they were read', () => {
    const whole = {
      from: '2019-01-01',
      to: '2019-12-31',
      timing: 'during',
      each: null,
      shape: 'calendar_year',
    } as const
    const period = { parts: [whole], whole, span: { start: 0, end: 4 }, basis: 'question' } as const
    expect(shown([figure(12, year('2019'))], { period })).toContain('days:asked-answer')
    expect(shown([figure(12, year('2020'))], { period })).toContain('days:answer')
    expect(shown([figure(12, untold)], { period })).toContain('days:untold')
    expect(shown([figure(12, untold)])).toContain('days:none')
  })

  it('that another figure is of the same days, with nothing to tell them apart', () => {
    const burials = [figure(4, year('2014')), figure(2, year('2014')), figure(9, year('2015'))]
    expect(signsOf(burials, setting).map((signs) => signs.includes('told-twice'))).toEqual([true, true, false])
    const apart = [
      figure(4, year('2014'), { category: 'burials' }),
      figure(2, year('2014'), { category: 'cremations' }),
    ]
    expect(shown(apart)).not.toContain('told-twice')
  })

  it('that a time is spoken of and was not found', () => {
    expect(shown([figure(95, untold)], { answer: '95 in the specified period' })).toContain('time-not-found')
    expect(shown([figure(95, untold)], { answer: '95', asked: 'How many wardens do you employ?' })).not.toContain(
      'time-not-found',
    )
    expect(shown([figure(50, untold, { category: '2017/18 (part only)' })])).toContain('time-in-label')
    expect(shown([figure(50, untold), figure(60, year('2019'))])).toContain('some-without-time')
  })

  it('that no figure was asked for, or another kind', () => {
    const policy = { asked: 'Please send me a copy of your policy.' }
    expect(shown([figure(12, year('2019'))], policy)).toContain('no-figure-asked')
    expect(shown([figure(12, year('2019'))], { asked: 'How much was spent?' })).toContain('not-the-kind-asked')
    expect(shown([figure(12, year('2019'))])).not.toContain('not-the-kind-asked')
  })

  it('whether the parts add up to their total', () => {
    const total = figure(30, year('2019'), { total: true })
    const parts = (second: number) => [
      figure(10, year('2019'), { category: 'on street' }),
      figure(second, year('2019'), { category: 'off street' }),
    ]
    expect(shown([total, ...parts(20)])).toContain('sums-agree')
    expect(shown([total, ...parts(21)])).toContain('sums-differ')
    expect(shown([total]).filter((sign) => sign.startsWith('sums'))).toEqual([])
  })

  it('whether each year that was asked about has its figure, and no number is left over', () => {
    const part = (name: string) =>
      ({ from: `${name}-01-01`, to: `${name}-12-31`, timing: 'during', each: null, shape: 'calendar_year' }) as const
    const period = {
      parts: [part('2019'), part('2020')],
      whole: null,
      span: { start: 0, end: 4 },
      basis: 'question',
    } as const
    const both = [figure(4, year('2019')), figure(6, year('2020'))]
    expect(shown(both, { period, answer: '4 and 6' })).toEqual(
      expect.arrayContaining(['years-asked-and-given', 'as-many-as-asked', 'only-these-numbers']),
    )
    expect(shown([figure(4, year('2019'))], { period })).not.toContain('years-asked-and-given')
    expect(shown([figure(4, year('2019'))], { answer: '4 of 17 in 3 wards, 12 of them open' })).toContain(
      'numbers-left-over',
    )
  })
})
