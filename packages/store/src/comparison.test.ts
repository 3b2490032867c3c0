import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from './put.ts'
import { openStore, type Store } from './store.ts'
import { calendarYear, financialYear, inventedRegister, letter, month } from './testing.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-store-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register: inventedRegister })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const wanted = 'How many data breaches were there in 2018 and 2019?'
const asks = [{ measure: 'data_breaches', by: ['year'], from: '2018-01-01', to: '2019-12-31' }] as const

function rows(entries: readonly Entry[], select = '*', where = '1'): readonly unknown[] {
  for (const entry of entries) store.put(entry)
  store.settle()
  return store.select(
    `SELECT ${select} FROM comparison WHERE ${where} ORDER BY authority_id, period_from, kind_last, quote`.replace(
      'kind_last, ',
      '',
    ),
  )
}

describe('a figure', () => {
  it('stands under the year it fills, with its words', () => {
    const asked = {
      text: wanted,
      asks,
      answer: '2018: 12. 2019: 40',
      values: [
        { quote: '12', ...calendarYear(2018) },
        { quote: '40', ...calendarYear(2019) },
      ],
    }
    expect(
      rows(
        [letter({ authority: 'amberford', questions: [asked] })],
        'authority, year, year_kind, covers, number, state, chosen, answers, quote, question',
      ),
    ).toEqual([
      {
        authority: 'Amberford City Council (invented)',
        year: 2018,
        year_kind: 'calendar',
        covers: 'whole',
        number: 12,
        state: 'present',
        chosen: 1,
        answers: 1,
        quote: '12',
        question: wanted,
      },
      {
        authority: 'Amberford City Council (invented)',
        year: 2019,
        year_kind: 'calendar',
        covers: 'whole',
        number: 40,
        state: 'present',
        chosen: 1,
        answers: 1,
        quote: '40',
        question: wanted,
      },
    ])
  })

  it('that is not sure has no number, and says so', () => {
    const asked = {
      text: wanted,
      asks,
      answer: '2018: 12',
      values: [{ quote: '12', ...calendarYear(2018), sure: false }],
    }
    expect(
      rows(
        [letter({ authority: 'amberford', questions: [asked] })],
        'number, low, high, state, caveats',
        "state = 'unsure'",
      ),
    ).toEqual([{ number: null, low: 12, high: 12, state: 'unsure', caveats: 'unsure,no_population,invented' }])
  })

  it('is not sure where it is not sure whose it is', () => {
    const asked = { text: wanted, asks, answer: '2018: 12', values: [{ quote: '12', ...calendarYear(2018) }] }
    expect(
      rows(
        [letter({ authority: 'amberford', authoritySure: false, questions: [asked] })],
        'number, state',
        'observation IS NOT NULL',
      ),
    ).toEqual([{ number: null, state: 'unsure' }])
  })

  it('that a person confirmed has its number again', () => {
    const entry = letter({
      authority: 'amberford',
      lines: ['In 2018: 12'],
      values: [{ quote: '12', ...calendarYear(2018), sure: false }],
    })
    store.put(entry)
    const [{ id }] = store.select('SELECT id FROM observation') as [{ id: string }]
    store.correct({ subject: id, kind: 'confirm', by: 'a reader', made: '2026-01-01T10:00:00Z' })
    expect(rows([entry], 'number, state, checked, caveats')).toEqual([
      { number: 12, state: 'present', checked: 1, caveats: 'no_population,checked,invented' },
    ])
  })

  it('held back keeps its bound and no tighter one', () => {
    const asked = {
      text: wanted,
      asks,
      answer: '2018: <5',
      values: [{ quote: '<5', number: 5, relation: '<' as const, ...calendarYear(2018) }],
    }
    expect(
      rows(
        [letter({ authority: 'amberford', questions: [asked] })],
        'number, low, high, relation, state, caveats',
        'year = 2018',
      ),
    ).toEqual([
      { number: null, low: 0, high: 4, relation: '<', state: 'bound', caveats: 'bound,no_population,invented' },
    ])
  })

  it('said of each of several years stands in each of them', () => {
    const none = { quote: 'None', number: 0, each: 'year' as const, from: '2017-04-01', to: '2019-03-31' }
    expect(
      rows(
        [letter({ authority: 'amberford', lines: ['None in either year'], values: [none] })],
        'year, year_kind, covers, number, chosen',
      ),
    ).toEqual([
      { year: 2017, year_kind: 'financial', covers: 'whole', number: 0, chosen: 1 },
      { year: 2018, year_kind: 'financial', covers: 'whole', number: 0, chosen: 1 },
    ])
  })

  it('said of each month is no figure of the year', () => {
    const each = { quote: '3', each: 'month' as const, ...calendarYear(2018) }
    expect(rows([letter({ authority: 'amberford', lines: ['3 a month'], values: [each] })], 'covers, chosen')).toEqual([
      { covers: 'part', chosen: 0 },
    ])
  })

  it('of one type of incident is no headline', () => {
    const phishing = { quote: '3', incidentType: 'phishing' as const, ...calendarYear(2018) }
    const ransom = {
      quote: '2',
      incidentType: 'ransomware' as const,
      measure: 'ransomware_attacks' as const,
      ...calendarYear(2018),
    }
    expect(
      rows([letter({ authority: 'amberford', lines: ['3 and 2'], values: [phishing, ransom] })], 'measure, category'),
    ).toEqual([
      { measure: 'ransomware_attacks', category: null },
      { measure: 'data_breaches', category: 'Phishing' },
    ])
  })

  it('about another authority stands under that one and for nothing', () => {
    const about = { quote: '3', about: 'Brackwater Borough Council (invented)', ...calendarYear(2018) }
    expect(
      rows([letter({ authority: 'amberford', lines: ['They had 3'], values: [about] })], 'authority_id, chosen'),
    ).toEqual([{ authority_id: 'brackwater', chosen: 0 }])
  })

  it('of a year that was not over is part of it', () => {
    const early = { quote: '3', ...calendarYear(2019) }
    expect(
      rows(
        [letter({ authority: 'amberford', responded: '2019-06-01', lines: ['So far 3'], values: [early] })],
        'covers, caveats',
      ),
    ).toEqual([{ covers: 'part', caveats: 'part_year,to_date,invented' }])
  })
})

