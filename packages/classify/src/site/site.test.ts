import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { type ToldBySite, unknownSource } from '../source.ts'

const silent: ToldBySite = {
  item: null,
  page: null,
  reference: null,
  received: null,
  responded: null,
  title: null,
  status: null,
  request: null,
  response: null,
}

function read(text: string, site: Partial<ToldBySite>) {
  const source = { ...unknownSource, site: { ...silent, ...site } }
  return classify(letterFrom(text).document, { source, register: register() })
}

const letter =
  'Dear Requester\n\nThank you for your request.\n\n1. How many skips were lost in 2022?\n\nFour skips were lost.\n\nYours sincerely'

describe('what a site tells', () => {
  it('fills the silence of a letter, with the words that tell it', () => {
    const { reference, received, responded, requests, told } = read(letter, {
      reference: 'FOI 9805',
      received: { asPrinted: '3 July 2023', iso: '2023-07-03' },
      responded: { asPrinted: 'July 2023', iso: '2023-07' },
      title: 'Lost skips',
      status: 'successful',
    })
    expect(reference).toMatchObject({
      value: 'FOI 9805',
      sure: false,
      evidence: [{ from: 'sidecar', field: 'reference', quote: 'FOI 9805' }],
    })
    expect(received).toMatchObject({
      value: '2023-07-03',
      evidence: [{ from: 'sidecar', field: 'received', quote: '3 July 2023' }],
    })
    expect(responded).toBeNull()
    expect(requests).toMatchObject([{ subject: 'Lost skips', reference: { value: 'FOI 9805' } }])
    expect(told.map((each) => each.field)).toEqual(['reference', 'received', 'responded', 'title', 'status'])
  })

  it('bears a letter out and never speaks over it', () => {
    const own = `Our ref: FOI 9805\n\n${letter}`
    const same = read(own, { reference: 'foi-9805' })
    expect(same.reference?.evidence).toHaveLength(2)
    expect(same.discrepancies).toEqual([])
    const other = read(own, { reference: 'FOI 12' })
    expect(other.reference?.value).toBe('FOI 9805')
    expect(other.discrepancies).toMatchObject([
      {
        code: 'told_otherwise',
        message: 'the document gives the reference FOI 9805; the page that published it gives FOI 12',
        evidence: [{ quote: 'FOI 9805' }, { from: 'sidecar', quote: 'FOI 12' }],
      },
    ])
  })

  it('does not put an answer before its request', () => {
    const dated = `12 June 2023\n\n${letter}`
    const site = { received: { asPrinted: '1 August 2023', iso: '2023-08-01' } }
    expect(read(dated, site)).toMatchObject({ received: null, responded: { value: '2023-06-12' } })
    expect(read(dated, { received: { asPrinted: '1 May 2023', iso: '2023-05-01' } }).received?.value).toBe('2023-05-01')
  })

  it('says nothing of the requests in a log', () => {
    const log =
      'Releases\n\nThis is a disclosure log of our answers.\n\n1. How many swans?\n\nPublished: 8 May 2025\n\n2. Which ponds?\n\nPublished: 8 May 2025\n\n3. What bread?\n\nPublished: 9 May 2025'
    const { kind, reference } = read(log, { reference: 'LOG-2023' })
    expect(kind).toBe('disclosure_log')
    expect(reference).toBeNull()
  })

  it('tells which words of a page are the request and which the reply', () => {
    const page =
      'Lost skips\n\nPlease tell me how many skips the council lost in 2022, and what they were worth.\n\nThe council keeps its skips in three depots, and four were lost in 2022.'
    const told = read(page, {
      request: 'Please tell me how many skips the council lost in 2022, and what they were worth.',
      response: 'The council keeps its skips in three depots,\nand four were lost in 2022.',
    })
    expect(told.questions.map(({ text }) => text).join(' ')).toContain('how many skips')
    expect(told.questions.flatMap(({ values }) => values.map(({ number }) => number))).toContain(4)
  })
})
