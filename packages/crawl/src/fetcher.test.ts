import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from './addresses.ts'
import { openBlobs } from './blobs.ts'
import { type Fetcher, openFetcher, usualLimits } from './fetcher.ts'
import { labelOf, nameInDisposition } from './labels.ts'
import { bombs, drips, neverEnds, numberedSite, openTestServer, type TestServer } from './testing/index.ts'
import { urlKey } from './urls.ts'

const closings: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close()
})

const contact = { page: 'https://crawl.example/about', email: 'editor@crawl.example' }

async function fetcherFor(
  server: TestServer | null,
  lookup?: (host: string) => Promise<readonly string[]>,
  who: typeof contact | null = contact,
): Promise<Fetcher> {
  const folder = mkdtempSync(join(tmpdir(), 'disclosed-fetch-'))
  closings.push(() => rmSync(folder, { recursive: true, force: true }))
  const fetcher = openFetcher({
    blobs: await openBlobs(folder),
    contact: who,
    version: '0.1.0',
    allowed: new Set(server ? [new URL(server.origin('amblethorpe')).host] : []),
    limits: { page: { milliseconds: 3_000, bytes: 1024 * 1024 }, slowAfter: 300 },
    ...(lookup ? { lookup } : {}),
  })
  closings.push(() => fetcher.close())
  return fetcher
}

const get = (fetcher: Fetcher, url: string) =>
  fetcher.get({ url, kind: 'page', accept: '*/*' }, new AbortController().signal)

describe('the address rule', () => {
  it.for([
    ['93.184.215.14', true],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1%eth0', false],
    ['fd00::1', false],
    ['ff02::1', false],
    ['::ffff:93.184.215.14', false],
    ['::ffff:7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['no address', false],
  ] as const)('says of %s: %s', ([address, isPublic]) => {
    expect(isPublicAddress(address)).toBe(isPublic)
  })

  it.for([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://１２７.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://files.localhost/',
    'http://93.184.215.14:22/',
    'http://name:word@93.184.215.14/',
    'ftp://93.184.215.14/',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    await expect(get(await fetcherFor(null), url)).rejects.toMatchObject({ name: 'FetchError', code: 'address' })
  })

  it('refuses a name that leads to this machine, be it among others or the second time', async () => {
    const answers = [['93.184.215.14', '127.0.0.1'], ['10.0.0.1'], ['::1']]
    const fetcher = await fetcherFor(null, async () => answers.shift() ?? ['127.0.0.1'])
    for (let time = 0; time < 4; time += 1)
      await expect(get(fetcher, 'http://two-faced.example/')).rejects.toMatchObject({ code: 'address' })
  })

  it('asks nobody beyond this machine while nobody says who is asking', async () => {
    await expect(get(await fetcherFor(null, undefined, null), 'http://www.amblethorpe.example/')).rejects.toThrow(
      'No site beyond this machine is asked while nobody says who is asking',
    )
  })
})

describe('the fetcher', () => {
  it.for([
    ['unfolds beyond all measure', bombs, ['bomb', 'too_large']],
    ['never ends', neverEnds, ['too_large']],
    ['drips', drips, ['slow']],
  ] as const)('breaks off what %s', async ([, fault, codes]) => {
    const server = await openTestServer([
      { site: numberedSite({ name: 'amblethorpe', items: 3 }), faults: { '/requests/1': [fault] } },
    ])
    closings.push(server.close)
    const fetcher = await fetcherFor(server)
    const error = await get(fetcher, `${server.origin('amblethorpe')}/requests/1`).catch((seen: unknown) => seen)
    expect(codes).toContain((error as { code: string }).code)
    expect((await get(fetcher, `${server.origin('amblethorpe')}/requests/2`)).status).toBe(200)
  })

  it('fails where the encryption of a site does not hold, and never goes on without', async () => {
    const server = await openTestServer([{ site: numberedSite({ name: 'amblethorpe', items: 3 }) }])
    closings.push(server.close)
    const fetcher = await fetcherFor(server)
    const url = `${server.origin('amblethorpe').replace('http:', 'https:')}/requests/1`
    await expect(get(fetcher, url)).rejects.toMatchObject({ code: 'tls' })
    expect(server.log).toEqual([])
  })

  it('is patient in the measure that the rules say', () => {
    expect(usualLimits).toMatchObject({
      page: { milliseconds: 60_000 },
      file: { milliseconds: 300_000 },
      leastPerSecond: 1_000,
    })
  })
})

describe('names that sites give', () => {
  it.for([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\letter.pdf', 'letter.pdf'],
    ['a\u0000b\u202efdp.pdf', 'abfdp.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['...', null],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`],
  ] as const)('are labels: %j', ([name, label]) => {
    expect(labelOf(name)).toBe(label)
  })

  it('are heard from Content-Disposition', () => {
    expect(nameInDisposition(`attachment; filename="a.pdf"; filename*=UTF-8''%e2%82%ac%20rates.pdf`)).toBe(
      '€ rates.pdf',
    )
    expect(nameInDisposition('attachment; filename="../b.pdf"')).toBe('b.pdf')
  })
})

describe('the key of an address', () => {
  it.for([
    ['HTTP://WWW.Amblethorpe.example:80/a/../foi?id=7&utm_source=x#part', 'http://www.amblethorpe.example/foi?id=7'],
    ['http://a.example/x;jsessionid=12AB?b=1&a=2&PHPSESSID=9', 'http://a.example/x?b=1&a=2'],
    ['http://a.example/caf%c3%a9?q=%2f', 'http://a.example/caf%C3%A9?q=%2F'],
    ['http://a.example/f.pdf?cookie_passthrough=1', 'http://a.example/f.pdf'],
    ['mailto:foi@a.example', null],
  ] as const)('of %s', ([address, key]) => {
    expect(urlKey(address)).toBe(key)
  })
})
