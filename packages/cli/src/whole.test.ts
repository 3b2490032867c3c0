import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The command line as people meet it: a program, in a folder, with letters in it. */
const folder = mkdtempSync(join(tmpdir(), 'disclosed-cli-'))

beforeAll(async () => {
  await write('letters/leeds.txt', letter('Leeds City Council', 2019, 'We recorded 12 data breaches.'))
  await write('letters/bristol.txt', letter('Bristol City Council', 2019, 'This is refused under section 31(1)(a).'))
  await write('letters/broken.pdf', '%PDF-1.7 and nothing more')
})
afterAll(() => rm(folder, { recursive: true }))

describe('disclosed', () => {
  it('reads a folder, names what it cannot read, and answers from the dataset', async () => {
    const ingested = await disclosed('ingest', 'letters')
    expect(ingested).toMatchObject({ exitCode: 1, output: '' })
    expect(ingested.errors).toMatch(
      /^Cannot read letters\/broken\.pdf: .+\n2 files read into disclosed\.sqlite, 1 not read \(/,
    )

    const [compared, queried, status, hash] = await Promise.all([
      disclosed('compare', '--format', 'csv'),
      disclosed('query', 'SELECT count(*) AS documents FROM document', '--format', 'json'),
      disclosed('status'),
      disclosed('status', '--hash'),
    ])
    expect(compared).toMatchObject({ exitCode: 0, errors: '' })
    expect(compared.output).toContain('Leeds City Council')
    expect(JSON.parse(queried.output)).toEqual([{ documents: 2 }])
    expect(status.output).toMatch(/^documents +2 /)
    expect(status.output).toContain('Cannot read letters/broken.pdf')
    expect(hash.output).toMatch(/^sha256:[0-9a-f]{64}\n$/)
    expect(await disclosed('rebuild')).toMatchObject({ exitCode: 0, output: '' })
    expect((await disclosed('status', '--hash')).output).toBe(hash.output)
  })

  it('takes a list of who was asked, and names whom it does not know', async () => {
    await write('round/oxford.txt', letter('Oxford City Council', 2019, 'We recorded 3 data breaches.'))
    await write(
      'who.csv',
      'authority,sent\nOxford City Council,2020-01-02\nExeter,02/01/2020\nOxfrod City Council,2020-01-02\n',
    )
    const { exitCode, errors } = await disclosed(
      'ingest',
      'round',
      '--asked',
      'who.csv',
      '--round',
      'Breaches',
      '--db',
      'r',
    )
    expect(exitCode).toBe(1)
    expect(errors).toMatch(
      /^Cannot use all of who\.csv: nobody known goes by "Oxfrod City Council"\. Did you mean Oxford/,
    )
    expect(errors).toContain('3 requests noted as sent.')
    const { output } = await disclosed(
      'query',
      'SELECT named, state FROM asked ORDER BY named',
      '--db',
      'r',
      '--format',
      'csv',
    )
    expect(output).toBe('named,state\nExeter,silent\nOxford City Council,answered\nOxfrod City Council,unknown\n')
    expect(await disclosed('ingest', '--asked', 'nowhere.csv', '--db', 'r')).toMatchObject({
      exitCode: 1,
      errors: expect.stringMatching(/^Cannot use all of nowhere\.csv: /),
    })
  })

  it('prints one reading a line in the order of the arguments, whose quotes are cut from the text it prints', async () => {
    const { exitCode, output, errors } = await disclosed(
      'read',
      'letters/leeds.txt',
      'nowhere.txt',
      'letters/bristol.txt',
    )
    expect(exitCode).toBe(1)
    expect(errors).toBe(
      'Cannot read nowhere.txt: there is nothing there. Check how it is spelt, or where its link leads.\n',
    )
    const readings = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(readings.map(({ document }) => document.path)).toEqual(['letters/leeds.txt', 'letters/bristol.txt'])
    const { output: text } = await disclosed('text', 'letters/leeds.txt')
    const words = quotesIn(readings[0])
    expect(words.length).toBeGreaterThan(0)
    for (const { start, end, quote } of words) expect(text.slice(start, end)).toBe(quote)
  })

  it('reads what is attached to an e-mail, names what fails there, and shows what is enclosed', async () => {
    await write(
      'mail/reply.eml',
      mail({ 'Reply.txt': letter('York City Council', 2020, 'We recorded 9 data breaches.') }),
    )
    const readings = (await disclosed('read', 'mail/reply.eml')).output.trimEnd().split('\n')
    expect(readings.map((line) => JSON.parse(line).document.part)).toEqual([null, 'Reply.txt'])
    const part = await disclosed('text', 'mail/reply.eml', '--part', 'Reply.txt')
    expect(part.output).toContain('We recorded 9 data breaches.')
    expect((await disclosed('text', 'mail/reply.eml')).output).toContain('See attached.')

    await write(
      'mail/reply.eml',
      mail({ 'Reply.txt': letter('York City Council', 2020, 'None.'), 'Map.pdf': '%PDF-1.7' }),
    )
    const failing = await disclosed('ingest', 'mail', '--db', 'mail.sqlite')
    expect(failing).toMatchObject({ exitCode: 1, errors: expect.stringContaining('Map.pdf in mail/reply.eml') })
    expect(failing.errors).toContain('1 file (2 documents) read into mail.sqlite, 1 not read')
    const status = (await disclosed('status', '--db', 'mail.sqlite')).output
    expect(status).toMatch(/^responses +1 +documents together: \d by container$/m)
    expect(status).toContain('Map.pdf in mail/reply.eml')
    await write('mail/reply.eml', mail({ 'Reply.txt': letter('York City Council', 2020, 'None.') }))
    expect(await disclosed('ingest', '--only', 'failed', '--db', 'mail.sqlite')).toMatchObject({ exitCode: 0 })
    const again = await disclosed('ingest', '--only', 'failed', '--db', 'mail.sqlite')
    expect(again).toMatchObject({ exitCode: 0, errors: 'There is nothing to try again: every file could be read.\n' })
  })

  it('stops at Ctrl-C with a dataset that holds what was read, and goes on from there', async () => {
    for (let nth = 0; nth < 240; nth += 1) {
      await write(`many/${nth}.txt`, letter('Leeds City Council', 1900 + nth, `We recorded ${nth} data breaches.`))
    }
    const stopped = await disclosedUntil(/^Reading 100 of 240$/m, 'SIGINT', 'ingest', 'many', '--db', 'many.sqlite')
    expect(stopped.exitCode).toBe(130)
    expect(stopped.errors).toContain('Stopped. What was read is kept, and the next run goes on from here.')
    const kept = await documentsIn('many.sqlite')
    expect(kept).toBeGreaterThanOrEqual(100)

    const killed = await disclosedUntil(/^Reading 200 of 240$/m, 'SIGKILL', 'ingest', 'many', '--db', 'many.sqlite')
    expect(killed.exitCode).toBe(null)
    expect(await documentsIn('many.sqlite')).toBeGreaterThanOrEqual(kept)
    expect(await disclosed('ingest', 'many', '--db', 'many.sqlite')).toMatchObject({ exitCode: 0 })
    await disclosed('ingest', 'many', '--db', 'at-once.sqlite')
    const [many, atOnce] = await Promise.all([
      disclosed('status', '--hash', '--db', 'many.sqlite'),
      disclosed('status', '--hash', '--db', 'at-once.sqlite'),
    ])
    expect(many.output).toBe(atOnce.output)
  })

  it.for([
    ['a file that is no dataset', 'letters/leeds.txt', 'it is not a SQLite file'],
    ['a folder', 'letters', 'it is not a file'],
    ['a folder that is not there', 'nowhere/x.sqlite', 'its folder nowhere is not there'],
  ] as const)('leaves %s alone and says so', async ([, db, words]) => {
    const before = await readFile(join(folder, 'letters/leeds.txt'), 'utf8')
    const { exitCode, errors } = await disclosed('ingest', 'letters', '--db', db)
    expect(exitCode).toBe(1)
    expect(errors).toContain(words)
    expect(errors.trimEnd()).not.toContain('\n')
    expect(await readFile(join(folder, 'letters/leeds.txt'), 'utf8')).toBe(before)
  })

  it('bears a reader that has seen enough', async () => {
    const child = spawn(process.execPath, [program('main.ts'), 'schema', 'dataset'], { cwd: folder })
    child.stdout.once('data', () => child.stdout.destroy())
    let errors = ''
    child.stderr.on('data', (words: Buffer) => {
      errors += words.toString()
    })
    const exitCode = await new Promise((resolve) => child.on('close', resolve))
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' })
  })
})

describe('start PATH', () => {
  it('reads letters from where it was typed into a dataset there, and shows them', async () => {
    const env = { npm_lifecycle_event: 'start', INIT_CWD: folder }
    const { exitCode, output, errors } = await execute('start.ts', ['letters/leeds.txt'], { cwd: tmpdir(), env })
    expect(errors).toMatch(/ disclosed\.sqlite/)
    expect(exitCode).toBe(0)
    expect(output).toMatch(/Leeds City Council/)
    expect(output).toMatch(/Next\n/)
  })
})

interface Ended {
  readonly exitCode: number | null
  readonly output: string
  readonly errors: string
}

function disclosed(...args: string[]): Promise<Ended> {
  return execute('main.ts', args, { cwd: folder })
}

/** Sends a signal once it has said something. */
function disclosedUntil(words: RegExp, signal: NodeJS.Signals, ...args: string[]): Promise<Ended> {
  return execute('main.ts', args, { cwd: folder, signal, words })
}

interface How {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly words?: RegExp
  readonly signal?: NodeJS.Signals
}

function execute(script: string, args: readonly string[], { cwd, env = {}, words, signal }: How): Promise<Ended> {
  const { npm_lifecycle_event: _, ...own } = process.env
  const child = spawn(process.execPath, [program(script), ...args], { cwd, env: { ...own, NO_COLOR: '1', ...env } })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    output += more
  })
  child.stderr.setEncoding('utf8').on('data', (more: string) => {
    errors += more
    if (words?.test(errors) && !child.killed) child.kill(signal)
  })
  return new Promise((resolve) => {
    child.on('close', (exitCode) => resolve({ exitCode, output, errors }))
  })
}

