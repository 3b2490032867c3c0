import { describe, expect, it } from 'vitest'
import { findCitations } from '../citations/index.ts'
import { findCues } from '../outcomes/index.ts'
import { groundsIn, rolesOf } from './index.ts'

const foia = { regimes: ['FOIA'] as const, scottish: false }

function read(text: string, request: string | null = null) {
  const at = request === null ? -1 : text.indexOf(request)
  const requestSpans = request === null ? [] : [{ start: at, end: at + request.length }]
  return rolesOf(text, findCitations(text, foia), findCues(text), { requestSpans, rightsSpans: [] })
}

function roles(text: string, request: string | null = null): readonly string[] {
  return read(text, request).map(({ finding, role }) => `${finding.value.cite} ${role}`)
}

describe('rolesOf', () => {
  it.for<[string, readonly string[]]>([
    ['The list is exempt under section 31(1)(a) of the FOIA.', ['FOIA 31(1)(a) engaged']],
    [
      'Section 31(a) of the FOIA states that information may be exempt if it would help offenders.',
      ['FOIA 31(1)(a) engaged'],
    ],
    ['It is exempt by virtue of Section 31(3) of the FOIA.', ['FOIA 31(3) ncnd']],
    [
      'Section 31 of the FOIA is being applied, namely 31(1)(a). Confirming or denying that we hold it would help an attacker.',
      ['FOIA 31(1)(a) ncnd'],
    ],
    ['Under section 12 of the FOIA we need not look further; it would take more than 18 hours.', ['FOIA 12 engaged']],
    ['If you submit a narrower request, section 12 of the FOIA may still apply.', ['FOIA 12 mentioned']],
    [
      'We do not rely on section 43 of the FOIA, but the names are exempt under section 40(2) of it.',
      ['FOIA 43 mentioned', 'FOIA 40(2) engaged'],
    ],
    ['The earlier reply explained that section 12 of the FOIA was met.', ['FOIA 12 mentioned']],
    [
      'Names are exempt under section 40(2) of the FOIA; the condition in section 40(3A)(a) is met.',
      ['FOIA 40(2) engaged'],
    ],
    [
      'Section 31 of the FOIA.\n\nSection 31(1)(a) exempts it. Section 31 is a qualified exemption.',
      ['FOIA 31(1)(a) engaged'],
    ],
  ])('%s', ([text, wanted]) => {
    expect(roles(text)).toEqual(wanted)
  })

  it('takes what only the requester cites for a mention', () => {
    const request = 'Leave out names, as section 40(2) of the FOIA would have it.'
    expect(roles(`${request}\n\nThe list is exempt under section 31 of the Act.`, request)).toEqual([
      'FOIA 40(2) mentioned',
      'FOIA 31 engaged',
    ])
    expect(roles(`${request}\n\nThe names are exempt under section 40 of the Act.`, request)).toEqual([
      'FOIA 40(2) mentioned',
      'FOIA 40 engaged',
    ])
    expect(roles(`${request}\n\nThe names are exempt under section 40(2) of the Act.`, request)).toEqual([
      'FOIA 40(2) engaged',
    ])
  })

  it('marks a ground that is told by its subject', () => {
    expect(
      read('To look would exceed the appropriate limit.').map(({ finding }) => [
        finding.value.cite,
        finding.value.told,
      ]),
    ).toEqual([['FOIA 12', 'subject']])
  })

  it('reads which limb of harm is taken, and neither where only the law is recited', () => {
    const limb = (text: string) => read(text)[0]?.prejudice
    expect(limb('Section 31(1)(a) of the FOIA: disclosure is likely to prejudice the prevention of crime.')).toBe(
      'would_be_likely',
    )
    expect(limb('Section 43(2) of the FOIA: disclosure would prejudice our bargaining.')).toBe('would')
    expect(limb('Section 43(2) of the FOIA covers what would, or would be likely to, prejudice anyone.')).toBeNull()
    expect(limb('Section 31 of the FOIA: it would prejudice one thing and be likely to prejudice another.')).toBeNull()
    expect(limb('Section 41 of the FOIA: it would harm their trust.')).toBeNull()
  })
})

describe('the public interest test', () => {
  const letter = `The prices are exempt under section 43(2) of the FOIA, and the names under section 40(2) of the FOIA.

Factors in favour of disclosure:

• Public money is spent in the open.
• Others could bid with better
knowledge.

Factors in favour of maintaining the exemption:

• Bidders would stay away.

Balance

On balance the public interest in maintaining the exemption outweighs that in disclosure.

2. How many bids came in?
`

  it('keeps the points of each side and the result', () => {
    const test = read(letter).find(({ finding }) => finding.value.cite === 'FOIA 43(2)')?.publicInterest
    expect(test?.forDisclosure.map(({ start, end }) => letter.slice(start, end))).toEqual([
      '• Public money is spent in the open.',
      '• Others could bid with better\nknowledge.',
    ])
    expect(test?.forExemption.map(({ start, end }) => letter.slice(start, end))).toEqual(['• Bidders would stay away.'])
    expect(test?.decision).toBe('withhold')
  })

  it('is not owed for personal data', () => {
    expect(read(letter).find(({ finding }) => finding.value.cite === 'FOIA 40(2)')?.publicInterest).toBeNull()
  })

  it('reads sentences that name their side, and a result that favours disclosure', () => {
    const prose = `Section 36(2)(c) of the FOIA was considered.

The public interest in the disclosure of the advice is that people see how we decide.

The public interest in maintaining the exemption is that officers can speak freely.

We find that the public interest in disclosure outweighs the other.`
    const test = read(prose)[0]?.publicInterest
    expect(test?.forDisclosure).toHaveLength(1)
    expect(test?.forExemption).toHaveLength(1)
    expect(test?.decision).toBe('disclose')
  })

  it('is null where the letter tells none', () => {
    expect(read('The prices are exempt under section 43(2) of the FOIA.')[0]?.publicInterest).toBeNull()
  })

  it('makes no head of a sentence about maintenance', () => {
    expect(
      read(
        'It is exempt under section 43 of the FOIA.\n\nThe parks team is responsible for maintenance\n\nGrass is cut.',
      )[0]?.publicInterest,
    ).toBeNull()
  })
})

it('groundsIn gives an answer the parts that the letter relies on, though the answer names the whole', () => {
  const text =
    'Answer 1: exempt under section 31 of the FOIA.\n\nAnswer 2: exempt under section 22 of the FOIA.\n\nSection 31(1)(a) of the FOIA covers crime.'
  const first = { start: 0, end: text.indexOf('\n') }
  expect(groundsIn([first], read(text))).toEqual(['FOIA 31(1)(a)'])
})

it.for([
  'exempt under section 31 of the FOIA. ',
  'neither confirm nor deny ',
  'Factors favouring disclosure\n',
  'section 31(1)(a) would prejudice ',
  'The public interest in disclosure is ',
])('takes time in step with a hostile text of %j', (unit) => {
  const text = unit.repeat(1_000_000 / unit.length)
  const citations = findCitations(text, foia)
  const cues = findCues(text)
  const started = process.threadCpuUsage().user
  rolesOf(text, citations, cues, { requestSpans: [], rightsSpans: [] })
  expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(10_000)
})
