import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fastClock } from './clock.ts'
import { type Crawled, type CrawlOptions, crawl } from './crawl.ts'
import { readSource } from './sources-file.ts'
import { type Mounted, numbered, numberedSite, openTestServer, type TestServer } from './testing/index.ts'

const folders: string[] = []
const servers: TestServer[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  for (const server of servers.splice(0)) await server.close()
})

const times = 2_000

async function world(mounted: readonly Mounted[]) {
  const folder = mkdtempSync(join(tmpdir(), 'disclosed-crawl-'))
  folders.push(folder)
  const clock = fastClock(times, Date.parse('2026-05-01T02:00:00Z'), Date.now())
  const server = await openTestServer(mounted, clock)
  servers.push(server)
  const sources = mounted.map(({ site }) => {
    const { source, wrong } = readSource(site.source(server.origin(site.name)), { adapters: [numbered], readyMade: [] })
    if (!source) throw new Error(wrong.join(' '))
    return source
  })
  const run = (more: Partial<CrawlOptions> = {}): Promise<Crawled> =>
    crawl(sources, { folder, contact: null, version: '0.1.0', clock, adapters: [numbered], ...more })
  return { folder, clock, server, sources, run }
}

describe('a crawl', () => {
  it('brings home all that a site has', async () => {
    const { run, server } = await world([{ site: numberedSite({ name: 'amblethorpe', items: 60 }) }])
    const done = await run()
    const [{ news } = { news: [] }] = done.report.sources
    expect(news.filter(({ kind }) => kind !== 'new')).toEqual([])
    expect(news).toHaveLength(60)
    expect(server.log.map(({ path }) => path)).toHaveLength(1 + 3 + 60 + 20)
  })
})
