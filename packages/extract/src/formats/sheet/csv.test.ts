import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { delimiterOf } from './delimiter.ts'

async function read(text: string, encoding: BufferEncoding = 'utf8'): Promise<Document> {
  const document = await extract(new Uint8Array(Buffer.from(text, encoding)), { name: 'whatever.txt' })
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)

describe('tables in text', () => {
  it.for([',', ';', '\t', '|'] as const)('tells that cells are parted by %j', async (delimiter) => {
    const rows = [
      ['Road', 'Fines', 'Paid'],
      ['High Street', '12', '9'],
      ['Mill Lane', '7', '7'],
    ]
    const document = await read(rows.map((row) => row.join(delimiter)).join('\r\n'))
    expect(document).toMatchObject({ mediaType: 'text/csv', reader: 'csv@2' })
    expect(document.text).toBe('Road\tFines\tPaid\nHigh Street\t12\t9\nMill Lane\t7\t7')
    expect(document.blocks[0]).toMatchObject({ kind: 'table', headRows: 1 })
    expect(document.places.at(-1)?.place).toEqual({ kind: 'sheet', sheet: 'CSV', range: 'C3' })
  })

  it('reads quoted cells with breaks, empty cells, a title above, and another encoding', async () => {
    const document = await read(
      'Breaches \x96 2023,,\n,,\nRef,Team,What\n1,"Port, docks","Sent\nwrongly ""twice"""\n2,,\xa35 lost\n',
      'latin1',
    )
    expect(outline(document)).toEqual([
      'paragraph: Breaches – 2023',
      'table: Ref\tTeam\tWhat\n1\tPort, docks\tSent wrongly "twice"\n2\t\t£5 lost',
    ])
    expect(document.notes.map(({ code }) => code)).toEqual(['odd-encoding'])
  })

  it('reads on where a quotation mark is never closed', async () => {
    const document = await read(
      'Ref,Team,People\n1,Port,3\n2,"Docks,4\n3,Roads,5\n4,Bins,1\n5,Parks,2\n6,Trees,2\n7,Ponds,2\n',
    )
    expect(document.text).toContain('7\tPonds\t2')
    expect(document.notes.map(({ code }) => code)).toEqual(['damaged-part'])
  })

  it.for([
    'Dear Ms Example,\nThank you, we hold none.\nYours sincerely,\nFOI Team, Anytown',
    'We issued 12, 14 and 9 fines.\nNone were cancelled, however, in 2023.\nSee our site, please.',
    'City Hall\nCharles Street\n\nOur ref: FOI 12\n\nNone, none and none.',
    'Lost\tstolen\n\nWe hold no record of this.\n\nPlease write again, if you wish.\n\nFOI Team\n',
    'One line, alone',
  ])('takes a letter for a letter: %j', (text) => {
    expect(delimiterOf(text)).toBeNull()
  })

  it('makes a data file of more than 20,000 cells, at once and in little memory', async () => {
    const lines = Array.from(
      { length: 400_000 },
      (_, index) => `DB${index},Port,"Sent to the wrong, person",${index % 7}`,
    )
    const bytes = new Uint8Array(Buffer.from(`Ref,Team,What,People\n${lines.join('\n')}\n`))
    const before = process.memoryUsage().rss
    const document = await extract(bytes)
    expect(document.blocks[0]).toMatchObject({ kind: 'data_file', headRows: 1, rowCount: 400_000, sheet: 'CSV' })
    expect(document.text.split('\n')).toHaveLength(51)
    expect(document.text.split('\n').at(-1)).toBe('DB49\tPort\tSent to the wrong, person\t0')
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })
})
