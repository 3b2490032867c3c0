import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerWith } from '@disclosed/reference'
import { openStore, type Store } from '@disclosed/store'
import { calendarYear, financialYear, inventedRegister, letter, month } from '@disclosed/store/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import type { Comparison } from './comparison.ts'
import { renderTable } from './render.ts'
import { toCsv, toJson, toJsonLines } from './write.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-compare-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register: inventedRegister })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const breaches = { measure: 'data_breaches' } as const
type Written = Parameters<typeof letter>[0]

function said(...letters: readonly Written[]): void {
  for (const each of letters) store.put(letter(each))
  store.settle()
}

function figures(authority: string, values: NonNullable<Written['values']>, more: Written = {}): Written {
  return { authority, lines: [values.map(({ quote }) => quote).join('; ')], values, ...more }
}

function refused(
  authority: string,
  outcome: NonNullable<NonNullable<Written['questions']>[number]['outcome']>,
  more: Partial<NonNullable<Written['questions']>[number]> = {},
): Written {
  return {
    authority,
    questions: [
      {
        text: 'How many in 2019?',
        asks: [{ ...breaches, ...calendarYear(2019) }],
        answer: `Outcome ${outcome}`,
        outcome,
        ...more,
      },
    ],
  }
}

/** By authority: what is shown under each column. */
function shown({ columns, rows }: Comparison): Record<string, Record<string, string>> {
  return Object.fromEntries(
    rows.map(({ id, cells }) => [
      id,
      Object.fromEntries(cells.map((cell, index) => [columns[index]?.label ?? '', cell.shown])),
    ]),
  )
}

