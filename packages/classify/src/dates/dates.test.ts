import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { readDates } from './index.ts'

function datesOf(text: string): readonly (string | null)[] {
  const letter = letterFrom(text)
  const { received, responded } = readDates(letter, partition(letter))
  for (const found of [received, responded]) {
    if (found) expect(letter.text.slice(found.span.start, found.span.end)).toMatch(/\d/)
  }
  return [received?.value ?? null, responded?.value ?? null]
}

describe('readDates', () => {
  it.for([
    ['Dear Requester,\n\nThank you for your request about swans, which we received\non 14/01/18.', '2018-01-14', null],
    [
      'Date received: 25 July 2017\nDate responded: 15 August 2017\n\nInformation requested\n\nHow many?',
      '2017-07-25',
      '2017-08-15',
    ],
    [
      'Reference number\n\n- 123456\n\n- Date request received\n- 14 August 2025\n- Date of decision\n- 12 September 2025',
      '2025-08-14',
      '2025-09-12',
    ],
    [
      'Swans\n\nRequested Mon 06 January 2025\nResponded Thu 09 January 2025Under the Act I ask',
      '2025-01-06',
      '2025-01-09',
    ],
    ['FOI Request\n\nRequest Date\nOctober 2, 2023\n\n1. How many swans?', '2023-10-02', null],
    [
      'FOI Request - Swans\n\nRequest 101000000001\n\n1. How many?\n\nResponse 09-02-2018\n\n1. Five',
      null,
      '2018-02-09',
    ],
    ['Our ref: FOI 12\n\n25 September 2017\n\nDear Requester\n\nWe hold this.', null, '2017-09-25'],
    [
      'Anytown Council\nReference: T12/15\t\t\t29 May 2015\n\nThank you for your letter of 2 April 2015.',
      '2015-04-02',
      '2015-05-29',
    ],
    [
      'Swans\n\nA Requester\n4 March 2025\n\nDear Anytown Borough Council,\nPlease tell me of swans.\nYours faithfully,\nA Requester\n\nAnytown Borough Council\n2 April 2025\n\nDear A Requester,\n\nWe hold twelve.',
      '2025-03-04',
      '2025-04-02',
    ],
    [
      'Dear Requester,\n\nWe cannot process this.\n\nKind regards\n\nFrom: A Requester\nSent: 17 February 2023 11:06\nTo: FOI\nSubject: Swans\n\nPlease tell me of swans.',
      '2023-02-17',
      null,
    ],
    [
      'Our ref: FOI 7\n16 February 2023\nDear Requester,\n\nThank you for your request received on 27 January.',
      '2023-01-27',
      '2023-02-16',
    ],
    [
      'FOI 7\n3 January 2014\nDear Requester,\n\nThank you for your e-mail of 30 December, in which you ask:',
      '2013-12-30',
      '2014-01-03',
    ],
    [
      'Swans - 3/16\n\nThank you for your e mail dated 16 September  2016 in which you made a request.',
      '2016-09-16',
      null,
    ],
    [
      'Log\n\nCustomer Request Details\n\n01 August 2018\n\nHow many swans?\n\nAnytown Council Response\n\n06 August 2018\n\nTwelve.',
      '2018-08-01',
      '2018-08-06',
    ],
    ['Response A1\n\nResponse date\n\n7 May2021\n\nRequest\n\nHow many swans?', null, '2021-05-07'],
    [
      'FOI request (FOIR-5)\nSwans\nRequested Wed 26 July 2023\nResponded Fri 01 September 2023In accordance with the Act, please tell me:\n1. How many swans?',
      '2023-07-26',
      '2023-09-01',
    ],
    ['Request\n\nHow many swans do you have?\n\nPart Disclosed - 27 February 2023\n\nTwelve.', null, '2023-02-27'],
    ['Swans in ponds\n\nOur ref: ABC-340\n19 January 2023\nRequest:\nHow many?', null, '2023-01-19'],
    ['Logs\n\nFOI 59 – Swans\n\nDate: 03 June 2019\n\n1. How many swans?\n\nTwelve.', null, '2019-06-03'],
    [
      '(asked on 9th November 2023)\n\nTo ask the Minister about swans.\n\nThis question was answered on 22nd November 2023',
      '2023-11-09',
      '2023-11-22',
    ],
    [
      'Reference: 12\nDate Request Received: 07/12/2018 14:40:14\nDate Request Replied To: 19/12/2018 10:01:12\n\nQuestion 1:\nHow many swans?',
      '2018-12-07',
      '2018-12-19',
    ],
    [
      'FOI 24\n19 August 2024\nWe have now considered your request of 22 July 2024 for swans:',
      '2024-07-22',
      '2024-08-19',
    ],
    ['FOI reference - FOI 7\nDate - 12/05/2015\n\nRequest\n\nHow many swans?', null, '2015-05-12'],
    [
      'Swans\n\nRef: 7\n\nI write to confirm that the search for what you asked for on 13th May 2016 is over.',
      '2016-05-13',
      null,
    ],
    [
      'Response to a request\n\nOn the 5th October 2012, I wrote to the Head of Parks, Anytown Council.\n\nHow many swans?',
      '2012-10-05',
      null,
    ],
    [
      'Dear Requester,\n\nYour request is being processed. We’ll answer within 20 working days from 12/11/2018.',
      '2018-11-12',
      null,
    ],
    [
      'Details:\n\nReference Number: 5397\nRequest Date: 11/01/2019 Archived\n\nQ.1 How many swans?\nA.1 Twelve',
      '2019-01-11',
      null,
    ],
    [
      'Requested Fri 28 April 2023\nResponded Thu 18 May 2023I would like to ask:\n1. How many swans?',
      '2023-04-28',
      '2023-05-18',
    ],
    [
      `Anytown Agency Swan House T 01632 960001 26 May 2015 Our Reference: 104637 Dear Sir, Thank you for your e-mail of 13 April, in which you asked: how many swans? ${'We have looked at the ponds. '.repeat(60)}`,
      '2015-04-13',
      '2015-05-26',
    ],
    [
      'Swans\n\nYou asked\n\nHow many?\n\nResponse\n\nTwelve. This request was answered on 4 May 2016.',
      null,
      '2016-05-04',
    ],
  ] as const)('reads %s', ([text, received, responded]) => {
    expect(datesOf(text)).toEqual([received, responded])
  })

  it.for([
    'Swans\n\nDate published: 16 July 2018\n\nYou asked\n\nHow many?',
    'Swans\n\nPublication date:\nFriday 18 September 2020\n\nRequest:\n\nHow many?',
    'Swans\n\n18 September 2020\n\nRequest:\n\nHow many?',
    'Dear Requester,\n\nThank you for your request received on 27 January.',
    'Response\n\nInformation held 31 March 2021: twelve.',
    'Swans\n\nDate of response\nSeptember 2024\n\n1. How many?',
    'Dear Requester,\n\nPlease see our earlier response of 3 March 2017.\n\nBetween 1 January 2016 and 31 December 2016 there were ten.',
    'Dear Requester,\n\nThe Commissioner published guidance on 4 May 2016.',
    'Swans\n\nYou asked\n\nRequests received from 1 April 2019 to 31 March 2020, please.\n\nResponse\n\nTwelve',
    'Swans\n\nThank you for your request. We can tell the position for questions 1 and 2 as of 10 May 2024.',
    'Swans\n\nTotal number of referrals received\n01/04/2017 to 31/03/2018 22',
    'Dear Requester,\n\nOn 5 May 2016, I wrote to you about your complaint.',
    'Dear Requester,\n\nYour complaint of 31/02/2019 is noted.',
  ])('says nothing of %s', (text) => {
    expect(datesOf(text)).toEqual([null, null])
  })

  it('leaves out an answer that would be older than its request', () => {
    expect(datesOf('Date received: 5 May 2020\n\n1 March 2019\n\nDear Requester,\n\nTwelve.')).toEqual([
      '2020-05-05',
      null,
    ])
  })

  it('reads a megabyte of days in time that grows with its length only', () => {
    const text = 'your request of 1/1/2019 which was received, '.repeat(22_000)
    const letter = letterFrom(text)
    const parts = partition(letter)
    const began = process.threadCpuUsage().user
    readDates(letter, parts)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})
