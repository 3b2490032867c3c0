import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../put.ts'
import { openStore, type Store } from '../store.ts'
import { calendarYear, inventedRegister, letter } from '../testing.ts'
import type { Correction } from './speak.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-corrections-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register: inventedRegister })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

type Asked = NonNullable<Parameters<typeof letter>[0]['questions']>[number]
type Said = NonNullable<Asked['values']>[number]

const unsure: Said = { quote: '12', sure: false, confidence: 0.7, ...calendarYear(2018) }

function reply(
  said: Partial<Said> = {},
  about: Partial<Parameters<typeof letter>[0]> = {},
  asked: Partial<Asked> = {},
): Entry {
  return letter({
    authority: 'amberford',
    path: 'reply.txt',
    questions: [
      {
        text: 'How many data breaches were there in 2018?',
        asks: [{ measure: 'data_breaches', ...calendarYear(2018) }],
        answer: 'We had 12 breaches in 2018, among them 3 by post.',
        values: [{ ...unsure, ...said }],
        ...asked,
      },
    ],
    ...about,
  })
}

function put(...entries: readonly Entry[]): void {
  for (const each of entries) store.put(each)
  store.settle()
}

let minute = 0

function say(said: Omit<Correction, 'made' | 'by'> & { readonly by?: string }): string {
  minute += 1
  const made = `2026-05-01T10:${String(minute % 60).padStart(2, '0')}:${String(Math.floor(minute / 60)).padStart(2, '0')}Z`
  const id = store.correct({ by: 'Ann', ...said, made })
  store.settle()
  return id
}

const figure = () => (store.select('SELECT id FROM observation') as [{ id: string }])[0].id
const cell = (select = 'number, state, checked', where = 'observation IS NOT NULL') =>
  store.select(`SELECT ${select} FROM comparison WHERE ${where}`)
const states = () =>
  store.select('SELECT j.state, c."by" FROM judgement j JOIN correction c ON c.id = j.correction ORDER BY c.made')
const waiting = () =>
  store.select('SELECT reason, about FROM review_list ORDER BY pressing, worth DESC, confidence, subject')

