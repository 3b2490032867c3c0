import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reading } from '@disclosed/classify'
import { registerWith } from '@disclosed/reference'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../put.ts'
import { openStore, type Store } from '../store.ts'
import { calendarYear, letter } from '../testing.ts'

const register = registerWith(
  [
    'id,official_name,type,nation',
    'amblethorpe,Amblethorpe Borough Council (invented),district,England',
    'strathorrin,Strathorrin Council (invented),scottish,Scotland',
    'loughmoyle,Loughmoyle Council (invented),ni_district,Northern Ireland',
    '',
  ].join('\n'),
)
const name = (id: string) => register.byId(id)?.name ?? ''

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-views-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function put(...entries: readonly Entry[]): void {
  for (const each of entries) store.put(each)
  store.settle()
}

const day = (value: string, sure = true) => ({ value, confidence: 0.99, sure, evidence: [] })

/** A letter of an authority of this register, with more in its reading. */
function from(authority: string, salt: string, more: Partial<Reading> = {}): Entry {
  const entry = letter({ authority: null, salt: ` ${authority} ${salt}`, path: `${authority}-${salt}.txt` })
  const whose = { id: authority, name: name(authority), confidence: 0.99, sure: true, evidence: [] }
  return { ...entry, reading: { ...entry.reading, authority: whose, ...more } }
}

function timed(authority: string, received: string, responded: string, more: Partial<Reading> = {}): Entry {
  return from(authority, `${received} ${responded}`, { received: day(received), responded: day(responded), ...more })
}

describe('timeliness', () => {
  it.for([
    // Twenty weekdays after Monday 10 January 2022; nothing is celebrated in between.
    ['amblethorpe', '2022-01-10', '2022-02-07', 20, 20, 0],
    ['amblethorpe', '2022-01-10', '2022-02-08', 21, 21, 1],
    // Received on a Saturday: Monday is the first day.
    ['amblethorpe', '2022-01-15', '2022-01-17', 1, 1, 0],
    ['amblethorpe', '2022-01-17', '2022-01-17', 0, 0, 0],
    // St Patrick's Day counts for an English council, and under FOIA for nobody.
    ['amblethorpe', '2022-03-01', '2022-03-30', 21, 20, 0],
    ['loughmoyle', '2022-03-01', '2022-03-30', 20, 20, 0],
    // Easter Monday is no holiday in Scotland; 2 January and St Andrew's Day are.
    ['strathorrin', '2022-04-08', '2022-04-19', 6, 6, 0],
    ['amblethorpe', '2022-04-08', '2022-04-19', 5, 5, 0],
    ['strathorrin', '2022-11-28', '2022-12-02', 3, 3, 0],
    ['amblethorpe', '2022-11-28', '2022-12-02', 4, 3, 0],
    ['strathorrin', '2021-12-31', '2022-01-05', 1, 1, 0],
  ] as const)(
    '%s, %s to %s: %i working days, %i in law, late %i',
    ([authority, received, responded, days, inLaw, late]) => {
      put(timed(authority, received, responded, { regimes: [authority === 'strathorrin' ? 'FOISA' : 'FOIA'] }))
      expect(store.select('SELECT authority, working_days, days_in_law, late, sure FROM timeliness')).toEqual([
        { authority: name(authority), working_days: days, days_in_law: inLaw, late, sure: 1 },
      ])
    },
  )

  it('calls nobody late on a day that is not sure, that lies before the request, or that nobody tells', () => {
    put(
      timed('amblethorpe', '2021-01-04', '2021-06-01', { received: day('2021-01-04', false) }),
      timed('amblethorpe', '2022-05-03', '2022-05-02'),
      from('amblethorpe', 'a', { received: day('2023-01-09') }),
      from('amblethorpe', 'b', { responded: day('2023-03-09') }),
      from('amblethorpe', 'c'),
    )
    expect(
      store.select(
        'SELECT received, responded, working_days, late FROM timeliness ORDER BY coalesce(received, responded)',
      ),
    ).toEqual([
      { received: '2021-01-04', responded: '2021-06-01', working_days: 102, late: null },
      { received: '2022-05-03', responded: '2022-05-02', working_days: null, late: null },
      { received: '2023-01-09', responded: null, working_days: null, late: null },
      { received: null, responded: '2023-03-09', working_days: null, late: null },
    ])
  })

  it('counts to the first full answer, not to the review, with the day of receipt from an acknowledgement', () => {
    const reference = day('FOI 10234')
    put(
      from('amblethorpe', 'ack', { kind: 'foi_acknowledgement', reference, received: day('2022-01-10') }),
      from('amblethorpe', 'first', { reference, responded: day('2022-02-01') }),
      from('amblethorpe', 'review', { kind: 'internal_review', reference, responded: day('2022-06-01') }),
    )
    expect(store.select('SELECT received, responded, days_in_law FROM timeliness')).toEqual([
      { received: '2022-01-10', responded: '2022-02-01', days_in_law: 16 },
    ])
  })

  it('reads the rows of a log', () => {
    const row = { id: 'r1', reference: day('LOG 1'), received: day('2022-01-10'), responded: day('2022-03-01') }
    const request = { ...row, subject: 'Pest control', stage: 'first', supersedes: null } as unknown
    put(from('amblethorpe', 'log', { kind: 'disclosure_log', requests: [request] as Reading['requests'] }))
    expect(store.select('SELECT subject, request_reference, days_in_law, late FROM timeliness')).toEqual([
      { subject: 'Pest control', request_reference: 'LOG 1', days_in_law: 36, late: 1 },
    ])
  })
})

