import { type Block, brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

const head = [
  'Received: by mail.example; Tue, 14 May 2019 10:11:14 +0100',
  'From: "Information, Requests" <foi@anytown.example>',
  'To: requester@example.org',
  'Date: Tue, 14 May 2019 10:11:12 +0100',
  'Subject: =?utf-8?q?FOI_12_=E2=80=93_laptops?=',
  'MIME-Version: 1.0',
]

const mail = (type: string, body: string) => Buffer.from([...head, `Content-Type: ${type}`, '', body].join('\r\n'))
const plain = (body: string) => mail('text/plain; charset=utf-8', body)
const both = (words: string, page: string) =>
  mail(
    'multipart/alternative; boundary=b',
    `--b\r\nContent-Type: text/plain\r\n\r\n${words}\r\n--b\r\nContent-Type: text/html\r\n\r\n${page}\r\n--b--\r\n`,
  )

async function read(bytes: Uint8Array): Promise<Document> {
  const document = await extract(bytes)
  expect(brokenPromises(document)).toEqual([])
  return document
}

const said = ({ text, blocks }: Document) =>
  blocks.slice(1).map((block: Block) => `${block.kind}: ${quote(text, block)}`)

describe('e-mails', () => {
  it('begin with who wrote to whom, when and about what', async () => {
    const document = await read(plain('None held.'))
    expect(document).toMatchObject({ mediaType: 'message/rfc822', reader: 'email@5' })
    expect(document.text).toBe(
      'From: Information, Requests <foi@anytown.example>\nTo: requester@example.org\nDate: Tue, 14 May 2019 10:11:12 +0100\nSubject: FOI 12 – laptops\n\nNone held.',
    )
  })

  it('are read out of a mailbox, too', async () => {
    const document = await read(
      Buffer.concat([Buffer.from('From foi@anytown.example Tue May 14 10:11:12 2019\n'), plain('None.')]),
    )
    expect(document.text).toMatch(/^From: Information/)
  })

  it('name what is attached, aside from the words', async () => {
    const document = await read(
      mail(
        'multipart/mixed; boundary=b',
        '--b\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n--b\r\nContent-Type: text/csv; name="Response.csv"\r\nContent-Disposition: attachment\r\n\r\nYear,Lost\r\n--b--',
      ),
    )
    expect(said(document)).toEqual(['furniture: Attachments:\nResponse.csv', 'paragraph: See attached.'])
  })

  it('keep marked mail apart from the answers between', async () => {
    const document = await read(
      plain(
        'On 3 May 2019, A Requester\n<r@example.org> wrote:\n> Dear council,\n>\n> 1. How many?\nTwo.\n> 2. Where?\n\nIn town.',
      ),
    )
    expect(said(document)).toEqual([
      'paragraph: On 3 May 2019, A Requester\n<r@example.org> wrote:',
      'quoted: Dear council,\n\n1. How many?',
      'paragraph: Two.',
      'quoted: 2. Where?',
      'paragraph: In town.',
    ])
  })

  it.for([
    ['-----Original Message-----\nFrom: A Requester\nSent: 3 May 2019\n\nHow many?'],
    [
      '________________________________\nFrom: A Requester <r@example.org>\nSent: 3 May 2019 10:00\nTo: FOI\nSubject: Laptops\n\nHow many?',
    ],
    ['On Fri, 3 May 2019 at 10:00, A Requester <r@example.org> wrote:\n\nHow many?'],
    ['*Oddi wrth:* A Requester\n*Anfonwyd:* 3 Mai 2019\n*At:* FOI\n\nFaint?'],
    [
      'A Requester <r@example.org>\n03/05/2019 10:00\nPlease respond to\nA Requester <r@example.org>\n\nTo\nFOI\ncc\n\nSubject\nLaptops\n\nHow many?',
    ],
  ] as const)('set apart all below the head of an earlier mail: %s', async ([earlier]) => {
    const document = await read(plain(`Two were lost.\n\nYours\nFOI Team\n\n${earlier}`))
    expect(said(document)).toEqual(['paragraph: Two were lost.', 'paragraph: Yours\nFOI Team', `quoted: ${earlier}`])
  })

  it.for([
    ['a mail that only passes on another', 'From: A\nSent: 3 May 2019\nTo: B\n\nTwo.'],
    ['a request that the reply says again', 'You wrote:\n\nFrom: A\nSent: 3 May 2019\nTo: B\n\nHow many?\n\nTwo.'],
    ['a letter that tells of days and people', 'From: 3 May 2019\n\nOn 3 May the panel wrote: none.\n\nTo: date.'],
    ['figures that begin with a sign', 'Waiting times\n> 10 days: 4\n> 20 days: 1'],
  ] as const)('leave together what is no earlier mail: %s', async ([, body]) => {
    const document = await read(plain(body))
    expect(document.text.endsWith(body)).toBe(true)
    expect(document.blocks.map(({ kind }) => kind)).not.toContain('quoted')
  })

  it('are read as a page where only that keeps a table, with the earlier mail below it apart', async () => {
    const page =
      '<p>Lost:</p><table><tr><th>Year</th><th>Lost</th></tr><tr><td>2018</td><td>7</td></tr></table><p>Yours</p><div style="border-top:solid"><p><b>From:</b> A<br><b>Sent:</b> 3 May 2019<br><b>To:</b> FOI</p></div><p>How many?</p>'
    const document = await read(both('Lost:\n\nYear\n\nLost\n\n2018\n\n7\n\nYours', page))
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'table', 'paragraph', 'quoted'])
    expect(document.text).toContain('Year\tLost\n2018\t7')
    const last = document.blocks.at(-1)
    expect(last && quote(document.text, last)).toMatch(/^From: A\n+Sent: 3 May 2019[\s\S]{0,20}How many\?$/)
  })

  it('are read as plain text where the page says no more, and as the page where the text stands in for it', async () => {
    expect((await read(both('None held.', '<p>None held.</p>'))).text).toMatch(/None held\.$/)
    const page = `<p>${'We hold none of this. '.repeat(40)}</p>`
    expect((await read(both('Your program cannot show this.', page))).text).toContain('We hold none of this.')
  })

  it('take a file out of the text that was written into it', async () => {
    const document = await read(plain('Attached.\n\nbegin 644 reply.txt\n#86)C\n`\nend\nYours'))
    expect(said(document)).toEqual(['furniture: Attachments:\nreply.txt', 'paragraph: Attached.', 'paragraph: Yours'])
    const text = 'We begin 644 things.\n\nbegin 644 things today\nas planned.'
    expect((await read(plain(text))).text.endsWith(text)).toBe(true)
    const cut = await read(plain('Attached.\n\nbegin 644 reply.txt\n#86)C\n'))
    expect(cut.notes.map(({ code }) => code)).toEqual(['damaged-part'])
  })

  it.for([
    ['signs of quoting', (times: number) => plain('> '.repeat(10 * times))],
    ['heads of earlier mail', (times: number) => plain('From: a\nSent: b\n'.repeat(times))],
    ['lines that announce earlier mail', (times: number) => plain(`Said.\n${'On 1 a\n'.repeat(2 * times)}`)],
    ['files that begin', (times: number) => plain('begin 644 a\nM\n'.repeat(times))],
    [
      'addresses that begin',
      (times: number) => Buffer.from(`${head.join('\r\n')}\r\nCc: ${'"a" <'.repeat(10 * times)}\r\n\r\nNone.`),
    ],
  ] as const)('take time in step with a hostile mail of %s', async ([, mailOf]) => {
    const [few, many] = [await ownSecondsOf(mailOf(5_000)), await ownSecondsOf(mailOf(20_000))]
    // Four times the length takes about four times as long; the square of it would be sixteen times.
    expect(many).toBeLessThan(10 * Math.max(few, 0.05))
  })
})

/** Time of this process's own, whatever else the machine does: the less of two, for the first may also warm up. */
async function ownSecondsOf(bytes: Uint8Array): Promise<number> {
  const seconds: number[] = []
  for (let turn = 0; turn < 2; turn += 1) {
    const before = process.cpuUsage()
    await extract(bytes)
    const { user, system } = process.cpuUsage(before)
    seconds.push((user + system) / 1e6)
  }
  return Math.min(...seconds)
}
