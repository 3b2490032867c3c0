import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { day } from './clock.ts'
import { byKey, type Mounted, numberedSite, openWorld, told, type World, type WorldOptions } from './testing/index.ts'

const worlds: World[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

async function world(mounted: readonly Mounted[], options: WorldOptions = {}): Promise<World> {
  const opened = await openWorld(mounted, options)
  worlds.push(opened)
  return opened
}

describe('a crawl', () => {
  it('brings home all that a site has, each address once', async () => {
    const site = numberedSite({ name: 'amblethorpe', items: 60 })
    const { run, server, home } = await world([{ site }])
    const done = await run()
    expect(told(done, 'new')).toHaveLength(60)
    expect(done.report.sources[0]?.news).toHaveLength(60)
    expect(home('amblethorpe')).toEqual(site.expected(server.stateOf('amblethorpe')).toSorted(byKey))
    expect(server.log.map(({ path }) => path).toSorted()).toEqual(
      [...new Set(server.log.map(({ path }) => path))].toSorted(),
    )
    expect(server.log).toHaveLength(1 + 3 + 60 + 20)
  })

  it('leaves five seconds between two requests, and says who asks', async () => {
    const { run, server } = await world([{ site: numberedSite({ name: 'amblethorpe', items: 10 }) }], { times: 500 })
    await run({ contact: { page: 'https://crawl.example/about', email: 'editor@crawl.example' } })
    const waits = server.log.slice(1).map(({ at }, index) => at - (server.log[index]?.at ?? 0))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(5_000)
    expect(server.log[0]?.headers).toMatchObject({
      'user-agent': 'Disclosed/0.1.0 (+https://crawl.example/about; editor@crawl.example)',
      from: 'editor@crawl.example',
      'accept-language': 'en-GB',
    })
    expect(server.log.some(({ headers }) => 'cookie' in headers || 'referer' in headers)).toBe(false)
  })

  it('leaves as many seconds as robots.txt asks for, and nothing where it asks for too many', async () => {
    const robots = (delay: number) => ({ status: 200, headers: {}, body: `User-agent: *\nCrawl-delay: ${delay}\n` })
    const slow = await world([{ site: numberedSite({ name: 'slow', items: 4 }), robots: robots(20) }], { times: 1_000 })
    await slow.run()
    const waits = slow.server.log.slice(2).map(({ at }, index) => at - (slow.server.log[index + 1]?.at ?? 0))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(20_000)
    const slower = await world([{ site: numberedSite({ name: 'slower', items: 4 }), robots: robots(301) }])
    const done = await slower.run()
    expect(slower.server.log).toHaveLength(1)
    expect(told(done, 'failed')[0]?.words).toContain('asks for 301 seconds')
  })

  it('reads on a later day only what is new, and asks again by what the site sent along', async () => {
    const site = numberedSite({ name: 'amblethorpe', items: 30, newEachDay: 2, hasEtags: true })
    const { run, server, clock, home } = await world([{ site }])
    await run()
    const before = server.log.length
    server.nextDay()
    clock.skip(day)
    const done = await run()
    expect(told(done, 'new').map(({ title }) => title)).toEqual(['FOI amblethorpe-32', 'FOI amblethorpe-31'])
    const paths = server.log.slice(before).map(({ path }) => path)
    expect(paths.filter((path) => !path.startsWith('/log'))).toEqual(['/robots.txt', '/requests/32', '/requests/31'])
    expect(
      server.log.slice(before).every(({ path, headers }) => !path.startsWith('/log') || 'if-none-match' in headers),
    ).toBe(true)
    expect(home('amblethorpe')).toHaveLength(32)
  })

  it('keeps the versions of what changes, and lays out the latest', async () => {
    const site = numberedSite({
      name: 'amblethorpe',
      items: 9,
      isEdited: (number, day) => number === 6 && day > 0,
      hasEtags: true,
    })
    const { run, server, clock, folder } = await world([{ site }])
    expect((await run()).folders).toHaveLength(9)
    server.nextDay()
    clock.skip(91 * day)
    const done = await run()
    expect(told(done, 'new', 'changed', 'gone').map(({ kind, item }) => [kind, item])).toEqual([
      ['changed', 'amblethorpe-6'],
    ])
    const originals = join(folder, 'originals/amblethorpe')
    const own = readdirSync(originals).find((name) => name.startsWith('amblethorpe-6-')) ?? ''
    const files = readdirSync(join(originals, own)).filter((name) => !name.endsWith('.json'))
    const texts = files.map((name) => readFileSync(join(originals, own, name), 'utf8'))
    expect(texts.some((text) => text.includes('Corrected on day 1'))).toBe(true)
    expect(texts.some((text) => text.startsWith('%PDF') && text.includes('day 1'))).toBe(true)
    const sidecar = JSON.parse(
      readFileSync(join(originals, own, `${files.find((name) => name.endsWith('.pdf'))}.source.json`), 'utf8'),
    )
    expect(sidecar).toMatchObject({
      url: `${server.origin('amblethorpe')}/files/6.pdf`,
      crawled: { version: 2, itemKey: 'amblethorpe-6' },
    })
    expect(Date.parse(sidecar.retrieved)).toBeGreaterThan(0)
  })

  it('takes an item for gone when its page has twice not been there, a week apart, and keeps what it read', async () => {
    const site = numberedSite({ name: 'amblethorpe', items: 12, isGone: (number, day) => number === 5 && day > 0 })
    const { run, server, clock, home } = await world([{ site }])
    await run()
    server.nextDay()
    clock.skip(day)
    const second = await run()
    expect(told(second, 'alarm').map(({ words }) => words)).toEqual([
      'The lists name 11 items and named 12 before. Nothing was taken for gone.',
    ])
    expect(told(second, 'gone')).toEqual([])
    clock.skip(3 * day)
    expect(told(await run(), 'gone')).toEqual([])
    clock.skip(5 * day)
    expect(told(await run(), 'gone').map(({ item }) => item)).toEqual(['amblethorpe-5'])
    expect(home('amblethorpe')).toHaveLength(12)
  })

  it('takes nothing for gone because a list is empty or its layout is another', async () => {
    const answers = [
      (response: import('node:http').ServerResponse) =>
        response.end('<!doctype html><h1>Welcome to our new website</h1>'),
    ]
    const { run, server, clock, home } = await world([
      {
        site: numberedSite({ name: 'amblethorpe', items: 12 }),
        faults: { '/log?page=1': [(response, usual) => response.end(usual.body), ...answers] },
      },
    ])
    await run()
    clock.skip(day)
    const done = await run()
    expect(told(done, 'alarm')[0]?.words).toContain('is no list of requests')
    expect(home('amblethorpe')).toHaveLength(12)
    const before = server.log.length
    clock.skip(2 * day)
    expect(told(await run(), 'alarm', 'gone')).toEqual([])
    expect(server.log.length).toBeGreaterThan(before)
  })

  it('spends no more than its budget, and goes on in the next run', async () => {
    const { run, server, clock, home } = await world([{ site: numberedSite({ name: 'amblethorpe', items: 30 }) }], {
      entry: { budget: { requests: 20 } },
    })
    const done = await run()
    expect(server.log.length).toBeLessThanOrEqual(21)
    expect(told(done, 'deferred')[0]?.words).toMatch(/wait for the next run: the budget of this run is spent\.$/)
    for (let more = 0; more < 3; more += 1) {
      clock.skip(day)
      await run()
    }
    expect(home('amblethorpe')).toHaveLength(30)
  })

  it('asks for nothing outside the hours of a source', async () => {
    const { run, server } = await world([{ site: numberedSite({ name: 'amblethorpe', items: 3 }) }], {
      entry: { hours: { from: '22:00', to: '02:30' } },
    })
    // Two o'clock in UTC is three in the summer of the United Kingdom.
    await run()
    expect(server.log).toEqual([])
  })
})
