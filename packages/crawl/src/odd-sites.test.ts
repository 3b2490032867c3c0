import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { adapters } from './adapters/index.ts'
import { type Answer, type Asked, type FakeSite, openWorld, told, type World } from './testing/index.ts'

const worlds: World[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const plain = { 'content-type': 'text/html' }
const page = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = plain): Answer => ({
  status: 200,
  headers,
  body,
})
const letter = (words: string) =>
  `<!doctype html><h1>FOI 7</h1><main><p>Date received: 3 July 2023</p><h2>Request</h2><p>How many skips?</p><h2>Response</h2><p>${words}</p></main>`
const pdf = '%PDF-1.4\n% an answer\n%%EOF\n'

/** A log at /foi whose requests stand at /responses/KEY; what else there is, `answer` says. */
async function logOf(answer: (asked: Asked, served: number) => Answer | null): Promise<World> {
  const site: FakeSite = {
    name: 'amblethorpe',
    answer: (asked, { served }) =>
      answer(asked, served) ?? { status: 404, headers: plain, body: '<!doctype html><h1>Not found</h1>' },
    expected: () => [],
    source: (origin) => ({
      id: 'amblethorpe',
      adapter: 'disclosure-log',
      start: `${origin}/foi`,
      read: { itemUrls: ['/responses/{key}', '*/responses/{key}'] },
    }),
  }
  const opened = await openWorld([{ site }], { adapters })
  worlds.push(opened)
  return opened
}

const list = (links: readonly string[], more = '') =>
  page(
    `<!doctype html><h1>Disclosure log</h1><ul>${links.map((link) => `<li><a href="${link}">Skips</a></li>`).join('')}</ul>${more}`,
  )

const asked = ({ server }: World, path: RegExp) =>
  server.log.filter((each) => path.test(each.path)).map((each) => each.path)

/** Every file that is laid out, with its sidecar. */
function laidOut({ folder }: World) {
  const root = join(folder, 'originals')
  const names = readdirSync(root, { recursive: true }).map(String)
  return names
    .filter((name) => name.endsWith('.source.json'))
    .map((name) => ({
      name: basename(name, '.source.json'),
      bytes: readFileSync(join(root, name.replace(/\.source\.json$/, ''))),
      sidecar: JSON.parse(readFileSync(join(root, name), 'utf8')),
    }))
}

