import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { askerAt, findRegimes, regimesOf } from './index.ts'

function regimes(text: string, scottish: boolean | null = null): readonly string[] {
  return findRegimes(text, { scottish }).map(({ value }) => value)
}

describe('findRegimes', () => {
  it.for<[string, readonly string[]]>([
    ['Freedom of Information Act 2000 – lost laptops\n\nYour request is answered below.', ['FOIA']],
    ['FREEDOM OF INFORMATION ACT 2000/ENVIRONMENTAL INFORMATION REGULATIONS 2004\n\nYour request', ['FOIA', 'EIR']],
    ['Thank you for your Freedom of Information request of 3 May.', ['FOIA']],
    ['Subject: FOI 9137\n\nWe spent nothing.', ['FOIA']],
    ['Your request has been handled under the Environmental Information Regulations 2004.', ['EIR']],
    ['Dear Council, I would like to make an FOI request.\n\nWe have dealt with your request under the EIR.', ['EIR']],
    ['Under the Freedom of Information Act I ask for this.\n\nThe answer is 4.', ['FOIA']],
    ['Our response under the Freedom of Information (Scotland) Act 2002 is below.', ['FOISA']],
    [
      'I ask under the Freedom of Information Act 2000.\n\nExempt under section 38 of the Freedom of Information (Scotland) Act 2002.',
      ['FOISA'],
    ],
    ['Your subject access request has been dealt with under the Data Protection Act 2018.', ['DPA']],
    [
      'We are dealing with your request under the Environmental Information Regulations 2004, for it is exempt under section 39(2) of the Freedom of Information Act 2000.',
      ['EIR'],
    ],
    [
      'We publish our responses to freedom of information (FOI) or environmental information regulations (EIR) requests.',
      ['FOIA', 'EIR'],
    ],
    ['We have considered this under the EIR and not under the Freedom of Information Act.', ['EIR']],
  ])('%s', ([text, wanted]) => {
    expect(regimes(text)).toEqual(wanted)
  })

  it('reads a bare request to a Scottish authority as one under the Scottish Act', () => {
    expect(regimes('Your Freedom of Information request', true)).toEqual(['FOISA'])
    expect(regimes('This was handled under the EIRs.', true)).toEqual(['EISR'])
  })

  it.for([
    'You asked how many breaches of the GDPR there were.',
    'Your details are kept in line with the Data Protection Act 2018.',
    'Write to the Freedom of Information Team, or to foi@council.example.',
    'The newspaper used a Freedom of Information request.',
    'Nothing is said of any law.',
  ])('finds no law of the answer in: %s', (text) => {
    expect(regimes(text)).toEqual([])
  })

  it('shows the words that name the law', () => {
    const text = 'Handled under the Freedom of Information Act 2000.'
    const [found] = findRegimes(text, { scottish: null })
    expect(text.slice(found?.span.start, found?.span.end)).toBe('Freedom of Information Act 2000')
  })

  it.for([
    'Freedom of Information ',
    'A ',
    'Freedom of Information Act request under the EIR ',
    '(',
    'Act 2000 ',
    '\n',
  ])('takes time in step with a hostile text of %j', (unit) => {
    const started = process.threadCpuUsage().user
    regimes(unit.repeat(1_000_000 / unit.length))
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(5_000)
  })
})

describe('regimesOf', () => {
  const regimesFor = (text: string, kind: Parameters<typeof regimesOf>[0] = 'foi_response') => {
    const letter = letterFrom(text)
    const found = findRegimes(text, { scottish: null, isAsked: askerAt(partition(letter)) })
    return regimesOf(kind, found, []).map(({ value }) => value)
  }
  const answer = '\n\nDear Requester,\n\nThank you. There are twelve.'

  it('leaves out what the asker alone names, and not what a heading or the answer says', () => {
    const ask =
      'Dear Anytown Council,\n\nUnder the Freedom of Information Act 2000, we would like to ask how many swans there are.'
    expect(regimesFor(`${ask}${answer}`)).toEqual([])
    expect(regimesFor(`${ask}${answer} It was handled under the Freedom of Information Act 2000.`)).toEqual(['FOIA'])
    expect(regimesFor(`Freedom of Information Act 2000\n\n${ask}${answer}`)).toEqual(['FOIA'])
    expect(regimesFor(`${ask}${answer}`, 'foi_acknowledgement')).toEqual(['FOIA'])
  })

  it('gives a page of figures, which answers nobody, under no law', () => {
    expect(regimesFor('Freedom of Information Act 2000\n\nRequests in 2024: 12', 'other')).toEqual([])
  })
})
