import { quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from '../tables/index.ts'
import { findDiscrepancies } from './index.ts'

function discrepanciesIn(text: string): readonly string[] {
  const letter = letterFrom(text)
  return findDiscrepancies(letter, findTables(letter)).map(({ code, message }) => `${code}: ${message}`)
}

const register = ['Ref\tService\tReported to ICO', 'S-01\tHousing\tNo', 'S-02\tLegal\tNo', 'S-03\tLegal\tYes'].join(
  '\n',
)

describe('discrepancies', () => {
  it('tells a row whose figures do not make its total, where the others do', () => {
    expect(discrepanciesIn('Ward\tLost\tStolen\tTotal\nCastle\t1\t2\t3\nBridge\t2\t2\t4\nMill\t4\t1\t6')).toEqual([
      'row_sum: the figures of Mill add up to 5; its total says 6',
    ])
  })

  it('tells a column that does not make the total row', () => {
    expect(discrepanciesIn('Ward\tFires\nCastle\t1,200\nBridge\t2\nTotal\t1,203')).toEqual([
      'column_sum: the rows of Fires add up to 1,202; the total row says 1,203',
    ])
  })

  it('tells the one of several tables of the same rows that has another sum', () => {
    const table = (title: string, groups: string, sum: number) =>
      `${title}\n\n\t${groups}\tTotal\nCastle\t1\t2\t3\nBridge\t2\t2\t4\nMill\t0\t1\t1\nTotal\t3\t${sum - 3}\t${sum}\n\n`
    const text = `${table('Medium', 'Paper\tEmail', 8)}${table('Cause', 'Haste\tStorm', 8)}`
    expect(discrepanciesIn(text)).toEqual([])
    expect(discrepanciesIn(`${text}${table('Action', 'Talk\tTraining', 9)}`)).toContain(
      'table_totals: the table Action totals 9; 2 tables of the same rows total 8',
    )
  })

  it('tells a register that lists more or fewer than the document states', () => {
    expect(
      discrepanciesIn(`Overall there have been 4 data breaches. In 2 instances training was given.\n\n${register}`),
    ).toEqual(['register_count: the document states 4 data breaches; its register lists 3'])
    expect(discrepanciesIn(`Overall there have been three data breaches.\n\n${register}`)).toEqual([])
  })

  it('tells a weekday that was another', () => {
    expect(discrepanciesIn('From Thursday 28 February 2023 to Thursday, 31st August 2023.')).toEqual([
      'weekday: the document says Thursday 28 February 2023; 28 February 2023 was a Tuesday',
    ])
  })

  it('shows the words of both', () => {
    const letter = letterFrom(`Overall there have been 4 data breaches.\n\n${register}\n\nMonday 28 February 2023`)
    const words = findDiscrepancies(letter, findTables(letter)).map((each) => quote(letter.text, each.spans[0]))
    expect(words).toEqual(['4 data breaches', 'Monday 28 February 2023'])
  })
})

describe('no discrepancy', () => {
  it.for([
    [
      'columns that were never to be added',
      'Ward\tAsked\tPaid\tTotal\nCastle\t5\t2\t5\nBridge\t7\t3\t7\nMill\t9\t1\t9',
    ],
    ['figures held back', 'Ward\tFires\nCastle\t<5\nBridge\t2\nTotal\t5'],
    ['a missing figure', 'Ward\tFires\nCastle\t-\nBridge\t2\nMill\t3\nTotal\t6'],
    ['pence that were rounded', 'Ward\tCost\nCastle\t£1.33\nBridge\t£1.33\nMill\t£1.33\nTotal\t£4.00'],
    ['sums of some rows', 'Ward\tFires\nCastle\t1\nBridge\t2\nSub total\t3\nMill\t4\nTotal\t7'],
    ['percentages', 'Ward\t% of fires\nCastle\t33\nBridge\t33\nTotal\t100'],
    ['a total of something else', 'Ward\tFires\nCastle\t1\nBridge\t2\nTotal calls answered\t9'],
    ['a count of other days', `In 2019 there were 9 data breaches.\n\n${register}`],
    ['a count of some', `Of these, there were 2 incidents.\n\n${register}`],
    ['two counts', `Overall there have been 5 incidents. There were 9 data breaches.\n\n${register}`],
    ['a weekday that is right', 'On Tuesday 28 February 2023 we wrote.'],
    ['a day that no calendar has', 'On Tuesday 30 February 2023 we wrote.'],
  ])('in %s', ([, text = '']) => {
    expect(discrepanciesIn(text)).toEqual([])
  })
})