describe('a word on a figure', () => {
  it('confirms it, and is taken back', () => {
    put(reply())
    expect(cell()).toEqual([{ number: null, state: 'unsure', checked: 0 }])
    const word = say({ subject: figure(), kind: 'confirm' })
    expect(cell()).toEqual([{ number: 12, state: 'present', checked: 1 }])
    const undo = say({ subject: word, kind: 'undo', why: 'by mistake' })
    expect(cell()).toEqual([{ number: null, state: 'unsure', checked: 0 }])
    say({ subject: undo, kind: 'undo' })
    expect(cell()).toEqual([{ number: 12, state: 'present', checked: 1 }])
    expect(store.select('SELECT count(*) AS words FROM correction')).toEqual([{ words: 3 }])
  })

  it.for([
    [{ value: '<15' }, { number: null, low: 0, high: 14, relation: '<', state: 'bound', year: 2018 }],
    [{ value: '1,204' }, { number: 1204, low: 1204, high: 1204, relation: '=', state: 'present', year: 2018 }],
    [{ value: '10-20' }, { number: null, low: 10, high: 20, relation: 'range', state: 'bound', year: 2018 }],
    [{ value: 'suppressed' }, { number: null, low: null, high: null, relation: '=', state: 'suppressed', year: 2018 }],
    [{ period: '2019/20' }, { number: 12, low: 12, high: 12, relation: '=', state: 'present', year: 2019 }],
    [
      { measure: 'cyber attacks', value: '9' },
      { number: 9, low: 9, high: 9, relation: '=', state: 'present', year: 2018 },
    ],
  ] as const)('gives %o instead', ([given, expected]) => {
    put(reply())
    say({ subject: figure(), kind: 'correct', given })
    expect(cell('number, low, high, relation, state, year')).toEqual([expected])
    expect(cell('checked, quote, measure')).toEqual([
      { checked: 1, quote: '12', measure: 'measure' in given ? 'cyber_attacks' : 'data_breaches' },
    ])
    // What the document gives stays as it was read.
    expect(store.select('SELECT number, sure, period_from FROM observation')).toEqual([
      { number: 12, sure: 0, period_from: '2018-01-01' },
    ])
  })

  it('rejects it, and the question is answered without a figure', () => {
    put(reply())
    say({ subject: figure(), kind: 'reject', why: 'the 12 counts something else' })
    expect(cell()).toEqual([])
    expect(waiting()).toEqual([])
  })

  it('that comes later builds on what was shown', () => {
    put(reply())
    say({ subject: figure(), kind: 'correct', given: { value: '13' } })
    say({ subject: figure(), kind: 'correct', given: { period: '2017' } })
    say({ subject: figure(), kind: 'confirm', by: 'Bob' })
    expect(cell('number, year')).toEqual([{ number: 13, year: 2017 }])
    expect(states()).toEqual([
      { state: 'replaced', by: 'Ann' },
      { state: 'stands', by: 'Ann' },
      { state: 'stands', by: 'Bob' },
    ])
  })

  it('is used by nobody while people say different things', () => {
    put(reply())
    say({ subject: figure(), kind: 'correct', given: { value: '13' } })
    const other = say({ subject: figure(), kind: 'correct', given: { value: '14' }, by: 'Bob' })
    expect(cell()).toEqual([{ number: null, state: 'unsure', checked: 0 }])
    expect(waiting()[0]).toEqual({ reason: 'disputed', about: 'figure' })
    say({ subject: other, kind: 'undo', by: 'Bob' })
    expect(cell()).toEqual([{ number: 13, state: 'present', checked: 1 }])
  })

  it('adds a figure that was not read, with its words', () => {
    put(reply())
    const [{ id }] = store.select('SELECT id FROM document') as [{ id: string }]
    const given = {
      value: '3',
      period: '2018',
      measure: 'data_breaches',
      category: 'post_wrong_recipient',
      question: '1',
    }
    say({ subject: id, kind: 'add', given, quote: '3 by post' })
    expect(
      cell('number, year, category, checked, quote, question', 'observation IS NULL AND number IS NOT NULL'),
    ).toEqual([
      expect.objectContaining({
        number: 3,
        year: 2018,
        checked: 1,
        quote: '3 by post',
        category: expect.stringContaining('ost'),
      }),
    ])
    expect(() => say({ subject: id, kind: 'add', given, quote: '4 by post' })).toThrow('does not say "4 by post"')
  })
})

