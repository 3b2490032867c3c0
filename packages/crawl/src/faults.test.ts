import { afterEach, describe, expect, it } from 'vitest'
import { day } from './clock.ts'
import type { Fault, Mounted, World, WorldOptions } from './testing/index.ts'
import * as faults from './testing/index.ts'
import { byKey, numberedSite, openWorld, told } from './testing/index.ts'

const worlds: World[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

async function world(mounted: Mounted, options: WorldOptions = {}): Promise<World> {
  const opened = await openWorld([mounted], options)
  worlds.push(opened)
  return opened
}

const site = (items: number) => numberedSite({ name: 'amblethorpe', items, perPage: 50 })

/** What passes by itself: the page comes in the same run. Five in a row would be too many, so they stand apart. */
const passing: Readonly<Record<string, readonly Fault[]>> = {
  '/requests/1': [faults.resets],
  '/requests/2': [faults.promisesMore],
  '/requests/4': [faults.answers(500)],
  '/requests/5': [faults.tooMany('120')],
  '/requests/7': [faults.drips],
  '/requests/8': [faults.isSilent],
  '/requests/10': [faults.floodsHeaders],
  '/requests/11': [faults.hasNoStatusLine],
  '/requests/13': [faults.breaksGzip],
  '/requests/14': [faults.packs],
  '/requests/16': [faults.tooMany('Fri, 01 May 2026 02:03:00 GMT', 503)],
  '/requests/17': [faults.redirects('/requests/17?again=1'), faults.redirects('/requests/17?again=1')],
  '/files/3.pdf': [faults.redirects('/files/3.pdf?token=1')],
}

/** What another day may mend: the run tells of it, and nothing of it is kept as content. */
const lasting: Readonly<Record<string, Fault>> = {
  '/requests/1': faults.showsLogin,
  '/requests/2': faults.bombs,
  '/requests/4': faults.packsThrice,
  '/requests/5': faults.redirects('http://127.0.0.2/'),
  '/requests/7': faults.redirects('http://[::ffff:127.0.0.1]/'),
  '/requests/8': faults.redirects('file:///etc/passwd'),
  '/requests/10': faults.redirects('/requests/10'),
  '/requests/11': faults.neverEnds,
  '/requests/13': faults.redirects('http://169.254.169.254/latest/meta-data/'),
  '/requests/14': faults.redirects('/profile/sign_in'),
  '/files/3.pdf': faults.saysWait,
  '/files/6.pdf': faults.isEmpty,
  '/files/9.pdf': faults.answers(403),
  '/files/12.pdf': faults.answers(404),
}

describe('a site that fails now and then', () => {
  it('is brought home whole in one run where its faults pass', async () => {
    const { run, server, home } = await world({ site: site(20), faults: passing })
    const done = await run()
    expect(told(done, 'failed', 'quarantined', 'blocked', 'skipped', 'alarm', 'deferred')).toEqual([])
    expect(home('amblethorpe')).toEqual(site(20).expected(server.stateOf('amblethorpe')).toSorted(byKey))
    const asked = (path: string) => server.log.filter((each) => each.path === path).map(({ at }) => at)
    const [first = 0, second = 0] = asked('/requests/5')
    expect(second - first).toBeGreaterThanOrEqual(120_000)
    const [now = 0, later = 0] = asked('/requests/1')
    expect(later - now).toBeGreaterThanOrEqual(30_000)
  })

  it.for(Object.keys(lasting))(
    'keeps nothing of %s as content while it fails, and brings it home another day',
    async (path) => {
      const fault = lasting[path] as Fault
      const { run, server, home, clock } = await world({ site: site(15), faults: { [path]: [fault] } })
      const done = await run()
      const wanted = site(15).expected(server.stateOf('amblethorpe')).toSorted(byKey)
      expect(home('amblethorpe')).not.toEqual(wanted)
      if (path !== '/files/12.pdf')
        expect(
          told(done, 'failed', 'quarantined', 'blocked', 'skipped', 'deferred')
            .map(({ url }) => url)
            .join(' '),
        ).toContain(path)
      clock.skip(91 * day)
      await run()
      expect(home('amblethorpe')).toEqual(wanted)
    },
  )
})

describe('a host that lets us not in', () => {
  it.for([
    ['a challenge', faults.challenges(), 'wants to see a person'],
    ['a challenge on another status', faults.challenges(503), 'wants to see a person'],
    ['a refusal', faults.answers(403), 'lets us not in (403)'],
    ['a login', faults.answers(401), 'wants a login (401)'],
  ] as const)('is asked for nothing more after %s', async ([, fault, words]) => {
    const { run, server } = await world({ site: site(9), faults: { '/requests/8': [fault] } })
    const done = await run()
    expect(server.log.at(-1)?.path).toBe('/requests/8')
    expect(told(done, 'blocked')[0]?.words).toContain(words)
  })

  it('is left alone after five errors in a row', async () => {
    const broken = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`/requests/${at}`, Array(9).fill(faults.answers(500))]),
    )
    const { run, server } = await world({ site: site(20), faults: broken })
    const done = await run()
    expect(server.log.filter(({ path }) => path.startsWith('/requests/'))).toHaveLength(5)
    expect(told(done, 'failed').at(0)?.words).toContain('5 errors in a row')
  })

  it('is left alone for as long as it says, and until the next run where that is long', async () => {
    const { run, server } = await world({ site: site(9), faults: { '/requests/8': [faults.tooMany('999999999')] } })
    const done = await run()
    expect(server.log.at(-1)?.path).toBe('/requests/8')
    expect(told(done, 'deferred')[0]?.words).toContain('for 1440 minutes')
    await run()
    expect(server.log.at(-1)?.path).toBe('/requests/8')
  })
})

describe('the robots.txt of a site', () => {
  const file = (status: number, body = '', headers: Readonly<Record<string, string>> = {}) => ({
    status,
    headers,
    body,
  })
  it.for([
    ['forbids a path', file(200, 'User-agent: *\nDisallow: /requests/4\n'), 5],
    ['is for another agent', file(200, 'User-agent: OtherBot\nDisallow: /\n'), 6],
    ['names us', file(200, 'User-agent: disclosed\nDisallow: /\n\nUser-agent: *\nAllow: /\n'), 0],
    ['is not there', file(404), 6],
    ['may not be read', file(403), 6],
    ['fails', file(500), 0],
    ['asks too much of us', file(429), 0],
    ['leads round', file(302, '', { location: '/robots.txt' }), 6],
    ['is a page', file(200, '<!doctype html><p>User-agent: *</p><p>Disallow: /</p>'), 6],
    ['is very long', file(200, `User-agent: *\nDisallow: /requests/4\n${'#\n'.repeat(300_000)}Disallow: /\n`), 5],
    ['begins with a mark and ends its lines by CR', file(200, '\ufeffUser-agent: *\rDisallow: /requests/4\r'), 5],
  ] as const)('counts when it %s', async ([, robots, items]) => {
    const { run, server, home } = await world({ site: site(6), robots })
    const done = await run()
    expect(home('amblethorpe')).toHaveLength(items)
    const others = server.log.filter(({ path }) => path !== '/robots.txt')
    if (items === 0) expect(others).toEqual([])
    if (robots.status >= 429) expect(told(done, 'failed')[0]?.words).toContain('robots.txt could not be had')
  })
})
