import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StoreError } from './errors.ts'
import { openStore, type Store } from './store.ts'
import { tables } from './tables/index.ts'
import { calendarYear, inventedRegister, letter, month, reader } from './testing.ts'
import { views } from './views/index.ts'

let folder: string
let store: Store
const at = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-store-'))
  store = openStore(at('dataset.sqlite'), { register: inventedRegister })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const year = calendarYear(2018)
const ask = { measure: 'data_breaches', ...year } as const
const entries = [
  letter({
    authority: 'amberford',
    path: 'a/1.txt',
    reference: 'FOI 1001',
    responded: '2019-02-01',
    questions: [{ text: 'How many?', asks: [ask], answer: 'We had 12', values: [{ quote: '12', ...year }] }],
  }),
  letter({
    authority: 'amberford',
    path: 'a/2.txt',
    reference: 'foi-1001',
    responded: '2019-03-01',
    kind: 'internal_review',
    questions: [{ text: 'How many?', asks: [ask], answer: 'On review 13', values: [{ quote: '13', ...year }] }],
  }),
  letter({
    authority: 'brackwater',
    path: 'b/1.txt',
    questions: [
      { text: 'How many?', asks: [ask], answer: 'No', outcome: 'ncnd', exemptions: ['FOIA 31(3)'] },
      { text: 'Please list', answer: 'See the file', outcome: 'attached', attachments: ['a1'] },
    ],
    attachments: ['list.xlsx'],
  }),
  letter({
    authority: 'brackwater',
    path: 'b/list.xlsx',
    kind: 'enclosure',
    lines: ['1 and 2'],
    values: [
      { quote: '1', ...month(2018, 1) },
      { quote: '2', ...month(2018, 2) },
    ],
  }),
  letter({ authority: 'coldmere', path: 'c.txt', outcome: 'withheld' }),
  letter({
    authority: null,
    path: 'd.txt',
    lines: ['Nobody had 5'],
    values: [{ quote: '5', ...year }],
    tables: [
      {
        title: 'Breaches',
        header: ['Type', 'Number'],
        rows: [
          ['Post', 5],
          ['E-mail', '<5'],
        ],
      },
    ],
  }),
]

describe('put', () => {
  it('gives the same rows in any order of arrival', () => {
    for (const entry of entries) store.put(entry)
    store.settle()
    const hash = store.hash()
    for (const [index, order] of [
      [5, 4, 3, 2, 1, 0],
      [3, 0, 5, 1, 4, 2],
    ].entries()) {
      const other = openStore(at(`other-${index}.sqlite`), { register: inventedRegister })
      for (const each of order) {
        const entry = entries[each]
        if (entry) other.put(entry)
        // Settling in between must not matter either.
        if (each % 2 === 0) other.settle()
      }
      other.settle()
      expect(other.hash()).toBe(hash)
      other.close()
    }
  })

  it('changes nothing when it is repeated', () => {
    for (const entry of [...entries, ...entries]) store.put(entry)
    store.settle()
    expect(store.status()).toMatchObject({ documents: entries.length, values: 5, questions: 4 })
    const hash = store.hash()
    for (const entry of entries) store.put({ ...entry, mtime: 5 })
    store.settle()
    expect(store.hash()).toBe(hash)
  })

  it('forgets what a file said before it changed', () => {
    const [first, second] = entries
    if (!first || !second) throw new Error('two letters are needed')
    store.put(first)
    const changed = { ...second, source: first.source }
    store.put(changed)
    store.settle()
    expect(store.select('SELECT id FROM document')).toEqual([{ id: second.document.id }])
  })

  it('keeps ids when a file is renamed', () => {
    const [first] = entries
    if (!first) throw new Error('a letter is needed')
    store.put(first)
    const before = store.select('SELECT id FROM observation UNION SELECT id FROM question')
    store.forget('a/1.txt')
    expect(store.status().documents).toBe(0)
    store.put({ ...first, source: { ...first.source, path: 'z/renamed.txt' } })
    expect(store.select('SELECT id FROM observation UNION SELECT id FROM question')).toEqual(before)
  })

  it('lets the place that knows whose letter it is speak for all its copies', () => {
    const [first] = entries
    if (!first) throw new Error('a letter is needed')
    const nameless = {
      ...first,
      source: { ...first.source, path: 'x/copy.txt' },
      reading: { ...first.reading, authority: null },
    }
    store.put(first)
    store.put(nameless)
    store.settle()
    expect(store.select('SELECT authority FROM document')).toEqual([{ authority: 'amberford' }])
    expect(store.select('SELECT path FROM document_place ORDER BY path')).toEqual([
      { path: 'a/1.txt' },
      { path: 'x/copy.txt' },
    ])
  })

  it('joins two answers to one reference', () => {
    for (const entry of entries) store.put(entry)
    store.settle()
    expect(
      store.select("SELECT reference, stage, responded, documents FROM response WHERE authority = 'amberford'"),
    ).toEqual([{ reference: 'FOI 1001', stage: 'internal_review', responded: '2019-03-01', documents: 2 }])
    expect(store.select('SELECT a.name, d.link FROM attachment a JOIN document d ON d.id = a.target')).toEqual([
      { name: 'list.xlsx', link: 'b/list.xlsx' },
    ])
  })

  it('does all of several or nothing', () => {
    expect(() =>
      store.together(() => {
        for (const entry of entries) store.put(entry)
        throw new Error('interrupted')
      }),
    ).toThrow('interrupted')
    expect(store.status().documents).toBe(0)
  })
})