describe('a refusal', () => {
  it('stands under each year asked about, with its ground', () => {
    const asked = {
      text: wanted,
      asks,
      answer: 'It is exempt',
      outcome: 'withheld' as const,
      exemptions: ['FOIA 31(1)(a)'],
    }
    expect(
      rows(
        [letter({ authority: 'amberford', questions: [asked] })],
        'year, covers, period_basis, number, state, outcome, chosen, quote',
      ),
    ).toEqual(
      [2018, 2019].map((year) => ({
        year,
        covers: 'whole',
        period_basis: 'question',
        number: null,
        state: 'no_figure',
        outcome: 'withheld',
        chosen: 1,
        quote: 'It is exempt',
      })),
    )
    expect(
      store.select('SELECT cite, parent, section, ground, class, role, outcome, question_text FROM exemption_use'),
    ).toEqual([
      {
        cite: 'FOIA 31(1)(a)',
        parent: 'FOIA 31(1)',
        section: 'FOIA 31',
        ground: 'exemption',
        class: 'qualified',
        role: 'engaged',
        outcome: 'withheld',
        question_text: wanted,
      },
    ])
  })

  it('of a measure that is about one type of incident stands for its cell, and of one type among all for none', () => {
    const said = (measure: 'ransomware_attacks' | 'data_breaches') => ({
      text: `How many of ${measure}?`,
      asks: [{ measure, incidentType: 'ransomware', ...calendarYear(2019) }] as const,
      answer: 'We neither confirm nor deny it',
      outcome: 'ncnd' as const,
    })
    expect(
      rows(
        [letter({ authority: 'amberford', questions: [said('ransomware_attacks'), said('data_breaches')] })],
        'measure, category IS NULL AS headline, chosen',
      ).toSorted(),
    ).toEqual(
      expect.arrayContaining([
        { measure: 'ransomware_attacks', headline: 1, chosen: 1 },
        { measure: 'data_breaches', headline: 0, chosen: expect.any(Number) },
      ]),
    )
  })

  it('of a list does not stand for the count that was given', () => {
    const year = { from: '2018-01-01', to: '2018-12-31' }
    const count = {
      text: 'How many?',
      asks: [{ measure: 'data_breaches' as const, ...year }],
      answer: 'We had 2',
      values: [{ quote: '2', ...year }],
    }
    const list = {
      text: 'List them',
      asks: [{ for: 'list' as const, measure: 'data_breaches' as const, ...year }],
      answer: 'Exempt',
      outcome: 'withheld' as const,
    }
    expect(rows([letter({ authority: 'amberford', questions: [count, list] })], 'number, outcome, chosen')).toEqual([
      { number: 2, outcome: 'disclosed', chosen: 1 },
      { number: null, outcome: 'withheld', chosen: 0 },
    ])
  })

  it('on cost that cites nothing is a ground all the same', () => {
    const asked = { text: wanted, asks, answer: 'It would cost too much', outcome: 'cost_limit' as const }
    rows([letter({ authority: 'amberford', questions: [asked] })])
    expect(store.select('SELECT cite, ground, outcome FROM exemption_use')).toEqual([
      { cite: null, ground: 'cost', outcome: 'cost_limit' },
    ])
  })

  it('of some years stands only under those without a figure', () => {
    const asked = {
      text: wanted,
      asks,
      answer: '2019: 7',
      outcome: 'partly' as const,
      values: [{ quote: '7', ...calendarYear(2019) }],
    }
    expect(rows([letter({ authority: 'amberford', questions: [asked] })], 'year, number, outcome, caveats')).toEqual([
      { year: 2018, number: null, outcome: 'partly', caveats: 'invented' },
      { year: 2019, number: 7, outcome: 'partly', caveats: 'partial_answer,no_population,invented' },
    ])
  })
})

