import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastClock } from '@disclosed/crawl'
import { answers, type Fault, openTestServer, sites, type TestServer } from '@disclosed/crawl/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { run } from '../program.ts'
import { testIo } from '../testing.ts'

const day = 86_400_000
const folders: string[] = []
const servers: TestServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function editor() {
  const folder = mkdtempSync(join(tmpdir(), 'disclosed-editor-'))
  folders.push(folder)
  const clock = fastClock(1_000, Date.parse('2026-05-01T02:00:00Z'), Date.now())
  const chosen = sites.filter(({ name }) => name === 'query-string' || name === 'drupal')
  const faults: Record<string, readonly Fault[]> = {}
  const server = await openTestServer(
    chosen.map((site) => ({ site, faults })),
    clock,
  )
  servers.push(server)
  const entries = chosen.map((site) => ({ budget: { minutes: 1_440 }, ...site.source(server.origin(site.name)) }))
  writeFileSync(join(folder, 'sources.yaml'), JSON.stringify({ sources: entries }))
  const type = async (...argv: readonly string[]) => {
    const io = testIo({ base: folder, crawlClock: clock })
    const exitCode = await run(argv, io)
    return { exitCode, output: io.output(), errors: io.errors() }
  }
  return { folder, clock, server, chosen, faults, type }
}

describe('a crawl from the command line', () => {
  it('lives the day of an editor: what is new is read into the dataset, told, and known the next day', async () => {
    const { folder, clock, server, chosen, type } = await editor()
    expect((await type('crawl', 'status')).errors).toContain('nothing has been crawled there yet')
    const first = await type('crawl', 'run', '--db', join(folder, 'd.sqlite'), '--feed', 'feed.xml', '--format', 'json')
    const report = JSON.parse(first.output)
    for (const site of chosen) {
      const told = report.sources.find(({ source }: { source: string }) => source === site.name)
      expect(told.counts.new).toBeGreaterThanOrEqual(site.expected({ day: 0, served: 0 }).length)
    }
    const before = server.log.length
    server.nextDay()
    clock.skip(day)
    const second = await type('crawl', 'run', '--db', join(folder, 'd.sqlite'), '--feed', 'feed.xml')
    expect(second.output).toContain('### New')
    expect(server.log.length - before).toBeLessThan(before)
    expect(readFileSync(join(folder, 'feed.xml'), 'utf8')).toContain('<category term="new"/>')
    const places = await type(
      'query',
      'SELECT DISTINCT url FROM document_place',
      '--db',
      join(folder, 'd.sqlite'),
      '--format',
      'json',
    )
    expect(places.output).toContain(server.origin('drupal'))
    const status = await type('crawl', 'status', '--format', 'json')
    expect(JSON.parse(status.output)).toMatchObject(chosen.map(({ name }) => ({ source: name, on: true, blocked: [] })))
  })

  it('lets the dataset go of what an authority took away, and keeps it apart', async () => {
    const { folder, clock, server, faults, type } = await editor()
    const db = join(folder, 'd.sqlite')
    const urls = async () => {
      const { output } = await type('query', 'SELECT DISTINCT url FROM document_place', '--db', db, '--format', 'json')
      return (JSON.parse(output) as { url: string }[]).map(({ url }) => url)
    }
    await type('crawl', 'run', 'drupal', '--db', db)
    const url = (await urls()).find((each) => each.endsWith('-ward-2')) ?? ''
    const { pathname, search } = new URL(url)
    faults[pathname + search] = Array(9).fill(answers(404))
    for (const days of [91, 8]) {
      clock.skip(days * day)
      expect(await urls()).toContain(url)
      await type('crawl', 'run', 'drupal', '--db', db)
    }
    expect(await urls()).not.toContain(url)
    expect(server.log.filter(({ path, status }) => path === pathname + search && status === 404)).toHaveLength(2)
    const kept = readdirSync(join(folder, 'crawl', 'withdrawn', 'drupal'), { recursive: true }).map(String)
    const sidecars = kept.filter((name) => name.endsWith('.source.json'))
    const told = sidecars.map((name) =>
      JSON.parse(readFileSync(join(folder, 'crawl', 'withdrawn', 'drupal', name), 'utf8')),
    )
    const gone = { item: 'drupal/skips-in-ward-2', crawled: { status: 'gone' } }
    expect(told.sort((one, other) => one.url.localeCompare(other.url))).toMatchObject([
      { ...gone, url },
      { ...gone, url: `${server.origin('drupal')}/sites/default/files/2.pdf` },
    ])
  })

  it('stays and visits what is due, until it is told to stop', async () => {
    const { folder, clock, server, chosen } = await editor()
    const stop = new AbortController()
    const io = testIo({ base: folder, crawlClock: clock, stopping: () => stop.signal })
    const watching = run(['crawl', 'watch', '--reports', 'reports'], io)
    const visitsTold = () => [...io.errors().matchAll(/^Next visit: 2026-05-\d\d \d\d:\d\d UTC\.$/gm)].length
    await expect.poll(visitsTold, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
    const first = server.log.length
    server.nextDay()
    clock.skip(2 * day)
    const before = visitsTold()
    await expect.poll(() => server.log.length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(first)
    await expect.poll(visitsTold, { timeout: 60_000, interval: 20 }).toBeGreaterThan(before)
    stop.abort()
    expect(await watching).toBe(0)
    const reports = readdirSync(join(folder, 'reports')).filter((name) => name.endsWith('.json'))
    const told = reports.flatMap((name) => JSON.parse(readFileSync(join(folder, 'reports', name), 'utf8')).sources)
    const news = (source: string) => told.filter((each) => each.source === source).map(({ counts }) => counts.new)
    for (const { name } of chosen) expect(news(name).filter((count) => count > 0)).toHaveLength(2)
  }, 120_000)

  it('says in a sentence what is wrong, and ends as it should', async () => {
    const { folder, type } = await editor()
    expect(await type('crawl', 'run', 'nowhere')).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('There is no source nowhere'),
    })
    expect(await type('crawl', 'run', '--sources', 'none.yaml')).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('Cannot read none.yaml'),
    })
    const away = {
      sources: [
        {
          id: 'away',
          adapter: 'disclosure-log',
          start: 'https://www.amblethorpe.example/foi/',
          read: { documents: true },
        },
      ],
    }
    writeFileSync(join(folder, 'away.yaml'), JSON.stringify(away))
    const refused = await type('crawl', 'run', '--sources', 'away.yaml')
    expect(refused).toMatchObject({ exitCode: 1, errors: expect.stringContaining('nobody says who is asking') })
  })

  it('prints lines for cron and units for systemd', async () => {
    const { type } = await editor()
    expect((await type('crawl', 'schedule', '--at', '03:05')).output).toMatch(
      /^5 3 \* \* \* cd \S+ && .{10,600}crawl run --sources /,
    )
    const units = await type('crawl', 'schedule', '--for', 'systemd')
    expect(units.output).toContain('OnCalendar=*-*-* 02:30:00 Europe/London')
    expect((await type('crawl', 'schedule', '--at', '25:00')).exitCode).toBe(2)
  })
})