describe('a word on an answer or a document', () => {
  it('corrects how a question was answered, everywhere', () => {
    put(reply({}, {}, { values: [], outcome: 'not_held', sure: false }))
    const [{ id }] = store.select('SELECT id FROM question') as [{ id: string }]
    const word = say({ subject: id, kind: 'correct', given: { outcome: 'ncnd' } })
    expect(cell('outcome, checked, caveats', '1')).toEqual([
      { outcome: 'ncnd', checked: 1, caveats: 'checked,invented' },
    ])
    expect(store.select('SELECT outcome, sure, checked FROM answer_list')).toEqual([
      { outcome: 'ncnd', sure: 1, checked: 1 },
    ])
    say({ subject: word, kind: 'undo' })
    expect(cell('outcome, checked', '1')).toEqual([{ outcome: 'not_held', checked: 0 }])
    expect(store.select('SELECT outcome, sure, as_read FROM answer')).toEqual([
      { outcome: 'not_held', sure: 0, as_read: null },
    ])
  })

  it('says whose letter it is, and makes its figures as sure as they were read', () => {
    put(reply({ sure: true }, { authority: null }))
    expect(waiting()[0]).toEqual({ reason: 'whose', about: 'document' })
    const [{ id }] = store.select('SELECT id FROM document') as [{ id: string }]
    const word = say({
      subject: id,
      kind: 'correct',
      given: { authority: 'Brackwater Borough Council (invented)', received: '02/01/2019' },
    })
    expect(cell('authority, number')).toEqual([{ authority: 'Brackwater Borough Council (invented)', number: 12 }])
    expect(store.select('SELECT received, sure FROM timeliness')).toEqual([{ received: '2019-01-02', sure: 1 }])
    expect(waiting()).toEqual([])
    say({ subject: word, kind: 'undo' })
    expect(cell('authority, number')).toEqual([{ authority: null, number: null }])
    expect(store.select('SELECT id FROM authority')).toEqual([])
  })

  it.for([
    [
      { outcome: 'ncnd' },
      'outcome says nothing of a figure; it takes value, unit, period, measure, category, question',
    ],
    [{ value: 'a dozen' }, 'value "a dozen" is no figure as 12'],
    [{ value: '12,34' }, 'is no figure'],
    [{ value: '20-10' }, 'is no figure'],
    [{ period: '2019-20-21' }, 'is no period'],
    [{ period: '31/02/2019 to 01/03/2019' }, 'is no period'],
    [{ measure: 'data_breeches' }, 'Did you mean data_breaches?'],
    [{ question: '9' }, 'there is no question 9 in this response'],
    [{}, 'nothing is given instead'],
  ] as const)('refuses %o with a sentence', ([given, sentence]) => {
    put(reply())
    expect(() => say({ subject: figure(), kind: 'correct', given })).toThrow(sentence)
    expect(store.select('SELECT count(*) AS words FROM correction')).toEqual([{ words: 0 }])
  })
})

describe('what was said', () => {
  it('survives a rebuild, a renamed file and being read again', () => {
    put(reply())
    const id = figure()
    say({ subject: id, kind: 'correct', given: { value: '13' }, why: 'see the footnote' })
    const before = cell('number, checked, link')
    store.rebuild()
    expect(cell('number, checked, link')).toEqual(before)
    store.forget('reply.txt')
    store.settle()
    expect(waiting()).toEqual([{ reason: 'changed', about: 'figure' }])
    put(reply({}, { path: 'renamed.txt' }))
    expect(figure()).toBe(id)
    expect(cell('number, checked, link')).toEqual([{ number: 13, checked: 1, link: 'renamed.txt' }])
    expect(waiting()).toEqual([])
  })

  it('holds where the same words are cut in another way', () => {
    put(reply())
    say({ subject: figure(), kind: 'confirm' })
    put(reply({ quote: '12 breaches' }))
    expect(cell()).toEqual([{ number: 12, state: 'present', checked: 1 }])
  })

  it('is shown again, and not used, where the reading says something else by now', () => {
    put(reply())
    say({ subject: figure(), kind: 'confirm' })
    put(reply({ ...calendarYear(2017), number: 12, unit: 'records' }))
    expect(cell()).toEqual([{ number: null, state: 'unsure', checked: 0 }])
    expect(waiting()[0]).toEqual({ reason: 'changed', about: 'figure' })
    say({ subject: figure(), kind: 'confirm', by: 'Bob' })
    expect(cell('number, year')).toEqual([{ number: 12, year: 2017 }])
    expect(states()).toEqual([
      { state: 'replaced', by: 'Ann' },
      { state: 'stands', by: 'Bob' },
    ])
    expect(waiting()).toEqual([])
  })

  it('holds where the reading has caught up with it', () => {
    put(reply())
    say({ subject: figure(), kind: 'correct', given: { period: '2017' } })
    put(reply(calendarYear(2017)))
    expect(cell('number, year, checked')).toEqual([{ number: 12, year: 2017, checked: 1 }])
  })

  it('gives the same rows whenever it was said, before or after other letters came in', () => {
    put(reply(), reply({ sure: true }, { authority: 'brackwater', path: 'other.txt' }))
    say({ subject: figure(), kind: 'confirm' })
    const hash = store.hash()
    store.rebuild()
    expect(store.hash()).toBe(hash)
  })
})
