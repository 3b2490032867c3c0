import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { readKind } from './index.ts'

function kindOf(text: string): string {
  const letter = letterFrom(text)
  return readKind(letter, partition(letter), null).kind
}

describe('readKind', () => {
  it.for([
    ['foi_response', 'You asked:\n\nHow many swans?\n\nResponse\n\nTwelve.'],
    [
      'foi_response',
      'Dear Requester,\n\nThank you for your request. Please find our response below.\n\n1. How many swans?\nTwelve',
    ],
    ['foi_response', '1. Are there swans? Yes\n\n2. How many? Twelve'],
    [
      'foi_response',
      'Under section 31(3) of the Freedom of Information Act 2000 we neither confirm nor deny holding it.',
    ],
    [
      'foi_acknowledgement',
      'Dear Requester,\n\nThank you for your request. It will be dealt with within 20 working days.',
    ],
    [
      'foi_acknowledgement',
      'Dear Requester,\n\nThank you for your request about swans. Could you please clarify which lake you mean?',
    ],
    [
      'foi_acknowledgement',
      'Dear Requester,\n\nThank you for your request. We need to extend the time by a further 20 working days to weigh the public interest.',
    ],
    [
      'request',
      'Dear Anytown Council,\n\nUnder the Freedom of Information Act I would like to know how many swans there are.\n\nYours faithfully,\nA Requester',
    ],
    [
      'internal_review',
      'Dear Requester,\n\nI have now completed the internal review of your request about swans. I uphold the refusal.',
    ],
    [
      'regulator_decision',
      'Freedom of Information Act 2000\nDecision notice\n\nDate: 3 May 2019\nPublic Authority: Anytown Council\n\nThe complainant asked for swans.',
    ],
    [
      'incident_report',
      'Data Security Incident Report\n1 April to 30 June 2023\n\nThere were 12 breaches. One breach was grave. Other incidents were small. Each incident was looked at.',
    ],
    [
      'disclosure_log',
      'Reference,Received,Subject,Status,Date closed\n1,01/01/2015,Swans,All sent,02/02/2015\n2,01/01/2015,Geese,All sent,02/02/2015\n3,01/01/2015,Ducks,All sent,02/02/2015',
    ],
    [
      'other',
      'Figures obtained under a Freedom of Information request show 414 breaches.\n\nA council spokesperson said it was sorry.',
    ],
    [
      'other',
      'To ask the Secretary of State for Swans, how many there are.\n\nThis question was answered on 3 May 2019\n\nTwelve.',
    ],
    [
      'other',
      'Minutes of the Swan Committee\n\nThe Committee noted the report. Members asked about geese. RESOLVED that it be noted.',
    ],
    [
      'other',
      'Freedom of Information\n\nHow to make a request\n\nAnyone can ask. You can request records. We will respond within 20 working days. If you do not agree you may ask for a review. See our publication scheme and disclosure log.',
    ],
    [
      'request',
      'FOI request for councils:\n\nPlease treat this as a Freedom of Information request.\n\n1) How many swans does the council keep?',
    ],
    [
      'enclosure',
      'Your right to appeal\n\nIf you are dissatisfied with our answer to your request you can ask for an internal review.',
    ],
    [
      'foi_response',
      'Home page | Complaints procedure | Help\nAnytown Council\n\nSwans\n\nIn reply to your Freedom of Information request received on 4 April about swans I can say that there are none.',
    ],
    [
      'foi_response',
      'Please can you say what it cost to feed the swans in each year.\nThe table has it:\nYear | Bread | Corn |\n2017 | £ 13 | £ 20 |\n2018 | £ 14 | £ 22 |',
    ],
    [
      'foi_response',
      'FOI request (FOI7)\nSwans\nRequested Fri 28 July 2017\nResponded Fri 28 July 2017Under the Act, I ask for the information below:\n1) How many swans?\n1. 2012 - 615, 2013 - 636',
    ],
    [
      'foi_response',
      'Swans\n\nThank you for your request for information dated 8 May. Copies were asked for.\nThe request is vexatious under section 14(1) of the Act.',
    ],
    [
      'foi_response',
      'Logs\n\nBefore you make an FOI request, look at our publication scheme. You will find answers there.\n\nFOI 59 – Swans\n\n1. What did the swans bring in?\n\n2018/19 - £1,735k (£822k from bread)\n2017/18 - £1,680k',
    ],
    [
      'foi_response',
      'Dear Anytown University,\n\nPlease provide swan figures.\n\nYours faithfully,\nA Requester\n\nDear A Requester,\n\nThank you for your request. You will receive an answer within 20 working days.\n\nDear A Requester,\n\nUnfortunately, the University is unable to provide the information requested, since finding it would exceed the cost limit.',
    ],
    [
      'disclosure_log',
      'Disclosure log\n\nFOI 24-097 03/06/2024 21/06/2024 Swans\nFOI 24-098 03/06/2024 05/06/2024 Geese\nFOI 24-099 04/06/2024 05/06/2024 Ducks\nFOI 24-101 05/06/2024 27/06/2024 Herons',
    ],
    [
      'other',
      'FOI performance\n\nWe publish how many requests come in.\n\nTotal number of requests\nRequests responded to within 20 working days\n\nQ1\n60\n57',
    ],
    ['other', 'Written Questions tabled on 05/03/2024\n\nWQ7 (e) Tabled on 05/03/2024\n\nHow many swans?\n\nTwelve.'],
    [
      'other',
      'Freedom of Information\n\n2. What information can be requested?\n\nThere is a general right of access. You can ask for records. If you do not agree you may appeal. See our publication scheme.\n\n3. How do I make a request?\n\nIn writing.',
    ],
    [
      'foi_response',
      '- FOI Number\n- 2023-661\n- Subject\n- FOI performance\n- Date Received\n- 29/01/2024\n- Request and Response\n\n1. How many requests were received?\n\n810\n\n2. How many were completed within 20 working days?\n\n667',
    ],
    [
      'disclosure_log',
      'Releases\n\nThis is a disclosure log of our answers.\n\n1. How many swans?\n\nPublished: 8 May 2025\n\n2. Which ponds?\n\nPublished: 8 May 2025\n\n3. What bread?\n\nPublished: 9 May 2025',
    ],
    [
      'disclosure_log',
      'University Disclosure Log\n\nDate received Date due Date completed\n8 April 20107 May 201015 April 2010How many swans\n16 April 201017 May 201019 April 2010Ducks\n7 April 20106 May 201020 April 2010Geese',
    ],
    [
      'foi_response',
      'Home | Disclosure log\n\nSwans\n\nPublished: 8 May 2025\n\nYou asked\n\nHow many swans?\n\nResponse\n\nTwelve.',
    ],
    [
      'foi_acknowledgement',
      'Swans\nDear Anytown Council,\nUnder the Freedom of Information Act, I would like to know:\n1. How many swans are there?\nAll the best,\n[name]\nThank you for contacting us. We confirm that your correspondence has been received.\nWe will respond to your request in 20 working days.\nTHIS IS AN AUTOMATED MESSAGE',
    ],
    [
      'foi_response',
      'Dear Requester,\n\nWe write further to our acknowledgement. You will receive no more.\n\nYour request has been handled under the Freedom of Information Act 2000 and please see North and South Anytown Borough Council’s response below.\n\n1. How many swans?',
    ],
    [
      'foi_response',
      'Response\n\nWe can confirm the following:\n\nSwans\n2019: 12\n\nHow we count them is exempt under section 21 of the FOIA.',
    ],
    ['enclosure', 'Lake\t2018\t2019\nNorth\t1\t2\nSouth\t3\t4\nWest\t5\t6'],
  ] as const)('takes for %s: %s', ([kind, text]) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('takes a thread that ends with an answer for a response, receipt and all', () => {
    expect(
      kindOf(`Dear Anytown Council,

Please tell me how many swans there are.

Yours faithfully,
A Requester

Dear A Requester,

Thank you for your request. It will be dealt with within 20 working days.

Dear A Requester,

Please find our response below. There are twelve.`),
    ).toBe('foi_response')
  })

  it('tells an answer that follows a receipt from a question that does', () => {
    const thread = (last: string) =>
      kindOf(`Dear Anytown Council,

How many swans are there?

Yours faithfully,
A Requester

Dear A Requester,

Thank you for your request. You will receive an answer within 20 working days.

Regards,
FOI Team

Dear A Requester,

${last}`)
    expect(thread('I refer to your request again. The number of swans kept by the Council last year was eight.')).toBe(
      'foi_response',
    )
    expect(
      thread(
        'I refer to your request again. Whilst we hold figures of swans, before we can give a response we need to know which lake.',
      ),
    ).toBe('foi_acknowledgement')
  })

  it('takes a refusal for an answer, whatever else is promised', () => {
    const letter = letterFrom(
      'Your FOI request for swans\n\nWe will be adding more to this page; it will be sent. The request is refused.',
    )
    const parts = partition(letter)
    const facts = { questions: 0, tables: 0, cues: 1 }
    expect(readKind(letter, parts, { ...facts, refuses: true }).kind).toBe('foi_response')
    expect(readKind(letter, parts, { ...facts, refuses: false }).kind).toBe('foi_acknowledgement')
  })

  it('takes a request with its answers typed in for an answer', () => {
    const asked = 'Dear Anytown Council,\n\nI would like to know the following.\n\n1) How many swans are there?'
    expect(kindOf(`${asked}\n11\n2) Are there geese?\nNo\n3) How many ducks?\nNone\n\nMany thanks`)).toBe(
      'foi_response',
    )
    expect(kindOf(`${asked}\n2) Are there geese?\n3) How many ducks?\n\nMany thanks`)).toBe('request')
  })

  it.for([
    'Freedom of Information Responses\n\nDate Request ReceivedSubjectDetails of RequestDate Response SentDetails of Response\n2017, May 1stSwansHow many?\n2017, May 2ndGeeseHow many?\n2017, May 3rdDucks',
    'FOI disclosure log\n\n14/01 Details of swans Yes\n14/02 Details of geese Yes\n14/03 Ducks Yes\n14/04 Hens No',
    'FREEDOM OF INFORMATION ACT\n\nRESPONSES MADE IN FEBRUARY 2012\n\n1 Swans There are twelve.\n\n2 Geese There are two.',
    'Estates\n\nFOI 5645 Swans\nPublished: December 18, 2017\nI ask […]\nFOI 5646 Geese\nPublished: December 19, 2017\nFOI 5647 Ducks\nPublished: December 20, 2017\nFOI 5648 Hens\nPublished: December 21, 2017',
  ])('sees a list of requests in %s', (text) => {
    expect(kindOf(text)).toBe('disclosure_log')
  })

  it('lets what other stages found decide where the words do not', () => {
    const letter = letterFrom('Swans\n\nHow many swans are there?\n\nTwelve.')
    const parts = partition(letter)
    expect(readKind(letter, parts, { questions: 1, tables: 0, cues: 1, refuses: false }).kind).toBe('foi_response')
    expect(readKind(letter, parts, { questions: 0, tables: 0, cues: 0, refuses: false }).kind).toBe('other')
  })

  it.for([
    ['your request ', 80_000],
    ['please see the ', 70_000],
    ['if a b c d ', 90_000],
    ['a,b\tc|d\n', 100_000],
    ['Ref: 123\n', 100_000],
  ] as const)('looks at a megabyte of "%s" in time that grows with its length only', ([piece, times]) => {
    const letter = letterFrom(piece.repeat(times))
    const parts = partition(letter)
    const began = process.threadCpuUsage().user
    readKind(letter, parts, null)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})
