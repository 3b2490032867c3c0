import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Entry } from '../put.ts'
import { openStore, type Store } from '../store.ts'
import { inventedRegister, letter } from '../testing.ts'

let store: Store
beforeEach(() => {
  store = openStore(':memory:', { register: inventedRegister })
})
afterEach(() => store.close())

const path = 'all.zip'
const reply = (part: string, more: Parameters<typeof letter>[0] = {}) =>
  letter({ authority: 'amberford', path, part, salt: part, ...more })
const list = (part: string) => letter({ path, part, kind: 'enclosure', salt: part, lines: ['5'] })

describe('the files of an archive', () => {
  it('go to the letter that lies nearest', () => {
    expect(joined(reply('a/reply.txt'), list('a/data/list.csv'), reply('b/reply.txt'), list('b/list.csv'))).toEqual([
      'a/data/list.csv + a/reply.txt: container',
      'a/reply.txt: alone',
      'b/list.csv + b/reply.txt: container',
      'b/reply.txt: alone',
    ])
  })

  it('go to no letter where several are as near, unless one names them', () => {
    const names = reply('one.txt', { attachments: ['List_2.csv'] })
    expect(joined(names, reply('two.txt'), list('list 1.csv'), list('list 2.csv'))).toEqual([
      'list 1.csv: none',
      'list 2.csv + one.txt: named',
      'one.txt: alone',
      'two.txt: alone',
    ])
    expect(store.status().enclosures).toEqual({ mentioned: 1, missing: [] })
  })
})

describe('an e-mail', () => {
  it('is one response with the letter attached to it, and not with another that was passed on', () => {
    const mail = asMail(reply('reply.eml'))
    const passedOn = asMail(reply('reply.eml/Earlier.eml'))
    expect(joined(mail, reply('reply.eml/Letter.txt', { reference: 'FOI 7' }), passedOn)).toEqual([
      'reply.eml + reply.eml/Letter.txt: container',
      'reply.eml/Earlier.eml: alone',
      'reply.eml/Letter.txt + reply.eml: container',
    ])
  })

  it('is no response with letters of other references or of somebody else', () => {
    const mail = asMail(reply('reply.eml', { reference: 'FOI 6' }))
    const of7 = reply('reply.eml/7.txt', { reference: 'FOI 7' })
    const others = reply('reply.eml/8.txt', { authority: 'brackwater' })
    expect(joined(mail, of7, others).map((each) => each.replace(/.*: /, ''))).toEqual(['alone', 'alone', 'alone'])
  })
})

describe('the files of one published item', () => {
  const site = (item: string, page: string | null = null): Entry['source']['site'] => ({
    ...{ item, page, reference: null, received: null, responded: null },
    ...{ title: null, status: null, request: null, response: null },
  })
  const address = 'https://www.example.org/log/july'

  it('are one response, the page and its letter, wherever each of them lies', () => {
    const page = letter({
      authority: 'amberford',
      path: 'a.html',
      url: address,
      site: site('log/1', address),
      salt: 'a',
    })
    const own = { authority: 'amberford', path: 'x/b.txt', url: 'https://files.example.org/b', reference: 'FOI 7' }
    const file = letter({ ...own, site: site('log/1', address), salt: 'b' })
    const data = letter({ path: 'y/c.csv', kind: 'enclosure', lines: ['5'], site: site('log/1', address), salt: 'c' })
    expect(joined(page, file, data)).toEqual([
      'a.html + x/b.txt + y/c.csv: sidecar',
      'x/b.txt + a.html + y/c.csv: sidecar',
      'y/c.csv + a.html + x/b.txt: sidecar',
    ])
  })

  it('are apart from those of another item on the same page', () => {
    const of = (item: string, path: string, more: Parameters<typeof letter>[0] = {}) =>
      letter({ authority: 'amberford', path, url: address, site: site(item, address), salt: path, ...more })
    const one = of('log/1', 'a.txt', { reference: 'FOI 1' })
    const two = of('log/2', 'b.txt', { reference: 'FOI 2' })
    const data = letter({ path: 'c.csv', kind: 'enclosure', lines: ['5'], site: site('log/2', address), salt: 'c' })
    const without = letter({ path: 'd.csv', kind: 'enclosure', lines: ['6'], site: site('log/3', address), salt: 'd' })
    expect(joined(one, two, data, without)).toEqual([
      'a.txt: alone',
      'b.txt: alone',
      'c.csv + b.txt: sidecar',
      'd.csv: none',
    ])
  })
})

describe('letters on one web page', () => {
  it('are one response, but not where they were written on different days', () => {
    const url = 'https://www.example.org/requests/7'
    const on = (name: string, responded: string | null) =>
      letter({ authority: 'amberford', path: name, url, responded, salt: name })
    expect(joined(on('a.html', null), on('b.pdf', '2019-05-01'))).toEqual([
      'a.html + b.pdf: web_page',
      'b.pdf + a.html: web_page',
    ])
    expect(joined(on('c.pdf', '2019-05-02'))).toEqual(['a.html: alone', 'b.pdf: alone', 'c.pdf: alone'])
  })
})

describe('what a letter says is enclosed', () => {
  it('is the file of that name, or the only enclosure; else it is missing', () => {
    const entry = letter({
      authority: 'amberford',
      path: 'x/reply.txt',
      attachments: ['list.csv', 'see the enclosed spreadsheet', 'plan.pdf'],
    })
    joined(entry, letter({ path: 'x/list.csv', kind: 'enclosure', lines: ['5'] }))
    expect(store.status().enclosures).toMatchObject({
      mentioned: 3,
      missing: [{ name: 'plan.pdf', link: 'x/reply.txt' }],
    })
  })
})

function asMail(entry: Entry): Entry {
  return { ...entry, document: { ...entry.document, mediaType: 'message/rfc822' } }
}

/** Each document with those of its response, and the rule. */
function joined(...entries: readonly Entry[]): readonly string[] {
  for (const entry of entries) store.put(entry)
  store.settle()
  const rows = store.select(
    `SELECT coalesce(p.part, p.path) AS name, d.response, d.rule FROM document d JOIN document_place p ON p.document = d.id
     ORDER BY name`,
  ) as readonly { readonly name: string; readonly response: string | null; readonly rule: string | null }[]
  return rows.map(({ name, response, rule }) => {
    const others = rows.filter((row) => response !== null && row.response === response && row.name !== name)
    const isLead = rule === 'alone'
    return `${[name, ...(isLead ? [] : others.map((row) => row.name))].join(' + ')}: ${rule ?? 'none'}`
  })
}