describe('incident_list and discrepancy_list', () => {
  it('say whose each row is and where it stands', () => {
    const url = 'https://amblethorpe.example/report'
    const base = letter({ authority: null, lines: ['B7 Human error letter'], url })
    const at = base.document.text.indexOf('Human error')
    const words = { page: null, start: at, end: at + 11, quote: 'Human error', place: null, ocr: null }
    const incident = {
      reference: 'B7',
      table: 't1',
      row: 1,
      date: '2022-03-04',
      department: 'Housing',
      type: 'post_wrong_recipient',
      typeAsWritten: 'Letter',
      cause: 'Human error',
      medium: null,
      action: null,
      reportedToIco: false,
      peopleAffected: { number: 2, relation: '=', basis: 'column' },
      other: {},
      confidence: 0.9,
      sure: false,
      evidence: [words],
    } as unknown as Reading['incidents'][number]
    const discrepancy = { code: 'register_count', message: 'It states 2 and lists 1', evidence: [words] }
    const whose = { id: 'amblethorpe', name: name('amblethorpe'), confidence: 0.99, sure: true, evidence: [] }
    put({
      ...base,
      document: { ...base.document, mediaType: 'text/html' },
      reading: { ...base.reading, authority: whose, incidents: [incident], discrepancies: [discrepancy] },
    })
    const link = `${url}#:~:text=B7-,Human%20error,-letter`
    expect(
      store.select('SELECT authority, date, type_label, reported_to_ico, people_affected, link FROM incident_list'),
    ).toEqual([
      {
        authority: name('amblethorpe'),
        date: '2022-03-04',
        type_label: 'Data posted or faxed to incorrect recipient',
        reported_to_ico: 0,
        people_affected: 2,
        link,
      },
    ])
    expect(store.select('SELECT authority, code, quote, place, link FROM discrepancy_list')).toEqual([
      { authority: name('amblethorpe'), code: 'register_count', quote: 'Human error', place: 'line 3', link },
    ])
  })
})

describe('coverage', () => {
  it('says who answered, refused and is silent since when; who was not asked has no row', () => {
    const asked = (authority: string, sent: string) => ({
      authority: name(authority),
      sent,
      reference: null,
      email: null,
    })
    put(
      from('amblethorpe', 'refusal', {
        received: day('2022-01-11'),
        responded: day('2022-02-01'),
        outcome: 'cost_limit',
      }),
      timed('loughmoyle', '2022-01-11', '2022-02-02'),
    )
    store.putAsked('Breaches', [asked('amblethorpe', '2022-01-10'), asked('strathorrin', '2022-01-10')])
    store.settle()
    expect(
      store.select('SELECT authority_id, state, silent_since, days_silent > 1000 AS isLong FROM coverage ORDER BY 1'),
    ).toEqual([
      { authority_id: 'amblethorpe', state: 'refused', silent_since: null, isLong: null },
      { authority_id: 'strathorrin', state: 'silent', silent_since: '2022-01-10', isLong: 1 },
    ])
  })
})

describe('review_list', () => {
  const said = (year: number, quote: string, sure: boolean) => {
    const days = calendarYear(year)
    return letter({
      authority: 'amberford',
      salt: `${year}`,
      path: `${year}.txt`,
      questions: [
        {
          text: `How many in ${year}?`,
          asks: [{ measure: 'data_breaches', ...days }],
          answer: `We had ${quote} then`,
          values: [{ quote, ...days, sure }],
        },
      ],
    })
  }

  it('holds what is unsure and what stands out, and nothing that was checked', () => {
    put(said(2018, '12', true), said(2019, '90', true), said(2020, '85', false), said(2021, '80', true))
    const rows = () =>
      store.select('SELECT reason, year, read_as FROM review_list ORDER BY pressing, worth DESC, reason, confidence')
    expect(rows()).toEqual([
      { reason: 'stands_out', year: 2019, read_as: 90 },
      { reason: 'unsure', year: 2020, read_as: 85 },
    ])
    const [{ subject }] = store.select('SELECT subject FROM review_list WHERE year = 2020') as [{ subject: string }]
    store.correct({ subject, kind: 'confirm', by: 'a reader', made: '2026-01-01T10:00:00Z' })
    store.settle()
    expect(rows()).toEqual([{ reason: 'stands_out', year: 2019, read_as: 90 }])
  })
})
