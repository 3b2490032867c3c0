import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@disclosed/store'
import { calendarYear, inventedRegister, letter } from '@disclosed/store/testing'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../program.ts'
import { testIo } from '../testing.ts'

let folder: string
let minute = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-review-'))
  minute = 0
  const store = openStore(join(folder, 'disclosed.sqlite'), { register: inventedRegister })
  for (const [authority, quote] of [
    ['amberford', '12'],
    ['brackwater', '<5'],
    ['dunmere', '=40'],
  ] as const) {
    store.put(
      letter({
        authority,
        path: `${authority}.txt`,
        questions: [
          {
            text: 'How many data breaches were there in 2018?',
            asks: [{ measure: 'data_breaches', ...calendarYear(2018) }],
            answer: `We counted ${quote} in 2018.`,
            values: [{ quote, ...calendarYear(2018), relation: quote === '<5' ? '<' : '=', sure: false }],
          },
        ],
      }),
    )
  }
  store.settle()
  store.close()
})

afterEach(() => rmSync(folder, { recursive: true }))

async function type(...argv: readonly string[]) {
  minute += 1
  const io = testIo({ base: folder, now: () => `2026-05-01T10:${String(minute).padStart(2, '0')}:00.000Z` })
  const exitCode = await run(argv, io)
  return { exitCode, output: io.output(), errors: io.errors() }
}

const listed = async (...options: readonly string[]): Promise<readonly Record<string, string>[]> =>
  parse((await type('review', 'list', '--format', 'csv', ...options)).output, { columns: true })

const numbers = async () =>
  JSON.parse(
    (await type('query', 'SELECT authority_id AS who, number, checked FROM comparison ORDER BY 1', '--format', 'json'))
      .output,
  )

describe('review', () => {
  it('shows again what was said of a letter that says something else now, and the figure in its place', async () => {
    const [first] = await listed('--authority', 'amberford')
    await type('review', 'confirm', first?.subject ?? '', '--by', 'Ann Reader')
    const store = openStore(join(folder, 'disclosed.sqlite'), { register: inventedRegister })
    const question = {
      text: 'How many data breaches were there in 2018?',
      asks: [{ measure: 'data_breaches' as const, ...calendarYear(2018) }],
      answer: 'We counted 13 in 2018.',
      values: [{ quote: '13', ...calendarYear(2018), sure: false }],
    }
    store.forget('amberford.txt')
    store.put(letter({ authority: 'amberford', path: 'amberford.txt', questions: [question] }))
    store.settle()
    store.close()
    const [lost] = await listed()
    expect(lost).toMatchObject({ reason: 'changed', measure: 'data_breaches', read_as: '12', quote: '12' })
    const { output, exitCode } = await type('review', 'show', (lost?.subject ?? '').slice(0, 10))
    expect(exitCode).toBe(0)
    expect(output).toMatch(/Was in amberford\.txt.*\n {2}«12»/)
    expect(output).toMatch(/Ann Reader confirm \(not used/)
    const [, now = ''] = /In its place now\n {2}([0-9a-f]{10}) {2}13/.exec(output) ?? []
    expect((await type('review', 'show', now)).output).toContain('We counted «13» in 2018.')
    const [, undo = ''] = /review undo ([0-9a-f]{8})/.exec(output) ?? []
    await type('review', 'undo', undo, '--by', 'Ann Reader')
    expect((await listed()).map(({ reason }) => reason)).not.toContain('changed')
  })

  it('lists, shows, keeps a word with who and why, and takes it back', async () => {
    const [first] = await listed('--authority', 'amberford')
    expect(first).toMatchObject({ reason: 'unsure', read_as: '12', quote: '12', verdict: '', right_value: '' })
    const id = first?.subject ?? ''
    const shown = await type('review', 'show', id.slice(0, 8))
    expect(shown.output).toContain('  We counted «12» in 2018.')
    expect(shown.output).toMatch(/2018 +<5\? {2}Brackwater/)

    expect(await type('review', 'confirm', id)).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('Say who you are'),
    })
    const kept = await type(
      'review',
      'correct',
      id.slice(0, 8),
      '--value',
      '13',
      '--by',
      'Ann',
      '--why',
      'a slip of the pen',
    )
    expect(kept).toMatchObject({
      exitCode: 0,
      errors: expect.stringMatching(/^Corrected [0-9a-f]{10} \(12\)\.\nTaken back by: /),
    })
    expect((await numbers())[0]).toEqual({ who: 'amberford', number: 13, checked: 1 })
    const said = JSON.parse((await type('review', 'said', id, '--format', 'json')).output)
    expect(said).toMatchObject([
      { by: 'Ann', why: 'a slip of the pen', made: '2026-05-01T10:04:00.000Z', state: 'stands', quote: '12' },
    ])
    const page = (await type('show', id.slice(0, 10))).output
    expect(page).toContain(
      'Ann, 2026-05-01: correct {&#34;high&#34;:13,&#34;low&#34;:13,&#34;number&#34;:13} (a slip of the pen), stands',
    )
    await type('review', 'undo', said[0].id, '--by', 'Ann')
    expect((await numbers())[0]).toEqual({ who: 'amberford', number: null, checked: 0 })
  })

  it.for([
    [['confirm', 'nonsense'], '"nonsense" is no id'],
    [['confirm', 'abcdef1234'], 'Nothing in the dataset has an id that begins with abcdef1234.'],
    [['confirm', 'abcdef1234', '--db', 'nowhere.sqlite'], 'there is no such file'],
    [['list', '--limit', 'many'], '--limit takes a number'],
    [['import', 'nowhere.csv'], 'Cannot take over all of nowhere.csv: there is no such file.'],
  ] as const)('says what is wrong with %o', async ([argv, sentence]) => {
    const { exitCode, errors } = await type('review', ...argv, ...(argv[0] === 'confirm' ? ['--by', 'Ann'] : []))
    expect(exitCode).toBeGreaterThan(0)
    expect(errors).toContain(sentence)
  })
})

