import { describe, expect, it } from 'vitest'
import { extract } from '../extract.ts'
import { originalsIn } from '../parts.ts'

const message = (day: number, subject: string, words: string) =>
  `From foi@amblethorpe.example Mon May ${String(day).padStart(2)} 10:11:12 2021\nFrom: foi@amblethorpe.example\nMessage-ID: <${day}@amblethorpe.example>\nSubject: ${subject}\n\n${words}\n\n`

describe('mailboxes', () => {
  it('give each message as a file of its own', async () => {
    const box =
      message(3, 'FOI 12', 'There were 41.\n>From the register alone.\nFrom here on nothing.') +
      message(4, 'FOI 13', 'None.')
    const parts: string[] = []
    for await (const each of originalsIn(Buffer.from(box), { name: 'replies.mbox' }))
      if (each.kind === 'original') parts.push(`${each.part}: ${(await extract(each.bytes)).text}`)
    expect(parts).toEqual([
      'message 1.eml: From: foi@amblethorpe.example\nSubject: FOI 12\n\nThere were 41.\nFrom the register alone.\nFrom here on nothing.',
      'message 2.eml: From: foi@amblethorpe.example\nSubject: FOI 13\n\nNone.',
    ])
  })

  it('of one message are that message', async () => {
    expect((await extract(Buffer.from(message(3, 'FOI 12', 'Two.')))).text).toContain('Subject: FOI 12\n\nTwo.')
  })

  it('with too many messages are refused in a sentence', async () => {
    const box = Buffer.from(message(3, 'x', 'y').repeat(10_001))
    for await (const each of originalsIn(box, { name: 'all.mbox' }))
      expect(each).toMatchObject({ kind: 'lost', error: { code: 'too_large' } })
  })
})
