import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from './index.ts'
import { outlined } from './outline.ts'

function tablesIn(text: string): string {
  return findTables(letterFrom(`We answer below.\n\n${text}\n\nI hope this helps.`))
    .map(outlined)
    .join('\n\n')
}

const losses = [
  'crosstab',
  'Service | 2021 | 2022',
  '"Housing" | 4 | 6',
  '"Adult care" | 11 | 9',
  '"Legal" | 0 | 2',
].join('\n')

describe('a head apart from its rows', () => {
  it.for([
    'Service        2021    2022\n---------------------------\nHousing        4       6\nAdult care     11      9\nLegal          0       2',
    'Service        2021    2022\n\nHousing        4       6\nAdult care     11      9\nLegal          0       2',
    'Service   2021   2022\nHousing   4   6\nAdult care   11   9\nLegal   0   2',
  ])('is its head, below a rule, an empty line or in no column: %#', (table) => {
    expect(tablesIn(table)).toBe(losses)
  })

  it('is none where both parts have figures', () => {
    expect(
      tablesIn(
        'Vans    4       6\nCars    5       7\nBikes   1       1\n\nHousing 4       6\nLegal   0       2\nAdults  3   4',
      ),
    ).not.toContain('Vans | ')
  })

  it('may name a form', () => {
    expect(tablesIn('Year        V5C        Licences\n2015        61         204\n2016        48         187')).toBe(
      ['crosstab', 'Year | V5C | Licences', '"2015" | 61 | 204', '"2016" | 48 | 187'].join('\n'),
    )
  })

  it('stands over labels so long that no column is left, and over marks of what is held back', () => {
    const table =
      'Department                  Number\nEducation                     19\nAdults, Health, Wellbeing and Public Protection     14\nFinance                        8\nCoast                          *'
    expect(tablesIn(table)).toBe(
      [
        'breakdown',
        'Department | Number',
        '"Education" | 19',
        '"Adults, Health, Wellbeing and Public Protection" | 14',
        '"Finance" | 8',
        '"Coast" | "*"',
      ].join('\n'),
    )
  })
})

describe('rows broken at their strokes', () => {
  it('are whole when they have as many strokes as the longest', () => {
    const table = '2021 |\n2022 | |\nHousing |\n4 | 6 |\nAdult care |\n11 | 9 |\nLegal | 0 | 2 |'
    expect(tablesIn(table)).toBe(losses.replace('Service', '…'))
  })

  it('are none where a line does not come out even', () => {
    expect(tablesIn('Housing |\n4 | 6 |\nAdult care |\n11 | 9 | 7 | 8 |\nLegal | 0 | 2 |')).toBe('')
  })
})

it('a corner stands above the stroke that ends it', () => {
  expect(tablesIn('Year\n|\nLosses\n|\n2021\n|\n4\n|\n2022\n|\n6\n|')).toBe(
    ['series', 'Year | Losses', '"2021" | 4', '"2022" | 6'].join('\n'),
  )
})

describe('a figure to each name', () => {
  it('makes a table of four or more that nothing parts', () => {
    expect(tablesIn('Requests received 196\nRequests granted 74\nRequests refused 32\nInternal reviews 0')).toBe(
      [
        'breakdown',
        '',
        '"Requests received" | 196',
        '"Requests granted" | 74',
        '"Requests refused" | 32',
        '"Internal reviews" | 0',
      ].join('\n'),
    )
  })

  it.for([
    'Requests received 196\nRequests granted 74\nRequests refused 32',
    'Requests received: 196\nRequests granted: 74\nRequests refused: 32\nInternal reviews: 0',
    'Room 4\nFloor 2\nPage 7\nAnnex 3',
  ])('and a list of: %#', (list) => {
    expect(tablesIn(list)).toBe('')
  })
})

describe('what is no table', () => {
  it.for([
    '1.\tSummary\n1.1\tThis report covers breaches recorded in the year to 31 March.\n1.2\tA breach must be reported within 72 hours.\n2.\tMethod',
    '4.       Amount spent on training 2020/21 and 2021/22\n2020/21 £12k\n2021/22 £27,450',
    'Thank you for your request of May 2023. You asked how many were lost. Department Number Adults 31 Legal 14 Housing 6',
  ])('numbered paragraphs, a point over its answer, a month in a sentence: %#', (text) => {
    expect(tablesIn(text)).not.toMatch(/Summary|spent on|May/)
  })
})

it('goes on over the foot of a page', () => {
  const pages =
    'Year\n\nPost\n\nEmail\n\n2020\n\n34\n\n61\n\n2021\n\n29\n\nPage 1 of 3\namblethorpe.gov.uk\n\n77\n\n2022\n\n11\n\n102\n\nPage 2 of 3\namblethorpe.gov.uk'
  expect(tablesIn(pages)).toBe(
    ['crosstab', 'Year | Post | Email', '"2020" | 34 | 61', '"2021" | 29 | 77', '"2022" | 11 | 102'].join('\n'),
  )
})

describe('the same years as heads again', () => {
  const two = [
    'crosstab',
    'Lost | 2021 | 2022',
    '"Vans" | 4 | 6',
    '"Cars" | 5 | 7',
    '',
    'crosstab',
    'Stolen | 2021 | 2022',
    '"Vans" | 1 | 0',
    '"Cars" | 2 | 3',
  ].join('\n')
  it.for([
    'Lost | 2021 | 2022\nVans | 4 | 6\nCars | 5 | 7\nStolen | 2021 | 2022\nVans | 1 | 0\nCars | 2 | 3',
    'Lost      2021    2022\nVans      4       6\nCars      5       7\nStolen    2021    2022\nVans      1       0\nCars      2       3',
    '| Lost | 2021 | 2022 |\n|---|---|---|\n| Vans | 4 | 6 |\n| Cars | 5 | 7 |\n| Stolen | 2021 | 2022 |\n| Vans | 1 | 0 |\n| Cars | 2 | 3 |',
  ])('begin a table of their own: %#', (table) => {
    expect(tablesIn(table)).toBe(two)
  })

  it('but none below the same name, which the next page prints again, nor where only some are the same', () => {
    const again = 'Lost | 2021 | 2022\nVans | 4 | 6\nCars | 5 | 7\nLost | 2021 | 2022\nBikes | 1 | 0\nBoats | 2 | 3'
    expect(tablesIn(again).split('\n\n')).toHaveLength(1)
    const figures = 'Place | 2021 | 2022\nVans | 4 | 6\nCars | 2021 | 7\nBikes | 1 | 0'
    expect(tablesIn(figures).split('\n\n')).toHaveLength(1)
  })
})
