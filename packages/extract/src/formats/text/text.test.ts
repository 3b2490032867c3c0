import { brokenPromises, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

const letter = 'Ref: FOI 12\r\n\r\n1)\tHow many – by year?\r\n\t2022\t£1,200\r\n\r\nNone “known”.'

describe('plain text', () => {
  it('keeps lines with their tabs, and makes a block of each run of them', async () => {
    const document = await extract(Buffer.from(letter))
    expect(document.text).toBe('Ref: FOI 12\n\n1)\tHow many – by year?\n\t2022\t£1,200\n\nNone “known”.')
    expect(document.blocks.map((block) => quote(document.text, block))).toEqual([
      'Ref: FOI 12',
      '1)\tHow many – by year?\n\t2022\t£1,200',
      'None “known”.',
    ])
    expect(brokenPromises(document)).toEqual([])
  })

  it.for([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${letter}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${letter}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(letter, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(letter, 'utf16le').swap16()],
  ] as const)('reads the same words from %s', async ([, bytes]) => {
    const document = await extract(new Uint8Array(bytes))
    expect(document.text).toBe((await extract(Buffer.from(letter))).text)
    expect(document.notes).toEqual([])
  })

  it('reads Windows-1252 where the bytes are no UTF-8, and says so', async () => {
    const document = await extract(Buffer.from('Cost: \xa31,200 \x96 \x93none\x94', 'latin1'))
    expect(document.text).toBe('Cost: £1,200 – “none”')
    expect(document.notes.map(({ code }) => code)).toEqual(['odd-encoding'])
  })

  it('reads a mail pasted into a letter, and a placeholder at its head, as text', async () => {
    const pasted = await extract(Buffer.from('From: FOI Team\nSent: 3 May 2023\nSubject: FOI 12\n\nWe hold none.'))
    expect(pasted.mediaType).toBe('text/plain')
    expect((await extract(Buffer.from('<Name redacted>\n\nWe hold none.'))).text).toContain('<Name redacted>')
  })

  it('stays fast on a long hostile text', async () => {
    const long = `${' '.repeat(500_000)}x${'\u00a0 \t'.repeat(100_000)}\n${'- '.repeat(100_000)}`
    const started = process.threadCpuUsage().user
    await extract(Buffer.from(long))
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(2_000)
  })
})
