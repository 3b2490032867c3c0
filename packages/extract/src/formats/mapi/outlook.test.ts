import { brokenPromises, type Document } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { originalsIn } from '../../parts.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { msgFile, packedRtf, tnefFile } from './small-outlook.ts'

async function read(bytes: Uint8Array): Promise<Document> {
  const document = await extract(bytes, { name: 'reply' })
  expect(brokenPromises(document)).toEqual([])
  return document
}

async function partsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const parts: string[] = []
  for await (const each of originalsIn(bytes, { name: 'reply' }))
    parts.push(each.kind === 'lost' ? `lost: ${each.error.message}` : `${each.part}: ${(await read(each.bytes)).text}`)
  return parts
}

const head = { 3604511: 'FOI 12', 203030559: 'FOI Team', 1560346655: 'foi@amblethorpe.example' }
const letter = Buffer.from('We hold two records.')

describe('messages that Outlook saved', () => {
  it('read head and words, and set earlier mail apart', async () => {
    const document = await read(
      msgFile({
        properties: {
          ...head,
          8192031: 'Received: x\r\nDate: Mon, 3 May 2021 10:11:12 +0100\r\n',
          268435487:
            'There were 41 thefts.\r\n\r\nFrom: A. Person\r\nSent: 1 May 2021\r\nSubject: FOI 12\r\n\r\nHow many?',
        },
        recipients: [
          { 202702851: 1, 805371935: "'A. Person'", 972947487: 'a@person.example' },
          { 202702851: 2, 805371935: 'Clerk', 805503007: '/O=COUNCIL/CN=CLERK' },
        ],
      }),
    )
    expect(document).toMatchObject({ reader: 'msg@2', mediaType: 'application/vnd.ms-outlook' })
    expect(document.text).toBe(
      'From: FOI Team <foi@amblethorpe.example>\nTo: A. Person <a@person.example>\nCc: Clerk\nDate: Mon, 3 May 2021 10:11:12 +0100\nSubject: FOI 12\n\nThere were 41 thefts.\n\nFrom: A. Person\nSent: 1 May 2021\nSubject: FOI 12\n\nHow many?',
    )
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'quoted'])
  })

  it('find the page that is wrapped in rich text, its signs in their code page', async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\fonttbl{\\f0\\fcharset204 Arial;}}{\\*\\htmltag64 <p>}\\htmlrtf {\\b\\htmlrtf0 It cost \\'a3500 &\\u8364?2{\\*\\htmltag84 &nbsp;}{\\f0 \\'c4\\'e0}\\htmlrtf }\\htmlrtf0{\\*\\htmltag72 </p>}\\par {\\*\\htmltag <table><tr><td>}Phone{\\*\\htmltag </td><td>}2{\\*\\htmltag </td></tr><tr><td>Pad</td><td>3</td></tr></table>}{\\*\\mhtmltag <p>twice</p>}}"
    const document = await read(msgFile({ properties: { ...head, 269025538: packedRtf(rtf) } }))
    expect(document.text).toContain('It cost £500 &€2 Да\n\nPhone\t2\nPad\t3')
    expect(document.text).not.toContain('twice')
  })

  it('read plain rich text, pages in bytes, and words in old code pages', async () => {
    const plain = msgFile({ properties: { 269025538: packedRtf('{\\rtf1\\ansi\\pard There were 41.\\par}') } })
    expect((await read(plain)).text).toBe('There were 41.')
    const page = msgFile({ properties: { 269680898: Buffer.from('<p>caf\u00e9</p>'), 1071513603: 65001 } })
    expect((await read(page)).text).toBe('café')
    const mac = msgFile({ properties: { 268435486: 'caf\u008e', 1073545219: 10000 } })
    expect((await read(mac)).text).toBe('café')
  })

  it('give what is attached, and messages within, as files of their own', async () => {
    const bytes = msgFile({
      properties: { ...head, 268435487: 'See attached.' },
      attachments: [
        { 923205663: 'Response.txt', 922812674: letter },
        {
          message: {
            properties: { 3604511: 'Your/request', 268435487: 'How many?' },
            attachments: [{ 923205663: 'deep.txt', 922812674: letter }],
          },
        },
        { 923205663: 'logo.png', 922812674: letter, 2147352587: 1 },
      ],
    })
    const whole = await read(bytes)
    expect(whole.text).toContain('Attachments:\nResponse.txt\nYour-request.msg\n\nSee attached.')
    expect(whole.notes.map(({ code }) => code)).toEqual(['picture'])
    const parts = await partsOf(bytes)
    expect(parts.slice(1)).toEqual([
      'Response.txt: We hold two records.',
      'Your-request.msg: Subject: Your/request\n\nAttachments:\ndeep.txt\n\nHow many?',
      'Your-request.msg/deep.txt: We hold two records.',
    ])
    expect(await partsOf(bytes)).toEqual(parts)
  })
})

describe('packages of Outlook', () => {
  const bytes = tnefFile({ 3604511: 'FOI 12', 268435486: 'See attached.' }, [
    { name: 'RESPON~1.TXT', bytes: letter, properties: { 923205663: 'Response of May.txt' } },
    { name: 'data.csv', bytes: Buffer.from('Phones: 2') },
  ])

  it('are opened where they stand alone', async () => {
    expect((await partsOf(bytes)).map((part) => part.replaceAll('\n', '|'))).toEqual([
      'null: Subject: FOI 12||Attachments:|Response of May.txt|data.csv||See attached.',
      'Response of May.txt: We hold two records.',
      'data.csv: Phones: 2',
    ])
    expect((await read(bytes)).reader).toBe('tnef@2')
  })

  it('are opened in an e-mail, and give it words where it has none', async () => {
    const mail = (text: string) =>
      Buffer.from(
        `From: foi@amblethorpe.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--x\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n--x--\r\n`,
      )
    expect(await partsOf(mail('Dear all'))).toEqual([
      'null: From: foi@amblethorpe.example\n\nAttachments:\nResponse of May.txt\ndata.csv\n\nDear all',
      'Response of May.txt: We hold two records.',
      'data.csv: Phones: 2',
    ])
    expect((await partsOf(mail('')))[0]).toContain('See attached.')
  })

  it('give what stands before their end, where that is missing', async () => {
    const cut = await read(bytes.subarray(0, bytes.length - 60))
    expect(cut.notes.map(({ code }) => code)).toEqual(['truncated'])
    expect(cut.text).toContain('See attached.')
  })
})

describe('compressed rich text', () => {
  it('is unpacked by what stood before', () => {
    // The example of Microsoft's description, [MS-OXRTFCP] 3.1.
    const packed = '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'
    expect(unpackRtf(Buffer.from(packed, 'hex'))).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  })

  it('ends where it is damaged, and where more would come out than it says', () => {
    const endless = Buffer.concat([
      Buffer.from([0, 0, 0, 0, 255, 255, 255, 127]),
      Buffer.from('LZFu\0\0\0\0', 'latin1'),
      Buffer.alloc(5000, 0xff),
    ])
    expect((unpackRtf(endless) ?? '').length).toBeLessThan(50_000)
    expect(unpackRtf(Buffer.from('short'))).toBeNull()
  })
})
