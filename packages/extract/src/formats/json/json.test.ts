import { brokenPromises, type Document } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

async function read(text: string): Promise<Document> {
  const document = await extract(Buffer.from(text), { name: 'data.json' })
  expect(brokenPromises(document)).toEqual([])
  return document
}

describe('data in JSON', () => {
  it('gives lists of records as tables, each column once, and all else under its names', async () => {
    const document = await read(
      '{"publisher": "Amblethorpe", "fines": {"count": 310, "by year": [{"Year": "2022", "Fines": 310}, {"Year": "2023", "Paid": null, "Fines": "<5"}]}, "wards": ["Old Town", "Mill End"]}',
    )
    expect(document.text).toBe(
      'publisher: Amblethorpe\n\nfines / count: 310\n\nfines / by year\n\nYear\tFines\tPaid\n2022\t310\t\n2023\t<5\t\n\nwards:\nOld Town\nMill End',
    )
    expect(document.blocks.find(({ kind }) => kind === 'table')).toMatchObject({ headRows: 1 })
  })

  it('reads one record a line, and lists of lists', async () => {
    expect((await read('{"Year": 2022}\n{"Year": 2023}\n')).text).toBe('Year\n2022\n2023')
    expect((await read('[["Year", "Fines"], [2022, 310]]')).text).toBe('Year\tFines\n2022\t310')
  })

  it('that is long is a data file', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => ({ row, word: 'a' }))
    const document = await read(JSON.stringify(rows))
    expect(document.blocks).toMatchObject([{ kind: 'data_file', rowCount: 12_000 }])
  })

  it('nested without end, or cut, comes to words or a sentence', async () => {
    const deep = `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`
    expect((await read(deep)).text.length).toBeGreaterThan(10)
    await expect(extract(Buffer.from('{"a": [1, 2'), { name: 'data.json' })).rejects.toThrow(
      'Cannot read data.json as a JSON file',
    )
    await expect(extract(Buffer.from('[['.repeat(50_000)), { name: 'data.json' })).rejects.toThrow(
      'Cannot read data.json',
    )
  })
})
