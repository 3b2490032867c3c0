import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { type Lost, type Original, originalsIn, partsOf } from './parts.ts'

const letter = strToU8('None held.')
const zip = (files: Zippable) => zipSync(files)

const mail = (...parts: readonly string[]) =>
  strToU8(
    [
      'From: foi@anytown.example',
      'Subject: FOI 12',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
    ]
      .concat(['Content-Type: text/plain\r\n\r\nSee attached.', ...parts].map((part) => `--b\r\n${part}`))
      .concat('--b--')
      .join('\r\n'),
  )

const attached = (name: string, bytes: Uint8Array, type = 'application/octet-stream') =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`

async function all(bytes: Uint8Array, name = 'outer'): Promise<readonly (Original | Lost)[]> {
  return await Array.fromAsync(originalsIn(bytes, { name }))
}

const shown = (found: readonly (Original | Lost)[]) =>
  found.map((each) => `${each.part ?? '.'}: ${each.kind === 'lost' ? each.error.code : each.kind}`)

describe('files inside files', () => {
  it('come alone where a file holds no others', async () => {
    const found = await all(letter, 'reply.txt')
    expect(found).toEqual([{ kind: 'original', part: null, name: 'reply.txt', holder: null, bytes: letter, notes: [] }])
    expect(await Array.fromAsync(partsOf(letter))).toEqual([])
  })

  it('come out of archives in e-mails in archives, each an original of its own', async () => {
    const inner = zip({ 'letters/': new Uint8Array(), 'letters/reply.txt': letter })
    const found = await all(zip({ 'mail.eml': mail(attached('2019.zip', inner)), 'a.txt': strToU8('A') }), 'all.zip')
    expect(shown(found)).toEqual([
      'mail.eml: original',
      'mail.eml/2019.zip/letters/reply.txt: original',
      'a.txt: original',
    ])
    const [, reply] = found
    expect(reply).toMatchObject({
      name: 'mail.eml/2019.zip/letters/reply.txt in all.zip',
      holder: { part: 'mail.eml/2019.zip', kind: 'zip' },
    })
    if (reply?.kind !== 'original') throw new Error('it was lost')
    const document = await extract(reply.bytes, { name: reply.name, part: reply.part })
    expect(document).toMatchObject({
      id: `sha256:${createHash('sha256').update(letter).digest('hex')}`,
      part: 'mail.eml/2019.zip/letters/reply.txt',
      text: 'None held.',
    })
  })

  it('have labels that lead nowhere and are never the same twice', async () => {
    const found = await all(
      zip({
        '../../etc/reply.txt': letter,
        '/etc/reply.txt': letter,
        'C:\\Users\\reply.txt': letter,
        'etc/reply.TXT': letter,
        '..': letter,
        'a\u202etxt.exe\u0007': letter,
        [`${'x'.repeat(300)}.txt`]: letter,
      }),
    )
    expect(found.map(({ part }) => part)).toEqual([
      'etc/reply.txt',
      'etc/reply (2).txt',
      'Users/reply.txt',
      'etc/reply (3).TXT',
      'file 5',
      'atxt.exe',
      `${'x'.repeat(195)}….txt`,
    ])
  })

  it('leave out what systems put beside them', async () => {
    const found = await all(
      zip({ '__MACOSX/._a.txt': letter, '.DS_Store': letter, 'b/Thumbs.db': letter, 'a.txt': letter }),
    )
    expect(shown(found)).toEqual(['a.txt: original'])
  })

  it('keep names in the characters of old Windows', async () => {
    const bytes = zip({ 'r?sum?.txt': letter })
    const found = await all(bytes.map((byte) => (byte === '?'.charCodeAt(0) ? 0x82 : byte)))
    expect(found.map(({ part }) => part)).toEqual(['résumé.txt'])
  })

  it('are refused before they are unfolded where they would fill the machine', async () => {
    const zeros = new Uint8Array(30 * 1024 * 1024)
    const bomb = zip({ 'zeros.txt': [zeros, { level: 9 }] })
    const found = await all(zip({ 'bomb.zip': bomb, 'a.txt': letter }), 'all.zip')
    expect(shown(found)).toEqual(['bomb.zip: too_large', 'a.txt: original'])
    expect(found[0]?.kind === 'lost' && found[0].error.message).toMatch(
      /^Cannot open bomb\.zip in all\.zip: its \d+ bytes would unfold to 31457280, /,
    )
  })

  it('are opened only so deep', async () => {
    let nested = zip({ 'a.txt': letter })
    for (let depth = 0; depth < 12; depth += 1) nested = zip({ 'n.zip': nested, 'b.txt': letter })
    const found = shown(await all(nested))
    expect(found).toContain(`${'n.zip/'.repeat(7)}n.zip: too_large`)
    expect(found).toHaveLength(9)
    expect(found.at(-1)).toBe('b.txt: original')
  })

  it('are named where they are locked, all of them in one sentence', async () => {
    const locked = lock(zip({ 'a.txt': letter, 'b.txt': letter }), 2)
    const [lost, ...rest] = await all(locked, 'locked.zip')
    expect(rest).toEqual([])
    expect(lost).toMatchObject({ kind: 'lost', part: null, error: { code: 'encrypted' } })
    expect(lost?.kind === 'lost' && lost.error.message).toContain('Cannot open locked.zip')
    expect(shown(await all(lock(zip({ 'a.txt': letter, 'b.txt': letter }), 1)))).toEqual([
      'a.txt: encrypted',
      'b.txt: original',
    ])
  })

  it('do not stop at one that is damaged, at an archive cut short, or at an empty one', async () => {
    const bytes = zip({ 'a.txt': [letter, { level: 0 }], 'b.txt': letter })
    bytes[30 + 'a.txt'.length] = 0x21
    expect(shown(await all(bytes))).toEqual(['a.txt: damaged', 'b.txt: original'])
    expect(shown(await all(zip({ 'a.txt': letter }).subarray(0, 60)))).toEqual(['a.txt: original'])
    expect(shown(await all(zip({ 'a.txt': letter }).subarray(0, 30)))).toEqual(['.: damaged'])
    expect(shown(await all(mail(attached('empty.zip', zip({})))))).toEqual(['.: original', 'empty.zip: empty'])
  })

  it('are messages that are passed on, files in the text and packages of Outlook, too', async () => {
    const passedOn = 'Content-Type: message/rfc822\r\n\r\nSubject: FOI 12/3\r\nMIME-Version: 1.0\r\n\r\nNone.'
    const found = await all(
      mail(
        passedOn,
        'Content-Type: text/plain\r\n\r\nbegin 644 reply.txt\n#86)C\n`\nend',
        attached('', Buffer.from('789f3e220100', 'hex'), 'application/ms-tnef'),
        attached('smime.p7s', letter, 'application/pkcs7-signature'),
      ),
      'mail.eml',
    )
    expect(shown(found)).toEqual([
      '.: original',
      'FOI 12-3.eml: original',
      'winmail.dat: original',
      'reply.txt: original',
    ])
    const [, message, package_, text] = found
    expect(message?.kind === 'original' && (await extract(message.bytes)).text).toBe('Subject: FOI 12/3\n\nNone.')
    expect(text?.kind === 'original' && Buffer.from(text.bytes).toString()).toBe('abc')
    const error = package_?.kind === 'original' ? await extract(package_.bytes, package_).catch(String) : null
    expect(error).toContain('winmail.dat in mail.eml as a package of Outlook')
  })

  it('leave pictures within the words out of what is attached', async () => {
    const picture = `Content-Type: image/png; name="logo.png"\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=`
    const page = 'Content-Type: text/html\r\n\r\n<p>None.</p><img src="cid:logo">'
    const bytes = mail(
      `Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\n${page}\r\n--r\r\n${picture}\r\n--r--`,
    )
    expect(shown(await all(bytes))).toEqual(['.: original'])
    expect((await extract(bytes)).notes.map(({ code }) => code)).toEqual(['picture'])
  })

  it('of an archive are no document, and the sentence says where they are', async () => {
    await expect(extract(zip({ 'a.txt': letter }), { name: 'all.zip' })).rejects.toMatchObject({ code: 'container' })
  })
})

/** Says of the first files of an archive that they are locked, in both places where it is written. */
function lock(archive: Uint8Array, files: number): Uint8Array {
  const bytes = Buffer.from(archive)
  const [local, central] = ['PK\u0003\u0004', 'PK\u0001\u0002']
  for (const [mark, at] of [
    [local, 6],
    [central, 8],
  ] as const) {
    for (let from = 0, count = 0; count < files; count += 1) {
      const found = bytes.indexOf(mark, from, 'latin1')
      bytes.writeUInt16LE(bytes.readUInt16LE(found + at) | 1, found + at)
      from = found + 4
    }
  }
  return bytes
}
