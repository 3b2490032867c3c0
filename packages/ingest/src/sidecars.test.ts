import { describe, expect, it } from 'vitest'
import { readAskedTable, readSidecar, readSourcesTable } from './sidecars.ts'

describe('a sidecar', () => {
  it('tells what it knows and is silent on the rest', () => {
    const { told, wrong } = readSidecar(
      '{ "url": "https://example.org/1", "authority": " Leeds ", "round": "", "mood": 3 }',
    )
    expect(told).toEqual({
      url: 'https://example.org/1',
      retrieved: null,
      authority: 'Leeds',
      licence: null,
      round: null,
      site: null,
    })
    expect(wrong).toEqual([])
  })

  it('tells what the site says of the item', () => {
    const { told, wrong } = readSidecar(
      '{ "url": "https://example.org/1.pdf", "page": "https://example.org/1", "item": "example/1", "reference": "FOI 1", "received": "2023-07-03", "responded": { "asPrinted": "31 July 2023", "iso": "2023-07-31" }, "title": "Skips" }',
    )
    expect(wrong).toEqual([])
    expect(told.site).toEqual({
      item: 'example/1',
      page: 'https://example.org/1',
      reference: 'FOI 1',
      received: { asPrinted: '2023-07-03', iso: '2023-07-03' },
      responded: { asPrinted: '31 July 2023', iso: '2023-07-31' },
      title: 'Skips',
      status: null,
      request: null,
      response: null,
    })
  })

  it('names what is wrong in it', () => {
    const { told, wrong } = readSidecar(
      '{ "page": "here", "received": "soon", "responded": { "asPrinted": "" }, "title": 4 }',
    )
    expect(told.site).toBeNull()
    expect(wrong).toEqual([
      'page "here" is no web address (http or https)',
      'received "soon" is no date as 2024-05-31',
      'responded {"asPrinted":""} is no date as 2024-05-31',
      'title 4 is no text',
    ])
  })

  it('names a field that is wrong and keeps the others', () => {
    const { told, wrong } = readSidecar(
      '{ "url": "javascript:alert(1)", "retrieved": "last May", "authority": 7, "licence": "OGL" }',
    )
    expect(told).toMatchObject({ url: null, retrieved: null, authority: null, licence: 'OGL' })
    expect(wrong).toEqual([
      'url "javascript:alert(1)" is no web address (http or https)',
      'retrieved "last May" is no date as 2024-05-31 or 2024-05-31T09:30:00Z',
      'authority 7 is no text',
    ])
  })

  it('says what it is instead of an object', () => {
    expect(readSidecar('["https://example.org"]').wrong).toEqual(['it is no JSON object, { "url": … }'])
    expect(readSidecar('{ url: 1 }').wrong[0]).toMatch(/^it is no JSON \(/)
  })
})

describe('sources.csv', () => {
  it('tells about each file it names', () => {
    const { rows, wrong } = readSourcesTable(
      '\uFEFFFile, URL,retrieved\na.pdf,https://example.org/a,2024-05-31\nb.pdf\n',
    )
    expect(rows).toMatchObject([
      { file: 'a.pdf', line: 2, url: 'https://example.org/a', retrieved: '2024-05-31' },
      { file: 'b.pdf', line: 3, url: null },
    ])
    expect(wrong).toEqual([])
  })

  it('names lines it cannot use', () => {
    const { rows, wrong } = readSourcesTable('file,url\n,https://example.org\nb.pdf,ftp://example.org\n')
    expect(rows).toMatchObject([{ file: 'b.pdf', url: null }])
    expect(wrong).toEqual([
      'line 2 names no file in a column called file',
      'on line 3 url "ftp://example.org" is no web address (http or https)',
    ])
    expect(readSourcesTable('file,url\n"open,1').wrong[0]).toMatch(/^it is no CSV/)
  })
})

describe('asked.csv', () => {
  it('tells who was asked, in any of its columns and in British days', () => {
    const { rows, wrong } = readAskedTable(
      'Authority,Sent,Reference,Email\nAmblethorpe,2024-05-31,FOI 7,\n,01/06/2024,,foi@harrowmere.example\n',
    )
    expect(rows).toEqual([
      { authority: 'Amblethorpe', sent: '2024-05-31', reference: 'FOI 7', email: null, round: null },
      { authority: null, sent: '2024-06-01', reference: null, email: 'foi@harrowmere.example', round: null },
    ])
    expect(wrong).toEqual([])
  })

  it('names lines it cannot use, and keeps what of them it can', () => {
    const { rows, wrong } = readAskedTable('authority,sent\n,2024-05-31\nAmblethorpe,31/02/2024\nHarrowmere,soon\n')
    expect(rows).toMatchObject([
      { authority: 'Amblethorpe', sent: null },
      { authority: 'Harrowmere', sent: null },
    ])
    expect(wrong).toEqual([
      'line 2 names nobody in a column called authority or email',
      'line 3 was sent on "31/02/2024", which is no day as 2024-05-31',
      'line 4 was sent on "soon", which is no day as 2024-05-31',
    ])
    expect(readAskedTable('authority\n').wrong).toEqual(['it has no line below its column names'])
    expect(readAskedTable('authority,sent\n"open,1').wrong[0]).toMatch(/^it is no CSV/)
  })
})