describe('months', () => {
  const monthly = (count: number, start = 1, year = 2019) =>
    Array.from({ length: count }, (_, index) => ({
      quote: `${20 + index}`,
      ...month(year + Math.floor((start - 1 + index) / 12), ((start - 1 + index) % 12) + 1),
    }))
  const inLines = (values: readonly { readonly quote: string }[]) => [values.map(({ quote }) => quote).join('; ')]

  it('add up to the year when all are there, as a row of its own', () => {
    const values = monthly(12)
    expect(
      rows(
        [letter({ authority: 'brackwater', lines: inLines(values), values })],
        'covers, number, chosen, caveats, observation IS NULL AS made',
        "covers = 'whole'",
      ),
    ).toEqual([{ covers: 'whole', number: 306, chosen: 1, caveats: 'summed,no_population,invented', made: 1 }])
    expect(store.select("SELECT count(*) AS n FROM comparison WHERE covers = 'part' AND chosen = 0")).toEqual([
      { n: 12 },
    ])
    expect(store.select('SELECT count(*) AS n FROM figure_part')).toEqual([{ n: 12 }])
  })

  it('do not add up when one is missing', () => {
    const values = monthly(11)
    expect(rows([letter({ authority: 'brackwater', lines: inLines(values), values })], 'covers', 'chosen = 1')).toEqual(
      [],
    )
  })

  it('from April make a financial year', () => {
    const values = monthly(12, 4)
    expect(
      rows([letter({ authority: 'brackwater', lines: inLines(values), values })], 'DISTINCT year, year_kind'),
    ).toEqual([{ year: 2019, year_kind: 'financial' }])
  })

  it('with one held back add up to a band', () => {
    const values = monthly(12).map((each, index) =>
      index === 3 ? { ...each, number: 23, relation: '<' as const } : each,
    )
    expect(
      rows(
        [letter({ authority: 'brackwater', lines: inLines(values), values })],
        'number, low, high, relation, state',
        "covers = 'whole'",
      ),
    ).toEqual([{ number: null, low: 283, high: 305, relation: 'range', state: 'bound' }])
  })

  it('make no second figure where the letter states the year', () => {
    const values = [...monthly(12), { quote: '306', ...calendarYear(2019) }]
    expect(
      rows([letter({ authority: 'brackwater', lines: inLines(values), values })], 'number, chosen', "covers = 'whole'"),
    ).toEqual([{ number: 306, chosen: 1 }])
  })

  it('make no sum when one of them is told twice', () => {
    const values = [...monthly(12), { quote: '99', ...month(2019, 6) }]
    expect(
      rows([letter({ authority: 'brackwater', lines: inLines(values), values })], '*', "covers = 'whole'"),
    ).toEqual([])
  })
})