describe('rebuild', () => {
  it('makes the same rows and, from then on, the same bytes', () => {
    for (const entry of entries) store.put({ ...entry, size: 10, mtime: 1.5 })
    store.fail({
      path: 'broken.pdf',
      part: null,
      sha256: 'ff',
      bytes: 3,
      code: 'damaged',
      message: 'Cannot read it',
      reader,
    })
    store.settle()
    const hash = store.hash()
    store.rebuild()
    expect(store.hash()).toBe(hash)
    const bytes = readFileSync(store.path)
    expect(store.known('a/1.txt', { size: 10, mtime: 1.5 })).toHaveLength(1)
    store.rebuild()
    expect(readFileSync(store.path).equals(bytes)).toBe(true)
    const other = openStore(at('other.sqlite'), { register: inventedRegister })
    for (const entry of entries.toReversed()) other.put({ ...entry, size: 10, mtime: 1.5 })
    other.fail({
      path: 'broken.pdf',
      part: null,
      sha256: 'ff',
      bytes: 3,
      code: 'damaged',
      message: 'Cannot read it',
      reader,
    })
    other.rebuild()
    expect(readFileSync(other.path).equals(bytes)).toBe(true)
    other.close()
  })

  it('keeps what a list of one’s own said of authorities', () => {
    for (const entry of entries) store.put(entry)
    store.settle()
    const hash = store.hash()
    store.close()
    store = openStore(at('dataset.sqlite'))
    store.rebuild()
    expect(store.hash()).toBe(hash)
  })
})

describe('fail', () => {
  const failure = {
    path: 'a/1.txt',
    part: null,
    sha256: null,
    bytes: 0,
    mtime: 7,
    code: 'empty',
    message: 'The file is empty.',
    reader,
  }

  it('names the file until it is read', () => {
    store.fail(failure)
    expect(store.status().failed).toEqual([
      { path: 'a/1.txt', part: null, code: 'empty', message: 'The file is empty.' },
    ])
    expect(store.known('a/1.txt', { size: 0, mtime: 7 })).toEqual([
      { path: 'a/1.txt', part: null, sha256: null, reader, failed: 'empty' },
    ])
    expect(store.known('a/1.txt', { size: 0, mtime: 8 })).toEqual([])
    const [first] = entries
    if (first) store.put(first)
    expect(store.status().failed).toEqual([])
  })

  it('takes away what the file said when it could be read', () => {
    const [first] = entries
    if (first) store.put(first)
    store.fail(failure)
    expect(store.status()).toMatchObject({ documents: 0, values: 0 })
  })
})

