import { brokenPromises, type Document } from '@disclosed/document'
import { utils, type WorkBook, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

function book(): WorkBook {
  const made = utils.book_new()
  const sheet = utils.aoa_to_sheet([
    ['Thefts', null, null],
    ['Type', '2019', 'Day'],
    ['Phone', 0.125, new Date(Date.UTC(2020, 2, 31))],
    ['Laptop', '<5', null],
  ])
  const share = sheet.B3
  const day = sheet.C3
  if (share) share.z = '0.0%'
  if (day) day.z = 'm/d/yy'
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }]
  utils.book_append_sheet(made, sheet, 'Year')
  utils.book_append_sheet(made, utils.aoa_to_sheet([['secret', 'rows']]), 'Drafts')
  made.Workbook = { Sheets: [{}, { Hidden: 1 }] }
  return made
}

async function read(bytes: Uint8Array, options = {}): Promise<Document> {
  const document = await extract(bytes, { name: 'data.xls', ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

describe('Excel files before 2007', () => {
  it('reads cells as they are shown, and leaves out hidden sheets', async () => {
    const bytes = new Uint8Array(write(book(), { type: 'buffer', bookType: 'biff8' }))
    const document = await read(bytes)
    expect(document).toMatchObject({ mediaType: 'application/vnd.ms-excel', reader: 'xls@1' })
    expect(document.text).toBe('Year\n\nThefts\n\nType\t2019\tDay\nPhone\t12.5%\t31/03/2020\nLaptop\t<5\t')
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-sheet'])
    expect((await read(bytes, { includeHidden: true })).text).toContain('secret\trows')
  })

  it.for(['biff5', 'biff2'] as const)('reads older ones too: %s', async (bookType) => {
    const { text } = await read(new Uint8Array(write(book(), { type: 'buffer', bookType })))
    expect(text).toContain('Phone\t12.5%\t31/03/2020')
  })

  it('says in a sentence that one is locked, or that nothing is left of it', async () => {
    const bytes = Buffer.from(write(book(), { type: 'buffer', bookType: 'biff8' }))
    const beginning = bytes.indexOf(Buffer.from('0908100000060500', 'hex'))
    const locked = Buffer.from(bytes)
    // The record behind the beginning becomes the one that tells of a lock.
    locked.writeUInt16LE(0x2f, beginning + 20)
    await expect(read(locked)).rejects.toMatchObject({ code: 'encrypted' })
    await expect(read(bytes.subarray(0, beginning + 4))).rejects.toMatchObject({ code: 'damaged' })
  })
})
