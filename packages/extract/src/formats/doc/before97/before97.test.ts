import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../../extract.ts'
import { type SmallWord6, word6File } from './small-word6.ts'

/** The pattern of "1.", counted from a number. */
const numbered = (from = 1) => {
  const pattern = Buffer.alloc(52)
  pattern[2] = 1
  pattern.writeUInt16LE(from, 10)
  pattern[20] = '.'.charCodeAt(0)
  return [12, 52, ...pattern, 13, 10]
}
const bold = [85, 1]
const inTable = [24, 1]
/** A row of two cells, edges at 0, 1,000 and 2,000; the first three words of each cell's ten bytes are not told. */
const rowEnd = [24, 1, 25, 1, 190, 28, 0, 2, 0, 0, 0xe8, 3, 0xd0, 7, ...Array<number>(20).fill(0)]

const letter: SmallWord6 = {
  styles: [0, 1],
  head: 'Amblethorpe Borough Council',
  note: 'Until 31 March.',
  body: [
    { text: 'Parking fines', style: 1 },
    { text: 'How many fines?', told: numbered(), words: bold },
    { text: 'How many paid?', told: numbered() },
    { text: 'We issued 310\u0002; caf\u00e9s had \u00a341.' },
    { text: 'Kept from you', words: [92, 1] },
    { text: 'Where?', told: numbered(4) },
    { text: 'Year', end: 7, told: inTable },
    { text: 'Fines', end: 7, told: inTable },
    { text: '', end: 7, told: rowEnd },
    { text: '2022', end: 7, told: inTable },
    { text: '310', end: 7, told: inTable },
    { text: '', end: 7, told: rowEnd },
    { text: 'Yours faithfully' },
  ],
}

async function read(file: SmallWord6, options = {}): Promise<Document> {
  const document = await extract(word6File(file), { name: 'reply.doc', ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

describe('files of Word 6 and 95', () => {
  it('are read as those since 97: numbers of lists, tables, footnotes, the heads of pages', async () => {
    const document = await read(letter)
    expect(document.text).toBe(
      'Amblethorpe Borough Council\n\nParking fines\n\n1. How many fines?\n2. How many paid?\n\nWe issued 310¹; cafés had £41.\n\n4. Where?\n\nYear\tFines\n2022\t310\n\nYours faithfully\n\n¹ Until 31 March.',
    )
    expect(document.blocks.map(({ kind }) => kind).slice(0, 4)).toEqual(['furniture', 'heading', 'item', 'item'])
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['How many fines?'])
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-content'])
    expect((await read(letter, { includeHidden: true })).text).toContain('Kept from you')
  })

  it('that are locked, and those of Word 2, come to a sentence', async () => {
    await expect(read({ ...letter, flags: 0x100 })).rejects.toMatchObject({ code: 'encrypted' })
    const word2 = Buffer.concat([Buffer.from([0xdb, 0xa5, 0x2d, 0]), Buffer.alloc(600)])
    await expect(extract(word2, { name: 'reply.doc' })).rejects.toThrow('a Word file of the time before Word 6')
  })

  it('whose numbers lie come to words or a sentence, in no time', async () => {
    const whole = Buffer.from(word6File(letter))
    const start = whole.indexOf(Buffer.from([0xdc, 0xa5]))
    const before = process.cpuUsage()
    for (let at = 2; at < 0x200; at += 6) {
      const broken = Buffer.from(whole)
      broken.writeUInt32LE(at % 4 === 0 ? 0x7fffffff : 0x4000, start + at)
      const said = await extract(broken, { name: 'reply.doc' }).catch((error: Error) => error)
      if (said instanceof Error) expect(said.message).toMatch(/^Cannot read reply\.doc/)
    }
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(20)
  }, 60_000)
})
