import { type Document, quote } from '@disclosed/document'
import { utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { UnreadableError } from './format.ts'
import { paragraph, wordFile } from './formats/docx/small-docx.ts'
import { odfFile } from './formats/odf/small-odf.ts'
import { smallPdf } from './formats/pdf/small-pdf.ts'
import { originalsIn } from './parts.ts'

/** Words, or the sentence why there are none; and how long the processor worked on it. */
async function outcome(
  bytes: Uint8Array,
): Promise<{ readonly said: Document | UnreadableError; readonly seconds: number }> {
  const before = process.cpuUsage()
  const said = await extract(bytes, { name: 'reply' }).catch((error: unknown) => {
    if (error instanceof UnreadableError) return error
    throw error
  })
  const { user, system } = process.cpuUsage(before)
  return { said, seconds: (user + system) / 1e6 }
}

const textOf = (said: Document | UnreadableError) => (said instanceof UnreadableError ? said.message : said.text)

/** A PDF with these objects, each where its table says it is. */
function pdfOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

describe('hostile PDFs', () => {
  const words = 'BT /F1 12 Tf 72 700 Td (Two) Tj ET'
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>'
  const shown = [
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]

  it('with pages that hold each other end in words or a sentence', async () => {
    const { said, seconds } = await outcome(
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 900000 /Parent 3 0 R >>',
        '<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 2 0 R >>',
      ]),
    )
    expect(textOf(said)).toMatch(/^Cannot read reply/)
    expect(seconds).toBeLessThan(20)
  })

  it('with a million objects are read in seconds', async () => {
    const many = Array.from({ length: 1_000_000 }, () => '0')
    const { said, seconds } = await outcome(
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page,
        ...shown,
        ...many,
      ]),
    )
    expect(textOf(said)).toBe('Two')
    expect(seconds).toBeLessThan(30)
  }, 120_000)

  it('with fonts that lie about their letters give what the letters are said to be', async () => {
    // The page draws "AB", and its font says that A is the word "four" and B nothing at all.
    const map =
      '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <41> <0066006f00750072> <42> <0000> endbfchar 1 beginbfrange <00> <ffffffff> <0041> endbfrange endcmap end'
    const words = 'BT /F1 12 Tf 72 700 Td (AB) Tj ET'
    const { said, seconds } = await outcome(
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /Widths [1e300 -5] /ToUnicode 6 0 R >>',
        `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
      ]),
    )
    expect(textOf(said)).toContain('four')
    expect(seconds).toBeLessThan(20)
  })
})

describe('hostile XML', () => {
  const names = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join(
    '',
  )
  const bomb = `<!DOCTYPE x [<!ENTITY l0 "lol">${names}<!ENTITY file SYSTEM "file:///etc/passwd">]>`

  it.for([
    [
      'docx',
      wordFile('', {
        'word/document.xml': `${bomb}<w:document xmlns:w="w"><w:body>${paragraph('&l9;&file;')}</w:body></w:document>`,
      }),
    ],
    ['odt', odfWith('text', '<text:p>&l9;&file;</text:p>')],
    [
      'ods',
      odfWith(
        'spreadsheet',
        '<table:table><table:table-row><table:table-cell><text:p>&l9;&file;</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ],
    [
      'xlsx',
      sheetWith(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&l9;&file;</t></is></c></row></sheetData>`),
    ],
    ['svg or any other', Buffer.from(`<?xml version="1.0"?>${bomb}<x>&l9;</x>`)],
  ] as const)('entities that unfold to gigabytes, or to other files, unfold to nothing: %s', async ([, bytes]) => {
    const { said, seconds } = await outcome(bytes)
    expect(textOf(said)).not.toContain('lollol')
    expect(textOf(said)).not.toContain('root:')
    expect(seconds).toBeLessThan(10)
  })

  function odfWith(kind: 'text' | 'spreadsheet', body: string): Uint8Array {
    const parts = unzipSync(odfFile({ kind, body }))
    const content = Buffer.from(parts['content.xml'] ?? []).toString('utf8')
    return zipSync({ ...parts, 'content.xml': strToU8(`${bomb}${content}`) })
  }

  function sheetWith(data: string): Uint8Array {
    return workbookWith(
      `${bomb}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${data}</worksheet>`,
    )
  }
})