describe('query', () => {
  it('gives columns and rows', () => {
    for (const entry of entries) store.put(entry)
    store.settle()
    expect(store.query('SELECT id, invented FROM authority ORDER BY id LIMIT 2')).toEqual({
      columns: ['id', 'invented'],
      rows: [
        ['amberford', 1],
        ['brackwater', 1],
      ],
    })
  })

  it('cannot write, whatever is asked of it', () => {
    const other = at('other.db')
    for (const sql of [
      'DELETE FROM document',
      'DELETE FROM document RETURNING id',
      `ATTACH '${other}' AS o`,
      `VACUUM INTO '${other}'`,
      'SELECT 1; DROP TABLE document',
      'PRAGMA user_version = 9',
    ]) {
      expect(() => store.query(sql), sql).toThrow(StoreError)
    }
    expect(() => readFileSync(other)).toThrow()
  })

  it('ends when its time is over, in a sentence', () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
    expect(() => store.query(endless, { seconds: 0.5 })).toThrow(/^Stopped the query after 0.5 seconds/)
  })

  it('gives rows as they come, of a result without end, and takes no time of the query for those who take them', async () => {
    const endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, printf('%d', i) AS words FROM n"
    let count = 0
    for await (const { columns, rows } of store.queryRows(endless, { seconds: 5 })) {
      expect(columns).toEqual(['i', 'words'])
      for (const [number, words] of rows) {
        count += 1
        expect([number, words]).toEqual([count, String(count)])
      }
      if (count === 0) await new Promise((resolve) => setTimeout(resolve, 5100))
      if (count > 20_000) break
    }
    expect(count).toBeGreaterThan(20_000)
  }, 20_000)

  it('row by row ends when its time is over, and says what is wrong', async () => {
    const all = async (sql: string, seconds = 30) => {
      const handfuls: unknown[] = []
      for await (const { columns, rows } of store.queryRows(sql, { seconds }))
        handfuls.push(rows.length === 0 ? columns : rows)
      return handfuls
    }
    expect(await all("SELECT 1152921504606846976 AS large, x'00ff' AS bytes, 9e999 AS endless, NULL AS none")).toEqual([
      ['large', 'bytes', 'endless', 'none'],
      [['1152921504606846976', '00ff', 'Infinity', null]],
    ])
    expect(await all('SELECT id FROM authority WHERE 0')).toEqual([['id']])
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n'
    await expect(all(endless, 0.5)).rejects.toThrow(/^Stopped the query after 0.5 seconds/)
    await expect(all('SELECT breaches FROM nowhere')).rejects.toThrow(/no such table: nowhere/)
    await expect(all('DELETE FROM document')).rejects.toThrow('it is no SELECT')
    await expect(all('SELECT group_concat(hex(zeroblob(400000000))) FROM (SELECT 1 UNION SELECT 2)')).rejects.toThrow(
      /^Cannot run the query: /,
    )
  })

  it('says what is wrong with a statement', () => {
    expect(() => store.query('SELECT breaches FROM nowhere')).toThrow(/no such table: nowhere/)
    expect(() => store.query('SELECT * FROM comparision')).toThrow('Did you mean comparison')
    expect(() => store.query('SELECT c.autority FROM comparison c')).toThrow('Did you mean authority')
    expect(() => store.query('SELECT text FROM kept')).toThrow(/It is a column of .*answer.*\. SELECT \* FROM/)
    for (const written of ['data_breaches', '"data_breaches"'])
      expect(() => store.query(`SELECT number FROM comparison WHERE measure = ${written}`)).toThrow(
        "Write texts in single quotes: 'data_breaches'.",
      )
  })

  it('searches letters and answers', () => {
    for (const entry of [...entries, ...entries.toReversed()]) store.put(entry)
    expect(
      store.query(
        "SELECT a.text FROM answer_search s JOIN answer a ON a.rowid = s.rowid WHERE answer_search MATCH 'review'",
      ).rows,
    ).toEqual([['On review 13']])
    expect(
      store.query(
        "SELECT d.link FROM document_search s JOIN document d ON d.rowid = s.rowid WHERE document_search MATCH 'nobody'",
      ).rows,
    ).toEqual([['d.txt']])
  })
})

