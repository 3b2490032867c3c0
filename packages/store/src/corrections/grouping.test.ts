import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { calendarYear, inventedRegister, letter } from '../testing.ts'

const issued = 'How many parking fines were issued in 2018?'
const handed = 'How many penalty charge notices did you hand out in 2018?'
const paid = 'How many parking fines were paid in 2018?'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-corrections-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register: inventedRegister })
  for (const [authority, text, quote] of [
    ['amberford', issued, '100'],
    ['brackwater', handed, '200'],
    ['dunmere', paid, '50'],
  ] as const) {
    const values = [{ quote, measure: null, unit: 'fines', ...calendarYear(2018) }]
    store.put(letter({ authority, path: `${authority}.txt`, questions: [{ text, answer: quote, values }] }))
  }
  store.settle()
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

/** Who was asked what each group asks, as the comparison has it. */
function groups(): readonly string[] {
  const rows = store.select(
    `SELECT group_concat(authority_id ORDER BY authority_id) AS who FROM comparison GROUP BY question_group ORDER BY who`,
  ) as readonly { readonly who: string }[]
  return rows.map(({ who }) => who)
}

const idOf = (text: string) =>
  (store.select('SELECT id FROM question WHERE text = ?', text)[0] as { readonly id: string }).id

function say(kind: 'join' | 'split' | 'undo', subject: string, sameAs?: string, by = 'Ann'): string {
  const id = store.correct({ kind, subject, by, made: new Date().toISOString(), ...(sameAs ? { sameAs } : {}) })
  store.settle()
  return id
}

const states = () =>
  store.select('SELECT state FROM judgement ORDER BY state').map((row) => (row as { state: string }).state)

it('puts two questions together that a person joined, through a rebuild, and parts them when that is taken back', () => {
  expect(groups()).toEqual(['amberford', 'brackwater', 'dunmere'])
  const word = say('join', idOf(handed), idOf(issued))
  expect(groups()).toEqual(['amberford,brackwater', 'dunmere'])
  expect(store.select('SELECT SUM(number) AS sum FROM comparison_safe GROUP BY question_group ORDER BY 1')).toEqual([
    { sum: 50 },
    { sum: 300 },
  ])
  expect(store.select('SELECT DISTINCT checked FROM comparison')).toEqual([{ checked: 0 }])
  store.rebuild()
  expect(groups()).toEqual(['amberford,brackwater', 'dunmere'])
  say('undo', word)
  expect(groups()).toEqual(['amberford', 'brackwater', 'dunmere'])
})

it('sets a question apart that a person split, whichever wording led the group', () => {
  for (const authority of ['brackwater', 'dunmere']) {
    const values = [{ quote: '7', measure: null, unit: 'fines', ...calendarYear(2018) }]
    store.put(
      letter({
        authority,
        salt: ' again',
        path: `${authority}-2.txt`,
        questions: [{ text: `Please tell me: ${issued}`, answer: '7', values }],
      }),
    )
  }
  store.settle()
  expect(groups()).toContain('amberford,brackwater,dunmere')
  say('split', idOf(issued))
  expect(groups()).toEqual(['amberford', 'brackwater', 'brackwater,dunmere', 'dunmere'])
})

it('uses neither where people differ', () => {
  say('join', idOf(handed), idOf(issued))
  say('split', idOf(handed), undefined, 'Bob')
  expect(groups()).toEqual(['amberford', 'brackwater', 'dunmere'])
  expect(states()).toEqual(['disputed', 'disputed'])
})

it('shows a word again where one of the two questions is gone, and uses it when that is back', () => {
  say('join', idOf(handed), idOf(issued))
  const values = [{ quote: '100', measure: null, unit: 'fines', ...calendarYear(2018) }]
  const entry = letter({
    authority: 'amberford',
    path: 'amberford.txt',
    questions: [{ text: issued, answer: '100', values }],
  })
  store.forget('amberford.txt')
  store.settle()
  expect(states()).toEqual(['missing'])
  expect(store.select(`SELECT reason FROM review_list WHERE reason = 'changed'`)).toHaveLength(1)
  store.put(entry)
  store.settle()
  expect(groups()).toEqual(['amberford,brackwater', 'dunmere'])
})

it('refuses what names no question', () => {
  expect(() => say('join', idOf(handed))).toThrow('to join it needs another question')
  expect(() => say('join', idOf(handed), idOf(handed))).toThrow('the same question already')
  expect(() => say('split', 'f00f00f00')).toThrow('no question has the id f00f00f00')
})
