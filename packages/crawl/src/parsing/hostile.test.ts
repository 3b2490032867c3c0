import { describe, expect, it } from 'vitest'
import { type Page, PageError } from '../adapter.ts'
import { disclosureLog } from '../adapters/disclosure-log/index.ts'
import { readSource } from '../sources-file.ts'
import { matchAddress } from './addresses.ts'
import { readDay } from './days.ts'

const url = 'https://www.amblethorpe.example/foi/1'
const { source } = readSource({ id: 'a', adapter: 'disclosure-log', start: url })

function pageOf(body: string): Page {
  const bytes = Buffer.from(`<!doctype html><html><body><main><h1>Skips</h1>${body}</main></body></html>`)
  return { url, finalUrl: url, status: 200, mediaType: 'text/html', bytes, retrieved: null }
}

function read(body: string): unknown {
  if (!source) throw new Error('There is no source.')
  try {
    return disclosureLog.item(pageOf(body), source)
  } catch (error) {
    if (error instanceof PageError) return error.code
    throw error
  }
}

describe('a page that nobody writes', () => {
  it('is refused where its elements stand too deep inside each other', () => {
    expect(read('<div>'.repeat(20_000))).toBe('layout')
    expect(read('<x>'.repeat(5_000))).toBe('layout')
  })

  it.for([
    ['one line in bold', '<strong>a</strong>'],
    ['bold in bold', 'a<b>Reference</b>'],
    ['many labels', '<p>Reference: FOI 1</p>'],
    ['labels without values', '<dl><dt>Request</dt><dt>Response</dt></dl>'],
    ['many links', '<a href="/a.pdf">a (PDF, 1 KB)</a> '],
    ['one long line', 'Date received '],
    ['many cells', '<table><tr><th>Request</th><td></td></tr></table>'],
  ] as const)('is read in time that grows in step: %s', ([, piece]) => {
    const timed = (length: number) => {
      const before = process.cpuUsage()
      read(piece.repeat(Math.ceil(length / piece.length)))
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }
    timed(20_000)
    const one = timed(150_000)
    const four = timed(600_000)
    expect(four).toBeLessThan(Math.max(1_500, 10 * one))
  })
})

describe('a day', () => {
  it.for([
    ['Tuesday 24 March 2020', '2020-03-24'],
    ['1st May 2019', '2019-05-01'],
    ['Wed 29 November 2023', '2023-11-29'],
    ['24/03/2020', '2020-03-24'],
    ['19.07.24', '2024-07-19'],
    ['11-05-26', '2026-05-11'],
    ['2020-03-24T10:00:00+00:00', '2020-03-24'],
    ['March 24, 2020', '2020-03-24'],
    ['February 2021', '2021-02'],
    ['31.02.2020', undefined],
    ['02/13/2020', undefined],
    ['2018/19', undefined],
    ['soon', undefined],
    ['24/03-2020', undefined],
    ['3 July 2023 to 5 July 2023', undefined],
  ] as const)('%s', ([words, iso]) => {
    expect(readDay(words)?.iso).toBe(iso)
  })
})

describe('an address', () => {
  it.for([
    ['/directory-record/4711/parking', '/directory-record/{key}/*', '4711'],
    ['/my/date/?id=FOIR-5', '*?id={key}', 'FOIR-5'],
    ['/foi-responses/free-ports', '/foi-responses/{key}', 'free-ports'],
    ['/foi-responses/free/ports', '/foi-responses/{key}', undefined],
    ['/foi-responses/', '/foi-responses/{key}', undefined],
    ['/x/page_171001.html', '/x/page_{key}.html', '171001'],
    ['/a/b/x-1/c', '/a/*/x-{key}/c', '1'],
  ] as const)('%s and %s', ([path, pattern, key]) => {
    expect(matchAddress(`https://www.amblethorpe.example${path}`, pattern)?.key).toBe(key)
  })

  it('that goes on and on takes no longer than it is long', () => {
    const before = performance.now()
    expect(matchAddress(`https://www.amblethorpe.example/${'a-'.repeat(900)}`, '*a*a*a*a*b')).toBeNull()
    expect(performance.now() - before).toBeLessThan(500)
  })
})
