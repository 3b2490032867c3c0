import { describe, expect, it } from 'vitest'
import { partition } from './index.ts'
import { letterFrom } from './letter-from.ts'

/** The roles of a letter's parts, each with how its first line begins. */
function outline(text: string): readonly string[] {
  return partition(letterFrom(text)).map(({ role, lines }) => `${role}: ${lines[0].text.slice(0, 24)}`)
}

describe('partition', () => {
  it('tells opening, request, reply, rights and closing by their headings', () => {
    expect(
      outline(`Skip to content

Stolen bicycles

Reference: FOI 12/34

You asked:

How many bicycles did the Council lose in 2019?

Our response

Three were lost.

If you are unhappy with this response you may ask for an internal review.

Yours sincerely
Information Team`),
    ).toEqual([
      'furniture: Skip to content',
      'opening: Stolen bicycles',
      'request: You asked:',
      'reply: Our response',
      'rights: If you are unhappy with ',
      'closing: Yours sincerely',
    ])
  })

  it('hears a body that tells of itself below a list of asks, and an asker who speaks of that body', () => {
    const letter = (said: string) => `Amblethorpe Harbour Board

You asked:

1. How many boats were lost?
2. How many were found?

${said}`
    expect(outline(letter('AHB has been able to find the following for both parts.'))).toEqual([
      'opening: Amblethorpe Harbour Boar',
      'request: You asked:',
      'reply: AHB has been able to fin',
    ])
    expect(outline(letter('If AHB has received more, please say so.'))).toHaveLength(2)
  })

  it('takes a number below "Request" for a reference and a table’s "Response time" for no answer', () => {
    expect(
      outline(`FOI Request - Allotments

Request 101000000001

1. How many allotments are there?

2. Please say how long people wait.

Response 12-03-2019

1. Forty

Response Time

Under a year	12`),
    ).toEqual(
      ['opening: FOI Request - Allotments', 'request: 1. How many allotments ar', 'reply: Response 12-03-2019'].map(
        (each) => each.slice(0, each.indexOf(':') + 26),
      ),
    )
  })

  it('ends a repeated request at the first outright answer where no heading says so', () => {
    expect(
      outline(`You asked:
- How many swans live on the lake?
- How many does the Council feed?
This letter constitutes a refusal notice under Section 17 of the Act.`),
    ).toEqual(['request: You asked:', 'reply: This letter constitutes '])
  })

  it('ends a repeated request where its numbering starts anew', () => {
    expect(
      outline(`You asked:
1. How many swans live on the lake?
2. How many geese?
1. Twelve
2. None`),
    ).toEqual(['request: You asked:', 'reply: 1. Twelve'])
  })

  it('hears the asker and the authority in a thread, and mail quoted below the reply', () => {
    expect(
      outline(`Dear Anytown Borough Council,

Please provide the number of swans.

Yours faithfully,
A Requester

Anytown Borough Council
3 May 2020

Dear A Requester,

Thank you for your request of 1 April.

We hold this: twelve swans.

Kind regards

From: A Requester
Sent: 1 April 2020 10:00
To: FOI
Subject: Swans

Please provide the number of swans.

This e-mail is confidential and intended for the addressee.`),
    ).toEqual([
      'request: Dear Anytown Borough Cou',
      'opening: Anytown Borough Council',
      'reply: We hold this: twelve swa',
      'closing: Kind regards',
      'quoted_mail: From: A Requester',
    ])
  })

  it('leaves restated questions between their answers in the reply', () => {
    expect(
      outline(`Please find our answers below.
1. How many swans are there?
Twelve
2. How many geese?
None held`),
    ).toEqual(['reply: Please find our answers '])
  })

  it('takes a demand below a title for the request, and figures for the reply', () => {
    const letter = `Freedom of Information request: parking

Please provide the number of penalty charge notices issued
2019-20 12,450
2020-21 8,120`
    expect(outline(letter)).toEqual([
      'opening: Freedom of Information r',
      'request: Please provide the numbe',
      'reply: 2019-20 12,450',
    ])
    expect(outline('Please see our answers to your questions:\nComplaints\n2020/21: 340')).toEqual([
      'reply: Please see our answers t',
    ])
    // A reference and a page's own words are none.
    expect(outline('Ref 2021/340\nPlease provide your name and address')).toEqual(['opening: Ref 2021/340'])
  })

  it('comes back from the rights to an annex', () => {
    expect(
      outline(`Our response
Twelve.

Internal review
You may ask for one within 40 working days.

Annex A

Section 31 is engaged.`),
    ).toEqual(['reply: Our response', 'rights: Internal review', 'reply: Annex A'])
  })

  it('covers every line once, in order', () => {
    const letter = letterFrom('One\n\nTwo\nMenu\nThree\n\nYou asked:\nFour?\n\nResponse\nFive')
    expect(partition(letter).flatMap(({ lines }) => lines)).toEqual(letter.lines)
  })

  it.for([
    ['one endless line', 'you asked '.repeat(100_000)],
    ['endless headings', 'Response\n'.repeat(110_000)],
    ['endless greetings', 'Dear Council,\n'.repeat(70_000)],
    ['endless mail heads', 'From: a\nSent: b\nTo: c\n'.repeat(45_000)],
    ['endless spaces', `Dear${' '.repeat(1_000_000)}x`],
  ] as const)('reads %s in time that grows with its length only', ([, text]) => {
    const began = process.threadCpuUsage().user
    partition(letterFrom(text))
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})

describe('a request that nothing announces', () => {
  it('is known by its list, where its numbers come again over answers', () => {
    expect(
      outline(`Repairs

1) How many houses has the Council;

2) How many repairs were made;

Response 20-03-2013

1) current stock is 5873.

2) 4579`),
    ).toEqual(['opening: Repairs', 'request: 1) How many houses has t', 'reply: Response 20-03-2013'])
  })

  it('stands in the reply where each point is answered below itself', () => {
    expect(
      outline(`Please send:

1. A list of the closures, with the reason for each.

A list would show who lives there.

2. For each closure, a note of what came of it.

None was kept.`),
    ).toEqual(['reply: Please send:'])
  })
})
