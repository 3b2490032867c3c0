import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fastClock } from './clock.ts'
import { crawl } from './crawl.ts'
import { readSource } from './sources-file.ts'
import { openTestServer, sites, type TestServer } from './testing/index.ts'

const folders: string[] = []
const servers: TestServer[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  for (const server of servers.splice(0)) await server.close()
})

interface Sidecar {
  readonly item: string
  readonly page: string
  readonly url: string
  readonly reference: string | null
  readonly request: string | null
  readonly crawled: { readonly role: string; readonly itemKey: string }
}

describe('a crawl of every kind of site', () => {
  it.for(sites)('brings home all of $name, with what it tells', { timeout: 60_000 }, async (site) => {
    const { name } = site
    const folder = mkdtempSync(join(tmpdir(), 'disclosed-kinds-'))
    folders.push(folder)
    const clock = fastClock(4_000, Date.parse('2026-05-01T02:00:00Z'), Date.now())
    const server = await openTestServer([{ site }], clock)
    servers.push(server)
    const origin = server.origin(name)
    // On a machine that is busy an hour of a quick clock is soon over.
    const { source, wrong } = readSource({ budget: { minutes: 1_440 }, ...site.source(origin) })
    if (!source) throw new Error(wrong.join(' '))
    const run = () => crawl([source], { folder, contact: null, version: '0.1.0', clock })

    const first = await run()
    const news = first.report.sources[0]?.news ?? []
    // The list moved while it was read: what came at its head is told of in its count, and found at the next visit.
    const others = news.filter(({ kind }) => kind !== 'new').map(({ words }) => words)
    expect(others.every((words) => words.startsWith('The lists say that there are 8 items, and 7 were found.'))).toBe(
      true,
    )
    expect(others.length).toBeLessThan(2)
    const laidOut = sidecarsIn(join(folder, 'originals'))
    for (const { itemKey, attachments } of site.expected({ day: 0, served: 0 })) {
      const own = laidOut.filter(({ crawled }) => crawled.itemKey === itemKey)
      const files = own.filter(({ crawled }) => crawled.role === 'attachment').map(({ url }) => url.replace(origin, ''))
      expect(files, itemKey).toEqual(attachments)
      expect(own.length, itemKey).toBe(attachments.length + 1)
      expect(new Set(own.map((each) => each.item))).toEqual(new Set([`${name}/${itemKey}`]))
    }
    const asked = server.log.map(({ path }) => path)
    expect(asked.length).toBe(new Set(asked).size)

    server.nextDay()
    const again = await crawl([source], { folder, contact: null, version: '0.1.0', clock, recheck: true })
    const later = again.report.sources[0]?.news ?? []
    const kinds = (kind: string) => later.filter((each) => each.kind === kind).length
    // Two are new each day, and the one that came while the first walk went on may have been seen by it.
    expect(kinds('new')).toBeGreaterThanOrEqual(2)
    expect(kinds('new')).toBeLessThanOrEqual(3)
    expect(kinds('changed')).toBe(1)
    expect(kinds('gone') + kinds('alarm') + kinds('failed') + kinds('quarantined')).toBe(0)
  })
})

function sidecarsIn(folder: string): readonly Sidecar[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.source.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Sidecar)
}
