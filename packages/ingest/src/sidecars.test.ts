import { describe, expect, it } from 'vitest'
import { readSidecar, readSourcesTable } from './sidecars.ts'

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
    })
    expect(wrong).toEqual([])
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
