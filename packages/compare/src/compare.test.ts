import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@disclosed/store'
import { calendarYear, financialYear, inventedRegister, letter, month } from '@disclosed/store/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compare } from './compare.ts'
import type { Comparison } from './comparison.ts'
import { renderTable } from './render.ts'
import { toCsv, toJson } from './write.ts'

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
    expect(compare(store).totals).toEqual([{ sum: null, low: 12, high: 16, given: 2, refused: 1, asked: 3, why: null }])
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
