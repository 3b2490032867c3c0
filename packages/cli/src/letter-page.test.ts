import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from './html.ts'
import { run } from './program.ts'
import { testIo } from './testing.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-show-'))
  const words = [
    'Leeds City Council',
    'Dear Jane Roe,',
    'Freedom of Information Act 2000 <script>alert(1)</script> \u202ereversed',
    '1. How many data breaches were recorded from 1 January 2019 to 31 December 2019?',
    'We recorded 12 data breaches. Call 01234 567890.',
    'Yours faithfully, Leeds City Council',
    '',
  ]
  writeFileSync(join(folder, 'letter.txt'), words.join('\n\n'))
})

afterAll(() => rmSync(folder, { recursive: true }))

async function disclosed(...args: readonly string[]) {
  const io = testIo({ base: folder })
  return { exitCode: await run(args, io), output: io.output(), errors: io.errors() }
}

describe('show', () => {
  it('marks what was read in a file, lets nothing of a letter act, and hides its people', async () => {
    const { exitCode, output } = await disclosed('show', 'letter.txt')
    expect(exitCode).toBe(0)
    expect(output).toMatch(/<mark class="[a-z ]*value[a-z ]*"><a href="#about-[0-9a-f]{20}" title="12">12<\/a><\/mark>/)
    expect(output).toContain('&#60;script&#62;alert(1)&#60;/script&#62; reversed')
    expect(output).not.toMatch(/<script|\bsrc=|https?:\/\/|Jane|567890/)
    expect((await disclosed('show', 'letter.txt', '--with-people')).output).toContain('Dear Jane Roe,')
  })

  it('shows a figure of the dataset in its letter, and says what has no such id', async () => {
    const db = join(folder, 'one.sqlite')
    await disclosed('ingest', 'letter.txt', '--db', db)
    const { output: ids } = await disclosed(
      'query',
      'SELECT observation, document FROM comparison',
      '--db',
      db,
      '--format',
      'json',
    )
    const [{ observation, document }] = JSON.parse(ids)
    const figure = await disclosed('show', observation, '--db', db)
    expect(figure.output).toMatch(
      new RegExp(`What was asked for</h2><article class="value" id="about-${observation}">`),
    )
    expect(figure.output).toMatch(/<mark class="[a-z ]*\bthis"><a [^>]*>12</)
    expect((await disclosed('show', document.slice(0, 20), '--db', db)).output).toContain('Leeds City Council')
    const missing = await disclosed('show', '0123456789', '--db', db)
    expect(missing).toMatchObject({
      exitCode: 1,
      output: '',
      errors: expect.stringContaining('nothing in the dataset has that id'),
    })
  })
})

it('html escapes words, and lets pieces of its own stand', () => {
  expect(html`<p title="${'"\'&'}">${['<b>', html`<i>${'&'}</i>`]}</p>`.toString()).toBe(
    '<p title="&#34;&#39;&#38;">&#60;b&#62;<i>&#38;</i></p>',
  )
})