describe('compare', () => {
  it('sets figures apart that count something not quite the same, unless they are asked for', () => {
    said(
      figures('brackwater', [{ quote: '31', ...calendarYear(2019) }]),
      refused('amberford', 'disclosed', {
        asks: [{ measure: 'cyber_attacks', ...calendarYear(2019) }],
        answer: 'We had 12 breaches.',
        values: [{ quote: '12', ...calendarYear(2019) }],
      }),
    )
    const comparison = compare(store, breaches)
    expect(shown(comparison)).toEqual({ amberford: { 2019: '[12*]' }, brackwater: { 2019: '31' } })
    expect(comparison.totals[0]).toMatchObject({ sum: 31, given: 1, asked: 2 })
    expect(comparison.legend.map(({ mark }) => mark)).toContain('[ ]')
    expect(store.select("SELECT SUM(number) AS sum FROM comparison_safe WHERE measure = 'data_breaches'")).toEqual([
      { sum: 31 },
    ])
    const all = compare(store, { ...breaches, anyDefinition: true })
    expect(shown(all)).toEqual({ amberford: { 2019: '12*' }, brackwater: { 2019: '31' } })
    expect(all.totals[0]).toMatchObject({ sum: 43, given: 2 })
    expect(() => compare(store, { ...breaches, anyDefinition: true, per: 1000, rank: true })).toThrow(
      'cannot be ranked',
    )
  })

  it('sets figures, bounds and refusals side by side, financial years in columns of their own', () => {
    said(
      figures('amberford', [
        { quote: '259', ...calendarYear(2019) },
        { quote: '<5', number: 5, relation: '<', ...calendarYear(2018) },
      ]),
      figures('brackwater', [{ quote: '31', ...financialYear(2019) }]),
      refused('coldmere', 'withheld', { exemptions: ['FOIA 31(1)(a)', 'FOIA 31(1)(b)'] }),
      refused('dunmere', 'ncnd'),
    )
    expect(shown(compare(store))).toEqual({
      amberford: { '2018': '<5', '2019': '259', '2019/20': '·' },
      brackwater: { '2018': '·', '2019': '·', '2019/20': '31' },
      coldmere: { '2018': '·', '2019': 'refused s.31', '2019/20': '·' },
      dunmere: { '2018': '·', '2019': 'NCND', '2019/20': '·' },
    })
  })

  it('gives each way of having no number a mark of its own, and says what it means', () => {
    const ways: readonly (readonly [Written, string])[] = [
      [refused('amberford', 'withheld'), 'refused'],
      [refused('amberford', 'ncnd', { sure: false }), 'NCND?'],
      [refused('amberford', 'cost_limit'), 'cost'],
      [refused('amberford', 'not_held'), 'not held'],
      [refused('amberford', 'attached'), 'attached'],
      [refused('amberford', 'unanswered'), 'no answer'],
      [refused('amberford', 'elsewhere'), 'elsewhere'],
      [refused('amberford', 'disclosed'), 'no figure'],
      [refused('amberford', 'withheld', { asks: [{ ...breaches, for: 'list', ...calendarYear(2019) }] }), '(refused)'],
      [figures('amberford', [{ quote: '40', ...calendarYear(2019), sure: false }]), '40?'],
      [figures('amberford', [{ quote: '*', number: null, state: 'suppressed', ...calendarYear(2019) }]), 'suppressed'],
      [figures('amberford', [{ quote: '-', number: null, state: 'unclear', ...calendarYear(2019) }]), 'unclear'],
      [figures('amberford', [{ quote: '40', relation: '~', ...calendarYear(2019) }]), '~40*'],
      [figures('amberford', [{ quote: '4', from: '2019-01-01', to: '2019-04-30' }]), '4†'],
      [figures('amberford', [{ quote: '400', from: '2019-01-01', to: '2021-12-31' }]), '400‡'],
      [
        figures('amberford', [
          { quote: '4', ...month(2019, 1) },
          { quote: '5', ...month(2019, 2) },
        ]),
        'in parts',
      ],
      [figures('amberford', [{ quote: '4', ...calendarYear(2019), category: 'Post' }]), 'by type'],
      [figures('amberford', [{ quote: '4', ...calendarYear(2019), quantity: 'percent' }]), 'share only'],
      [
        figures('amberford', [
          { quote: '4', ...calendarYear(2019) },
          { quote: '7', ...calendarYear(2019) },
        ]),
        '4 ≠ 7',
      ],
    ]
    const marks = ways.map(([written, mark], index) => {
      store.close()
      store = openStore(join(folder, `way-${index}.sqlite`), { register: inventedRegister })
      said(written)
      const comparison = compare(store)
      const cell = comparison.rows[0]?.cells[0]
      expect(cell?.shown).toBe(mark)
      if (cell?.kind !== 'figure') expect(comparison.legend.length, mark).toBeGreaterThan(0)
      return cell?.shown
    })
    expect(new Set(marks).size).toBe(ways.length)
  })

  it('does not call a council unasked that answered for another period', () => {
    said(
      {
        authority: 'amberford',
        questions: [
          {
            text: 'How many in 2019?',
            asks: [{ ...breaches, ...calendarYear(2019) }],
            answer: '2019/20: 7',
            values: [{ quote: '7', ...financialYear(2019) }],
          },
        ],
      },
      figures('brackwater', [{ quote: '3', ...calendarYear(2019) }]),
    )
    expect(shown(compare(store)).amberford).toEqual({ '2019': 'other period', '2019/20': '7' })
  })

  it('adds up whole years with bounds as bounds, never tighter', () => {
    said(
      figures('amberford', [{ quote: '12', ...calendarYear(2019) }]),
      figures('brackwater', [{ quote: '<5', number: 5, relation: '<', ...calendarYear(2019) }]),
      refused('dunmere', 'ncnd'),
    )
    expect(compare(store).totals).toEqual([
      { sum: null, low: 12, high: 16, given: 2, refused: 1, silent: 0, asked: 3, why: null },
    ])
  })

  it('leaves what is unsure out of the sum', () => {
    said(
      figures('amberford', [{ quote: '12', ...calendarYear(2019) }]),
      figures('brackwater', [{ quote: '90', ...calendarYear(2019), sure: false }]),
    )
    expect(compare(store).totals[0]).toMatchObject({ sum: 12, given: 1, asked: 2 })
  })

  it('rounds a rate of a bound away from it', () => {
    said(figures('amberford', [{ quote: '<5', number: 5, relation: '<', ...calendarYear(2019) }]))
    expect(shown(compare(store, { per: 100_000 }))).toEqual({ amberford: { '2019': 'no rate' } })
  })

  it('shows some authorities and some years, and says what it leaves out', () => {
    said(
      figures('amberford', [
        { quote: '1', ...calendarYear(2017) },
        { quote: '2', ...calendarYear(2018) },
        { quote: '9' },
      ]),
      figures('brackwater', [{ quote: '3', ...calendarYear(2018) }]),
    )
    const comparison = compare(store, {
      authorities: ['Amberford City Council (invented)'],
      years: { from: 2018, to: 2019 },
    })
    expect(shown(comparison)).toEqual({ amberford: { '2018': '2' } })
    expect(comparison.notes).toEqual(['1 answer tells no period and cannot be shown by year.'])
    expect(() => compare(store, { authorities: ['Nowhere'] })).toThrow(/nothing on this from "Nowhere".*amberford/)
  })

  it('takes the measure with most answers, any by its name, and questions by their words', () => {
    said(
      {
        authority: 'amberford',
        questions: [
          {
            text: 'How many parking fines were cancelled in 2019?',
            asks: [{ ...calendarYear(2019) }],
            answer: 'Twenty: 20',
            values: [{ quote: '20', measure: null, unit: 'fines', ...calendarYear(2019) }],
          },
        ],
      },
      figures('amberford', [{ quote: '8', measure: 'cyber_attacks', unit: 'attacks', ...calendarYear(2019) }]),
      figures('brackwater', [
        { quote: '1', ...calendarYear(2018) },
        { quote: '2', ...calendarYear(2019) },
      ]),
    )
    expect(compare(store).subject).toMatchObject({ code: 'data_breaches' })
    expect(compare(store, { measure: 'Cyber attacks' }).subject).toMatchObject({ code: 'cyber_attacks' })
    expect(shown(compare(store, { question: 'parking fines' }))).toEqual({ amberford: { '2019': '20' } })
    expect(() => compare(store, { measure: 'fines_paid' })).toThrow(/some for: data_breaches, cyber_attacks/)
  })

  it('has something to say of an empty dataset', () => {
    store.settle()
    expect(renderTable(compare(store))).toBe('The dataset holds no figure and no refusal whose authority is known.\n')
  })
})

