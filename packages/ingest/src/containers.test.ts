import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@disclosed/store'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type IngestOptions, ingest, type NotRead, openReaders, readFiles } from './index.ts'

let base = ''
const readers = openReaders({ jobs: 1 })
afterAll(() => readers.close())
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'disclosed-containers-'))
})
afterEach(() => rm(base, { recursive: true }))

const letter = (authority: string, reference: string) =>
  strToU8(
    [
      authority,
      `Our reference: ${reference}`,
      'Freedom of Information Act 2000',
      '1. How many data breaches were recorded from 1 January 2019 to 31 December 2019, by type?',
      'Please see the enclosed spreadsheet.',
      `Yours faithfully, ${authority}`,
    ].join('\n\n'),
  )
const broken = strToU8('%PDF-1.7 and nothing more')

describe('an e-mail with a letter and a workbook', () => {
  beforeEach(() => {
    write(
      'reply.eml',
      mail({ 'Response.txt': letter('Leeds City Council', 'FOI 2019-77'), 'Breaches.xlsx': workbook() }),
    )
  })

  it('is read as three originals, and what it says is enclosed leads to the file', async () => {
    const readings = (await read('reply.eml')).flatMap((each) => (each.kind === 'read' ? (each.reading ?? []) : []))
    expect(readings.map(({ document, kind }) => [document.part, kind])).toEqual([
      [null, expect.any(String)],
      ['Response.txt', 'foi_response'],
      ['Breaches.xlsx', 'enclosure'],
    ])
    const [body, reply, book] = readings
    expect(body?.attachments).toMatchObject([
      { name: 'Response.txt', document: reply?.document.id },
      { name: 'Breaches.xlsx', document: book?.document.id },
      { name: 'Please find attached our response', document: reply?.document.id },
    ])
    expect(reply?.attachments).toMatchObject([{ document: book?.document.id }])
  })

  it('is one response in the dataset, and skipped when it has not changed', async () => {
    expect(await run()).toMatchObject({ read: 1, documents: 3, failed: 0 })
    expect(rows('SELECT count(DISTINCT response) AS responses, count(response) AS documents FROM document')).toEqual([
      { responses: 1, documents: 3 },
    ])
    expect(await run()).toMatchObject({ read: 0, unchanged: 1 })
    write('reply.eml', mail({ 'Response.txt': letter('Leeds City Council', 'FOI 2019-77') }))
    expect(await run()).toMatchObject({ read: 1, documents: 2 })
    expect(rows('SELECT part FROM document_place ORDER BY part')).toEqual([{ part: null }, { part: 'Response.txt' }])
  })

  it('gives its own words, and those of a part by its name', async () => {
    const text = async (part: string | null) => {
      const [result] = await read('reply.eml', { want: 'document', part })
      return result?.kind === 'read' ? result.document.text : result
    }
    expect(await text(null)).toContain('Please find attached our response.')
    expect(await text('Breaches.xlsx')).toContain('Lost device\t7')
    expect(await text('Nothing.txt')).toMatchObject({ code: 'no-such-part' })
  })
})

describe('an archive', () => {
  it('of folders is read file by file; what fails in it is named with the part, and tried again', async () => {
    write('all.zip', zip({ '2019/reply.txt': letter('York', 'FOI 1'), '2019/bad.pdf': broken, 'README.txt': broken }))
    const failures: NotRead[] = []
    expect(await run({ onFailure: (failure) => failures.push(failure) })).toMatchObject({ read: 1, failed: 1 })
    expect(failures).toMatchObject([{ path: 'all.zip', part: '2019/bad.pdf' }])
    expect(failures[0]?.message).toContain('2019/bad.pdf in all.zip')
    expect(await run()).toMatchObject({ read: 0, unchanged: 1, failed: 1 })
    expect(await run({ only: 'failed' })).toMatchObject({ read: 1, failed: 1 })
    write('all.zip', zip({ '2019/reply.txt': letter('York', 'FOI 1') }))
    expect(await run({ only: 'failed' })).toMatchObject({ read: 1, failed: 0 })
    expect(rows('SELECT part FROM failure')).toEqual([])
  })

  it('has no words of its own, and a sentence says what it holds', async () => {
    write('all.zip', zip({ 'a.txt': letter('York', 'FOI 1'), 'b/c.txt': broken }))
    const [result] = await read('all.zip', { want: 'document', part: null })
    expect(result).toMatchObject({ code: 'container', message: expect.stringContaining('It holds a.txt, b/c.txt.') })
  })

  it('that is locked asks for its password, and says when it is not the right one', async () => {
    write('all.zip', locked(zip({ 'a.txt': letter('York', 'FOI 1') })))
    const sentence = async (password: string | null) => {
      const [result] = await read('all.zip', { want: 'document', part: null, password })
      return result?.kind === 'unreadable' && result.code === 'encrypted' ? result.message : result
    }
    expect(await sentence(null)).toContain('Cannot open all.zip: it is an archive (ZIP) that is locked')
    expect(await sentence('open sesame')).toContain('it is locked, and the password given does not open it')
  })

  it('of nothing that could be read is named as a whole', async () => {
    write('all.zip', zip({ 'README.txt': broken }))
    expect((await run()).leftOut.get('files about the folder (README, LICENCE …)')).toBe(1)
    expect(rows('SELECT path, part, code FROM failure')).toEqual([{ path: 'all.zip', part: null, code: 'empty' }])
  })
})