describe('several answers', () => {
  const saying = (number: number, more: object = {}) =>
    letter({
      authority: 'amberford',
      questions: [
        {
          text: wanted,
          asks: [{ measure: 'data_breaches', ...calendarYear(2018) }],
          answer: `We had ${number}`,
          values: [{ quote: `${number}`, ...calendarYear(2018) }],
        },
      ],
      ...more,
    })

  it('that differ choose none where nothing decides', () => {
    expect(rows([saying(12), saying(15)], 'number, chosen, answers, caveats')).toEqual([
      { number: 12, chosen: 0, answers: 2, caveats: 'disagrees,no_population,invented' },
      { number: 15, chosen: 0, answers: 2, caveats: 'disagrees,no_population,invented' },
    ])
  })

  it('that agree choose one', () => {
    expect(
      rows([saying(12), saying(12, { salt: ' ' })], 'number, sum(chosen) AS chosen, max(answers) AS answers'),
    ).toEqual([{ number: 12, chosen: 1, answers: 2 }])
  })

  it('choose the later letter', () => {
    expect(
      rows([saying(12, { responded: '2019-03-01' }), saying(15, { responded: '2020-03-01' })], 'number', 'chosen = 1'),
    ).toEqual([{ number: 15 }])
  })

  it('choose the review before the first answer, whatever their dates', () => {
    expect(rows([saying(12), saying(15, { kind: 'internal_review' })], 'number', 'chosen = 1')).toEqual([
      { number: 15 },
    ])
  })

  it('choose the figure before the refusal of it', () => {
    const refused = letter({
      authority: 'amberford',
      responded: '2021-01-01',
      questions: [
        {
          text: wanted,
          asks: [{ measure: 'data_breaches', ...calendarYear(2018) }],
          answer: 'No',
          outcome: 'withheld',
        },
      ],
    })
    expect(rows([saying(12), refused], 'number', 'chosen = 1')).toEqual([{ number: 12 }])
  })
})

