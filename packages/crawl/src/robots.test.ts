import { describe, expect, it } from 'vitest'
import { contentSignalsFor, crawlDelayFor, readRobots, verdictOf } from './robots.ts'

const site = 'http://foo.example'

function allows(file: string | Uint8Array, agent: string, address: string): boolean {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  return verdictOf(readRobots(bytes), address, agent).allowed
}

/** Each: the file, the agent, and paths that it may fetch (+) or not (-). */
const cases: readonly (readonly [about: string, file: string, agent: string, paths: readonly string[]])[] = [
  ['an empty file', '', 'FooBot', ['+/x/y']],
  ['a file for somebody else', 'user-agent: FooBot\ndisallow: /\n', 'BarBot', ['+/x']],
  ['no agent at all', 'user-agent: FooBot\ndisallow: /\n', '', ['+/x']],
  ['the home page by an empty address', 'user-agent: FooBot\ndisallow: /\n', 'FooBot', ['-']],
  ['lines that are no lines of the protocol', 'foo: FooBot\nbar: /\n', 'FooBot', ['+/x/y']],
  ['colons that were forgotten', 'user-agent FooBot\ndisallow /\n', 'FooBot', ['-/x/y']],
  ['a sentence without a colon', 'user-agent: FooBot\ndisallow all of /\n', 'FooBot', ['+/x']],
  ['keys in any case', 'USER-AGENT: FooBot\nALLOW: /x/\nDISALLOW: /\n', 'FooBot', ['+/x/y', '-/a/b']],
  ['agents in any case', 'User-Agent: FOO BAR\nAllow: /x/\nDisallow: /\n', 'foo', ['+/x/y', '-/a/b']],
  [
    'an agent up to its first space',
    'User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n',
    'Foo',
    ['+/x/y', '-/a'],
  ],
  [
    'an agent that is two words',
    'User-Agent: *\nDisallow: /\nUser-Agent: Foo Bar\nAllow: /x/\nDisallow: /\n',
    'Foo Bar',
    ['-/x/y'],
  ],
  ['an agent with its version', 'user-agent: FooBot/2.1\ndisallow: /x\n', 'FooBot/0.1', ['-/x', '+/y']],
  ['a longer name that begins alike', 'user-agent: FooBot-News\ndisallow: /\n', 'FooBot', ['+/x']],
  ['a star with words after it', 'user-agent: * everybody\ndisallow: /\n', 'FooBot', ['-/x']],
  [
    'a group of its own instead of that for all',
    'user-agent: *\ndisallow: /x/\nuser-agent: FooBot\ndisallow: /y/\n',
    'FooBot',
    ['+/x/page', '-/y/page'],
  ],
  ['a group of its own without a rule', 'user-agent: *\ndisallow: /\nuser-agent: FooBot\n', 'FooBot', ['+/x']],
  ['groups of others alone', 'user-agent: FooBot\nallow: /\nuser-agent: BarBot\ndisallow: /\n', 'QuxBot', ['+/x']],
  [
    'a sitemap between agents',
    'User-agent: BarBot\nSitemap: https://foo.example/sitemap\nUser-agent: *\nDisallow: /\n',
    'BarBot',
    ['-/x'],
  ],
  [
    'an unknown line between agents',
    'User-agent: FooBot\nInvalid-Unknown-Line: unknown\nUser-agent: *\nDisallow: /\n',
    'FooBot',
    ['-/x'],
  ],
  [
    'a delay between agents',
    'User-agent: BarBot\nCrawl-delay: 5\nUser-agent: FooBot\nDisallow: /x\n',
    'BarBot',
    ['-/x', '+/y'],
  ],
  ['paths in their own case', 'user-agent: FooBot\ndisallow: /X/\n', 'FooBot', ['+/x/y', '-/X/y']],
  [
    'a longer disallow',
    'user-agent: FooBot\ndisallow: /x/page.html\nallow: /x/\n',
    'FooBot',
    ['-/x/page.html', '+/x/'],
  ],
  ['a longer allow', 'user-agent: FooBot\nallow: /x/page.html\ndisallow: /x/\n', 'FooBot', ['+/x/page.html', '-/x/']],
  ['nothing said twice', 'user-agent: FooBot\ndisallow: \nallow: \n', 'FooBot', ['+/x/page.html']],
  ['two as long', 'user-agent: FooBot\ndisallow: /\nallow: /\n', 'FooBot', ['+/x']],
  ['a folder and a name that begins so', 'user-agent: FooBot\ndisallow: /x\nallow: /x/\n', 'FooBot', ['-/x', '+/x/']],
  [
    'a star that is longer',
    'user-agent: FooBot\nallow: /page\ndisallow: /*.html\n',
    'FooBot',
    ['-/page.html', '+/page'],
  ],
  [
    'a star that is shorter',
    'user-agent: FooBot\nallow: /x/page.\ndisallow: /*.html\n',
    'FooBot',
    ['+/x/page.html', '-/x/y.html'],
  ],
  [
    'a star within',
    'user-agent: FooBot\ndisallow: /foo/bar/quz\nallow: /foo/*/qux\n',
    'FooBot',
    ['-/foo/bar/quz', '+/foo/quz', '+/foo//quz', '+/foo/bax/quz'],
  ],
  [
    'an end',
    'user-agent: FooBot\ndisallow: /foo/bar$\nallow: /foo/bar/qux\n',
    'FooBot',
    ['-/foo/bar', '+/foo/bar/qux', '+/foo/bar/', '+/foo/bar/baz'],
  ],
  [
    'comments',
    'user-agent: FooBot\n# disallow: /\ndisallow: /foo/quz#qux\nallow: /\n',
    'FooBot',
    ['+/foo/bar', '-/foo/quz'],
  ],
  [
    'a query in the rule',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar?qux=taz&baz=http://foo.example?tar&par\n',
    'FooBot',
    ['+/foo/bar?qux=taz&baz=http://foo.example?tar&par', '-/foo/bar'],
  ],
  [
    'a query that is encoded in one of the two',
    'user-agent: FooBot\ndisallow: /foo/bar?baz=https://foo.bar\n',
    'FooBot',
    ['-/foo/bar?baz=https%3A%2F%2Ffoo.bar', '-/foo/bar?baz=https://foo.bar', '+/foo/bar?baz=quz'],
  ],
  [
    'letters beyond ASCII',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/ツ\n',
    'FooBot',
    ['+/foo/bar/%E3%83%84', '+/foo/bar/%e3%83%84', '+/foo/bar/ツ', '-/foo/bar/'],
  ],
  [
    'letters beyond ASCII, encoded',
    'user-agent: FooBot\ndisallow: /\nallow: /foo/bar/%e3%83%84\n',
    'FooBot',
    ['+/foo/bar/%E3%83%84', '+/foo/bar/ツ'],
  ],
  [
    'letters encoded for no reason',
    'user-agent: FooBot\ndisallow: /foo/bar/%62%61%7A\n',
    'FooBot',
    ['-/foo/bar/baz', '-/foo/bar/%62az', '+/foo/bar/'],
  ],
  ['an encoded slash is no slash', 'user-agent: FooBot\ndisallow: /a/b\n', 'FooBot', ['+/a%2Fb', '-/a/b']],
  [
    'a star and a dollar themselves',
    'user-agent: FooBot\ndisallow: /file-with-a-%2A.html\ndisallow: /foo-%24\n',
    'FooBot',
    ['-/file-with-a-*.html', '-/file-with-a-%2A.html', '+/file-with-a-b.html', '-/foo-$', '+/foo-'],
  ],
  ['a dollar that ends nothing', 'user-agent: FooBot\ndisallow: /a$b\n', 'FooBot', ['-/a$b/c', '+/a']],
  [
    'a rule that begins with a star',
    'user-agent: *\ndisallow: */request/*/response/*\nallow: */request/*/response/*/attach/*\n',
    'FooBot',
    ['-/request/fines/response/1', '+/request/fines/response/1/attach/2/a.pdf', '+/request/fines'],
  ],
  [
    'a rule that hits more than was meant',
    'user-agent: *\ndisallow: */tor*\n',
    'FooBot',
    ['-/body/torbay_council', '+/body/amblethorpe'],
  ],
  ['a rule without a slash', 'user-agent: FooBot\ndisallow: private\n', 'FooBot', ['+/private']],
  ['the file itself', 'user-agent: *\ndisallow: /\n', 'FooBot', ['+/robots.txt', '-/robots.txt.bak']],
  ['spellings that are met', 'useragent: FooBot\ndissallow: /x\n', 'FooBot', ['-/x', '+/y']],
  ['spaces and tabs', ' \tUser-agent \t:\t FooBot \t\n\tDisallow\t:\t/x\t \n', 'FooBot', ['-/x', '+/y']],
  ['lines ended by CR alone', 'user-agent: FooBot\rdisallow: /x\rallow: /x/y\r', 'FooBot', ['-/x', '+/x/y']],
  ['lines ended by CR and LF', 'user-agent: FooBot\r\n\r\ndisallow: /x\r\nallow: /x/y', 'FooBot', ['-/x', '+/x/y']],
  [
    'a page instead of a file',
    '<!doctype html>\n<html><body><p>User-agent: FooBot</p>\n<p>Disallow: /</p></body></html>',
    'FooBot',
    ['+/x'],
  ],
  ['names as part of an agent', 'user-agent: toString\ndisallow: /\n', 'FooBot', ['+/x']],
  [
    'fish',
    'user-agent: FooBot\ndisallow: /\nallow: /fish\n',
    'FooBot',
    [
      '-/bar',
      '+/fish',
      '+/fish.html',
      '+/fish/salmon.html',
      '+/fishheads',
      '+/fish.php?id=anything',
      '-/Fish.asp',
      '-/catfish',
      '-/?id=fish',
    ],
  ],
  [
    'fish*',
    'user-agent: FooBot\ndisallow: /\nallow: /fish*\n',
    'FooBot',
    ['-/bar', '+/fish', '+/fishheads/yummy.html', '-/catfish'],
  ],
  [
    'fish/',
    'user-agent: FooBot\ndisallow: /\nallow: /fish/\n',
    'FooBot',
    ['+/fish/', '+/fish/salmon', '+/fish/?salmon', '-/fish', '-/fish.html'],
  ],
  [
    '*.php',
    'user-agent: FooBot\ndisallow: /\nallow: /*.php\n',
    'FooBot',
    [
      '+/filename.php',
      '+/folder/filename.php?parameters',
      '+//folder/any.php.file.html',
      '+/filename.php/',
      '-/',
      '-/windows.PHP',
    ],
  ],
  [
    '*.php$',
    'user-agent: FooBot\ndisallow: /\nallow: /*.php$\n',
    'FooBot',
    [
      '+/filename.php',
      '+/folder/filename.php',
      '-/filename.php?parameters',
      '-/filename.php/',
      '-/filename.php5',
      '-/php/',
    ],
  ],
  ['/$', 'user-agent: FooBot\ndisallow: /\nallow: /$\n', 'FooBot', ['+/', '-/page.html']],
]