describe('evaluate --reviewed', () => {
  it('counts what people confirmed as it was read as right, and what they corrected or rejected as wrong', async () => {
    const ids = (await listed()).map(({ subject = '' }) => subject)
    await type('review', 'confirm', ids[0] ?? '', '--by', 'Ann')
    await type('review', 'confirm', ids[0] ?? '', '--by', 'Bob')
    await type('review', 'correct', ids[1] ?? '', '--value', '99', '--by', 'Ann')
    await type('review', 'confirm', ids[1] ?? '', '--by', 'Bob')
    await type('review', 'reject', ids[2] ?? '', '--by', 'Ann')
    const told = async () =>
      JSON.parse((await type('evaluate', '--reviewed', 'disclosed.sqlite', '--format', 'json')).output)
    expect(await told()).toEqual({ reviewed: [{ finding: 'figure', sure: 0, seen: 3, right: 1 }], missed: 0 })
    await type('review', 'confirm', ids[2] ?? '', '--by', 'Bob')
    // Of what is disputed nobody knows.
    expect(await told()).toEqual({ reviewed: [{ finding: 'figure', sure: 0, seen: 2, right: 1 }], missed: 0 })
    expect((await type('evaluate', '--reviewed', 'disclosed.sqlite')).output).toMatch(/figure +not sure +2 +1 +/)
    expect((await type('evaluate')).errors).toContain('Name folders of labelled letters')
  })
})

describe('review assign', () => {
  beforeEach(() => {
    const store = openStore(join(folder, 'disclosed.sqlite'), { register: inventedRegister })
    store.put(
      letter({
        authority: 'amberford',
        path: 'swans/letter.txt',
        questions: [
          { number: '1', text: 'How many swans were counted in 2018?', answer: 'See the list.', outcome: 'attached' },
          { number: '2', text: 'How many geese were counted in 2018?', answer: 'See the list.', outcome: 'attached' },
        ],
      }),
    )
    const said = (quote: string, year: number) => ({ quote, measure: null, unit: 'birds', ...calendarYear(year) })
    store.put(
      letter({
        authority: null,
        kind: 'enclosure',
        path: 'swans/list.txt',
        lines: ['71 and 72'],
        values: [said('71', 2018), said('72', 2019)],
      }),
    )
    store.settle()
    store.close()
  })

  const answered = async () =>
    JSON.parse(
      (
        await type(
          'query',
          "SELECT number, question FROM comparison WHERE unit = 'birds' ORDER BY number",
          '--format',
          'json',
        )
      ).output,
    )

  it('gives every figure of an enclosure to one question, and takes that back', async () => {
    const [{ id = '' } = {}] = JSON.parse(
      (await type('query', "SELECT id FROM document WHERE kind = 'enclosure'", '--format', 'json')).output,
    ) as { id: string }[]
    expect((await answered()).map(({ question }: { question: string | null }) => question)).toEqual([null, null])
    const { exitCode, errors } = await type('review', 'assign', id.slice(7, 17), '--question', '2', '--by', 'Ann')
    expect(errors).toContain('Assigned 2 figures of')
    expect(errors).toContain('to question 2 How many geese were counted in 2018?')
    expect(exitCode).toBe(0)
    const geese = 'How many geese were counted in 2018?'
    expect(await answered()).toEqual([
      { number: 71, question: geese },
      { number: 72, question: geese },
    ])
    const undo = /review undo ([0-9a-f ]{1,100})/.exec(errors)?.[1]?.trim().split(' ') ?? []
    await type('review', 'undo', ...undo, '--by', 'Ann')
    expect((await answered()).map(({ question }: { question: string | null }) => question)).toEqual([null, null])
  })

  it.for([
    [['--question', '7'], 'there is no question 7 in this response'],
    [[], 'Say which question it answers'],
  ] as const)('says what is wrong with %o', async ([options, sentence]) => {
    const [{ id = '' } = {}] = JSON.parse(
      (await type('query', "SELECT id FROM document WHERE kind = 'enclosure'", '--format', 'json')).output,
    ) as { id: string }[]
    const { exitCode, errors } = await type('review', 'assign', id, ...options, '--by', 'Ann')
    expect(exitCode).toBeGreaterThan(0)
    expect(errors).toContain(sentence)
  })
})

