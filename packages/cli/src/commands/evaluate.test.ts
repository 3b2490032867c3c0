import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run } from '../program.ts'
import { testIo } from '../testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-evaluate-'))

const gold = {
  kind: 'foi_response',
  authority: 'Leeds City Council',
  reference: null,
  received: null,
  responded: null,
  regimes: ['FOIA'],
  questions: [
    {
      number: '1',
      starts: 'How many data breaches did you record in 2019',
      outcome: 'disclosed',
      values: [{ number: 12, relation: '=', from: '2019-01-01', to: '2019-12-31', category: null }],
      exemptions: [],
    },
  ],
  exemptions: [],
  tables: [],
}

const letter = `Leeds City Council
Freedom of Information Act 2000

1. How many data breaches did you record in 2019?

12
`

beforeAll(() => {
  write('letters/one/document.txt', letter)
  write('letters/one/gold.json', gold)
  write('letters/wrong/document.txt', letter)
  write('letters/wrong/gold.json', { ...gold, received: 'last week' })
  write('letters/broken/document.pdf', '%PDF-1.7 and nothing more')
  write('letters/broken/gold.json', gold)
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(path: string, contents: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), typeof contents === 'string' ? contents : JSON.stringify(contents))
}

async function evaluate(...args: readonly string[]) {
  const io = testIo({ base: folder })
  return { exitCode: await run(['evaluate', ...args], io), output: io.output(), errors: io.errors() }
}

it('scores letters field by field and says how right the sure findings are', async () => {
  const { exitCode, output, errors } = await evaluate('letters/one')
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' })
  expect(output).toMatch(/^all: 1 labelled letter\n/)
  expect(output).toMatch(/^values: number\+period +1\.000 +1\.000 +1\.000 +1 +0 +0$/m)
  expect(output).toMatch(/^finding +sure +right +share +at least/m)
  expect(output).toMatch(/^claimed +findings/m)
})

it('names wrong labels and documents that cannot be read, and scores the rest', async () => {
  const { exitCode, output, errors } = await evaluate('letters', '--worst', '1', '--format', 'json').then((ended) => ({
    ...ended,
    output: JSON.parse(ended.output),
  }))
  expect(exitCode).toBe(1)
  expect(errors).toContain('letters/wrong/gold.json: received should be a day such as "2019-04-01"; it is "last week".')
  expect(errors).toContain('Cannot read letters/broken/document.pdf')
  expect(output.all).toMatchObject({ letters: 2, unread: 1 })
  expect(output.worst).toEqual([{ letter: 'broken', errors: expect.arrayContaining(['kind null != foi_response']) }])
  const questions = output.all.fields.find(({ field }: { field: string }) => field === 'questions')
  expect(questions).toMatchObject({ right: 1, invented: 0, missed: 1, precision: 1, recall: 0.5 })
})

it('reports sets by themselves too, every figure a row for a spreadsheet', async () => {
  const { output } = await evaluate('old=letters/one', 'new=letters/one', '--format', 'csv')
  expect(output).toMatch(/^set,part,name,figure,value\n/)
  for (const set of ['old,letters,all,letters,1', 'new,field,questions,right,1', 'all,field,questions,right,2'])
    expect(output).toContain(`${set}\n`)
})

it('holds bars, and asks for fields that there are', async () => {
  expect(await evaluate('letters/one', '--min', 'questions=1', '--min', 'values: number=1')).toMatchObject({
    exitCode: 0,
    errors: '',
  })
  expect(await evaluate('letters/one', '--min', 'questions=1', '--min', 'reference:recall=0.5')).toMatchObject({
    exitCode: 1,
    errors: 'reference: recall 0.000 is below 0.5.\n',
  })
  expect(await evaluate('letters/one', '--min', 'figures=1')).toMatchObject({
    exitCode: 2,
    errors: expect.stringMatching(/^--min takes a field and a share .*Fields: kind · /),
  })
})

it('measures confidence anew, writes the table, and says how it holds on letters held back', async () => {
  const { exitCode, output, errors } = await evaluate('letters/one', '--calibrate', 'table.json')
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: 'Wrote table.json, measured on 1 letter.\n' })
  expect(output).toMatch(/^all: measured anew on 1 letter, and each held back in turn\n/m)
  const table = JSON.parse(readFileSync(join(folder, 'table.json'), 'utf8'))
  expect(table).toMatchObject({ version: expect.stringMatching(/^sha256:[0-9a-f]{16}$/), letters: 1 })
  expect(table.kinds.value).toMatchObject({ cut: null, signs: { disclosed: { letters: 1 } } })
})

it('writes a page about it, with the day and the command', async () => {
  const { output } = await evaluate('mine=letters/one', '--calibrate', 'table.json', '--format', 'markdown')
  expect(output).toMatch(/^# How right, and how sure\n\nMeasured on 2026-05-01, on 1 labelled letter, by\n/)
  expect(output).toContain('## Sure: all (1 letter)')
  expect(output).toMatch(/^\| values: number\+period \| 1\.000 \| 1\.000 \| 1\.000 \| 1 \| 0 \| 0 \|$/m)
})

it('measures one kind of finding anew, and leaves the others as the table had them', async () => {
  const measured = { cut: 0.95, base: 1, signs: { clear: { weight: 0.5, letters: 40 } } }
  writeFileSync(
    join(folder, 'both.json'),
    JSON.stringify({ version: 'sha256:0', letters: 40, kinds: { value: measured, authority: measured } }),
  )
  const { output, errors } = await evaluate(
    ...['letters/one', '--calibrate', 'both.json', '--finding', 'authority', '--format', 'markdown'],
  )
  expect(errors).toBe('Wrote both.json, measured on 1 letter.\n')
  const { kinds, version } = JSON.parse(readFileSync(join(folder, 'both.json'), 'utf8'))
  expect(kinds.value).toEqual(measured)
  expect(kinds.authority).not.toEqual(measured)
  expect(version).not.toBe('sha256:0')
  expect(output).toContain('--calibrate packages/classify/src/calibration.json --finding authority --format markdown')
  expect(output).not.toContain('| value |')
})

it('says which kinds of findings there are', async () => {
  const { exitCode, errors } = await evaluate('letters/one', '--calibrate', 'table.json', '--finding', 'figures')
  expect({ exitCode, errors }).toEqual({
    exitCode: 2,
    errors: expect.stringContaining('--finding takes a kind of finding, not figures. Kinds: value · answer'),
  })
})
