import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore, type Store } from '../store.ts'
import { named } from '../table.ts'
import { tables } from '../tables/index.ts'
import { calendarYear, inventedRegister, letter } from '../testing.ts'
import { views } from '../views/index.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-people-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register: inventedRegister })
  const days = calendarYear(2019)
  store.put(
    letter({
      authority: 'amberford',
      path: 'a.txt',
      lines: ['Dear Jane Roe,'],
      attachments: ['Roe, Jane AM1 2BX.pdf', 'Letter to Jane Roe.pdf'],
      questions: [
        {
          text: 'How many complaints did Jane Roe make about Mr Doe?',
          asks: [{ measure: 'data_breaches', ...days }],
          answer: 'Jane Roe of 4 Mill Gardens, Amberford AM1 2BX made 12; call 01234 567890 or jd@amberford.example',
          values: [{ quote: '12', ...days, category: 'Jane Roe' }],
        },
      ],
      tables: [{ title: 'By Jane Roe', header: ['Who', 'Number'], rows: [['Jane Roe', 12]] }],
    }),
  )
  store.settle()
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const people = /Jane|Roe\b|Doe\b|AM1|567890|jd@|Mill Gardens/

/** Every row of every table and view that shows somebody, but for what the dataset keeps for itself. */
function showing(): readonly string[] {
  const names = [...tables, ...views].map(({ name }) => name).filter((name) => name !== 'kept')
  const rows = names.flatMap((name) => store.select(`SELECT * FROM ${named(name)}`).map((row) => JSON.stringify(row)))
  return rows.filter((row) => people.test(row))
}

function snippets(): unknown {
  return store.select(
    `SELECT snippet(document_search, 0, '[', ']', '…', 12) AS words FROM document_search WHERE document_search MATCH 'complaints'
     UNION ALL SELECT snippet(answer_search, 0, '[', ']', '…', 12) FROM answer_search WHERE answer_search MATCH 'call'`,
  )
}

it('shows nobody in tables, views and snippets, and every figure', () => {
  expect(showing()).toEqual([])
  expect(snippets()).toEqual([
    { words: expect.stringContaining('How many [complaints] did ████ ███ make about Mr ███?') },
    { words: expect.stringContaining('made 12; [call] █████ ██████ or') },
  ])
  expect(store.select("SELECT * FROM document_search WHERE document_search MATCH 'Jane'")).toEqual([])
  expect(store.select('SELECT number, quote FROM comparison')).toEqual([{ number: 12, quote: '12' }])
  const places = store.select(
    'SELECT substr(d.text, o.start + 1, o."end" - o.start) AS words, o.quote FROM observation o JOIN document d ON d.id = o.document',
  )
  expect(places).toEqual([{ words: '12', quote: '12' }])
})

it('shows them where somebody asks for it, under the same ids, until they are asked away again', () => {
  const ids = () =>
    store.select('SELECT id FROM question UNION ALL SELECT id FROM observation UNION ALL SELECT id FROM data_table')
  const before = [ids(), store.hash(), store.holdsPeople()]
  store.rebuild({ people: true })
  expect(showing().join()).toMatch(/complaints did Jane Roe make about Mr Doe/)
  expect([ids(), store.holdsPeople()]).toEqual([before[0], true])
  store.rebuild()
  expect(store.holdsPeople()).toBe(true)
  store.rebuild({ people: false })
  expect([ids(), store.hash(), store.holdsPeople()]).toEqual(before)
  expect(showing()).toEqual([])
})

it('keeps nobody in what people say, also where it is said while people are shown', () => {
  store.rebuild({ people: true })
  const [{ figure, question, document }] = store.select(
    'SELECT o.id AS figure, o.question, o.document FROM observation o',
  ) as [{ figure: string; question: string; document: string }]
  const said = { by: 'a reader', made: '2026-05-01T10:00:00Z' }
  store.correct({ ...said, subject: figure, kind: 'confirm' })
  store.correct({ ...said, subject: question, kind: 'confirm' })
  const given = { value: '12', period: '2018' }
  store.correct({
    ...said,
    subject: document,
    kind: 'add',
    quote: 'Jane Roe of 4 Mill Gardens, Amberford AM1 2BX made 12',
    given,
  })
  store.settle()
  const states = () => store.select('SELECT DISTINCT state FROM judgement')
  expect(states()).toEqual([{ state: 'stands' }])
  expect(
    store
      .select('SELECT quote FROM correction')
      .map((row) => JSON.stringify(row))
      .filter((row) => people.test(row)),
  ).toEqual([])
  store.rebuild({ people: false })
  expect(states()).toEqual([{ state: 'stands' }])
  expect(showing()).toEqual([])
})

it('builds a file with people beside one without', () => {
  const beside = join(folder, 'beside.sqlite')
  store.rebuildTo(beside, { people: true })
  const other = openStore(beside, { readonly: true })
  expect(other.select("SELECT 1 AS there FROM document_search WHERE document_search MATCH 'Jane'")).toEqual([
    { there: 1 },
  ])
  other.close()
  expect(store.holdsPeople()).toBe(false)
})
