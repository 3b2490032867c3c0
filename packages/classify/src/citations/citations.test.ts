import { describe, expect, it } from 'vitest'
import type { Regime } from '../reading.ts'
import { brokenExamples } from '../recogniser.ts'
import { findCitations, subjectRules } from './index.ts'

const foia = { regimes: ['FOIA'] as readonly Regime[], scottish: false }
const eir = { regimes: ['EIR'] as readonly Regime[], scottish: false }
const foisa = { regimes: ['FOISA'] as readonly Regime[], scottish: true }

function cites(text: string, context: Parameters<typeof findCitations>[1] = foia): readonly string[] {
  return findCitations(text, context).map(({ value }) => (value.told === 'subject' ? `(${value.cite})` : value.cite))
}

describe('findCitations', () => {
  it.for<[string, readonly string[]]>([
    ['It is exempt under Section 31(1)(a).', ['FOIA 31(1)(a)']],
    ['It is exempt under section 31 (1) (a) of the Freedom of Information Act 2000.', ['FOIA 31(1)(a)']],
    ['31 (1) (a) exempts what would help offenders; the Act says so.', ['FOIA 31(1)(a)']],
    ['We refuse under s12(1) of the FOIA.', ['FOIA 12(1)']],
    ['The exemption at S43 is engaged.', ['FOIA 43']],
    ['S31(1)(a) applies to the rest', ['FOIA 31(1)(a)']],
    ['Names are exempt under s.40(2).', ['FOIA 40(2)']],
    ['Names are exempt under s. 40 (2).', ['FOIA 40(2)']],
    ['This is exempt under section 41of the Act.', ['FOIA 41']],
    ['withheld under Sections 31(1)(a) and (b) FOIA', ['FOIA 31(1)(a)', 'FOIA 31(1)(b)']],
    ['exempt under sections 31, 36 and 40 of the Act', ['FOIA 31', 'FOIA 36', 'FOIA 40']],
    ['Section 40(2)&(3) - Personal Information', ['FOIA 40(2)', 'FOIA 40(3)']],
    ['Exempt by Section 31(1)(a) to (c)', ['FOIA 31(1)(a)', 'FOIA 31(1)(b)', 'FOIA 31(1)(c)']],
    ['exempt under section 36(2)(b)(i) and (ii)', ['FOIA 36(2)(b)(i)', 'FOIA 36(2)(b)(ii)']],
    ['exempt under section 36(2)(b)(i)(ii)', ['FOIA 36(2)(b)(i)', 'FOIA 36(2)(b)(ii)']],
    ['exempt under section 40(5B)(a)(i) of FOIA', ['FOIA 40(5B)(a)(i)']],
    ['Section 31(3) by virtue of 31(1)(a) of the FOIA', ['FOIA 31(3)', 'FOIA 31(1)(a)']],
    ['Section 31(3) by virtue of Section 31(1)(a)', ['FOIA 31(3)', 'FOIA 31(1)(a)']],
    ['exempt under\nsection\n31(1)(a) of the\nFreedom of Information Act', ['FOIA 31(1)(a)']],
    ['exempt under section 31(1)\n(a) of the Act', ['FOIA 31(1)(a)']],
    ['exempt under section 41\n(1) Footnote of the page', ['FOIA 41']],
    ['FOIA 31(1)(a) is engaged', ['FOIA 31(1)(a)']],
    ['FOIA Section 12 applies', ['FOIA 12']],
    ['the exemption – s44(1)(a)', ['FOIA 44(1)(a)']],
    ['Exempt under the Freedom of Information Act 2000 (Section 22)', ['FOIA 22']],
    ['Exemption 40(2) has been applied.', ['FOIA 40(2)']],
    ['Section 22A(1) of the FOI Act', ['FOIA 22A(1)']],
    [
      'exempt under section 24 (National Security) and section 31 (Law Enforcement) of the FOIA',
      ['FOIA 24', 'FOIA 31'],
    ],
    ['Section 43 – Commercial interests – of the Act', ['FOIA 43']],
    ['Section 12.1 of the FOIA', ['FOIA 12(1)']],
    ['exempt under section 40(5)(B)(a)(i)', ['FOIA 40(5B)(a)(i)']],
    ['exempt by Sections 23(5), 24(2), 30(3) and 31(3)', ['FOIA 23(5)', 'FOIA 24(2)', 'FOIA 30(3)', 'FOIA 31(3)']],
    ['exempt under Section 36 (2) (b) (i), (ii) and (c)', ['FOIA 36(2)(b)(i)', 'FOIA 36(2)(b)(ii)', 'FOIA 36(2)(c)']],
    ['exempt under section 44(1)(a) by virtue of section 18(1) of the Revenue and Customs Act 2005', ['FOIA 44(1)(a)']],
    ['the S40 exemption', ['FOIA 40']],
    ['Section 22 - Information intended for future publication', ['FOIA 22']],
    ['Section 31(1)(a)(b) – Law Enforcement', ['FOIA 31(1)(a)', 'FOIA 31(1)(b)']],
    ['Section 31 (1) (a) (b) (c) Law Enforcement', ['FOIA 31(1)(a)', 'FOIA 31(1)(b)', 'FOIA 31(1)(c)']],
    ['exempt by virtue of section 30(2)(a)(i)(b)', ['FOIA 30(2)(a)(i)', 'FOIA 30(2)(b)']],
    ['the limit set in 12 of the Freedom of Information Act 2000 is passed', ['FOIA 12']],
    ['exempt under section 40(2) of the Data Protection Act', ['FOIA 40(2)']],
    ['an enforcement notice under section 40 of the Data Protection Act 1998', []],
    ['Section 21: these reports are available online.', ['FOIA 21']],
    ['exempt under ss. 31 & 43', ['FOIA 31', 'FOIA 43']],
    ['exempt under s40 as personal data, by the Data Protection Act 2018', ['FOIA 40']],
  ])('%s', ([text, wanted]) => {
    expect(cites(text)).toEqual(wanted)
  })

  it.for<[string, readonly string[]]>([
    ['Regulation 12(4)(b) of the EIR', ['EIR 12(4)(b)']],
    ['We rely on the exception in Reg. 13', ['EIR 13']],
    ['exception 12(5)(b) applies', ['EIR 12(5)(b)']],
    ['Regulations 12(3) and 13 of the Environmental Information Regulations 2004', ['EIR 12(3)', 'EIR 13']],
    ['refused under Section 12(4)(b) as manifestly unreasonable', ['EIR 12(4)(b)']],
    ['The public interest test of Regulation 12(1)(b) was done', []],
    ['This is a refusal notice under Regulation 14', []],
    ['exceptions 12(4)(b) and 12(5)(e)', ['EIR 12(4)(b)', 'EIR 12(5)(e)']],
    ['exempt under Reg 12(5)b', ['EIR 12(5)(b)']],
    ['Regulation 12(5)(e) of the EIR; exempt too under section 41 of the FOIA', ['EIR 12(5)(e)', 'FOIA 41']],
  ])('under the Regulations: %s', ([text, wanted]) => {
    expect(cites(text, eir)).toEqual(wanted)
  })

  it('numbers Scottish sections as the Scottish Act does', () => {
    expect(
      cites('exempt under Section 25 of the Act; Section 17 tells what is not held; names by section 38(1)(b)', foisa),
    ).toEqual(['FOISA 25', 'FOISA 38(1)(b)'])
    expect(cites('exempt under Section 33(1)(b)', foisa)).toEqual(['FOISA 33(1)(b)'])
    expect(cites('The exception in regulation 10(4)(a)', { regimes: ['EISR'], scottish: true })).toEqual([
      'EISR 10(4)(a)',
    ])
  })

  it.for([
    'Under section 1(1) of the FOIA we confirm that we hold it; the refusal notice is under Section 17(1) of the Act.',
    'Section 16 obliges you to help and Section 45 sets the code; complain under section 50 of the Act.',
    'Information under section 38(6) of the Children Act 1989 is exempt from charges',
    'exempt by section 31 of the Local Government Act 2003',
    'Freedom of Information Act request, 3 May: did the court find the s 31(2) threshold met in care cases?',
    'duties under s44 Training and Equalities, asked under the FOI Act',
    'section 31 of LGFA 1988 on disclosure',
    'The Section 31 grant is not exempt from audit.',
    'How many Section 21 notices were served on tenants? We hold no exempt information.',
    'Section 106 agreements, section 38 agreements and section 278 works are disclosed on our website.',
    'as set out in section 40 of the policy, which we disclose',
    'Section 12 of our constitution deals with disclosure.',
    'Article 31(1)(a) of the GDPR',
    'Data Protection Act 2018, section 40(2)',
    'Sheffield, S41 8NG. This is exempt from the Act.',
    'The 31 (1 of them late) requests were exempt',
    'Section 14 of the form asks for an exempt status',
    'The Computer Misuse Act 1990, section 40, makes it an offence to disclose',
    'Code of Practice, paragraph 31(1)(a), on disclosure',
    'In the last 12 (2) months we disclosed 40',
  ])('holds its tongue: %s', (text) => {
    expect(cites(text)).toEqual([])
  })

  it('repairs a citation that leaves out its subsection, and says so', () => {
    const text = 'Section 31(a) of the Freedom of Information Act 2000'
    expect(
      findCitations(text, foia).map(({ value, span }) => ({ ...value, words: text.slice(span.start, span.end) })),
    ).toEqual([
      {
        cite: 'FOIA 31(1)(a)',
        law: 'FOIA',
        provision: 'ukpga/2000/36/section/31/1/a',
        asWritten: 'Section 31(a)',
        repaired: true,
        told: 'number',
        condition: false,
        words: 'Section 31(a)',
      },
    ])
    expect(findCitations('Section 31(1)(a) FOIA', foia)[0]?.value.repaired).toBe(false)
    expect(cites('exempt under section 36(b)(ii) of the Act')).toEqual(['FOIA 36(2)(b)(ii)'])
    expect(cites('exempt under section 31(l)(a) of the Act')).toEqual(['FOIA 31(1)(a)'])
    expect(cites('exempt under section 31(1)a of the Act')).toEqual(['FOIA 31(1)(a)'])
  })

  it('believes a bare section once the letter has cited it with its Act', () => {
    const text = `Exempt under Section 43 of the FOIA.\n\n${'The council meets on Mondays. '.repeat(30)}\n\nSection 43`
    expect(cites(text)).toEqual(['FOIA 43', 'FOIA 43'])
    expect(cites('The council meets.\n\nSection 43')).toEqual([])
  })

  it('tells an exemption by its subject only where no number does', () => {
    expect(cites('The law enforcement exemption covers this.')).toEqual(['(FOIA 31)'])
    expect(cites('The law enforcement exemption, Section 31 of the FOIA, covers this.')).toEqual(['FOIA 31'])
    expect(cites('To look would exceed the appropriate limit.')).toEqual(['(FOIA 12)'])
    expect(cites('To look would exceed the appropriate limit.', foisa)).toEqual(['(FOISA 12)'])
  })

  it.for([
    'section '.repeat(130_000),
    'section 31(1)(a), '.repeat(50_000),
    '('.repeat(1_000_000),
    '31(1)(a)'.repeat(120_000),
    `section 31${' '.repeat(1_000_000)}`,
    'Act 2000 section 31 '.repeat(50_000),
    'A '.repeat(500_000),
    'exempt '.repeat(140_000),
    's1,'.repeat(300_000),
    '\n'.repeat(1_000_000),
  ])('takes time in step with a hostile text: %#', (text) => {
    const started = process.threadCpuUsage().user
    findCitations(text, foia)
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(6_000)
  })
})

it.for(subjectRules.map((rule) => [rule.id, rule] as const))('%s reads its examples and no near miss', ([, rule]) => {
  expect(brokenExamples(rule)).toEqual([])
})
