import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { UnreadableError } from './format.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

async function refusal(given: Uint8Array, name = 'reply.txt'): Promise<UnreadableError> {
  const error = await extract(given, { name }).catch((cause: unknown) => cause)
  if (!(error instanceof UnreadableError)) throw new Error('it was read')
  return error
}

describe('extract', () => {
  it('names a document by the SHA-256 of its bytes', async () => {
    const document = await extract(bytes('abc'))
    expect(document.id).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(document).toMatchObject({ mediaType: 'text/plain', bytes: 3, pages: null, part: null, reader: 'text@1' })
  })

  it('says of an empty file that it is empty', async () => {
    expect(await refusal(new Uint8Array())).toMatchObject({ code: 'empty' })
    expect((await refusal(new Uint8Array())).message).toContain('reply.txt')
    expect(await refusal(bytes(' \r\n\t\n'))).toMatchObject({ code: 'empty' })
  })

  it.for([
    ['a calendar entry', Buffer.from('BEGIN:VCALENDAR\nEND:VCALENDAR')],
    ['an XML file', Buffer.from('<?xml version="1.0"?><rss/>')],
    ['a Publisher file (.pub)', compound('Quill')],
    ['a PowerPoint file of the time before PowerPoint 97', compound('PP40')],
    ['a mailbox of Outlook (.pst)', Buffer.from('!BDN\0\0\0\0')],
    ['a WordPerfect file', Buffer.from('ff575043100000000000', 'hex')],
    ['a Pages document of an Apple program', zipSync({ 'Index/Document.iwa': new Uint8Array(9) })],
    ['an XPS file', zipSync({ 'FixedDocSeq.fdseq': new Uint8Array(9) })],
    ['a picture (HEIC)', Buffer.from('000000186674797068656963000000006d696631', 'hex')],
  ] as const)('names what it cannot read, whatever it is called: %s', async ([kind, given]) => {
    const error = await refusal(new Uint8Array(given))
    expect(error).toMatchObject({ code: 'unsupported' })
    expect(error.message).toContain(`reply.txt: it is ${kind}`)
  })

  it('tells a locked Office file and an unknown binary apart from these', async () => {
    expect(await refusal(new Uint8Array(compound('EncryptedPackage')))).toMatchObject({ code: 'encrypted' })
    const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3)) % 256)
    expect(await refusal(noise)).toMatchObject({ code: 'not_text' })
  })

  it('refuses a text far too long for a letter, in a sentence and at once', async () => {
    const huge = new Uint8Array(200 * 1024 * 1024).fill(0x61)
    expect(await refusal(huge)).toMatchObject({ code: 'too_large' })
    expect((await refusal(huge)).message).toContain('200 MB')
  })
})

/** The beginning of an old Office file, with one stream's name where such names stand. */
function compound(stream: string): Buffer {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  return Buffer.concat([header, Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])
}