describe('the file', () => {
  it('explains every table, view and column in its own dictionary', () => {
    const names = (sql: string) => (store.select(sql) as { name: string }[]).map(({ name }) => name)
    const rows = store.select('SELECT table_name, column_name, about FROM dictionary') as Record<string, string>[]
    const explained = new Map(rows.map(({ table_name, column_name, about }) => [`${table_name}.${column_name}`, about]))
    const shadows = /^(?:document|answer)_search_/
    const there = names("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'")
    const known = there.filter((name) => !shadows.test(name))
    expect(known.length).toBeGreaterThan(tables.length + views.length)
    for (const name of known) {
      for (const column of ['', ...names(`SELECT name FROM pragma_table_info('${name}')`)]) {
        expect(explained.get(`${name}.${column}`), `${name}.${column}`).toMatch(/\w{2}/)
        explained.delete(`${name}.${column}`)
      }
    }
    expect([...explained.keys()]).toEqual([])
  })

  it('has the tables and the columns that others rely on', () => {
    const promised =
      'authority authority_succession population document document_place response request round question question_group answer attachment observation measure citation provision data_table table_cell incident discrepancy correction source dictionary comparison comparison_safe breach_types exemption_use timeliness incident_list discrepancy_list'
    const names = (sql: string) => (store.select(sql) as { name: string }[]).map(({ name }) => name)
    expect(names('SELECT name FROM sqlite_schema')).toEqual(expect.arrayContaining(promised.split(' ')))
    const columns =
      'authority_id authority type nation region measure question_group category incident_type year year_kind period_from period_to period_basis covers number low high relation unit quantity state outcome chosen answers rate_per_100k population population_year caveats confidence checked question quote place link document request_reference responded observation left_out'
    for (const view of ['comparison', 'comparison_safe']) {
      expect(names(`SELECT name FROM pragma_table_info('${view}')`)).toEqual(columns.split(' '))
    }
  })

  it('explains every word of its vocabularies, and lets no other in', () => {
    for (const { name, columns } of tables) {
      for (const [column, { codes }] of Object.entries(columns)) {
        if (codes) expect(codes.length, `${name}.${column}`).toBeGreaterThan(1)
      }
    }
    for (const entry of entries) store.put(entry)
    const db = new Sqlite(store.path)
    for (const sql of [
      "UPDATE observation SET relation = '≈'",
      "UPDATE answer SET outcome = 'maybe'",
      "UPDATE observation SET measure = 'unheard_of'",
      "UPDATE document SET kind = 'novel'",
      "UPDATE observation SET period_from = 'last year'",
      "UPDATE observation SET number = 'many'",
      'UPDATE observation SET confidence = 2',
    ]) {
      expect(() => db.exec(sql), sql).toThrow(/constraint|cannot store/)
    }
    db.close()
  })

  it('keeps its references', () => {
    for (const entry of entries) store.put(entry)
    store.settle()
    for (const entry of entries.slice(2)) store.forget(entry.source.path ?? '')
    store.settle()
    expect(store.query('SELECT * FROM pragma_foreign_key_check').rows).toEqual([])
    expect(store.query('PRAGMA integrity_check').rows).toEqual([['ok']])
  })

  it('shows every quote where it says it stands', () => {
    for (const entry of entries) store.put(entry)
    const rows = store.select(
      'SELECT d.text, o.quote, o.start, o."end" FROM observation o JOIN document d ON d.id = o.document',
    ) as { text: string; quote: string; start: number; end: number }[]
    expect(rows.length).toBeGreaterThan(0)
    for (const { text, quote, start, end } of rows) expect(text.slice(start, end)).toBe(quote)
  })

  it('is one plain file when it is closed', () => {
    for (const entry of entries) store.put(entry)
    store.close()
    expect(readFileSync(at('dataset.sqlite')).subarray(18, 20)).toEqual(Buffer.from([1, 1]))
    const readonly = openStore(at('dataset.sqlite'), { readonly: true })
    expect(readonly.status().documents).toBe(entries.length)
    expect(() => readonly.settle()).toThrow(/opened for reading only/)
    readonly.close()
  })
})

describe('openStore', () => {
  const refused = (path: string, options = {}) => {
    try {
      openStore(path, options).close()
    } catch (error) {
      if (error instanceof StoreError) return { code: error.code, message: error.message }
      throw error
    }
    return null
  }

  it('leaves what is no dataset alone, and says so', () => {
    writeFileSync(at('letter.txt'), 'Dear requester')
    expect(refused(at('letter.txt'))).toMatchObject({ code: 'not_sqlite' })
    expect(readFileSync(at('letter.txt'), 'utf8')).toBe('Dear requester')
    const other = new Sqlite(at('other.db'))
    other.exec('CREATE TABLE shopping (item TEXT)')
    other.close()
    expect(refused(at('other.db'))).toMatchObject({ code: 'not_ours' })
    mkdirSync(at('folder'))
    expect(refused(at('folder'))).toMatchObject({ code: 'not_a_file' })
    expect(refused(at('nowhere/x.sqlite'))).toMatchObject({ code: 'no_folder' })
    expect(refused(at('none.sqlite'), { readonly: true })).toMatchObject({ code: 'missing' })
  })

  it('knows a file of a newer version', () => {
    store.close()
    const db = new Sqlite(at('dataset.sqlite'))
    db.pragma('user_version = 99')
    db.close()
    expect(refused(at('dataset.sqlite'))?.message).toMatch(/a newer version of Disclosed made it/)
  })

  it('says when a file is damaged', () => {
    store.close()
    const bytes = readFileSync(at('dataset.sqlite'))
    writeFileSync(at('dataset.sqlite'), bytes.fill(7, 100, 8000))
    expect(refused(at('dataset.sqlite'))?.code).toBe('damaged')
  })

  it('says when another program is writing', () => {
    const script = `const Sqlite = require('better-sqlite3'); const db = new Sqlite(${JSON.stringify(store.path)}, { timeout: 100 });
      try { db.exec('BEGIN IMMEDIATE'); console.log('got it') } catch (error) { console.log(error.code) }`
    const said = store.together(() =>
      execFileSync(process.execPath, ['-e', script], { cwd: import.meta.dirname, encoding: 'utf8' }),
    )
    expect(said.trim()).toBe('SQLITE_BUSY')
  })
})
