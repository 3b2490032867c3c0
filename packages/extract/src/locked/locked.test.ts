import { utils, write } from '@e965/xlsx'
import { configure, TextReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from '@zip.js/zip.js'
import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'
import { paragraph, wordFile } from '../formats/docx/small-docx.ts'
import { originalsIn } from '../parts.ts'
import { lockAgile, lockStandard } from './lock-office.ts'

configure({ useWebWorkers: false })
const letter = wordFile(paragraph('There were 9 fines.'))
const book = utils.book_new()
utils.book_append_sheet(
  book,
  utils.aoa_to_sheet([
    ['Year', 'Fines'],
    [2023, 9],
  ]),
  'Fines',
)
const sheet: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' })

describe.for([
  ['2010 and since', lockAgile],
  ['2007', lockStandard],
] as const)('an Office file with the lock of %s', ([, lock]) => {
  it('opens with its password, and says so', async () => {
    const locked = lock(letter, 'señor 密')
    const document = await extract(locked, { name: 'reply.docx', password: 'señor 密' })
    expect(document.text).toBe('There were 9 fines.')
    expect(document).toMatchObject({ bytes: locked.length, mediaType: expect.stringContaining('wordprocessingml') })
    expect(document.notes).toMatchObject([{ code: 'encrypted', message: 'reply.docx was opened with a password.' }])
    expect((await extract(lock(sheet, 'p'), { password: 'p' })).text).toContain('2023\t9')
  })

  it('asks for its password, and says when it is not the right one', async () => {
    const locked = lock(letter, 'open sesame')
    const name = 'reply.docx'
    await expect(extract(locked, { name })).rejects.toMatchObject({
      code: 'encrypted',
      message: 'Cannot read reply.docx: it is a Word or Excel file that is locked with a password; give its password',
    })
    await expect(extract(locked, { name, password: 'Open sesame' })).rejects.toMatchObject({
      code: 'encrypted',
      message: expect.stringContaining('the password given does not open it'),
    })
  })

  it('opens without asking where Excel does', async () => {
    expect((await extract(lock(sheet, 'VelvetSweatshop'))).text).toContain('2023\t9')
  })
})

describe('a locked Office file that means harm or is damaged', () => {
  it('may not ask for hours of work', async () => {
    const locked = lockAgile(letter, 'p', { spinCount: '4000000000' })
    await expect(extract(locked, { password: 'p' })).rejects.toMatchObject({ code: 'unsupported' })
  })

  it('comes to a sentence wherever it is cut or changed', async () => {
    const locked = lockAgile(letter, 'p')
    for (let at = 512; at < locked.length; at += 97) {
      const changed = Uint8Array.from(locked)
      changed.fill(0xff, at, at + 40)
      for (const bytes of [locked.subarray(0, at), changed]) {
        const error = await extract(bytes, { password: 'p' }).then(
          () => null,
          (cause: unknown) => cause,
        )
        if (error !== null) expect(error).toMatchObject({ name: 'UnreadableError' })
      }
    }
  })
})

describe.for([
  ['ZipCrypto', { zipCrypto: true }],
  ['AES of 128 bits', { encryptionStrength: 1 }],
  ['AES of 256 bits', { encryptionStrength: 3 }],
] as const)('an archive locked with %s', ([, lock]) => {
  const pack = async (options: ZipWriterAddDataOptions = {}) => {
    const zip = new ZipWriter(new Uint8ArrayWriter())
    await zip.add('letters/reply.txt', new TextReader('There were 9 fines.\n'.repeat(400)), {
      password: 'open sesame',
      ...lock,
      ...options,
    })
    await zip.add('b.txt', new TextReader('None.'), { password: 'open sesame', ...lock })
    return await zip.close()
  }
  const all = async (password: string | null) =>
    await Array.fromAsync(originalsIn(await pack(), { name: 'replies.zip', password }))

  it('opens with its password, and says so of each file', async () => {
    const found = await all('open sesame')
    expect(found.map(({ part, kind }) => `${part}: ${kind}`)).toEqual([
      'letters/reply.txt: original',
      'b.txt: original',
    ])
    const [reply] = found
    if (reply?.kind !== 'original') throw new Error('it was lost')
    const document = await extract(reply.bytes, reply)
    expect(document.text.split('\n')).toHaveLength(400)
    expect(document.notes).toMatchObject([
      { code: 'encrypted', message: 'letters/reply.txt was opened with a password.' },
    ])
  })

  it('asks for its password, and says when it is not the right one', async () => {
    const sentences = async (password: string | null) =>
      (await all(password)).map((each) => (each.kind === 'lost' ? each.error.message : each.kind))
    expect(await sentences(null)).toEqual([
      'Cannot open replies.zip: it is an archive (ZIP) that is locked with a password; give its password',
    ])
    const wrong = await sentences('Open sesame')
    expect(wrong).toHaveLength(2)
    for (const sentence of wrong)
      expect(sentence).toMatch(/^Cannot unfold .{3,40}: .{0,40}the password given does not open it/)
  })

  it('is refused where it would unfold to more than it says', async () => {
    const bytes = Buffer.from(await pack())
    const entry = bytes.indexOf('PK\u0001\u0002', 0, 'latin1')
    bytes.writeUInt32LE(100, entry + 24)
    const [first, second] = await Array.fromAsync(originalsIn(bytes, { password: 'open sesame' }))
    expect(first?.kind).toBe('lost')
    expect(second?.kind).toBe('original')
  })
})
