import { brokenPromises } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

const names =
  'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"'
const cell = (text: string | number, more = '') =>
  `<Cell${more}><Data ss:Type="${typeof text === 'number' ? 'Number' : 'String'}">${text}</Data></Cell>`
const row = (cells: readonly string[], more = '') => `<Row${more}>${cells.join('')}</Row>`
const sheet = (name: string, rows: string, options = '') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${options}</WorksheetOptions></Worksheet>`
const book = (sheets: string, before = '') =>
  Buffer.from(
    `<?xml version="1.0"?>\n${before}<?mso-application progid="Excel.Sheet"?>\n<Workbook ${names}>${sheets}</Workbook>`,
  )

describe('workbooks of one XML file', () => {
  it('are read as others are, and their hidden sheets left out', async () => {
    const document = await extract(
      book(
        sheet(
          'Fines',
          row([cell('Ward'), cell('Fines')]) +
            row([cell('Old Town'), cell(310)]) +
            row([cell('Mill &amp; End'), cell('&lt;5')]),
        ) + sheet('Names', row([cell('A. Person')]), '<Visible>SheetHidden</Visible>'),
      ),
      { name: 'fines.xls' },
    )
    expect(brokenPromises(document)).toEqual([])
    expect(document.text).toBe('Fines\n\nWard\tFines\nOld Town\t310\nMill & End\t<5')
    expect(document.places.at(-1)?.place).toEqual({ kind: 'sheet', sheet: 'Fines', range: 'B3' })
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-sheet'])
  })

  it('that claim cells beyond any sheet, or entities without end, are read in no time', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const before = process.cpuUsage()
    const document = await extract(
      book(
        sheet(
          'Wide',
          row([cell('Held'), cell('&b;')]) +
            row([cell(7, ' ss:Index="16384" ss:MergeAcross="4294967295"')], ' ss:Index="1048576"') +
            row([cell(8, ' ss:Index="999999999"')], ' ss:Index="999999999"'),
        ),
        bomb,
      ),
      { name: 'wide.xls' },
    )
    expect(document.text).toContain('Held')
    expect(document.text).not.toContain('lollol')
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
  }, 60_000)
})
