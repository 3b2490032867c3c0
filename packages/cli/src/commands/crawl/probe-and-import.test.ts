import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastClock, readSources } from '@disclosed/crawl'
import { type Answer, openTestServer, sites, type TestServer } from '@disclosed/crawl/testing'
import { openStore } from '@disclosed/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../program.ts'
import { testIo } from '../../testing.ts'

const listings = new URL('../../../../../corpus/listings/', import.meta.url).pathname
let folder: string
let server: TestServer | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-probe-test-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server?.close()
  server = null
})

async function typed(...argv: string[]) {
  const crawlClock = fastClock(2_000, Date.parse('2026-05-01T02:00:00Z'), Date.now())
  const io = testIo({ base: folder, crawlClock })
  const exitCode = await run(['crawl', ...argv], io)
  return { exitCode, output: io.output(), errors: io.errors() }
}

async function mount(name: string, robots?: Answer): Promise<string> {
  const site = sites.find((each) => each.name === name)
  if (!site) throw new Error(`There is no site ${name}.`)
  server = await openTestServer([{ site, ...(robots ? { robots } : {}) }])
  return server.origin(name)
}

describe('crawl probe', () => {
  it('suggests an entry that can be pasted, and shows what it would fetch', async () => {
    const url = 'https://www.amblethorpe.example/directory/12/foi_requests'
    const { exitCode, output } = await typed('probe', join(listings, 'jadu/list.html'), '--url', url)
    expect(exitCode).toBe(0)
    expect(output).toContain('#   https://www.amblethorpe.example/directory-record/4711/parking-fines')
    expect(output).toContain('# Items on this page: 2 of 5')
    const { sources, wrong } = readSources(`sources:\n${output.replace(/^(?=[^#\n])/gm, '  ')}`)
    expect(wrong).toEqual([])
    expect(sources).toMatchObject([{ id: 'amblethorpe', adapter: 'disclosure-log', start: [url] }])
  })

  it('asks robots.txt and the page, and nothing more', async () => {
    const origin = await mount('drupal')
    const { exitCode, output } = await typed('probe', `${origin}/foi-responses`, '--format', 'json')
    expect(exitCode).toBe(0)
    expect(JSON.parse(output)[0]).toMatchObject({ entry: { read: { itemUrls: ['/foi-responses/{key}'] } }, items: 3 })
    expect(server?.log.map(({ path }) => path)).toEqual(['/robots.txt', '/foi-responses'])
  })

  it('does not look at what robots.txt forbids', async () => {
    const origin = await mount('drupal', {
      status: 200,
      headers: {},
      body: 'User-agent: *\nDisallow: /foi-responses\n',
    })
    const { exitCode, errors } = await typed('probe', `${origin}/foi-responses`)
    expect(exitCode).toBe(1)
    expect(errors).toBe(`${origin}/foi-responses is not looked at: robots.txt forbids it on line 2 (/foi-responses).\n`)
    expect(server?.log.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  it.for([
    [
      ['probe', 'nothing.html'],
      'Cannot read nothing.html: there is no such file, and it is no web address (https://…).\n',
    ],
    [['probe', join(listings, 'drupal/item.html')], 'its links are seen from there.\n'],
    [['probe', 'https://www.amblethorpe.example/foi'], 'write contact:'],
    [
      ['probe', join(listings, 'jadu/login.html'), '--url', 'https://www.amblethorpe.example/a'],
      'https://www.amblethorpe.example/a answered with a page that asks to sign in ("Sign in to your account").\n',
    ],
  ] as const)('says what to do: %s', async ([argv, sentence]) => {
    const { exitCode, errors, output } = await typed(...argv)
    expect(exitCode).not.toBe(0)
    expect(errors).toContain(sentence)
    expect(output).toBe('')
  })
})

const sources = `sources:
  - id: amblethorpe
    use: jadu
    authority: Amblethorpe Borough Council
    start: https://www.amblethorpe.example/directory/12/foi_requests
`

function save(name: string, url: string, body?: string): void {
  if (body !== undefined) writeFileSync(join(folder, 'saved', name), body)
  writeFileSync(join(folder, 'saved', `${name}.source.json`), JSON.stringify({ url, retrieved: '2026-05-31' }))
}

describe('crawl import', () => {
  beforeEach(() => {
    cpSync(join(listings, 'jadu'), join(folder, 'saved'), {
      recursive: true,
      filter: (path) =>
        !/\.(?:json|xml)$|(?:login|soft-404|error|waiting|challenge|bare|nothing|data|empty|second)\.html$/.test(path),
    })
    writeFileSync(join(folder, 'sources.yaml'), sources)
    save('list.html', 'https://www.amblethorpe.example/directory/12/foi_requests')
    save('record.html', 'https://www.amblethorpe.example/directory-record/4711/parking-fines')
    save(
      'notices.csv',
      'https://www.amblethorpe.example/downloads/file/881/notices-by-street',
      'Street,Notices\nMill Lane,14\nHigh Street,90\n',
    )
  })

  it('reads saved pages as a crawl does, and files with them, into one response', async () => {
    const { exitCode, output, errors } = await typed('import', 'saved', '--db', 'd.sqlite')
    expect(errors).toContain(
      '1 pages that the lists name are not among the files, such as https://www.amblethorpe.example/directory-record/4712/lost-laptops',
    )
    expect(output).toBe('1 items of amblethorpe were read from saved.\n')
    expect(exitCode).toBe(0)
    const store = openStore(join(folder, 'd.sqlite'), { readonly: true })
    try {
      const rows = store.select(
        'SELECT kind, reference, received, responded, response, rule, link FROM document ORDER BY link',
      )
      expect(rows).toMatchObject([
        { reference: 'FOI/2023/0412', received: '2023-07-03', responded: '2023-07-31' },
        {
          kind: 'enclosure',
          rule: 'sidecar',
          link: 'https://www.amblethorpe.example/downloads/file/881/notices-by-street',
        },
      ])
    } finally {
      store.close()
    }
  })

  it('lays items out in folders of their own, with what the site tells', async () => {
    await typed('import', 'saved')
    const laidOut = readdirSync(join(folder, 'crawl/originals'), { recursive: true, encoding: 'utf8' })
    const sidecars = laidOut.filter((name) => name.endsWith('.source.json'))
    expect(sidecars).toHaveLength(2)
    const told = sidecars.map((name) => JSON.parse(readFileSync(join(folder, 'crawl/originals', name), 'utf8')))
    expect(new Set(told.map(({ item }) => item))).toEqual(new Set(['amblethorpe/4711']))
    expect(told.find(({ crawled }) => crawled.role === 'page')).toMatchObject({
      retrieved: '2026-05-31',
      authority: 'Amblethorpe Borough Council',
      response: expect.stringContaining('1,204 notices'),
    })
  })

  it('names files of which nobody says where they came from, and pages that are none', async () => {
    writeFileSync(join(folder, 'saved/lost.html'), '<!doctype html><h1>Lost</h1>')
    save(
      'login.html',
      'https://www.amblethorpe.example/directory-record/4712/lost-laptops?utm_source=feed',
      readFileSync(join(listings, 'jadu/login.html'), 'utf8'),
    )
    const { exitCode, errors } = await typed('import', 'saved')
    expect(exitCode).toBe(1)
    expect(errors).toContain(
      'Cannot use lost.html: nothing tells where it came from. Write lost.html.source.json with { "url":',
    )
    expect(errors).toContain(
      'Cannot use login.html: https://www.amblethorpe.example/directory-record/4712/lost-laptops?utm_source=feed answered with a page that asks to sign in',
    )
  })

  it('says what is missing', async () => {
    expect((await typed('import', 'nowhere')).errors).toBe('Cannot import nowhere: there is no such folder.\n')
    const { errors, exitCode } = await typed('import', 'saved', '--source', 'x')
    expect(exitCode).toBe(2)
    expect(errors).toBe('Name the source that the pages are of with --source; there are: amblethorpe.\n')
  })
})
