import { describe, expect, it } from 'vitest'
import { standingOf, yearsOf } from './standing.ts'

const during = (from: string | null, to: string | null, answered: string | null = null) => {
  const { year, year_kind, covers } = standingOf({ from, to, timing: 'during', answered })
  return [year, year_kind, covers]
}

describe('standingOf', () => {
  it.for([
    ['2019-01-01', '2019-12-31', [2019, 'calendar', 'whole']],
    ['2019-04-01', '2020-03-31', [2019, 'financial', 'whole']],
    ['2019-09-01', '2020-08-31', [2019, 'academic', 'whole']],
    ['2018-11-01', '2019-10-31', [2018, 'other', 'whole']],
    ['2019-04-06', '2020-04-05', [2019, 'other', 'whole']],
    ['2020-02-29', '2021-02-28', [2020, 'other', 'whole']],
    ['2019-01-01', '2019-04-30', [2019, 'calendar', 'part']],
    ['2019-04-01', '2019-12-31', [2019, 'financial', 'part']],
    ['2019-10-01', '2020-03-31', [2019, 'financial', 'part']],
    ['2024-11-24', '2025-02-21', [2024, 'other', 'part']],
    ['2019-01-01', '2019-12-30', [2019, 'calendar', 'part']],
    ['2017-01-01', '2019-12-31', [2017, 'calendar', 'longer']],
    ['2017-04-01', '2019-03-31', [2017, 'financial', 'longer']],
    ['2018-01-01', '2019-06-30', [2018, 'calendar', 'longer']],
    [null, null, [null, null, 'untold']],
    [null, '2019-12-31', [null, null, 'untold']],
    ['2019-12-31', '2019-01-01', [null, null, 'untold']],
    ['2019-09-01', null, [2019, 'other', 'untold']],
    ['2019-04-01', null, [2019, 'financial', 'untold']],
    ['2019-02-45', '2019-03-45', [2019, 'calendar', 'part']],
  ] as const)('puts %s to %s under %j', ([from, to, expected]) => {
    expect(during(from, to)).toEqual(expected)
  })

  it('takes the day of the answer as the end of what is known', () => {
    expect(during('2025-04-01', null, '2025-11-01')).toEqual([2025, 'financial', 'part'])
    expect(during('2019-09-01', null, '2021-02-01')).toEqual([2019, 'other', 'longer'])
    expect(during('2019-01-01', '2019-12-31', '2019-06-01')).toEqual([2019, 'calendar', 'part'])
  })

  it('keeps a stock on a day apart', () => {
    expect(standingOf({ from: '2019-07-01', to: '2019-07-01', timing: 'at', answered: null })).toEqual({
      year: 2019,
      year_kind: 'day',
      covers: 'day',
      caveats: ['at_a_day'],
    })
  })
})

describe('yearsOf', () => {
  it('parts a span into the years it holds', () => {
    expect(yearsOf({ from: '2017-04-01', to: '2019-03-31' })).toEqual([
      { from: '2017-04-01', to: '2018-03-31' },
      { from: '2018-04-01', to: '2019-03-31' },
    ])
    expect(yearsOf({ from: '2018-03-01', to: '2019-08-10' })).toEqual([
      { from: '2018-03-01', to: '2018-12-31' },
      { from: '2019-01-01', to: '2019-08-10' },
    ])
    expect(yearsOf({ from: '2018-03-01', to: null })).toEqual([])
  })
})