describe('a site without an end', () => {
  it('is left where a calendar leads on and brings nothing new', async () => {
    const world = await logOf(({ path, query }) => {
      if (path === '/responses/1') return page(letter('Four.'))
      if (path !== '/foi') return null
      const month = Number(query.get('month') ?? 0)
      return list(
        month === 0 ? ['/responses/1'] : [],
        `<p>Month ${month}</p><a rel="next" href="/foi?month=${month + 1}">Next</a>`,
      )
    })
    await world.run()
    expect(world.home('amblethorpe')).toHaveLength(1)
    expect(asked(world, /^\/foi/).length).toBeLessThan(6)
  })

  it('is asked once for a page whose links carry another session each time', async () => {
    const world = await logOf(({ path, query }, served) => {
      if (path.startsWith('/responses/')) return page(letter('Four.'))
      if (path !== '/foi') return null
      const links = [1, 2, 3].flatMap((key) => [
        `/responses/${key}?sid=${served}a${key}`,
        `/responses/${key};jsessionid=${served}B${key}`,
      ])
      return list(links, query.get('page') ? '' : `<a rel="next" href="/foi?page=2&PHPSESSID=${served}">Next</a>`)
    })
    await world.run()
    expect(world.home('amblethorpe')).toHaveLength(3)
    expect(asked(world, /^\/responses\//)).toHaveLength(3)
    expect(asked(world, /^\/foi/)).toHaveLength(2)
  })

  it('is read once, though a hundred links sort and sieve its list', async () => {
    const sieves = Array.from(
      { length: 100 },
      (_, at) => `<a href="/foi?topic=${at % 10}&sort=${at}">Topic ${at}</a>`,
    ).join(' ')
    const world = await logOf(({ path }) => {
      if (path === '/responses/1') return page(letter('Four.'))
      return path === '/foi' ? list(['/responses/1'], `<nav>${sieves}</nav>`) : null
    })
    await world.run()
    expect(asked(world, /^\/foi/)).toEqual(['/foi'])
  })

  it('is not followed round and round along a path that repeats itself', async () => {
    const world = await logOf(({ path }) => {
      if (path === '/foi') return list(['/responses/1', '/log/responses/log/responses/log/responses/2'])
      return path === '/responses/1' ? page(letter('Four.')) : null
    })
    const done = await world.run()
    expect(asked(world, /^\/log/)).toEqual([])
    expect(told(done, 'skipped')[0]?.words).toContain('its path goes round in a circle')
  })
})

describe('a page that is not what it says', () => {
  const withFile = (file: Answer, link = '/files/answer.pdf', name = 'The answer') =>
    logOf(({ path }) => {
      if (path === '/foi') return list(['/responses/1'])
      if (path === '/responses/1') return page(letter(`Four. <a href="${link}">${name}</a>`))
      return path.startsWith('/files/') ? file : null
    })

  it('is read in its own letters where it names none', async () => {
    const world = await logOf(({ path }) => {
      if (path === '/foi') return list(['/responses/1'])
      return path === '/responses/1' ? page(Buffer.from(letter('It cost £1,200 at the Café.'), 'latin1')) : null
    })
    await world.run()
    const [item] = laidOut(world)
    expect(item?.sidecar).toMatchObject({ received: { iso: '2023-07-03' }, response: 'It cost £1,200 at the Café.' })
  })

  it('is a PDF by its bytes, though it is called a page', async () => {
    const world = await withFile(page(pdf))
    await world.run()
    const file = laidOut(world).find(({ sidecar }) => sidecar.crawled.role === 'attachment')
    expect([file?.name.split('.').at(-1), file?.bytes.toString()]).toEqual(['pdf', pdf])
  })

  it('is no answer, though it is called a PDF, when it is a page', async () => {
    const world = await withFile(
      page('<!doctype html><h1>Something went wrong</h1>', { 'content-type': 'application/pdf' }),
    )
    const done = await world.run()
    expect(laidOut(world).filter(({ sidecar }) => sidecar.crawled.role === 'attachment')).toEqual([])
    expect(told(done, 'quarantined').map(({ url }) => url)).toEqual([
      `${world.server.origin('amblethorpe')}/files/answer.pdf`,
    ])
  })

  it.for(['../../../etc/x.pdf', '..%2f..%2f..%2fx.pdf', 'a%00b.pdf', 'CON.pdf', `${'long'.repeat(100)}.pdf`])(
    'is kept under a name of our own, whatever it calls itself: %s',
    async (name) => {
      const file = page(pdf, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${name}"`,
      })
      const world = await withFile(file, `/files/${name.replaceAll('../', '')}`, name)
      await world.run()
      const kept = laidOut(world).filter(({ sidecar }) => sidecar.crawled.role === 'attachment')
      expect(kept.map(({ name: own }) => own)).toEqual([expect.stringMatching(/^[0-9a-f]{20}\.pdf$/)])
      expect(kept[0]?.sidecar.crawled.name).not.toMatch(/\.\.|[/\\\0]/)
    },
  )

  it('is no request, though it answers 200, when it says that nothing is there', async () => {
    const world = await logOf(({ path }) => {
      if (path === '/foi') return list(['/responses/1', '/responses/2'])
      if (path === '/responses/1') return page(letter('Four.'))
      return path === '/responses/2'
        ? page('<!doctype html><title>Page not found</title><h1>Page not found</h1>')
        : null
    })
    const done = await world.run()
    expect(laidOut(world)).toHaveLength(1)
    expect(told(done, 'quarantined', 'failed').map(({ url }) => new URL(url ?? '').pathname)).toEqual(['/responses/2'])
  })
})