function workbookWith(sheet: string): Uint8Array {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'S')
  const parts = unzipSync(new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' })))
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) })
}

describe('hostile workbooks', () => {
  it('that declare every cell there can be are read by the cells they have', async () => {
    const { said, seconds } = await outcome(
      workbookWith(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Type</t></is></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData><mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells></worksheet>',
      ),
    )
    expect(textOf(said)).toContain('Type\t2')
    expect(seconds).toBeLessThan(20)
  }, 60_000)

  it('with macros are read, and the macros never run', async () => {
    const parts = unzipSync(
      workbookWith(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Held</t></is></c></row></sheetData></worksheet>',
      ),
    )
    const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString('utf8')
    const withMacro = zipSync({
      ...parts,
      '[Content_Types].xml': strToU8(
        types.replace(
          /application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml/,
          'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        ),
      ),
      'xl/vbaProject.bin': strToU8('Sub Auto_Open(): Shell "touch owned": End Sub'),
    })
    const { said } = await outcome(withMacro)
    expect(textOf(said)).toContain('Held')
    expect(textOf(said)).not.toContain('Auto_Open')
  })
})

describe('hostile archives', () => {
  async function all(bytes: Uint8Array): Promise<readonly string[]> {
    const found: string[] = []
    for await (const each of originalsIn(bytes, { name: 'a.zip' }))
      found.push(each.kind === 'lost' ? `lost: ${each.error.code}` : (each.part ?? '.'))
    return found
  }

  it('of archives of archives of zeros are stopped before they are unfolded', async () => {
    let bomb: Uint8Array = zipSync({ 'zeros.txt': new Uint8Array(30 * 1024 * 1024) })
    for (let step = 0; step < 2; step += 1)
      bomb = zipSync(
        Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, [bomb, { level: 0 }]])),
      )
    const found = await all(bomb)
    expect(found).toHaveLength(100)
    expect(new Set(found)).toEqual(new Set(['lost: too_large']))
  }, 60_000)

  it('that hold more and more files are opened up to a number of them', async () => {
    const inner = zipSync(
      Object.fromEntries(Array.from({ length: 4_500 }, (_, index) => [`${index}.txt`, strToU8('a')])),
    )
    const found = await all(zipSync({ 'a.zip': inner, 'b.zip': inner, 'c.zip': inner, 'd.zip': inner }))
    expect(found.filter((each) => !each.startsWith('lost')).length).toBeLessThanOrEqual(10_000)
    expect(found.filter((each) => each.startsWith('lost'))).toEqual(['lost: too_large', 'lost: too_large'])
  }, 60_000)

  it('with names that lead elsewhere give labels that lead nowhere', async () => {
    const names = [
      '../../etc/passwd.txt',
      '/root/.ssh/keys.txt',
      'C:\\Windows\\system.txt',
      '..\\..\\up.txt',
      'a/../../b.txt',
    ]
    const found = await all(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('words')]))))
    expect(found).toEqual(['etc/passwd.txt', 'root/.ssh/keys.txt', 'Windows/system.txt', 'up.txt', 'a/b.txt'])
  })
})

describe('files of other programs', () => {
  it('that are cut anywhere give words or a sentence', async () => {
    for (const whole of [
      smallPdf([{ texts: [[72, 100, 'How many?']] }]),
      wordFile(paragraph('Two')),
      odfFile({ kind: 'text', body: '<text:p>Two</text:p>' }),
    ])
      for (let part = 1; part < 20; part += 1) {
        const { said } = await outcome(whole.subarray(0, Math.floor((whole.length * part) / 20)))
        if (said instanceof UnreadableError) expect(said.message).toMatch(/^Cannot read reply/)
        else for (const block of said.blocks) expect(quote(said.text, block)).not.toBe('')
      }
  })
})
