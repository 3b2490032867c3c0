import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastClock } from '@disclosed/crawl'
import { type Answer, type FakeSite, openTestServer, type TestServer } from '@disclosed/crawl/testing'
import { afterAll, expect, it } from 'vitest'
import { run } from '../program.ts'
import { testIo } from '../testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-editors-day-'))
const servers: TestServer[] = []

afterAll(async () => {
  for (const server of servers) await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A log with one reply a year about breaches; each night the reply of another year is added. */
function logOf(id: string, authority: string, breaches: readonly number[]): FakeSite {
  const shown = (day: number) => breaches.slice(0, 1 + day).map((count, at) => ({ count, year: 2021 + at }))
  const page = (body: string): Answer => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html><body><main>${body}</main></body></html>`,
  })
  return {
    name: id,
    answer: ({ path }, { day }) => {
      const links = shown(day).map(({ year }) => `<li><a href="/responses/${year}">Breaches of ${year}</a></li>`)
      if (path === '/foi') return page(`<h1>Disclosure log</h1><ul>${links.join('')}</ul>`)
      const found = shown(day).find(({ year }) => path === `/responses/${year}`)
      if (!found) return { status: 404, headers: {}, body: '' }
      return page(`<h1>FOI ${found.year}/17</h1><p>Date received: 3 July ${found.year + 1}</p>
<h2>Request</h2><p>1. How many personal data breaches did ${authority} record in the financial year ${found.year}/${(found.year + 1) % 100}?</p>
<h2>Response</h2><p>1. ${found.count}</p>`)
    },
    expected: () => [],
    source: (origin) => ({
      id,
      adapter: 'disclosure-log',
      authority,
      start: `${origin}/foi`,
      budget: { minutes: 1_440 },
      read: { itemUrls: ['/responses/{key}'] },
    }),
  }
}

it('lives the day of an editor: two councils, a night in which their logs change, and a new year in the comparison', async () => {
  const logs = [logOf('leeds', 'Leeds City Council', [12, 31]), logOf('oxford', 'Oxford City Council', [7, 8])]
  const clock = fastClock(1_000, Date.parse('2026-05-01T02:00:00Z'), Date.now())
  const server = await openTestServer(
    logs.map((site) => ({ site })),
    clock,
  )
  servers.push(server)
  const sources = logs.map((site) => site.source(server.origin(site.name)))
  writeFileSync(join(folder, 'sources.yaml'), JSON.stringify({ sources }))
  const type = async (...argv: readonly string[]): Promise<string> => {
    const io = testIo({ base: folder, crawlClock: clock })
    expect([await run(argv, io), io.errors()]).toEqual([0, expect.any(String)])
    return io.output()
  }
  const db = ['--db', join(folder, 'd.sqlite')]
  const compared = () => type('compare', '--measure', 'data_breaches', '--format', 'csv', ...db)

  await type('crawl', 'run', ...db)
  const before = await compared()
  expect(before).toContain('2021/22')
  expect(before).not.toContain('2022/23')

  server.nextDay()
  clock.skip(2 * 86_400_000)
  const asked = server.log.length
  const report = await type('crawl', 'run', ...db, '--format', 'md')
  expect(report).toContain('FOI 2022/17')
  expect(report).not.toContain('FOI 2021/17')
  const again = server.log.slice(asked).map(({ path }) => path)
  expect(again).toContain('/responses/2022')
  expect(again).not.toContain('/responses/2021')

  const after = await compared()
  expect(after).toContain('2022/23')
  const rows = JSON.parse(
    await type(
      'query',
      `SELECT comparison.authority, year, coalesce(number, low) AS number, link, quote, path
         FROM comparison JOIN document_place ON document_place.document = comparison.document
        WHERE year = 2022 AND year_kind = 'financial' ORDER BY comparison.authority`,
      '--format',
      'json',
      ...db,
    ),
  ) as { authority: string; number: number; link: string; quote: string; path: string }[]
  expect(rows.map(({ authority, number }) => [authority, number])).toEqual([
    ['Leeds City Council', 31],
    ['Oxford City Council', 8],
  ])
  for (const [at, { link, path, quote }] of rows.entries()) {
    expect(link).toContain(`${server.origin(logs[at]?.name ?? '')}/responses/2022`)
    const original = join(folder, path)
    expect(existsSync(original)).toBe(true)
    expect(readFileSync(original, 'utf8')).toContain(quote)
  }
}, 120_000)