describe('what a file hides', () => {
  it('is read only where it is asked for, and the dataset says so', async () => {
    write('list.xlsx', workbook('hidden="1"'))
    const hidden = "SELECT reader, instr(text, 'Lost device') > 0 AS shown FROM document"
    await run()
    expect(rows(hidden)).toMatchObject([{ reader: expect.not.stringContaining('hidden'), shown: 0 }])
    expect(await run({ includeHidden: true })).toMatchObject({ read: 1 })
    expect(rows(hidden)).toMatchObject([{ reader: expect.stringContaining('+hidden'), shown: 1 }])
    expect(await run({ includeHidden: true })).toMatchObject({ unchanged: 1 })
    expect(await run()).toMatchObject({ read: 1 })
  })
})

function run(options: Partial<IngestOptions> = {}) {
  return ingest(['.'], { db: 'disclosed.sqlite', base, readers, jobs: 1, ...options })
}

type ReadOptions = Partial<Pick<Parameters<typeof readFiles>[1], 'want' | 'part' | 'password'>>

async function read(path: string, options: ReadOptions = {}) {
  const results = await Array.fromAsync(readFiles([path], { base, want: 'reading', ...options }))
  return results.map(({ result }) => result)
}

function rows(sql: string): readonly unknown[] {
  const store: Store = openStore(join(base, 'disclosed.sqlite'), { readonly: true })
  try {
    return store.select(sql)
  } finally {
    store.close()
  }
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(base, name), content)
}

function zip(files: Zippable): Uint8Array {
  return zipSync(files)
}

function mail(files: Readonly<Record<string, Uint8Array>>): string {
  const attached = Object.entries(files).map(
    ([name, bytes]) =>
      `Content-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`,
  )
  const words =
    'Content-Type: text/plain\r\n\r\nDear requester,\r\n\r\nPlease find attached our response.\r\n\r\nFOI Team'
  return [
    'From: foi@leeds.gov.uk',
    'Date: Mon, 03 Feb 2020 10:00:00 +0000',
    'Subject: FOI 2019-77 Response',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...[words, ...attached].map((part) => `--b\r\n${part}`),
    '--b--',
  ].join('\r\n')
}

/** The smallest workbook that holds a table. */
function workbook(ofThirdRow = ''): Uint8Array {
  const ns = 'http://schemas.openxmlformats.org'
  const office = `${ns}/officeDocument/2006/relationships`
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const table = [
    ['Type of breach', 'Breaches in 2019'],
    ['Letter to wrong address', 5],
    ['Lost device', 7],
    ['Total', 12],
  ]
  const xml = {
    '[Content_Types].xml': `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="Q1" sheetId="1" r:id="r"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r" Type="${office}/worksheet" Target="sheet.xml"/></Relationships>`,
    'xl/sheet.xml': `<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetData>${table.map((row, at) => `<row ${at === 2 ? ofThirdRow : ''}>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  }
  return zip(Object.fromEntries(Object.entries(xml).map(([name, content]) => [name, strToU8(content)])))
}

/** An archive that says that its only file is locked; no password opens it. */
function locked(archive: Uint8Array): Uint8Array {
  const bytes = Buffer.from(archive)
  for (const [mark, flags] of [
    ['PK\u0003\u0004', 6],
    ['PK\u0001\u0002', 8],
  ] as const) {
    const at = bytes.indexOf(mark, 0, 'latin1') + flags
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at)
  }
  return bytes
}
