import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import type { Document } from '@disclosed/document'
import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'
import { UnreadableError } from '../format.ts'
import { paragraph, wordFile } from '../formats/docx/small-docx.ts'
import { smallPdf } from '../formats/pdf/small-pdf.ts'
import { originalsIn } from '../parts.ts'

const shares = [0.25, 0.5, 0.75, 0.9]
const cutAt = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share))
const codes = ({ notes }: Document) => notes.map(({ code }) => code)

/** Points that no packing shortens: "17. 3f9a…". */
const points = Array.from(
  { length: 300 },
  (_, at) => `${at + 1}. ${createHash('sha256').update(`${at}`).digest('hex')}`,
)

/** The numbers of the points that came out whole, which must be the first ones, in order. */
function cameOut(text: string): number {
  const lines = text.split(/\n+/).map((line) => line.replaceAll('\t', ' '))
  const found = points.filter((point) => lines.includes(point)).length
  expect(points.slice(0, found).every((point) => lines.includes(point))).toBe(true)
  return found
}

describe('a file whose end is missing gives what stands before it, and says so', () => {
  const rows = utils.book_new()
  utils.book_append_sheet(rows, utils.aoa_to_sheet(points.map((point) => point.split(' '))), 'Points')
  const sheet: Uint8Array = write(rows, { type: 'buffer', bookType: 'xlsx', compression: true })
  const letter = wordFile(points.map((point) => paragraph(point)).join(''))
  const page = `<!DOCTYPE html><html><body>${points.map((point) => `<p>${point}</p>`).join('')}</body></html>`
  const mail = `From: a@anytown.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${points.join('\r\n')}\r\n--b--`
  it.for([
    ['DOCX', letter, 0.1],
    ['XLSX', sheet, 0.4],
    ['HTML', strToU8(page), 0.01],
    ['e-mail', strToU8(mail), 0.01],
  ] as const)('%s', async ([, bytes, around]) => {
    for (const share of shares) {
      const document = await extract(cutAt(bytes, share))
      expect(codes(document)).toContain('truncated')
      expect(cameOut(document.text)).toBeGreaterThan((share - around) * points.length - 5)
    }
    expect(codes(await extract(bytes))).not.toContain('truncated')
  })

  it('and says what may be wrong with it', async () => {
    const said = async (bytes: Uint8Array) => (await extract(cutAt(bytes, 0.5))).notes.map(({ message }) => message)
    expect(await said(letter)).toContain('With the end of the file are lost its styles, which may hide words.')
    expect((await said(sheet)).join()).toMatch(/are lost the names of its sheets and which of them are hidden/)
  })

  it('ZIP: whole files, what unfolds of the last one, and a note on it', async () => {
    const bytes = zipSync({ 'a.txt': strToU8('None.'), 'b.txt': strToU8(points.join('\n')), 'c.txt': strToU8('Four.') })
    for (const share of shares) {
      const [first, last, ...rest] = await Array.fromAsync(originalsIn(cutAt(bytes, share), { name: 'all.zip' }))
      expect(rest).toEqual([])
      if (first?.kind !== 'original' || last?.kind !== 'original') throw new Error('they were lost')
      expect(first).toMatchObject({ part: 'a.txt', notes: [] })
      const document = await extract(last.bytes, last)
      expect(document.notes).toMatchObject([{ code: 'truncated', message: expect.stringContaining('all.zip') }])
      expect(cameOut(document.text)).toBeGreaterThan((share - 0.1) * points.length)
    }
  })

  it('PDF: its pages, and where their fonts are gone, plain letters', async () => {
    const pages = points.slice(0, 40).map((point) => ({ texts: [[72, 700, point]] }) as const)
    const bytes = smallPdf(pages)
    for (const share of shares) {
      const document = await extract(cutAt(bytes, share))
      expect(codes(document)).toContain('truncated')
      expect(cameOut(document.text)).toBeGreaterThan((share - 0.1) * pages.length)
    }
    const file = Buffer.from(bytes).toString('latin1')
    const fontsLast = (file.slice(0, 9) + file.slice(file.indexOf('5 0 obj'))).replaceAll('F1 3 0 R', 'F1 300 0 R')
    const document = await extract(cutAt(Buffer.from(fontsLast, 'latin1'), 0.5))
    expect(cameOut(document.text)).toBeGreaterThan(15)
  })

  it('says in a sentence that nothing is left', async () => {
    for (const bytes of [letter, sheet, smallPdf([{ texts: [[72, 700, 'Nine']] }])]) {
      const error = await extract(bytes.slice(0, 60), { name: 'reply' }).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(UnreadableError)
      expect(String(error)).toMatch(/Cannot read reply.{10,}\./)
    }
  })
})

describe('letters of the corpus, cut', () => {
  const folder = new URL('../../../../corpus/letters/', import.meta.url)
  const files = globSync('*/*.{docx,xlsx,pdf,html}', { cwd: folder })
  it.for(files)('%s', { timeout: 30_000 }, async (file) => {
    const bytes = new Uint8Array(readFileSync(new URL(encodeURI(file), folder)))
    const whole = new Set((await extract(bytes)).text.split(/\s+/))
    for (const share of shares) {
      const document = await extract(cutAt(bytes, share)).catch((cause: unknown) => cause)
      if (document instanceof UnreadableError) continue
      const { text, notes } = document as Document
      expect(notes.map(({ code }) => code)).toContain('truncated')
      const words = text.split(/\s+/)
      // Sheets whose names are lost are counted, and the last word may be cut.
      const others = words.filter((word) => !whole.has(word) && !/^(?:Sheet|\d)$/.test(word))
      expect(others.length).toBeLessThanOrEqual(file.endsWith('.xlsx') ? words.length / 4 : 3)
    }
  })
})
