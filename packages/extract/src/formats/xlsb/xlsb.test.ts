import { brokenPromises, type Document } from '@disclosed/document'
import { utils, type WorkBook, write } from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

function fines(): WorkBook {
  const book = utils.book_new()
  const shown = utils.aoa_to_sheet([
    ['Ward', 'Fines', 'Paid', 'Share', 'Since', 'Officer'],
    ['Old Town', 310, -41.5, 0.125, new Date(Date.UTC(2022, 2, 31)), 'A. Person'],
    ['Mill End', 12, 3, 0.5, new Date(Date.UTC(2022, 5, 1)), 'B. Person'],
    ['Harbour', 7, true, 1, new Date(Date.UTC(2022, 5, 2)), 'C. Person'],
  ])
  for (const row of [1, 2, 3]) {
    shown[`C${row + 1}`].z = '"£"#,##0.00'
    shown[`D${row + 1}`].z = '0.0%'
    shown[`E${row + 1}`].z = 'm/d/yy'
  }
  shown['!merges'] = [utils.decode_range('A6:B6')]
  shown['!cols'] = [{}, {}, {}, {}, {}, { hidden: true }]
  shown['!rows'] = [{}, {}, {}, { hidden: true }]
  utils.book_append_sheet(book, shown, 'Fines')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Name'], ['D. Person']]), 'Names')
  book.Workbook = { Sheets: [{}, { Hidden: 2 }] }
  return book
}

const file = new Uint8Array(write(fines(), { type: 'buffer', bookType: 'xlsb' }))

async function read(bytes: Uint8Array, options = {}): Promise<Document> {
  const document = await extract(bytes, { name: 'fines.xlsb', ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

describe('binary workbooks', () => {
  it('are read as those in XML are: cells as they are shown, with their addresses', async () => {
    const document = await read(file)
    expect(document.mediaType).toBe('application/vnd.ms-excel.sheet.binary.macroenabled.12')
    expect(document.text).toBe(
      'Fines\n\nWard\tFines\tPaid\tShare\tSince\nOld Town\t310\t-£41.50\t12.5%\t31/03/2022\nMill End\t12\t£3.00\t50.0%\t01/06/2022',
    )
    expect(document.places.at(-1)?.place).toEqual({ kind: 'sheet', sheet: 'Fines', range: 'E3' })
  })

  it('keep hidden sheets, rows and columns to themselves unless they are asked for, and say so', async () => {
    const { notes } = await read(file)
    expect(notes.map(({ code, place }) => [code, place?.kind === 'sheet' && `${place.sheet} ${place.range}`])).toEqual([
      ['hidden-rows', 'Fines 4:4'],
      ['hidden-columns', 'Fines F:F'],
      ['hidden-sheet', 'Names A1:A2'],
    ])
    expect(notes.at(-1)?.message).toContain('no menu of Excel shows it')
    const { text } = await read(file, { includeHidden: true })
    expect(text).toContain('Harbour\t7\tTRUE\t100.0%\t02/06/2022\tC. Person')
    expect(text).toContain('D. Person')
  })

  it('whose numbers lie come to words or a sentence, in no time', async () => {
    const parts = unzipSync(file)
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.bin'] ?? [])
    const before = process.cpuUsage()
    for (let at = 0; at + 4 < sheet.length; at += 7) {
      const broken = Buffer.from(sheet)
      broken.writeUInt32LE(0xffffffff, at)
      const said = await extract(zipSync({ ...parts, 'xl/worksheets/sheet1.bin': broken }, { level: 0 }), {
        name: 'fines.xlsb',
      }).catch((error: Error) => error)
      if (said instanceof Error) expect(said.message).toMatch(/^Cannot read fines\.xlsb/)
    }
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
  })

  it('without a list of sheets are called damaged', async () => {
    const parts = unzipSync(file)
    const bare = zipSync({ ...parts, 'xl/workbook.bin': new Uint8Array() })
    await expect(extract(bare, { name: 'fines.xlsb' })).rejects.toThrow('Cannot read fines.xlsb as a binary Excel file')
  })
})
