import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findAttachments } from './index.ts'

const namesIn = (text: string) => findAttachments(letterFrom(text)).map(({ value }) => value.name ?? value.words)

describe('findAttachments', () => {
  it.for([
    [
      '2 Attachments\nSwans 1 to 2.pdf\n98K\nDownload\nView as HTML\nGeese.xlsx\n1.1M\nDear Requester',
      ['Swans 1 to 2.pdf', 'Geese.xlsx'],
    ],
    [
      'Answer: Please refer to the enclosed spreadsheet for questions 1 and 2',
      ['Please refer to the enclosed spreadsheet'],
    ],
    ['This is attached as EIR 128003.pdf for you.', ['EIR 128003.pdf']],
    ['Some of it is in the table attached.', ['table attached']],
    ['We have attached our answer, swans-2019.csv, to this e-mail.', ['swans-2019.csv']],
    ['Please see attached document.', ['Please see attached document']],
  ] as const)('finds what %s says', ([text, names]) => {
    expect(namesIn(text)).toEqual(names)
  })

  it.for([
    'This e-mail and any attachments are confidential.',
    'Please attach a copy to your e-mail. Could you attach the report?',
    '1 Attachment\nimage001.png\n8K',
    'Officers attached to the unit were trained.',
    'The enclosed courtyard has swans.',
  ])('finds nothing in %s', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it('gives a file once, in the order of the letter, with its own words', () => {
    const letter = letterFrom(
      '1 Attachment\nSwans 2019.pdf\n8K\nDear Requester,\n\nPlease find attached "Swans 2019.pdf".',
    )
    const [only, ...others] = findAttachments(letter)
    expect(others).toEqual([])
    expect(only && letter.text.slice(only.span.start, only.span.end)).toBe('Swans 2019.pdf')
  })

  it.for([
    ['attached ', 110_000],
    ['see the ', 120_000],
    ['the attached a b c d ', 48_000],
    ['a.b.c.', 170_000],
    ['"a.', 330_000],
    ['9 attachments\n', 70_000],
  ] as const)('reads a megabyte of %s in time that grows with its length only', ([piece, times]) => {
    const letter = letterFrom(piece.repeat(times))
    const began = process.threadCpuUsage().user
    findAttachments(letter)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})
