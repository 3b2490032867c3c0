import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { bankHolidays } from './bank-holidays.ts'
import { writeBankHolidays } from './write-bank-holidays.ts'

it('the list is what the library and our corrections give', () => {
  expect(readFileSync(new URL('../data/bank-holidays.csv', import.meta.url), 'utf8')).toBe(writeBankHolidays())
})

it.for([
  ['2022-01-04', ['Scotland']],
  ['2022-01-03', ['England', 'Northern Ireland', 'Scotland', 'Wales']],
  ['2022-03-17', ['Northern Ireland']],
  ['2021-07-12', ['Northern Ireland']],
  ['2022-08-01', ['Scotland']],
  ['2022-08-29', ['England', 'Northern Ireland', 'Wales']],
  ['2022-04-18', ['England', 'Northern Ireland', 'Wales']],
  ['2022-11-30', ['Scotland']],
  ['2006-11-30', []],
  ['2011-04-29', ['England', 'Northern Ireland', 'Scotland', 'Wales']],
  ['2012-05-28', []],
  ['2022-09-19', ['England', 'Northern Ireland', 'Scotland', 'Wales']],
  ['2022-12-25', []],
  ['2022-12-27', ['England', 'Northern Ireland', 'Scotland', 'Wales']],
] as const)('%s is a bank holiday on a weekday in %j', ([day, nations]) => {
  const there = bankHolidays().flatMap((each) => (each.day === day ? [each.nation] : []))
  expect(there.toSorted()).toEqual(nations)
})
