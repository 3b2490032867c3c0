import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { readReference } from './index.ts'

function referenceOf(text: string): string | null {
  const letter = letterFrom(text)
  const found = readReference(letter, partition(letter))
  if (found) expect(letter.text.slice(found.span.start, found.span.end).replace(/\s+/g, ' ')).toBe(found.value)
  return found?.value ?? null
}

describe('readReference', () => {
  it.for([
    ['Our ref: FOI 17551\n\nDear Requester', 'FOI 17551'],
    ['Your ref: MKT/22\nOur ref: 8876\n\nDear Requester', '8876'],
    ['Our Ref\nFOI 1699/10\nYour Ref\n________', 'FOI 1699/10'],
    ['FOI Ref: FOI/2021/3203\n\nYou asked\n\nHow many?', 'FOI/2021/3203'],
    ['Dear Requester\n\nFreedom of Information Request – Reference FOI / 1596\n\nThank you.', 'FOI / 1596'],
    ['Swans (905A/20)\n\nRequest\n\nHow many?', '905A/20'],
    ['FOI request (FOIR-675827841)\nSwans', 'FOIR-675827841'],
    ['Freedom of Information Act request REF 014.\n\nThank you.', '014'],
    ['- Reference number\n- 13428061\n- Date', '13428061'],
    ['FOI Request - Swans\nRequest 101003849345\n1. How many?', '101003849345'],
    ['Freedom of Information Request ID\nFOI 9137\nDate of response', 'FOI 9137'],
    ['Our reference: 4309099             Information request', '4309099'],
    ['Swans\n\nFreedom of information request reference no: 01.FOI.22.025733\nYou ask:', '01.FOI.22.025733'],
    ['FI16734\n\nRequest\n\nHow many swans?', 'FI16734'],
    ['Amblethorpe Council\n\nFOI.21.466\n\nThank you for your request.', 'FOI.21.466'],
    ['Swans\n\nRef: AmB 2022-0418\n\nDear Requester', 'AmB 2022-0418'],
    ['Amblethorpe Ponds\n\nFOI: HQ 31058\n15 August 2022\n\nThank you for your request.', 'HQ 31058'],
    ['ABC DEF 2425 0573\n\nDear Requester', 'ABC DEF 2425 0573'],
    ['FOI.381.18\n\nYou have asked for swans.', 'FOI.381.18'],
    ['Subject: RE: Freedom of Information request - Swans [FOI 21/039]\n\nDear Requester', 'FOI 21/039'],
    ['Subject: F-2024-09116 Swans\n\nGood morning,\n\nThank you for your request.', 'F-2024-09116'],
    ['Freedom of Information – Request 712/2022 – Response\nPublished 21 September 2022', '712/2022'],
    ['Freedom of Information request – AMCA ref 2021/0302\n\nDear Requester', '2021/0302'],
    ['Home > FOI > Responses > Swans lost 3357/17\n\nRequest\n\nHow many swans?', '3357/17'],
    ['Dear Requester,\n\nThank you for your enquiry, which was logged under the above reference 10912.', '10912'],
    ['Dear Requester,\n\nThank you. We are dealing with it under reference ABC9430818 04 19.', 'ABC9430818 04 19'],
    ['Swans\n\n9349-16\n\nDear Requester\n\nThank you for your request.', '9349-16'],
    ['Response A1345264\n\nRequest\n\nHow many swans?', 'A1345264'],
    ['Dear Requester\n\nFreedom of Information request: FOI-2855\nThank you for your request.', 'FOI-2855'],
    ['Dear Requester\n\nYour request has been given reference 124-16.\n\nTwelve.', '124-16'],
    ['360 01 25 – Callouts to ponds (January 2025)\n\nDate of Request', '360 01 25'],
    ['FOI / 1596 / 2018 - Swan funding\n\nThank you for your request.', 'FOI / 1596 / 2018'],
    ['FOI 10042022-1 – Swan statistics\n\nQuestion\n\nHow many?', 'FOI 10042022-1'],
    ['Freedom of Information: Swans, Ducks (R008739)\n\nYour request', 'R008739'],
    ['7 June 2022\nRequest for Information - ABCDE 16301\nThank you.', 'ABCDE 16301'],
    ['Swans (2024)\nFile Ref: F24-158\nDate of Response: 25/03/2024', 'F24-158'],
    ['Details\n\nSwans - 359/13\n\nDated: 17 June 2013', '359/13'],
    ['F0013056 -FREEDOM OF INFORMATION ACT - SWANS\n\nDear Requester', 'F0013056'],
    ['Details\n\nRequest\n\nSubject: Swans\n\nReference: ABC-FOI-00397\n\nPlease tell me', 'ABC-FOI-00397'],
    ['Anytown NHS Board\n\nDate: 06/02/2020 Your Ref: Our Ref: 4176\n\nDear', '4176'],
    ['14th March 2018\nFreedom of Information/RFI-1275\nDear Requester\nThank you for your request', 'RFI-1275'],
    ['Our Ref: FOI 19 1413\nDate: 28th October 2019\nDear Requester', 'FOI 19 1413'],
    ['Dear Requester,\n\nWe will answer. Please reference number: SWAN#02296 in your letter.', 'SWAN#02296'],
    ['EV4.679\n22 December 2008\n\nDear Requester,\n\nThank you for your request', 'EV4.679'],
    ['ABC Disclosure Log – Response IRQ0648490\n\nYou asked how many swans.', 'IRQ0648490'],
    ['ABCD Ref: FOI-0633-1718\nThank you for your e-mail.', 'FOI-0633-1718'],
    ['Dear Requester,\n\nTwelve.\n\nPlease quote the reference number 1406745 in any letter.', '1406745'],
  ] as const)('reads %s', ([text, reference]) => {
    expect(referenceOf(text)).toBe(reference)
  })

  it.for([
    'Your ref: ABC/123\n\nDear Requester',
    'Dear Requester,\n\nYour request FOI / 2020-21-3027 was answered before.',
    'Your Ref: 4176\nOur Ref:\n\nDear Requester',
    'Ref: see 2022 2023\n\nDear Requester,\n\nThank you for your request.',
    'Home > Publications > Swans 2016/17\n\nRequest\n\nHow many?',
    'Dear Requester,\n\nIncidents are recorded under reference data.',
    'Subject: RE: Swans [2019]\n\nDear Requester',
    'Swans at version 4.2\n\nRequest\n\nHow many?',
    'Dear Requester,\n\nThe ICO reference IC-159669-K9T5 is theirs.',
    'Dear Requester,\n\nTwelve.\n\nEmail: [FOI #256525 email]',
    'Freedom of Information Act 2000\n\nDear Requester\n\nTelephone 01632 960001',
    'Coronavirus (COVID-19)\n\nYou asked\n\nHow many?',
    'Request number\n\nRelease of information under the Act',
    '1 Attachment\nEIR 128003 Answers.pdf\n\nDear Requester,\n\nTwelve.',
    'Swans stolen - 12/13\n\nRequest\n\nHow many?',
    'Swan funding 2018/19\n\nRequest\n\nHow many?',
    'FY 2019: Swans\n\nRequest\n\nHow many?',
    'Swans on the road (A4174)\n\nRequest\n\nHow many?',
    'Case reference FS50123456\n\nDear Requester',
    'Ponds - open 24/7\n\nRequest\n\nHow many?',
    'Swans\n\nA previous answer (FOIA 18553, July 2019) gave figures.',
    'You asked\n\nThe crime reference number 12345/19 of each theft.\n\nResponse\n\nNot held',
  ])('says nothing of %s', (text) => {
    expect(referenceOf(text)).toBeNull()
  })

  it.for([
    ['ref: ', 200_000],
    ['ref ref-', 120_000],
    ['FOI/', 250_000],
    ['our reference number 1', 45_000],
    ['Subject: a\n', 90_000],
  ] as const)('reads a megabyte of "%s" in time that grows with its length only', ([piece, times]) => {
    const letter = letterFrom(piece.repeat(times))
    const parts = partition(letter)
    const began = process.threadCpuUsage().user
    readReference(letter, parts)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})