it('comparison_safe adds up: every year of every authority once, and no part, share or type', () => {
  const values = [
    { quote: '12', ...calendarYear(2018) },
    { quote: '10', ...financialYear(2018) },
    { quote: '5', ...calendarYear(2018), category: 'Post', dimensions: [{ name: 'Type', label: 'Post' }] },
    { quote: '7', ...calendarYear(2018), category: 'E-mail' },
    { quote: '90', ...calendarYear(2018), quantity: 'percent' as const, unit: '%' },
    { quote: '3', from: '2018-01-01', to: '2018-04-30' },
    { quote: '44', from: '2018-07-01', to: '2019-06-30' },
    { quote: '45', from: '2018-10-01', to: '2019-09-30' },
  ]
  const lines = [values.map(({ quote }) => quote).join('; ')]
  rows([
    letter({ authority: 'amberford', lines, values }),
    letter({ authority: 'brackwater', lines: ['100'], values: [{ quote: '100', ...calendarYear(2018) }] }),
  ])
  expect(
    store.select(
      'SELECT year_kind, year, SUM(number) AS sum, COUNT(DISTINCT authority_id) AS authorities FROM comparison_safe GROUP BY 1, 2 ORDER BY 1',
    ),
  ).toEqual([
    { year_kind: 'calendar', year: 2018, sum: 112, authorities: 2 },
    { year_kind: 'financial', year: 2018, sum: 10, authorities: 1 },
    { year_kind: 'other', year: 2018, sum: 44, authorities: 1 },
  ])
  expect(
    store.select(
      "SELECT label, number, is_total, share_of_total FROM breach_types WHERE period_from IS NOT NULL AND year = 2018 AND quote IN ('5', '7', '12') ORDER BY number",
    ),
  ).toEqual([
    { label: 'Post', number: 5, is_total: 0, share_of_total: 5 / 12 },
    { label: 'E-mail', number: 7, is_total: 0, share_of_total: 7 / 12 },
    { label: null, number: 12, is_total: 1, share_of_total: null },
  ])
})

describe('a number held back', () => {
  const told = (...parts: readonly (readonly [string, string, string])[]) => [
    letter({
      authority: 'amberford',
      lines: [`In all 10: ${parts.map(([label, quote]) => `${label} ${quote}`).join(', ')}`],
      values: [
        { quote: '10', ...calendarYear(2019) },
        ...parts.map(([category, quote, relation]) => ({
          quote,
          category,
          relation: relation as '=' | '<',
          ...calendarYear(2019),
        })),
      ],
    }),
  ]
  const noted = (entries: readonly Entry[]) =>
    rows(entries, 'category, low, high', "caveats LIKE '%recoverable%'").map((row) => Object.values(row as object))

  it('is noted where the total uncovers it, and keeps its bound', () => {
    expect(noted(told(['Post', '7', '='], ['E-mail', '<5', '<']))).toEqual([['E-mail', 0, 4]])
  })

  it('is noted where two bounds come to no more than one number', () => {
    // 0 to 4 and 0 to 4 that come to 8 are 4 and 4.
    expect(noted(told(['Post', '2', '='], ['E-mail', '<5', '<'], ['Fax', '< 5', '<']))).toEqual([
      ['Fax', 0, 4],
      ['E-mail', 0, 4],
    ])
  })

  it('is not noted where nothing tells more of it, or the parts are no breakdown of the total', () => {
    expect(noted(told(['Post', '6', '='], ['E-mail', '<5', '<'], ['Fax', '< 5', '<']))).toEqual([])
    expect(noted(told(['Post', '11', '='], ['E-mail', '<5', '<']))).toEqual([])
    expect(noted(told(['Post', '3', '='], ['E-mail', '<5', '<']))).toEqual([])
  })
})

describe('rates', () => {
  it('use the population of the year, or the nearest one and say so', () => {
    const real = openStore(join(folder, 'real.sqlite'))
    const figure = (year: number) => ({ quote: String(year - 2000), ...calendarYear(year) })
    const entry = letter({ authority: 'amberford', lines: ['19; 26'], values: [figure(2019), figure(2026)] })
    // True people, invented figures: this dataset never leaves the test.
    const authority = { id: 'leicester', name: 'Leicester City Council', confidence: 1, sure: true, evidence: [] }
    real.put({ ...entry, reading: { ...entry.reading, authority } })
    real.settle()
    const [near, far] = real.select(
      'SELECT number, rate_per_100k, population, population_year, caveats FROM comparison ORDER BY year',
    ) as Record<string, number>[]
    expect(near?.rate_per_100k).toBeCloseTo((19 / (near?.population ?? 0)) * 100_000, 2)
    expect(near).toMatchObject({ population_year: 2019, caveats: '' })
    expect(far?.population_year).toBeLessThan(2026)
    expect(far?.caveats).toBe('population_year_differs')
    real.close()
  })
})

