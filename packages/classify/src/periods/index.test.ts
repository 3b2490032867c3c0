import { describe, expect, it } from 'vitest'
import { findDays, findPeriods, wholePeriod } from './index.ts'

const requestDate = '2019-11-20'

/** What is found, a line each: the words, then the days. */
function told(text: string, asked: string | null = requestDate): readonly string[] {
  return findPeriods(text, { requestDate: asked }).map(({ span, value: { from, to, timing, each } }) =>
    [
      text.slice(span.start, span.end),
      from ?? '?',
      to ?? '?',
      ...(timing === 'at' ? ['at'] : []),
      ...(each ? [`each ${each}`] : []),
    ].join(' | '),
  )
}

describe('findPeriods', () => {
  it('keeps a range over the days inside it', () => {
    expect(told('Between 1 April 2019 and 31 March 2020 we')).toEqual([
      '1 April 2019 and 31 March 2020 | 2019-04-01 | 2020-03-31',
    ])
  })

  it('gives each of several years its own finding', () => {
    expect(told('in each of the years 2018, 2019 and 2020?')).toEqual([
      '2018 | 2018-01-01 | 2018-12-31',
      '2019 | 2019-01-01 | 2019-12-31',
      '2020 | 2020-01-01 | 2020-12-31',
    ])
    expect(told('Year\t2017\t2018')).toHaveLength(2)
    expect(told('2021 3\n2022 5')).toEqual(['2021 | 2021-01-01 | 2021-12-31', '2022 | 2022-01-01 | 2022-12-31'])
    expect(told('2021/22, 2022/23 and 2023/24 (to date)')).toEqual([
      '2021/22 | 2021-04-01 | 2022-03-31',
      '2022/23 | 2022-04-01 | 2023-03-31',
      '2023/24 (to date) | 2023-04-01 | ?',
    ])
  })

  it('says when one figure is wanted of each part', () => {
    expect(told('for each year (2016-2019) please')).toEqual(['2016-2019 | 2016-01-01 | 2019-12-31 | each year'])
    expect(told('per month from 1 May 2018 to 30 June 2019')).toEqual([
      '1 May 2018 to 30 June 2019 | 2018-05-01 | 2019-06-30 | each month',
    ])
    expect(told('for each financial year 2018/19')).toEqual(['financial year 2018/19 | 2018-04-01 | 2019-03-31'])
    expect(told('2019, by quarter')).toEqual([])
    expect(told('in 2019, by quarter')).toEqual(['2019 | 2019-01-01 | 2019-12-31 | each quarter'])
  })

  it('counts back from the request where it is dated, and only there', () => {
    expect(told('over the past 12 months')).toEqual(['the past 12 months | 2018-11-21 | 2019-11-20'])
    expect(told('over the past 12 months', null)).toEqual(['the past 12 months | ? | ?'])
  })

  it('hears from their neighbours that years "to" years are financial', () => {
    expect(told('2016 to 2017: 3; 2017 to 2018: 5')).toEqual([
      '2016 to 2017 | 2016-04-01 | 2017-03-31',
      '2017 to 2018 | 2017-04-01 | 2018-03-31',
    ])
  })

  it.for([
    'the Data Protection Act 2018 and the Regulations 2004',
    'Freedom of Information (Scotland) Act 2002',
    'the 1998 Act',
    'our ref FOI-0707-1819, case 1748_15 and 905A/20',
    'FOI 2020-21-3027',
    'ISO 27001:2013',
    'SQL Server 2016',
    'open 24/7',
    'Regulation (EU) 2016/679',
    'https://www.example.org/2019/20/04.11.19',
    'SI 2004/3244',
  ])('finds no period in %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('findDays', () => {
  it('gives the days that are written out, in order', () => {
    const text = 'Received 14/01/18, answered 6th September 2018 (not 31/02/2018), published 2018-10-02.'
    expect(findDays(text).map(({ value }) => value)).toEqual(['2018-01-14', '2018-09-06', '2018-10-02'])
  })

  it('does not grow a date from a row of a table and the next', () => {
    expect(findDays('December 2018 23\nJanuary 2019 37')).toEqual([])
    expect(findDays('up to 21\nFebruary 2023').map(({ value }) => value)).toEqual(['2023-02-21'])
  })
})

describe('wholePeriod', () => {
  it.for([
    ['2019', '2019-01-01', '2019-12-31'],
    ['2018/19', '2018-04-01', '2019-03-31'],
    ['18-19', '2018-04-01', '2019-03-31'],
    ['November 2018:', '2018-11-01', '2018-11-30'],
    ['Apr-19', '2019-04-01', '2019-04-30'],
    ['Apr 19', '2019-04-01', '2019-04-30'],
    ['Q1 2020', '2020-01-01', '2020-03-31'],
    ['Q1 2020/21', '2020-04-01', '2020-06-30'],
    ['2025/26 (to date)', '2025-04-01', null],
    ['In 2019', '2019-01-01', '2019-12-31'],
    ['2021-22 (provisional)', '2021-04-01', '2022-03-31'],
    ['April', null, null],
    ['Q3', null, null],
  ] as const)('reads %s as a period', ([label, from, to]) => {
    expect(wholePeriod(label)).toMatchObject({ from, to })
  })

  it.for(['Total', '1685', 'Incidents in 2019', '2019 total', 'Mayor', '', '-', '5', '2018, 2019'])(
    'reads %s as none',
    (label) => {
      expect(wholePeriod(label)).toBeNull()
    },
  )
})