describe('review import', () => {
  async function sheet(
    name: string,
    fill: Readonly<Record<string, Readonly<Record<string, string>>>>,
    delimiter = ',',
  ) {
    const rows = (await listed()).map((row) => ({ ...row, ...fill[(row.link ?? '').replace('.txt', '')] }))
    writeFileSync(join(folder, name), stringify(rows, { header: true, delimiter, bom: true }))
  }

  it('takes over sheets that many people filled in, each line or a sentence about it', async () => {
    await sheet('ann.csv', {
      amberford: { verdict: 'Right', by: 'Ann' },
      brackwater: { right_value: '<6', why: 'see note' },
    })
    await sheet(
      'bob.csv',
      { dunmere: { right_value: 'a lot' }, brackwater: { verdict: 'maybe' }, amberford: { verdict: 'ok' } },
      ';',
    )
    const { exitCode, errors } = await type('review', 'import', 'ann.csv', 'bob.csv', '--by', 'Bob')
    expect(errors).toContain('Cannot take over all of bob.csv: line ')
    expect(errors).toContain('value "a lot" is no figure as 12')
    expect(errors).toContain('verdict "maybe" is none of confirm, correct, reject and note.')
    expect(errors).toContain('3 taken over, 1 lines left empty, 2 not.')
    expect(exitCode).toBe(1)
    expect(await numbers()).toEqual([
      { who: 'amberford', number: 12, checked: 1 },
      { who: 'brackwater', number: null, checked: 1 },
      { who: 'dunmere', number: null, checked: 0 },
    ])
    expect((await type('review', 'import', 'ann.csv', '--by', 'Bob')).errors).toContain('0 taken over, 2 known before')
  })

  it('refuses a line whose finding says something else by now, and uses nothing that is disputed', async () => {
    await sheet('ann.csv', { amberford: { right_value: '13', by: 'Ann' } })
    await sheet('bob.csv', { amberford: { right_value: '14', by: 'Bob' } })
    await type('review', 'import', 'ann.csv', 'bob.csv')
    expect((await numbers())[0]).toEqual({ who: 'amberford', number: null, checked: 0 })
    expect((await listed())[0]).toMatchObject({ reason: 'disputed' })
    await sheet('late.csv', { dunmere: { verdict: 'confirm', by: 'Cem', shown: '{"number":41}' } })
    const { exitCode, errors } = await type('review', 'import', 'late.csv')
    expect(exitCode).toBe(1)
    expect(errors).toContain('something else is read by now than what was shown')
  })

  it('merges what was said in other datasets, and loses nothing that review said printed', async () => {
    writeFileSync(join(folder, 'other.sqlite'), readFileSync(join(folder, 'disclosed.sqlite')))
    const [{ subject = '' } = {}] = await listed('--authority', 'dunmere')
    await type('review', 'reject', subject, '--by', 'Dee', '--why', '-1 is meant', '--db', 'other.sqlite')
    writeFileSync(
      join(folder, 'said.csv'),
      (await type('review', 'said', '--format', 'csv', '--db', 'other.sqlite')).output,
    )
    expect((await type('review', 'import', 'said.csv')).errors).toBe('1 taken over.\n')
    expect((await type('review', 'import', 'other.sqlite')).errors).toBe('0 taken over, 1 known before.\n')
    expect(await type('review', 'said', '--format', 'json')).toEqual(
      await type('review', 'said', '--format', 'json', '--db', 'other.sqlite'),
    )
  })

  it('takes no claim over that the dataset could not hold', async () => {
    const [{ subject = '', document = '' } = {}] = await listed()
    const line = (value: string, made = '2026-05-01T10:00:00Z') =>
      stringify([{ subject, document, about: 'figure', kind: 'correct', value, saw: '{}', by: 'Eve', made }], {
        header: true,
      })
    for (const value of [
      '{"relation":"about"}',
      '{"measure":"x"}',
      '{"number":"12"}',
      '[1]',
      'no',
      '{"sure":1}',
      '{"period_from":"May"}',
    ]) {
      writeFileSync(join(folder, 'eve.csv'), line(value))
      expect(await type('review', 'import', 'eve.csv'), value).toMatchObject({
        exitCode: 1,
        errors: expect.stringContaining('line 2: '),
      })
    }
    writeFileSync(join(folder, 'eve.csv'), line('{"number":12}', 'today'))
    expect((await type('review', 'import', 'eve.csv')).errors).toContain('made "today" is no date')
  })
})

it('takes a query that begins with a comment for no option', async () => {
  const { output, exitCode } = await type(
    'query',
    '-- how many\nSELECT count(*) AS n FROM document',
    '--format',
    'json',
  )
  expect([JSON.parse(output), exitCode]).toEqual([[{ n: 3 }], 0])
})
