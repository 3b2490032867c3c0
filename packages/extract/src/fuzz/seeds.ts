import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { word6File } from '../formats/doc/before97/small-word6.ts'
import { paragraph, point, wordFile } from '../formats/docx/small-docx.ts'
import { msgFile, packedRtf, tnefFile } from '../formats/mapi/small-outlook.ts'
import { odfFile } from '../formats/odf/small-odf.ts'
import { smallPdf } from '../formats/pdf/small-pdf.ts'
import { shape as onPptSlide, outline, pptFile, text as pptText } from '../formats/ppt/small-ppt.ts'
import { box, words as onSlide, slidesFile } from '../formats/pptx/small-pptx.ts'

/** A whole file, from which broken ones are made. */
export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Small files of every format: those of the corpus, and those that the tests build; the same ones in the same order each time. */
export function seeds(): readonly Seed[] {
  return [...built(), ...oneLetter(), ...corpus()].map(({ name, bytes }) => ({ name, bytes: atOneTime(bytes) }))
}

/** A ZIP says when it was made; so that the same files come each time, always at the same time. */
function atOneTime(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) })
}

function built(): readonly Seed[] {
  const words = Buffer.from('We hold two records.')
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Type', '2019'],
      ['Phone', 2],
      ['Laptop', 0.5],
    ]),
    'Year',
  )
  const workbook = (bookType: 'biff8' | 'biff5' | 'xlsx' | 'xlsb') =>
    new Uint8Array(write(book, { type: 'buffer', bookType }))
  const docx = wordFile(point('How many?', 0) + paragraph('Two'))
  const rtf = "{\\rtf1\\ansi\\fromhtml1{\\fonttbl{\\f0\\fcharset0 A;}}{\\*\\htmltag <p>}two\\'a3{\\*\\htmltag </p>}}"
  const row =
    '<table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>2</text:p></table:table-cell></table:table-row>'
  const mail = `From foi@amblethorpe.example Mon May  3 10:11:12 2021\nFrom: foi@amblethorpe.example\nMIME-Version: 1.0\nSubject: FOI 12\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Two<table><tr><th>a<td>2</table>\n--x\nContent-Type: text/plain\n\nbegin 644 a.txt\n#86)C\n\`\nend\n--x--\n\n`
  return [
    {
      name: 'page.pdf',
      bytes: smallPdf([
        {
          texts: [
            [72, 100, '1. How many?'],
            [72, 120, 'Two'],
          ],
          strokes: [[72, 200, 300, 200]],
        },
      ]),
    },
    { name: 'list.docx', bytes: docx },
    { name: 'slides.pptx', bytes: slidesFile([{ shapes: box([onSlide('How many?'), onSlide('Two')]) }]) },
    {
      name: 'slides.ppt',
      bytes: pptFile([
        { kept: pptText(0, 'How many?'), shapes: [outline(0), onPptSlide(pptText(4, 'Two'))], notes: 'Held' },
      ]),
    },
    {
      name: 'word6.doc',
      bytes: word6File({
        head: 'Amblethorpe',
        note: 'Until May.',
        body: [
          { text: 'How many?\u0002' },
          { text: '2', end: 7, told: [24, 1] },
          { text: '', end: 7, told: [24, 1, 25, 1] },
          { text: 'Two' },
        ],
      }),
    },
    { name: 'book.xls', bytes: workbook('biff8') },
    { name: 'old-book.xls', bytes: workbook('biff5') },
    { name: 'book.xlsx', bytes: workbook('xlsx') },
    { name: 'book.xlsb', bytes: workbook('xlsb') },
    {
      name: 'book.ods',
      bytes: odfFile({ kind: 'spreadsheet', body: `<table:table table:name="S">${row}${row}</table:table>` }),
    },
    {
      name: 'list.odt',
      bytes: odfFile({
        kind: 'text',
        body: '<text:list><text:list-item><text:p>Two</text:p></text:list-item></text:list>',
      }),
    },
    // Locks are made with chance; this one (its password is "secret") is kept.
    { name: 'locked.docx', bytes: readFileSync(new URL('whole/locked.docx', import.meta.url)) },
    {
      name: 'mail.msg',
      bytes: msgFile({
        properties: { 3604511: 'FOI 12', 269025538: packedRtf(rtf) },
        recipients: [{ 202702851: 1, 805371935: 'A. Person' }],
        attachments: [{ 923205663: 'a.txt', 922812674: words }, { message: { properties: { 268435487: 'None' } } }],
      }),
    },
    { name: 'winmail.dat', bytes: tnefFile({ 268435486: 'See attached.' }, [{ name: 'a.txt', bytes: words }]) },
    { name: 'box.mbox', bytes: Buffer.from(mail.repeat(2)) },
    { name: 'mail.eml', bytes: Buffer.from(mail) },
    {
      name: 'files.zip',
      bytes: zipSync({ 'a.txt': words, 'b/c.zip': atOneTime(zipSync({ 'd.csv': strToU8('a,b\n1,2\n3,4\n') })) }),
    },
    { name: 'files.tar.gz', bytes: readFileSync(new URL('whole/files.tar.gz', import.meta.url)) },
    { name: 'files.tar', bytes: gunzipSync(readFileSync(new URL('whole/files.tar.gz', import.meta.url))) },
    { name: 'files.7z', bytes: readFileSync(new URL('whole/files.7z', import.meta.url)) },
    { name: 'page.webp', bytes: readFileSync(new URL('whole/page.webp', import.meta.url)) },
    {
      name: 'page.mht',
      bytes: Buffer.from(
        'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Two<table><tr><th>a<td>2</table>\n--x--\n',
      ),
    },
    { name: 'book-2003.xml', bytes: new Uint8Array(write(book, { type: 'buffer', bookType: 'xlml' })) },
    {
      name: 'data.json',
      bytes: Buffer.from('{"publisher": "Amblethorpe", "fines": [{"Year": 2022, "Fines": 310}, {"Year": "2023"}]}'),
    },
    { name: 'data.csv', bytes: Buffer.from('Type,2019,2020\nPhone,2,"<5"\nLaptop,3,4\n') },
  ]
}

function oneLetter(): readonly Seed[] {
  const folder = new URL('../formats/story/one-letter/', import.meta.url)
  return ['doc', 'docx', 'fodt', 'odt', 'rtf'].map((ending) => ({
    name: `letter.${ending}`,
    bytes: readFileSync(new URL(`letter.${ending}`, folder)),
  }))
}

const largest = 8_500

function corpus(): readonly Seed[] {
  const root = fileURLToPath(new URL('../../../../corpus/', import.meta.url))
  return ['letters', 'formats'].flatMap((group) =>
    readdirSync(`${root}${group}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:pdf|docx|xlsx|html|txt)$/.test(path))
      .filter((path) => statSync(`${root}${group}/${path}`).size <= largest)
      .toSorted()
      .map((path) => ({ name: `${group}/${path}`, bytes: readFileSync(`${root}${group}/${path}`) })),
  )
}
