import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brokenPromises, cite, type Document } from '@disclosed/document'
import { afterAll, describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { paragraph, wordFile } from '../docx/small-docx.ts'
import { odfFile } from '../odf/small-odf.ts'
import { box, slidesFile, words } from '../pptx/small-pptx.ts'

/** The picture of a scanned letter: the JPEG of a scan that stands in a PDF. */
const scan = readFileSync(new URL('../../recognition/one-page/scan-jpeg.pdf', import.meta.url))
const jpeg = scan.subarray(
  scan.indexOf(Buffer.from([0xff, 0xd8, 0xff])),
  scan.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2,
)

const relation = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"/></Relationships>`

const inWord = (own: string) =>
  wordFile(`${paragraph(own)}<w:p><w:r><w:drawing><a:blip r:embed="p1"/></w:drawing></w:r></w:p>`, {
    'word/_rels/document.xml.rels': relation('media/image1.jpeg'),
    'word/media/image1.jpeg': jpeg,
  })

const files: Readonly<Record<string, Uint8Array>> = {
  docx: inWord('Please see our reply below.'),
  'doc, in a line of text': readFileSync(new URL('../doc/one-scan/in-line.doc', import.meta.url)),
  'doc, floating': readFileSync(new URL('../doc/one-scan/floating.doc', import.meta.url)),
  odt: odfFile({
    kind: 'text',
    body: '<text:p>Please see our reply below.<draw:frame><draw:image xlink:href="Pictures/1.jpg"/></draw:frame></text:p>',
    parts: { 'Pictures/1.jpg': jpeg },
  }),
  rtf: Buffer.from(
    `{\\rtf1\\ansi Please see our reply below.\\par{\\pict{\\*\\blipuid 0123abcd}\\jpegblip\\picw1652\\pich2338\n${jpeg.toString('hex')}}\\par}`,
    'latin1',
  ),
  pptx: slidesFile(
    [
      {
        shapes: `${box([words('Please see our reply below.')])}<p:pic><p:blipFill><a:blip r:embed="p1"/></p:blipFill></p:pic>`,
      },
    ],
    { 'ppt/slides/_rels/slide1.xml.rels': relation('../media/image1.jpeg'), 'ppt/media/image1.jpeg': jpeg },
  ),
  eml: Buffer.from(
    [
      'From: foi@amblethorpe.example',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Please see our reply below.</p><img src="cid:p1">',
      '--b',
      'Content-Type: image/jpeg',
      'Content-ID: <p1>',
      'Content-Disposition: inline',
      'Content-Transfer-Encoding: base64',
      '',
      jpeg.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--b--',
      '',
    ].join('\r\n'),
  ),
}

const folder = mkdtempSync(join(tmpdir(), 'disclosed-pasted-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(bytes: Uint8Array, off?: true): Promise<Document> {
  const document = await extract(bytes, { name: 'reply', recognition: { folder, beside: 1, ...(off ? { off } : {}) } })
  expect(brokenPromises(document)).toEqual([])
  return document
}

describe('a scanned letter in a document that says hardly a word itself', () => {
  it.for(Object.keys(files))(
    'gives its words, with their chances and their place: %s',
    { timeout: 240_000 },
    async (format) => {
      const document = await read(files[format] ?? new Uint8Array())
      expect(document.text).toContain('Please see our reply below.')
      expect(document.text).toContain('We issued 1,208 parking fines in 2022, and cancelled 57 of them.')
      expect(document.text).toContain('Old Town\t791\t845\t41')
      expect(document).toMatchObject({ ocr: true, pages: null })
      expect(document.notes.map(({ code }) => code)).toEqual(['recognised'])
      const start = document.text.indexOf('1,208')
      const { place, ocr } = cite(document, { start, end: start + 5 })
      expect(place).toEqual({ selector: 'img:nth-of-type(1)' })
      expect(ocr).toBeGreaterThan(0.6)
      const own = document.text.indexOf('reply below')
      expect(cite(document, { start: own, end: own + 5 }).ocr).toBe(null)
    },
  )

  it('stays a picture where pictures are not to be recognised, and beside a letter of words', async () => {
    const off = await read(files.docx ?? new Uint8Array(), true)
    const letter = await read(inWord('We hold the information that you asked for. '.repeat(20)))
    for (const document of [off, letter]) {
      expect(document.ocr).toBe(false)
      expect(document.notes.map(({ code }) => code)).toEqual(['picture'])
    }
  })
})