describe('renderTable', () => {
  beforeEach(() => {
    said(
      figures(
        'amberford',
        [2015, 2016, 2017, 2018, 2019].map((year) => ({ quote: `${year}0`, ...calendarYear(year) })),
      ),
    )
  })

  it('keeps to the width and puts the other years below', () => {
    const lines = renderTable(compare(store), { width: 60 }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(lines.filter((line) => line.includes('Amberford'))).toHaveLength(2)
    expect(lines.join('\n')).toContain('20,150')
  })

  it('colours only where it is told to', () => {
    expect(renderTable(compare(store))).not.toContain('\u001b')
    expect(renderTable(compare(store), { color: true })).toContain('\u001b[1m')
  })
})

describe('toCsv and toJson', () => {
  it('hold every cell with its words', () => {
    said(
      figures('amberford', [{ quote: '12', ...calendarYear(2018) }], { path: 'a, "b".txt' }),
      figures('brackwater', [{ quote: '3', ...calendarYear(2019) }]),
    )
    const lines = toCsv(compare(store)).trimEnd().split('\r\n')
    expect(lines).toHaveLength(5)
    expect(lines[1]).toContain('"a, ""b"".txt"')
    expect(JSON.parse(toJson(compare(store))).rows[0].cells[0]).toMatchObject({
      shown: '12',
      kind: 'figure',
      basis: { quote: '12' },
    })
  })
})

it('points back to a refusal of several years at once, and never says that nobody asked', () => {
  said(
    refused('amberford', 'ncnd', { asks: [{ ...breaches, from: '2019-01-01', to: '2021-12-31' }] }),
    figures('brackwater', [
      { ...breaches, ...calendarYear(2020), number: 6, quote: '6 in 2020' },
      { ...breaches, ...calendarYear(2022), number: 7, quote: '7 in 2022' },
    ]),
  )
  const table = shown(compare(store))
  expect(table.amberford).toMatchObject({ '2020': '←', '2022': '·' })
  expect(table.brackwater).toMatchObject({ '2020': '6', '2022': '7' })
})

describe('who was asked', () => {
  const round = { round: 'Breaches' }
  const nobody = { sent: null, reference: null, email: null }

  it('has a row where it is silent, in the years asked about, and is counted among those asked', () => {
    store.put(letter({ ...refused('amberford', 'ncnd'), ...round }))
    store.put(letter({ ...figures('brackwater', [{ quote: '31', ...financialYear(2019) }]), ...round }))
    store.put(letter({ authority: 'coldmere', kind: 'foi_acknowledgement', ...round }))
    store.putAsked(
      'Breaches',
      ['amberford', 'brackwater', 'coldmere', 'dunmere'].map((authority) => ({ ...nobody, authority })),
    )
    store.settle()
    const comparison = compare(store)
    expect(shown(comparison)).toMatchObject({
      amberford: { '2019': 'NCND', '2019/20': '·' },
      coldmere: { '2019': 'no reply', '2019/20': '·' },
      dunmere: { '2019': 'silent', '2019/20': '·' },
    })
    expect(comparison.totals[0]).toMatchObject({ given: 0, refused: 1, silent: 2, asked: 3 })
    expect(comparison.rounds).toEqual([
      { name: 'Breaches', asked: 4, answered: 2, acknowledged: 1, silent: 1, unclear: 0 },
    ])
    expect(renderTable(comparison)).toContain('4 asked, 2 answered (50%), 1 only acknowledged it, 1 silent.')
    expect(compare(store, { authorities: ['dunmere'] }).rows).toHaveLength(0)
  })
})

describe('councils that were reorganised', () => {
  const register = registerWith(
    [
      'id,official_name,type,start_date,end_date,successor_ids,predecessor_ids',
      'old-a,Old Amber Council (invented),district,,2019-03-31,new-a,',
      'old-b,Old Brack Council (invented),district,,2019-03-31,new-a,',
      'new-a,New Amber Council (invented),unitary,2019-04-01,,,old-a|old-b',
      '',
    ].join('\n'),
  )
  const of = (id: string, name: string, quote: string, days: { from: string; to: string }) => {
    const entry = letter({ authority: null, salt: id, lines: [`We had ${quote}`], values: [{ quote, ...days }] })
    const authority = { id, name, confidence: 0.99, sure: true, evidence: [] }
    return { ...entry, reading: { ...entry.reading, authority } }
  }
  const here = (...entries: readonly ReturnType<typeof of>[]) => {
    store.close()
    store = openStore(join(folder, 'reorganised.sqlite'), { register })
    for (const each of entries) store.put(each)
    store.settle()
    return compare(store)
  }
  const old = of('old-a', 'Old Amber Council (invented)', '12', calendarYear(2018))
  const now = of('new-a', 'New Amber Council (invented)', '40', calendarYear(2020))

  it('are added up in the row of the successor where all are there, and counted once', () => {
    const comparison = here(old, now, of('old-b', 'Old Brack Council (invented)', '7', calendarYear(2018)))
    expect(shown(comparison)['new-a']).toEqual({ '2018': '19⊕', '2020': '40' })
    expect(comparison.totals[0]).toMatchObject({ sum: 19, given: 2, asked: 2 })
  })

  it('are not added up where one is missing', () => {
    expect(shown(here(old, now))['new-a']).toEqual({ '2018': '⊖', '2020': '40' })
  })
})

describe('a ranking', () => {
  it('is refused with every reason', () => {
    said(
      figures('amberford', [{ quote: '12', ...calendarYear(2019) }]),
      figures('brackwater', [{ quote: '<5', number: 5, relation: '<', ...calendarYear(2019) }]),
    )
    expect(() => compare(store, { rank: true })).toThrow(
      'These cannot be ranked: fewer than two authorities gave a figure that is exact, sure and of the whole year; larger authorities have more of anything: ask for rates with --per 100000; where Brackwater Borough Council (invented) (<5) would stand cannot be told.',
    )
  })

  it('orders what may be ordered, those without a figure below', () => {
    const register = registerWith(
      [
        'id,official_name,type,population',
        'amberford,Amberford City Council (invented),unitary,2019:50000',
        'brackwater,Brackwater Borough Council (invented),unitary,2019:10000',
        'dunmere,Dunmere Council (invented),unitary,2019:10000',
        '',
      ].join('\n'),
    )
    store.close()
    store = openStore(join(folder, 'ranked.sqlite'), { register })
    said(
      figures('amberford', [{ quote: '12', ...calendarYear(2019) }]),
      figures('brackwater', [{ quote: '5', ...calendarYear(2019) }]),
      refused('dunmere', 'withheld'),
    )
    const { rows, columns } = compare(store, { rank: true, per: 100_000 })
    expect(columns).toHaveLength(1)
    expect(rows.map(({ cells }) => cells[0]?.shown)).toEqual(['50.0', '24.0', 'refused'])
  })
})

describe('what is asked for', () => {
  beforeEach(() => said(figures('amberford', [{ quote: '12', ...calendarYear(2019) }])))

  it('is met with a sentence where it is not there', () => {
    expect(() => compare(store, { measure: 'data_breeches' })).toThrow(/Did you mean data_breaches\?/)
    expect(() => compare(store, { authorities: ['Amberfrod'] })).toThrow(/Did you mean amberford or Amberford City/)
    expect(() => compare(store, { type: 'parish' })).toThrow(/the type "parish"\. It has something from: unitary\./)
  })

  it('names the years that there are, other questions of the same words, and how to list answers in words', () => {
    expect(compare(store, { years: { from: 2035, to: 2035 } }).notes).toContain('There is something for 2019.')
    const asked = (text: string, answer: string, more = {}) => ({ text, answer, ...more })
    const fines = (quote: string) => ({ values: [{ quote, measure: null, ...calendarYear(2019) }] })
    said({
      authority: 'brackwater',
      questions: [
        asked('How many parking fines were cancelled in 2019?', 'We cancelled 20', fines('20')),
        asked('How many parking fines were issued in 2019?', 'We issued 90', fines('90')),
        asked('Do you train all wardens in road law?', 'Yes'),
      ],
    })
    expect(compare(store, { question: 'parking fines were' }).notes.join()).toMatch(
      /Other questions have these words, too: [0-9a-f]{20} \(How many parking fines were (?:issued|cancelled) in 2019\?\)/,
    )
    expect(compare(store, { question: 'fines cancelled' }).notes.join()).not.toContain('Other questions')
    expect(() => compare(store, { question: 'train all wardens' })).toThrow(
      /answered in words.*SELECT authority, yes_no, outcome, answer, link FROM answer_list WHERE question_group = '/,
    )
  })

  it('is some types, nations and regions', () => {
    said(figures('dunmere', [{ quote: '3', ...calendarYear(2019) }]))
    expect(compare(store, { region: 'north west', nation: 'England', type: 'unitary' }).rows).toHaveLength(1)
  })
})

it('takes one question in all its wordings, by any of their ids, and shows them', () => {
  const asked = (authority: string, text: string, quote: string): Written => ({
    authority,
    questions: [
      {
        text,
        answer: `We cancelled ${quote}`,
        values: [{ quote, measure: null, unit: 'fines', ...calendarYear(2019) }],
      },
    ],
  })
  said(
    asked('amberford', 'How many parking fines were cancelled in 2019?', '20'),
    asked('brackwater', 'Please state the number of parking fines cancelled in 2019.', '30'),
    asked('dunmere', 'How many parking fines were issued in 2019?', '90'),
  )
  const comparison = compare(store, { question: 'fines cancelled' })
  expect(shown(comparison)).toEqual({ amberford: { '2019': '20' }, brackwater: { '2019': '30' } })
  expect(comparison.wordings).toHaveLength(2)
  for (const { id } of comparison.wordings) expect(compare(store, { question: id }).rows).toHaveLength(2)
  expect(renderTable(comparison)).toContain('1 × Please state the number of parking fines cancelled in 2019.')
  expect(toJsonLines(comparison).split('\n')[0]).toContain('"shown":"20"')
})

it('does not set a count of one thing where another was asked for', () => {
  said({
    authority: 'amberford',
    questions: [
      {
        text: 'How many parking fines did your wardens issue in 2019?',
        answer: '3 wardens issued 90 fines',
        values: [
          { quote: '3 wardens', measure: null, unit: 'wardens', ...calendarYear(2019) },
          { quote: '90 fines', measure: null, unit: 'fines', ...calendarYear(2019) },
        ],
      },
    ],
  })
  const comparison = compare(store, { question: 'parking fines' })
  expect(shown(comparison).amberford?.['2019']).toMatch(/^(?:3 \/ 90|90 \/ 3)$/)
  expect(comparison.totals[0]).toMatchObject({ sum: null, given: 0 })
})
