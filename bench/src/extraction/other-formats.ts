import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { paragraphs, rowsOf } from './letters.ts'

/** The same kind of letter in other formats, about two pages long; by the ending of its name. */
export const otherFormats: Readonly<Record<string, (seed: number) => Uint8Array>> = {
  docx: asWordFile,
  xlsx: asWorkbook,
  html: (seed) => strToU8(asWebPage(seed)),
  txt: (seed) => strToU8(paragraphs(seed, 14).join('\n\n')),
}

function asWordFile(seed: number): Uint8Array {
  const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  const rows = rowsOf(seed, 12).map(
    (row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
  )
  const body = `${paragraphs(seed, 14).map(paragraph).join('')}<w:tbl>${rows.join('')}</w:tbl>`
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document xmlns:w="${words}"><w:body>${body}</w:body></w:document>`),
  })
}

function asWorkbook(seed: number): Uint8Array {
  const book = utils.book_new()
  const rows = rowsOf(seed, 60).map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)))
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Fines')
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}

function asWebPage(seed: number): string {
  const rows = rowsOf(seed, 12).map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  const body = paragraphs(seed, 14).map((words) => `<p>${words}</p>`)
  return `<!doctype html><html><head><title>Reply</title></head><body><main>${body.join('')}<table>${rows.join('')}</table></main></body></html>`
}