describe('robots.txt', () => {
  it.for(cases)('hears %s', ([, file, agent, paths]) => {
    for (const path of paths) expect(allows(file, agent, site + path.slice(1)), path).toBe(path.startsWith('+'))
  })

  it('reads groups of several agents, split and joined', () => {
    const file = `allow: /foo/bar/

user-agent: FooBot
disallow: /
allow: /x/
user-agent: BarBot
disallow: /
allow: /y/


allow: /w/
user-agent: BazBot

user-agent: FooBot
allow: /z/
disallow: /
`
    const seen = ['FooBot', 'BarBot', 'BazBot'].map((agent) =>
      ['/w/a', '/x/b', '/y/c', '/z/d', '/foo/bar/'].filter((path) => allows(file, agent, site + path)).join(' '),
    )
    expect(seen).toEqual(['/x/b /z/d', '/w/a /y/c', '/z/d'])
  })

  it('passes over a byte order mark, whole or cut, and over nothing that only begins like one', () => {
    const rules = Buffer.from('User-agent: FooBot\nDisallow: /\n')
    const allowsAfter = (...octets: number[]) =>
      allows(Buffer.concat([Buffer.from(octets), rules]), 'FooBot', `${site}/x`)
    expect([allowsAfter(0xef, 0xbb, 0xbf), allowsAfter(0xef, 0xbb), allowsAfter(0xef)]).toEqual([false, false, false])
    expect(allowsAfter(0xef, 0x11, 0xbf)).toBe(true)
  })

  it('bridges a file in Latin-1 and an address in the same', () => {
    const file = Buffer.from('user-agent: FooBot\ndisallow: /caf\u00e9\n', 'latin1')
    expect(allows(file, 'FooBot', `${site}/caf%E9`)).toBe(false)
    expect(allows(file, 'FooBot', `${site}/caf%C3%A9`)).toBe(true)
  })

  it('cuts lines that are longer than any address', () => {
    const line = (key: string, length: number) => `${key}: /x/${'a'.repeat(length - key.length - 5)}`
    const disallowed = line('disallow', 16_662)
    const path = disallowed.slice('disallow: '.length)
    expect(allows(`user-agent: FooBot\n${disallowed}/qux\n`, 'FooBot', `${site}/fux`)).toBe(true)
    expect(allows(`user-agent: FooBot\n${disallowed}/qux\n`, 'FooBot', `${site}${path}/fux`)).toBe(false)
  })

  it('reads 500 KiB of a file and no half of a line', () => {
    const head = 'user-agent: FooBot\ndisallow: /early\n'
    const filler = '# nothing\n'.repeat(60_000)
    expect(allows(`${head}${filler}disallow: /late\n`, 'FooBot', `${site}/early`)).toBe(false)
    expect(allows(`${head}${filler}disallow: /late\n`, 'FooBot', `${site}/late`)).toBe(true)
    const cut = `${head}#${'x'.repeat(512_000 - head.length - 18)}\ndisallow: /a-long-folder\n`
    expect(allows(cut, 'FooBot', `${site}/a`)).toBe(true)
  })

  it('is not slowed down by a rule of many stars', () => {
    const rule = `/${'*a'.repeat(8000)}$`
    const before = performance.now()
    expect(allows(`user-agent: FooBot\ndisallow: ${rule}\n`, 'FooBot', `${site}/${'a'.repeat(1900)}b`)).toBe(true)
    expect(performance.now() - before).toBeLessThan(1000)
  })

  it('tells which line decided, and as it was written', () => {
    const robots = readRobots(Buffer.from('user-agent: *\ndisallow: /list*?page=\n'))
    expect(verdictOf(robots, `${site}/list/all?page=2`, 'FooBot').rule).toMatchObject({ line: 2, path: '/list*?page=' })
  })

  it('hears delays, sitemaps and signals', () => {
    const robots = readRobots(
      Buffer.from(
        'Sitemap: https://foo.example/a.xml\nuser-agent: *\ncrawl-delay: 10\ndisallow:\nuser-agent: FooBot\ncrawl-delay: 2.5\ncrawl-delay: soon\nContent-Signal: search=yes\nuser-agent: BarBot\nSitemap: b.xml',
      ),
    )
    expect([crawlDelayFor(robots, 'FooBot'), crawlDelayFor(robots, 'QuxBot')]).toEqual([2.5, 10])
    expect(contentSignalsFor(robots, 'foobot')).toEqual(['search=yes'])
    expect(robots.sitemaps).toEqual(['https://foo.example/a.xml', 'b.xml'])
  })
})