describe('an enclosure', () => {
  const questions = [
    {
      number: '1',
      text: 'How many data breaches were there in 2019?',
      asks: [{ measure: 'data_breaches' as const, ...calendarYear(2019) }],
      answer: 'Please see the enclosed file, first sheet',
      outcome: 'attached' as const,
    },
    {
      number: '2',
      text: 'How many laptops were lost in 2019?',
      asks: [{ measure: 'lost_devices' as const, ...calendarYear(2019) }],
      answer: 'Please see the enclosed file, second sheet',
      outcome: 'attached' as const,
    },
  ]
  const enclosure = (sheets: readonly string[], path: string, authority: string | null = null) =>
    letter({
      kind: 'enclosure',
      authority,
      path,
      lines: ['31; 8'],
      values: [
        { quote: '31', measure: null, sheet: sheets[0] ?? '', ...calendarYear(2019) },
        { quote: '8', measure: null, sheet: sheets[1] ?? '' },
      ],
    })

  it('answers the questions its sheets are numbered for; a period only asked for is not sure', () => {
    expect(
      rows(
        [
          letter({ authority: 'amberford', path: 'a/letter.txt', questions }),
          enclosure(['Q1', 'Q2'], 'a/figures.xlsx'),
        ],
        'authority_id, measure, number, state, outcome, place, caveats',
      ),
    ).toEqual([
      {
        authority_id: 'amberford',
        measure: 'data_breaches',
        number: 31,
        state: 'present',
        outcome: 'attached',
        place: 'Sheet Q1, B2',
        caveats: 'in_attachment,no_population,invented',
      },
      {
        authority_id: 'amberford',
        measure: 'lost_devices',
        number: null,
        state: 'unsure',
        outcome: 'attached',
        place: 'Sheet Q2, B3',
        caveats: 'period_asked_only,unsure,in_attachment,no_population,invented',
      },
    ])
    expect(store.select('SELECT DISTINCT rule FROM document ORDER BY rule')).toEqual([
      { rule: 'alone' },
      { rule: 'folder' },
    ])
  })

  it('answers the questions its sheets name', () => {
    expect(
      rows(
        [
          letter({ authority: 'amberford', path: 'a/letter.txt', questions }),
          enclosure(['Breaches', 'Laptops'], 'a/figures.xlsx'),
        ],
        'measure, quote',
        'observation IS NOT NULL',
      ),
    ).toEqual(
      [
        { measure: 'lost_devices', quote: '8' },
        { measure: 'data_breaches', quote: '31' },
      ].toReversed(),
    )
  })

  it('with sheets for the quarters answers none of them by number', () => {
    const quarters = enclosure(['Q1', 'Q3'], 'a/figures.xlsx')
    expect(
      rows(
        [letter({ authority: 'amberford', path: 'a/letter.txt', questions }), quarters],
        'measure, question',
        'observation IS NOT NULL',
      ),
    ).toEqual([
      { measure: null, question: null },
      { measure: null, question: null },
    ])
  })

  it('of somebody else, or beside two letters, belongs to none', () => {
    const other = enclosure(['Q1', 'Q2'], 'a/figures.xlsx', 'brackwater')
    rows([letter({ authority: 'amberford', path: 'a/letter.txt', questions }), other])
    expect(store.select("SELECT response FROM document WHERE kind = 'enclosure'")).toEqual([{ response: null }])
    rows([
      letter({ authority: 'amberford', path: 'b/1.txt', salt: ' 1', questions }),
      letter({ authority: 'amberford', path: 'b/2.txt', salt: ' 2', questions }),
      enclosure(['Q1', 'Q2'], 'b/x.xlsx'),
    ])
    expect(store.select("SELECT response FROM document WHERE link = 'b/x.xlsx'")).toEqual([{ response: null }])
  })
})
