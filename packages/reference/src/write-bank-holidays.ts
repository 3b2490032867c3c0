import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Holidays from 'date-holidays'
import type { BankHoliday } from './bank-holidays.ts'

const nations: readonly (readonly [BankHoliday['nation'], string])[] = [
  ['England', 'ENG'],
  ['Wales', 'WLS'],
  ['Scotland', 'SCT'],
  ['Northern Ireland', 'NIR'],
]

/** The Acts came into force on 1 January 2005. What lies ahead may still be changed by proclamation. */
const [first, last] = [2005, 2030]

/** Days that proclamations moved or added and the library does not know; an Act made St Andrew's Day one in 2007. */
const missing: readonly { readonly day: string; readonly name: string; readonly only?: BankHoliday['nation'] }[] = [
  { day: '2011-04-29', name: 'Royal wedding' },
  { day: '2012-06-04', name: 'Spring bank holiday' },
  { day: '2026-06-15', name: 'World Cup bank holiday', only: 'Scotland' },
]
const wrong: ReadonlySet<string> = new Set(['2012-05-28', '2005-11-30', '2006-11-30'])

/** The source of `bank-holidays.csv`: the days of the library date-holidays, put right where it errs. */
export function writeBankHolidays(): string {
  const rows = new Set(nations.flatMap((nation) => rowsOf(...nation)))
  return `nation,day,name\n${[...rows].toSorted(byDay).join('\n')}\n`
}

function rowsOf(nation: BankHoliday['nation'], state: string): readonly string[] {
  const known = new Holidays('GB', state, { types: ['public', 'bank'] })
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const days = years.flatMap((year) =>
    known.getHolidays(year).map(({ date, name }) => ({ day: date.slice(0, 10), name: name.replaceAll('’', "'") })),
  )
  const own = missing.filter(({ only }) => only === undefined || only === nation)
  return [...days.filter(({ day }) => !wrong.has(day)), ...own].flatMap(({ day, name }) =>
    isWeekday(day) ? [`${nation},${day},${name}`] : [],
  )
}

function isWeekday(day: string): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday > 0 && weekday < 6
}

function byDay(one: string, other: string): number {
  const [a = '', b = ''] = [one, other].map((row) => row.replace(/^([^,]*),([^,]*),/, '$2,$1,'))
  return a < b ? -1 : a > b ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../data/bank-holidays.csv', import.meta.url), writeBankHolidays())
}