function program(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url))
}

async function documentsIn(db: string): Promise<number> {
  const { output } = await disclosed('query', 'SELECT count(*) AS n FROM document', '--db', db, '--format', 'json')
  return JSON.parse(output)[0].n
}

/** Every piece of evidence with offsets, wherever it stands in a reading. */
function quotesIn(value: unknown): readonly { start: number; end: number; quote: string }[] {
  if (value === null || typeof value !== 'object') return []
  const inside = Object.values(value).flatMap(quotesIn)
  return 'quote' in value && 'start' in value
    ? [value as { start: number; end: number; quote: string }, ...inside]
    : inside
}

function letter(authority: string, year: number, answer: string): string {
  return [
    authority,
    `Our reference: FOI ${year}-7`,
    'Freedom of Information Act 2000',
    `1. How many data breaches were recorded from 1 January ${year} to 31 December ${year}?`,
    answer,
    `Yours faithfully, ${authority}`,
    '',
  ].join('\n\n')
}

function mail(files: Readonly<Record<string, string>>): string {
  const parts = Object.entries(files).map(
    ([name, words]) =>
      `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words).toString('base64')}`,
  )
  const head = 'From: foi@york.gov.uk\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
  return `${head}--b\r\n${['Content-Type: text/plain\r\n\r\nSee attached.', ...parts].join('\r\n--b\r\n')}\r\n--b--\r\n`
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}
