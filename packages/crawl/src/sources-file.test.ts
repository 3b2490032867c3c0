import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Adapter } from './adapter.ts'
import { readSources } from './sources-file.ts'

const kind: Adapter = {
  name: 'noticeboard',
  about: 'Notices on a board.',
  version: 1,
  askFirst: null,
  settings: z.strictObject({ rows: z.number().optional(), items: z.string().optional() }),
  start: () => [],
  list: () => ({ items: [], next: [], total: null }),
  item: () => {
    throw new Error('It is never asked.')
  },
}
const asked: Adapter = { ...kind, name: 'asked', askFirst: 'Its operators want to be asked.' }
const known = {
  adapters: [kind, asked],
  readyMade: [
    {
      name: 'amblethorpe',
      about: 'The log of an invented council.',
      unsure: [],
      entry: {
        adapter: 'noticeboard',
        start: 'https://www.amblethorpe.example/log',
        pace: { delaySeconds: 9 },
        read: { rows: 3, items: 'a' },
      },
    },
  ],
}

function read(yaml: string) {
  return readSources(yaml, known)
}

describe('sources.yaml', () => {
  it('fills in what an entry leaves out', () => {
    const { sources, wrong, contact } = read(`
contact: { page: https://crawl.example.org/about, email: ann@example.org }
sources:
  - id: amblethorpe
    use: amblethorpe
    read: { rows: 5 }
  - id: brackwater
    adapter: asked
    start: [https://www.brackwater.example/a, https://www.brackwater.example/b]
    budget: { items: 12 }
`)
    expect(wrong).toEqual([])
    expect(contact).toEqual({ page: 'https://crawl.example.org/about', email: 'ann@example.org' })
    expect(sources[0]).toMatchObject({
      id: 'amblethorpe',
      adapter: 'noticeboard',
      on: true,
      start: ['https://www.amblethorpe.example/log'],
      pace: { delaySeconds: 9, schedule: null },
      budget: { requests: 300, items: 2_000 },
      read: { rows: 5, items: 'a' },
    })
    expect(sources[1]).toMatchObject({ on: false, budget: { requests: 300, items: 12 }, start: { length: 2 } })
  })

  it.for([
    [
      'sources: [{ id: a, adapter: noticeboard, start: ftp://x.example }]',
      'Source a: start is no web address (http or https).',
    ],
    [
      'sources: [{ id: a, adapter: noticeboard }]',
      'Source a: start is missing; write the web address of the list to begin with.',
    ],
    [
      'sources: [{ id: a, adapter: nothing, start: "https://x.example" }]',
      'Source a: adapter "nothing" is not known; write one of: noticeboard, asked.',
    ],
    ['sources: [{ id: a, use: b }]', 'Source a: use "b" is no ready configuration; there are: amblethorpe.'],
    [
      'sources: [{ id: A b, use: amblethorpe }]',
      'Source A b: id is to be a short name of small letters, digits and hyphens: hastings-council.',
    ],
    ['sources: [{ use: amblethorpe }]', 'Source number 1: id is wrong: expected string, received undefined.'],
    [
      'sources: [{ id: a, use: amblethorpe, delay: 3 }]',
      'Source a: the entry has "delay", which is not known; take it out or correct its spelling.',
    ],
    [
      'sources: [{ id: a, use: amblethorpe, pace: { delaySeconds: 0 } }]',
      'Source a: pace.delaySeconds is to be at least 1.',
    ],
    [
      'sources: [{ id: a, use: amblethorpe, hours: { from: "9", to: "10:00" } }]',
      'Source a: hours.from is no time of day as "22:00".',
    ],
    [
      'sources: [{ id: a, use: amblethorpe, read: { rows: many } }]',
      'Source a: read.rows is wrong: expected number, received string.',
    ],
    [
      'sources: [{ id: a, use: amblethorpe, robotsException: { pathPrefix: api, basis: b, evidenceUrl: "https://x.example", agreedBy: c, date: 2026-01-02 } }]',
      'Source a: robotsException.pathPrefix is to begin with /.',
    ],
    [
      'sources: [{ id: a, use: amblethorpe }, { id: a, use: amblethorpe }]',
      'Two entries have the id a; give one of them another.',
    ],
    ['sources: []', 'The file lists no sources: write a list below "sources:", each with an id.'],
    ['- a\n- b', 'The file holds no list of sources: begin with "sources:" and list them below, each with an id.'],
    [
      'sources: [',
      'The file is no YAML on line 1: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    [
      'contact: me\nsources: [{ id: a, use: amblethorpe }]',
      'contact is to have a page about the crawl and an address: contact: { page: "https://…", email: "name@example.org" }.',
    ],
  ] as const)('says what to change: %s', ([yaml, sentence]) => {
    expect(read(yaml).wrong).toContain(sentence)
  })

  it('is not stopped by aliases that multiply', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let depth = 1; depth < 9; depth += 1) {
      const [one, other] = [String.fromCharCode(97 + depth), String.fromCharCode(96 + depth)]
      lines.push(`${one}: &${one} [${Array(9).fill(`*${other}`).join(', ')}]`)
    }
    expect(read(lines.join('\n')).wrong[0]).toContain('The file is no YAML')
  })
})
