import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastClock } from '@disclosed/crawl'
import { openTestServer, sites, type TestServer } from '@disclosed/crawl/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { run } from '../program.ts'
import { testIo } from '../testing.ts'

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
  const server = await openTestServer(
    chosen.map((site) => ({ site })),
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
  return { folder, clock, server, chosen, type }
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
    clock.skip(86_400_000)
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
