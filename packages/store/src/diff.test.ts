import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { differences } from './diff.ts'
import type { Entry } from './put.ts'
import { openStore } from './store.ts'
import { calendarYear, financialYear, inventedRegister, letter } from './testing.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-diff-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function dataset(name: string, ...entries: readonly Entry[]): string {
  const store = openStore(at(name), { register: inventedRegister })
  for (const each of entries) store.put(each)
  store.settle()
  store.close()
  return at(name)
}

function said(path: string, quote: string, days = calendarYear(2019), sure = true): Entry {
  const asks = [{ measure: 'data_breaches', ...days }] as const
  const question = { text: 'How many?', asks, answer: `We had ${quote}`, values: [{ quote, ...days, sure }] }
  return letter({ authority: 'amberford', path, salt: ` ${path} ${quote}`, questions: [question] })
}

it('tells letters and cells that are new, changed or gone, as a person reads them', () => {
  const one = dataset('one.sqlite', said('a.txt', '12'), said('b.txt', '7', financialYear(2019)))
  const two = dataset('two.sqlite', said('a.txt', '14'), said('c.txt', '3', calendarYear(2021), false))
  const told = [...differences(one, two)].map(({ change, what, subject, period, before, after, link }) =>
    what === 'letter' ? [change, link] : [change, subject, period, before, after],
  )
  expect(told).toEqual([
    ['changed', 'a.txt'],
    ['gone', 'b.txt'],
    ['new', 'c.txt'],
    ['changed', 'Data breaches', '2019', '12', '14'],
    ['new', 'Data breaches', '2021', null, '3?'],
    ['gone', 'Data breaches', '2019/20', '7', null],
  ])
  expect([...differences(two, two)]).toEqual([])
})

it('says of other files that they are no datasets', () => {
  writeFileSync(at('notes.txt'), 'not a dataset')
  const one = dataset('three.sqlite', said('a.txt', '12'))
  expect(() => [...differences(one, at('notes.txt'))]).toThrow('it is not a SQLite file')
  expect(() => [...differences(at('nowhere.sqlite'), one)]).toThrow('there is no such file')
})
